# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_principals_with_jobs.py
"""The service principals that have synchronization."""

from __future__ import annotations

import pytest

from graphsync.emulator import INBOUND_PRINCIPAL_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync.emulator.protocol.fault import Fault
from graphsync.errors import Forbidden, WaitTimedOut

pytestmark = pytest.mark.anyio


def test_they_are_found_with_their_jobs_and_nothing_is_written(local, tenant):
    template = tenant.application_templates.first()
    other = (template.instantiate("Without jobs")).service_principal.id
    local.requests.clear()
    found = {one.principal.id: one for one in tenant.principals_with_jobs().list()}
    assert {SCIM_PRINCIPAL_ID, INBOUND_PRINCIPAL_ID} <= set(found)
    assert other not in found
    assert len(found) < len(local.tenant.principals)
    one = found[SCIM_PRINCIPAL_ID]
    assert SCIM_JOB_ID in [job.id for job in one.jobs]
    assert one.principal.display_name
    assert one.error is None
    assert all(line == "POST /$batch" for line in local.writes)
    assert (one.jobs[0].get()).status is not None


def test_those_that_cannot_be_read_are_not_dropped(local, tenant):
    local.emulator.faults.add(Fault(kind="status", status=403, path=f"*{SCIM_PRINCIPAL_ID}*/jobs*"))
    found = {one.principal.id: one for one in tenant.principals_with_jobs().list()}
    assert isinstance(found[SCIM_PRINCIPAL_ID].error, Forbidden)
    assert found[SCIM_PRINCIPAL_ID].jobs == ()
    assert found[INBOUND_PRINCIPAL_ID].error is None


def test_it_goes_on_where_it_broke_off(tenant, monkeypatch):
    monkeypatch.setattr("graphsync._sync.fleet.sweep._LARGEST_PAGE", 2)
    whole = [one.principal.id for one in tenant.principals_with_jobs().list()]
    for stop in range(1, len(whole) + 1):
        search = tenant.principals_with_jobs()
        seen = []
        for one in search:
            seen.append(one.principal.id)
            if len(seen) == stop:
                break
        rest = tenant.principals_with_jobs(resume=search.position).list()
        # What was yielded last may have been interrupted, so it comes again.
        assert [*seen[:-1], *(one.principal.id for one in rest)] == whole
    with pytest.raises(ValueError, match="not a position"):
        tenant.principals_with_jobs(resume="x")


def test_its_time_is_limited(tenant):
    with pytest.raises(WaitTimedOut, match="not read within 1e-09 s"):
        tenant.principals_with_jobs(timeout=1e-9).list()
