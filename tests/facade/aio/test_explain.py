"""Why somebody is, or is not, provisioned: a check failing at a time, in a local Graph."""

from __future__ import annotations

import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync.emulator.tenant.people import person

pytestmark = pytest.mark.anyio

SOMEBODY = person(7, "contoso.com")


def job_of(tenant, job_id=SCIM_JOB_ID, principal=SCIM_PRINCIPAL_ID):
    return tenant.service_principals[principal].synchronization.jobs[job_id]


def results(found):
    return {check.name: str(check.result) for check in found.checks}


async def test_a_provisioned_user_passes_every_check_in_nine_requests_that_only_read(local, tenant):
    found = await job_of(tenant).explain(SOMEBODY["id"])
    assert set(results(found).values()) == {"passed"}
    assert str(found.verdict) == "provisioned"
    assert found.failed is None
    link = local.tenant.table("link", SCIM_JOB_ID)[SOMEBODY["id"]]
    assert found.account == link["target"]
    assert found.answer == f"hans.ahlberg@contoso.com is provisioned as account {found.account}."
    assert [line.partition(" ")[0] for line in local.sent] == ["GET"] * 9
    assert found.requests == 9


async def test_a_bound_user_an_id_and_an_address_mean_the_same_person(local, tenant):
    job = job_of(tenant)
    by_address = await job.explain("hans.ahlberg@contoso.com")
    assert by_address.to_dict() == (await job.explain(SOMEBODY["id"])).to_dict()
    assert by_address == await job.explain(tenant.users["hans.ahlberg@contoso.com"])
    loaded = await tenant.users[SOMEBODY["id"]].get()
    assert by_address == await job.explain(loaded)
    assert local.writes == []


async def test_a_user_who_is_not_there(local, tenant):
    found = await job_of(tenant).explain("nobody@contoso.com")
    assert (str(found.verdict), found.failed.name) == ("not provisioned", "user")
    assert "there is no user nobody@contoso.com" in found.answer
    assert local.writes == []
