"""The health of every job of a tenant: the right verdict, few requests, nothing written."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import httpx
import pytest

from graphsync import RetryPolicy
from graphsync.aio import AsyncGraphClient, fleet_of
from graphsync.emulator import (
    INBOUND_PRINCIPAL_ID,
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_PRINCIPAL_ID,
    Fault,
    Rejection,
)
from graphsync.errors import WaitTimedOut, WriteRefused
from graphsync.fleet import RULES, Condition, JobState, Rule, Severity
from graphsync_client.api.jobs.start_job import start_job
from graphsync_client.types import Owner

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"


def clock(local):
    return lambda: datetime.fromtimestamp(local.monotonic(), UTC)


async def row_of(local, tenant, job_id=SCIM_JOB_ID, principal=SCIM_PRINCIPAL_ID, **options):
    rows = await tenant.fleet(principals=[principal], now=clock(local), **options).list()
    return next(row for row in rows if row.job_id == job_id)


def job_of(tenant, job_id=SCIM_JOB_ID):
    return tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[job_id]


def stored(local, job_id=SCIM_JOB_ID):
    return local.tenant.jobs(SCIM_PRINCIPAL_ID)[job_id]["document"]


def tenant_start(principal):
    return start_job(Owner.service_principal(principal.id), SCIM_JOB_ID)


def limit_deletions(local, limit):
    settings = json.dumps(
        {"Enabled": True, "DeleteThresholdEnabled": True, "DeleteThresholdValue": limit}
    )
    return {
        "SyncAll": "true",
        "BaseAddress": "https://a.contoso.com",
        "SecretToken": "t",
        "SyncNotificationSettings": settings,
    }


async def healthy(local, tenant):
    local.emulator.advance(minutes=45)


async def never_started(local, tenant):
    return NEW_JOB_ID


async def first_cycle_under_way(local, tenant):
    local.emulator.switches.seconds_per_object = 60.0
    local.emulator.switches.objects_per_page = 5
    await job_of(tenant, NEW_JOB_ID).start()
    local.emulator.advance(minutes=10)
    return NEW_JOB_ID


async def paused(local, tenant):
    await job_of(tenant).pause()


async def refused_credentials(local, tenant):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="another")
    local.emulator.advance(minutes=45)


async def target_down(local, tenant):
    local.target(SCIM_PRINCIPAL_ID, available=False)
    local.emulator.advance(minutes=45)


async def last_week_of_quarantine(local, tenant):
    local.target(SCIM_PRINCIPAL_ID, available=False)
    local.emulator.advance(days=23)


async def given_up_by_the_service(local, tenant):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="another")
    local.emulator.advance(days=31)


async def given_up_and_shown_as_paused(local, tenant):
    local.emulator.switches.disabled_code = "Paused"
    await given_up_by_the_service(local, tenant)


async def too_many_deletions(local, tenant):
    await job_of(tenant).get()
    sync = tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization
    await sync.secrets.replace(limit_deletions(local, 3))
    for user in local.emulator.users[-3:]:
        local.emulator.remove_user(user["id"])
    local.emulator.advance(minutes=45)


async def single_objects_fail(local, tenant):
    local.target(
        SCIM_PRINCIPAL_ID, rejects=[Rejection(attribute="userName", value="zoe@contoso.com")]
    )
    local.emulator.put_user(
        {"userPrincipalName": "zoe@contoso.com", "displayName": "Zoe", "mailNickname": "zoe"}
    )
    local.emulator.advance(days=2)


async def first_cycle_dropped(local, tenant):
    local.emulator.switches.escrow_floor = 10
    local.target(SCIM_PRINCIPAL_ID, rejects=[Rejection(attribute="userName")])
    local.tenant.table("account", SCIM_PRINCIPAL_ID).empty()
    await job_of(tenant, NEW_JOB_ID).start()
    local.emulator.advance(minutes=5)
    return NEW_JOB_ID


async def proportion_of_failures(local, tenant):
    local.emulator.switches.escrow_floor = 3
    local.target(SCIM_PRINCIPAL_ID, rejects=[Rejection(attribute="userName")])
    for index in range(12):
        local.emulator.put_user(
            {
                "userPrincipalName": f"n{index}@contoso.com",
                "displayName": "N",
                "mailNickname": f"n{index}",
            }
        )
    local.emulator.advance(minutes=45)


async def silently_stopped(local, tenant):
    job = stored(local)
    local.emulator.graph.state.engine.reschedule(SCIM_PRINCIPAL_ID, job["id"], None)
    local.emulator.advance(days=3)


async def a_failed_cycle_before_quarantine(local, tenant):
    local.emulator.advance(minutes=45)
    stored(local)["status"]["lastExecution"] |= {
        "state": "Failed",
        "error": {"code": "TargetUnreachable", "message": "no answer", "tenantActionable": True},
    }


async def a_code_of_tomorrow(local, tenant):
    stored(local)["status"]["code"] = "Hibernating"


async def an_active_job_with_code_paused(local, tenant):
    stored(local)["status"]["code"] = "Paused"


SCENARIOS = [
    (healthy, "running", "ok", ""),
    (never_started, "not started", "warning", "not started"),
    (first_cycle_under_way, "starting", "ok", ""),
    (paused, "paused", "warning", "paused"),
    (refused_credentials, "quarantine", "critical", "credentials refused"),
    (target_down, "quarantine", "critical", "quarantine"),
    (last_week_of_quarantine, "quarantine", "critical", "about to be disabled"),
    (given_up_by_the_service, "disabled", "critical", "disabled after quarantine"),
    (given_up_and_shown_as_paused, "disabled", "critical", "disabled after quarantine"),
    (too_many_deletions, "quarantine", "critical", "deletions staged"),
    (single_objects_fail, "running", "warning", "objects fail"),
    (first_cycle_dropped, "paused", "critical", "first cycle dropped"),
    (proportion_of_failures, "quarantine", "critical", "too many failures"),
    (silently_stopped, "running", "critical", "far behind"),
    (a_failed_cycle_before_quarantine, "running", "warning", "cycle failed"),
    (a_code_of_tomorrow, "unknown", "unknown", "unknown state"),
    (an_active_job_with_code_paused, "unknown", "unknown", "unknown state"),
]


@pytest.mark.parametrize(
    ("prepare", "state", "severity", "rule"),
    SCENARIOS,
    ids=lambda one: getattr(one, "__name__", ""),
)
async def test_each_failure_has_its_verdict(local, tenant, prepare, state, severity, rule):
    row = await row_of(local, tenant, await prepare(local, tenant) or SCIM_JOB_ID)
    assert (row.state, row.severity, row.rule) == (state, severity, rule)
    assert bool(row.advice) == (severity != "ok")
    assert row.advice.count("{") == 0
    assert "None" not in row.advice


async def test_a_throttled_call_of_the_batch_goes_again(local, tenant):
    local.emulator.faults.add(
        Fault(kind="status", status=429, retry_after=2, times=1, path="*/jobs")
    )
    patient = tenant.with_options(retry=RetryPolicy())
    assert (await row_of(local, patient)).severity == "ok"
    assert local.pauses == [2.0]


async def test_the_numbers_of_a_quarantine(local, tenant):
    await refused_credentials(local, tenant)
    local.emulator.advance(days=2)
    row = await row_of(local, tenant)
    assert 25.5 < row.days_left < 26.5
    assert row.error_code == "SystemForCrossDomainIdentityManagementInvalidCredentials"
    assert row.quarantined_since < row.next_attempt
    assert row.credentials == "refused"


async def test_deletions_that_are_held_back_are_counted(local, tenant):
    await too_many_deletions(local, tenant)
    local.requests.clear()
    assert (await row_of(local, tenant)).deletions_staged == 3
    assert len(local.requests) == 3  # jobs, secrets, logs


async def test_why_objects_fail_is_read_for_so_many_jobs_and_not_where_the_logs_are_refused(
    local, tenant, monkeypatch
):
    monkeypatch.setattr("graphsync._async.transport.transport.time", local)
    await single_objects_fail(local, tenant)
    local.requests.clear()
    row = await row_of(local, tenant)
    assert (row.rule, row.failure_code) == (
        "objects fail",
        "SystemForCrossDomainIdentityManagementBadRequest",
    )
    assert len(local.requests) == 3  # jobs, secrets, logs
    row = await row_of(local, tenant, reasons=0)
    assert (row.rule, row.failure_code) == ("objects fail, cause not read", None)
    local.emulator.faults.add(Fault(kind="status", status=403, path="*/auditLogs/provisioning"))
    local.requests.clear()
    # Forty principals are two groups; after the refusal the second one asks no more.
    many = [SCIM_PRINCIPAL_ID] * 40
    rows = await tenant.fleet(principals=many, now=clock(local), reasons=40).list()
    assert {row.rule for row in rows if row.escrowed} == {"objects fail, cause not read"}
    assert sum(b"auditLogs" in one.content for one in local.requests) == 1


async def test_the_whole_tenant_on_a_client_that_cannot_write(local, tenant):
    rows = await tenant.fleet(now=clock(local)).list()
    assert {row.principal_id for row in rows} >= {
        SCIM_PRINCIPAL_ID,
        TROUBLED_PRINCIPAL_ID,
        INBOUND_PRINCIPAL_ID,
    }
    assert len(rows) > 250
    assert all(row.principal_name for row in rows)
    methods = {line.partition("?")[0] for line in local.sent if not line.startswith("GET ")}
    assert methods == {"POST /$batch"}
    inner = [
        one
        for request in local.requests
        if request.method == "POST"
        for one in json.loads(request.content)["requests"]
    ]
    assert {one["method"] for one in inner} == {"GET"}
    fleet = tenant.fleet()
    principal = tenant.service_principals[SCIM_PRINCIPAL_ID]
    with pytest.raises(WriteRefused):  # even if the task had a verb that writes
        await fleet._session.send(tenant_start(principal))


async def test_what_cannot_be_read_is_a_row_with_its_error(local, tenant):
    local.emulator.faults.add(
        Fault(
            kind="status",
            status=403,
            code="Authorization_RequestDenied",
            path=f"*{SCIM_PRINCIPAL_ID}*/jobs*",
        )
    )
    rows = await tenant.fleet(principals=[SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID]).list()
    bad, good = rows
    assert (bad.state, bad.severity, bad.rule, bad.job_id) == (
        "unreadable",
        "unknown",
        "unreadable",
        None,
    )
    assert bad.error.startswith("Forbidden: 403 Authorization_RequestDenied")
    assert good.state == "quarantine"
    local.emulator.faults.clear()
    local.emulator.faults.add(Fault(kind="html", path="/$batch"))
    rows = await tenant.fleet(principals=[SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID]).list()
    assert [row.state for row in rows] == [JobState.UNREADABLE] * 2
    assert not any(row.is_ok for row in rows)


async def test_a_member_that_does_not_convert_is_a_row_too(local, tenant):
    stored(local)["status"]["countSuccessiveCompleteFailures"] = {}
    stored(local)["status"]["lastExecution"]["countEscrowed"] = {}
    row = await row_of(local, tenant)
    assert (row.state, row.severity) == ("unreadable", "unknown")
    assert "count_escrowed" in row.error


async def test_it_goes_on_where_it_was_left(local, tenant, monkeypatch):
    monkeypatch.setattr("graphsync._async.fleet.sweep._LARGEST_PAGE", 2)
    whole = [(row.principal_id, row.job_id) for row in await tenant.fleet().list()]
    for stop in (1, 3, len(whole) - 1):
        fleet = tenant.fleet()
        seen = []
        async for row in fleet:
            seen.append((row.principal_id, row.job_id))
            if len(seen) == stop:
                break
        rest = tenant.fleet(resume=fleet.position)
        seen += [(row.principal_id, row.job_id) for row in await rest.list()]
        assert set(seen) == set(whole)
        assert await tenant.fleet(resume=rest.position).list() == []
    for wrong in ("x", "", "[]", '{"page": 3}', '{"done": "x"}', '{"done": -3}', '{"more": 1}'):
        with pytest.raises(ValueError, match="not a position"):
            tenant.fleet(resume=wrong)


async def test_arguments_that_cannot_be_meant_are_refused(tenant):
    with pytest.raises(TypeError, match=r"pass a list, such as \['abc'\]"):
        tenant.fleet(principals="abc")
    with pytest.raises(ValueError, match="reasons is -1"):
        tenant.fleet(reasons=-1)


async def test_rules_are_data(local, tenant):
    await paused(local, tenant)
    mine = Rule.from_dict(
        {
            "name": "mine",
            "severity": "critical",
            "when": [["state", "is", "paused"]],
            "advice": "{principal_id}",
        }
    )
    assert Rule.from_dict(json.loads(json.dumps(mine.to_dict()))) == mine
    row = await row_of(local, tenant, rules=[*RULES, mine])
    assert (row.severity, row.rule, row.advice) == (Severity.CRITICAL, "mine", SCIM_PRINCIPAL_ID)
    assert (await row_of(local, tenant, rules=[])).severity == "ok"
    with pytest.raises(ValueError, match="did you mean 'escrowed'"):
        Condition("escrowd", "above", 0)
    with pytest.raises(ValueError, match="operator"):
        Condition("escrowed", ">", 0)


async def test_the_time_for_all_of_it(local, tenant, monkeypatch):
    seen = []
    monkeypatch.setattr("graphsync._async.fleet.fleet.time", local)
    many = [TROUBLED_PRINCIPAL_ID] * 60

    def progress(one):
        seen.append(one)
        local.emulator.advance(seconds=3)

    fleet = tenant.fleet(principals=many, timeout=5, progress=progress)
    with pytest.raises(WaitTimedOut, match=r"40 principals were read, and resume=fleet\.position"):
        await fleet.list()
    assert [one.principals for one in seen] == [20, 40]
    assert len(await tenant.fleet(principals=many, resume=fleet.position).list()) == 20


async def test_several_tenants_and_a_failing_one(local, tenant):
    def lost(request):
        raise httpx.ConnectError("no route", request=request)

    broken = AsyncGraphClient(
        "t", transport=httpx.MockTransport(lost), retry=RetryPolicy(attempts=1)
    )
    clients = {"contoso": tenant, "fabrikam": broken, "again": tenant}
    async with fleet_of(clients, now=clock(local)) as rows:
        found = [row async for row in rows]
    by_tenant = {name: [row for row in found if row.tenant == name] for name in clients}
    assert [(row.state, row.severity) for row in by_tenant["fabrikam"]] == [
        ("unreadable", "unknown")
    ]
    assert by_tenant["fabrikam"][0].error.startswith("ConnectionFailed")
    assert len(by_tenant["contoso"]) == len(by_tenant["again"]) > 250
    async with fleet_of(clients, workers=1) as rows:
        async for _ in rows:
            break
    with pytest.raises(ValueError, match="workers"):
        fleet_of(clients, workers=0)
