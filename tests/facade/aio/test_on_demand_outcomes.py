"""Provisioning on demand in the local Graph: whom, by which rule, and what became of them."""

from __future__ import annotations

import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync.errors import NotDeferrable, NotFound, NotInScope, ProvisioningFailed
from graphsync.inbound import Outcome

pytestmark = pytest.mark.anyio

ADDRESS = "newcomer@contoso.com"


@pytest.fixture
def principal(tenant):
    return tenant.service_principals[SCIM_PRINCIPAL_ID]


@pytest.fixture
def job(principal):
    return principal.synchronization.jobs[SCIM_JOB_ID]


@pytest.fixture
async def newcomer(tenant, principal):
    from graphsync import models

    await principal.synchronization.secrets.update(
        {"SyncAll": "false", "SecretToken": "t0ken"}
    )  # the assigned ones only
    return await tenant.users.create(
        models.User(
            account_enabled=True,
            display_name="New Comer",
            given_name="New",
            surname="Comer",
            mail_nickname="newcomer",
            user_principal_name=ADDRESS,
            password_profile=models.PasswordProfile(password="not-a-secret-1"),
        )
    )


async def rule_id(job):
    return (await job.schema.get()).rules["USERGROUP_OUTBOUND_USERGROUP"].id


async def test_each_outcome_has_its_name(job, principal, newcomer):
    with pytest.raises(
        NotInScope, match=r"not assigned; not met: Assigned to the application"
    ) as out:
        await job.provision_on_demand(newcomer)
    assert isinstance(out.value, ProvisioningFailed)
    assert out.value.result.outcome is Outcome.OUT_OF_SCOPE
    kept = await job.provision_on_demand(newcomer, check=False)
    assert (kept.outcome, kept.failed, kept.status) == (Outcome.OUT_OF_SCOPE, False, "Skipped")
    await principal.assignments.assign(newcomer)
    assert (await job.provision_on_demand(newcomer)).outcome is Outcome.CREATED
    again = await job.provision_on_demand(newcomer)
    assert (again.outcome, again.status) == (Outcome.UNCHANGED, "Skipped")
    newcomer.display_name = "Nova Comer"
    await newcomer.update()
    changed = await job.provision_on_demand(newcomer)
    assert changed.outcome is Outcome.UPDATED
    assert [
        one.new_value for one in changed.modified_properties if one.display_name == "displayName"
    ]


async def test_who_was_unassigned_is_disabled(job, principal, newcomer):
    await principal.assignments.assign(newcomer)
    assert (await job.provision_on_demand(newcomer)).outcome is Outcome.CREATED
    await principal.assignments.unassign(newcomer)
    assert (await job.provision_on_demand(newcomer)).outcome is Outcome.DISABLED


async def test_a_failure_has_its_outcome_too(job, local):
    with pytest.raises(ProvisioningFailed, match="EntityNotFound"):
        await job.provision_on_demand("99999999-9999-4999-8999-999999999999")
    missing = await job.provision_on_demand("99999999-9999-4999-8999-999999999999", check=False)
    assert missing.outcome is Outcome.FAILED


async def test_requests_are_as_many_as_the_subject_and_the_rule_ask_for(
    job, newcomer, tenant, local
):
    rule = await rule_id(job)
    local.requests.clear()
    one = "POST " + job.resource_path + "/provisionOnDemand"
    await job.provision_on_demand(rule, newcomer.id, check=False)
    await job.provision_on_demand(rule, newcomer, check=False)
    await job.provision_on_demand(rule, tenant.users[newcomer.id], check=False)
    assert local.sent == [one] * 3
    local.requests.clear()
    look_up = f"GET /users/{ADDRESS.replace('@', '%40')}?$select=id"
    await job.provision_on_demand(rule, ADDRESS, check=False)
    await job.provision_on_demand(rule, tenant.users[ADDRESS], check=False)
    assert local.sent == [look_up, one] * 2
    local.requests.clear()
    fresh = tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    await fresh.provision_on_demand(newcomer, check=False)
    await fresh.provision_on_demand(newcomer, check=False)
    assert local.sent == ["GET " + fresh.schema.resource_path, one, one]


async def test_an_address_that_nobody_has_is_not_found(job, local):
    with pytest.raises(NotFound):
        await job.provision_on_demand("rule", "nobody@contoso.com")
    assert len(local.requests) == 1


async def test_the_rule_can_be_left_out_only_where_it_is_clear(job, newcomer, local):
    schema = await job.schema.get()
    rules = schema.data.synchronization_rules
    other = rules[0].evolve(id="other", name="OTHER")
    rules.append(other)
    local.requests.clear()
    with pytest.raises(
        ValueError, match=r"one rule for objects of the type 'User', and has 2: .*OTHER \(other\)"
    ):
        await job.provision_on_demand(newcomer)
    with pytest.raises(ValueError, match="'Device', and has 0: none"):
        await job.provision_on_demand(newcomer.id, object_type_name="Device")
    with pytest.raises(TypeError, match="3 positional arguments were given"):
        await job.provision_on_demand("rule", newcomer, "more")
    assert local.requests == []


async def test_a_group_goes_with_its_bound_members(job, principal, tenant, newcomer):
    from graphsync import models

    group = await tenant.groups.create(
        models.Group(
            display_name="Newcomers",
            mail_enabled=False,
            mail_nickname="newcomers",
            security_enabled=True,
        )
    )
    await group.members.add(newcomer)
    await principal.assignments.assign(group)
    result = await job.provision_on_demand(group, members=[newcomer])
    assert result.outcome is Outcome.CREATED
    assert result.source_id == group.id


async def test_a_batch_takes_what_needs_no_look_up(job, tenant, newcomer):
    rule = await rule_id(job)
    batch = tenant.batch()
    kept = batch.add(job.provision_on_demand, rule, newcomer, check=False)
    for arguments in ((newcomer,), (rule, ADDRESS), (rule, tenant.users[ADDRESS])):
        with pytest.raises(NotDeferrable, match="has to be looked up"):
            batch.add(job.provision_on_demand, *arguments)
    await batch.send()
    assert kept.result.outcome is Outcome.OUT_OF_SCOPE
