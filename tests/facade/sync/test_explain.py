# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_explain.py
"""Why somebody is, or is not, provisioned: a check failing at a time, in a local Graph.

Where the job runs, the explanation is given before a cycle, and the cycle shows whether it was
right.
"""

from __future__ import annotations

import json

import httpx
import pytest

from graphsync import GraphClient, RetryPolicy, Scope
from graphsync._sync.tasks.reader import Reader
from graphsync.emulator import (
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_JOB_ID,
    TROUBLED_PRINCIPAL_ID,
    Fault,
    Rejection,
)
from graphsync.errors import Forbidden, Refused, WriteRefused
from graphsync_client.api.jobs.pause_job import pause_job
from graphsync_client.types import Owner
from tests.facade.explained import GUEST, MANAGER, NEWCOMER, SOMEBODY, World

pytestmark = pytest.mark.anyio


@pytest.fixture
def world(local):
    return World(local)


@pytest.fixture(autouse=True)
def nothing_is_written(local):
    """Hold for each test here: what was sent only reads, apart from what the test did itself."""
    yield
    own = ("/pause", "/restart")
    assert [line for line in local.writes if not line.endswith(own)] == []


@pytest.fixture
def job(tenant):
    return job_of(tenant)


def job_of(tenant, job_id=SCIM_JOB_ID, principal=SCIM_PRINCIPAL_ID):
    return tenant.service_principals[principal].synchronization.jobs[job_id]


def results(found):
    return {check.name: str(check.result) for check in found.checks}


def failing(found):
    return (str(found.verdict), found.failed and found.failed.name)


NOT = "not provisioned"


def test_a_provisioned_user_passes_every_check_in_nine_requests_that_only_read(local, job):
    found = job.explain(SOMEBODY["id"])
    assert set(results(found).values()) == {"passed"}
    assert failing(found) == ("provisioned", None)
    link = local.tenant.table("link", SCIM_JOB_ID)[SOMEBODY["id"]]
    assert found.account == link["target"]
    assert found.answer == f"hans.ahlberg@contoso.com is provisioned as account {found.account}."
    assert [line.partition(" ")[0] for line in local.sent] == ["GET"] * 9
    assert found.requests == 9


def test_an_assigned_user_takes_eight_requests(local, job, world):
    world.assigned_only(SOMEBODY["id"])
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == ("provisioned", None)
    assert found["assigned"].found == "The user is assigned directly"
    assert found.requests == len(local.sent) == 8
    assert local.writes == []


def test_a_bound_user_an_id_and_an_address_mean_the_same_person(local, tenant, job):
    by_address = (job.explain("hans.ahlberg@contoso.com")).to_dict()
    assert by_address == (job.explain(SOMEBODY["id"])).to_dict()
    assert by_address == (job.explain(tenant.users["hans.ahlberg@contoso.com"])).to_dict()
    loaded = tenant.users[SOMEBODY["id"]].get()
    assert by_address == (job.explain(loaded)).to_dict()
    assert local.writes == []


def test_a_user_who_is_not_there(local, job):
    found = job.explain("nobody@contoso.com")
    assert failing(found) == (NOT, "user")
    assert "there is no user nobody@contoso.com" in found.answer
    assert results(found)["scope"] == "unknown"
    assert local.writes == []


def test_a_new_user_is_due_and_the_next_cycle_creates_the_account(local, job, world):
    world.put(NEWCOMER)
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == ("due", None)
    assert found.answer.endswith("has no account yet, and the next cycle creates it.")
    world.cycle()
    assert world.account(NEWCOMER) is not None
    assert failing(job.explain(NEWCOMER["id"])) == ("provisioned", None)
    assert local.writes == []


def test_a_job_that_is_paused(local, job, world):
    job.pause()
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == (NOT, "job")
    assert "it is paused" in found.answer
    assert found.answer.endswith(f"Account {found.account} exists.")


def test_a_job_in_quarantine(tenant):
    job = job_of(tenant, TROUBLED_JOB_ID, TROUBLED_PRINCIPAL_ID)
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == (NOT, "job")
    assert "is in quarantine" in found.answer
    assert "secrets.rotate()" in found.answer


def test_a_job_and_a_principal_that_are_not_there(tenant):
    found = job_of(tenant, "scim.no").explain(SOMEBODY["id"])
    assert failing(found) == (NOT, "job")
    nowhere = job_of(tenant, principal="99999999-9999-4999-8999-999999999999")
    assert failing(nowhere.explain(SOMEBODY["id"])) == (NOT, "application")


def test_a_disabled_user(job, world):
    world.put(SOMEBODY, accountEnabled=False)
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == (NOT, "enabled")
    assert found["enabled"].evidence == {"accountEnabled": False}
    world.cycle()
    assert world.account(SOMEBODY)["active"] == "False"


def test_a_soft_deleted_user_is_found_by_the_id(job, world):
    world.delete(SOMEBODY)
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == (NOT, "user")
    assert "was deleted at 2026-01-01" in found.answer
    world.cycle()
    assert world.account(SOMEBODY)["active"] == "False"


def test_a_user_who_was_deleted_for_good(job, world):
    world.purge(SOMEBODY)
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == (NOT, "user")
    world.cycle()
    assert world.account(SOMEBODY) is None


def test_a_guest_is_provisioned_by_the_address_of_home(job, world):
    world.put(GUEST)
    found = job.explain(GUEST["id"])
    assert failing(found) == ("due", None)
    assert found["user"].found.startswith("The guest")
    assert found["matching"].evidence == {"userName": "bob@fabrikam.com"}
    world.cycle()
    assert world.account(GUEST)["userName"] == "bob@fabrikam.com"


def test_a_user_who_is_not_assigned(local, job, world):
    world.put(NEWCOMER)
    world.assigned_only(SOMEBODY["id"])
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "assigned")
    assert "neither directly nor by a group" in found.answer
    world.cycle()
    assert world.account(NEWCOMER) is None
    assert local.writes == []


def test_a_user_who_is_assigned_by_a_group(job, world):
    world.put(NEWCOMER)
    world.assigned_only(world.put_group("g-1", "Sales Lisbon", NEWCOMER["id"]))
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == ("due", None)
    assert found["assigned"].found == "The user is assigned by the group Sales Lisbon"
    world.cycle()
    assert world.account(NEWCOMER) is not None


def test_a_group_within_an_assigned_group_does_not_count_and_is_named(local, job, world):
    world.put(NEWCOMER)
    inner = world.put_group("g-2", "Lisbon", NEWCOMER["id"])
    world.assigned_only(world.put_group("g-1", "Portugal", inner))
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "assigned")
    assert "groups within assigned groups do not count: Lisbon in Portugal" in found.answer
    assert found["assigned"].evidence["nestedGroups"] == ["Lisbon in Portugal"]
    assert found.requests == len(local.sent) <= 13
    world.cycle()
    assert world.account(NEWCOMER) is None


def test_default_access_alone_where_the_application_has_roles(job, world):
    role = {
        "id": "r-1",
        "displayName": "Seller",
        "value": "seller",
        "isEnabled": True,
        "allowedMemberTypes": ["User"],
    }
    world.tenant.table("appRole", SCIM_PRINCIPAL_ID)["r-1"] = role
    world.assigned_only(SOMEBODY["id"])
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == (NOT, "assigned")
    assert "default access only" in found.answer
    world.assign(SOMEBODY["id"], "r-1")
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == ("provisioned", None)
    assert [one["role"] for one in found["assigned"].evidence["assignments"]][1] == "Seller"


def test_a_filter_is_explained_clause_by_clause_with_the_values(job, world):
    world.scope(
        [("department", "EQUALS", "Sales"), ("city", "REGEX MATCH", "^D")],
        [("country", "EQUALS", "NO"), ("employeeId", "IS NOT NULL", "")],
    )
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == (NOT, "scope")
    assert (
        "department EQUALS 'Sales' fails for 'Engineering'; country EQUALS 'NO' fails for 'IE'"
        in found.answer
    )
    clauses = [
        (one["clause"], one["value"], one["holds"])
        for group in found["scope"].evidence["groups"]
        for one in group
    ]
    assert clauses == [
        ("department EQUALS 'Sales'", "Engineering", False),
        ("city REGEX MATCH '^D'", "Dublin", True),
        ("country EQUALS 'NO'", "IE", False),
        ("employeeId IS NOT NULL", "10007", True),
    ]
    world.cycle()
    assert world.account(SOMEBODY)["active"] == "False"


def test_one_group_of_clauses_suffices(job, world):
    world.scope([("department", "EQUALS", "Sales")], [("country", "EQUALS", "IE")])
    assert failing(job.explain(SOMEBODY["id"])) == ("provisioned", None)
    world.cycle()
    assert world.account(SOMEBODY)["active"] == "True"


def test_an_input_filter_hides_the_user(job, world):
    world.put(NEWCOMER)
    world.scope([("department", "EQUALS", "Nowhere")], inputs=True)
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "scope")
    assert found["scope"].evidence["inputGroups"][0][0]["holds"] is False
    world.cycle()
    assert world.account(NEWCOMER) is None


def test_a_matching_attribute_without_a_value(job, world):
    world.put(NEWCOMER, employeeId=None)
    world.map("userName", "[employeeId]")
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "matching")
    assert "userName from [employeeId]" in found.answer
    world.cycle()
    assert (world.account(NEWCOMER), world.last_code(NEWCOMER)) == (None, "MissingValues")
    assert failing(job.explain(NEWCOMER["id"])) == (NOT, "matching")


def test_a_matching_value_that_another_user_has_already(job, world):
    world.map("userName", "[employeeId]")
    world.cycle()
    world.put(NEWCOMER, employeeId=SOMEBODY["employeeId"])
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "unique")
    assert "hans.ahlberg@contoso.com has the same employeeId" in found.answer
    world.cycle()
    assert world.last_code(NEWCOMER) == "DuplicateSourceEntries"
    assert world.account(NEWCOMER) is None


def test_two_accounts_in_the_target_with_the_same_value_are_known_from_the_log(job, world):
    for name in ("one", "two"):
        world.emulator.put_account(
            SCIM_PRINCIPAL_ID, {"userName": NEWCOMER["userPrincipalName"], "displayName": name}
        )
    world.put(NEWCOMER)
    world.cycle()
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "log")
    assert "DuplicateTargetEntries: 2 accounts have this userName" in found.answer
    world.cycle()
    assert world.account(NEWCOMER) is None


def test_a_target_that_refuses_the_account_is_known_from_the_log(local, job, world):
    local.target(SCIM_PRINCIPAL_ID, rejects=[Rejection(attribute="title", message="too long")])
    world.put(NEWCOMER)
    world.cycle()
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "log")
    assert "too long" in found.answer


def test_a_refusal_by_the_target_counts_until_the_data_has_changed(local, job, world):
    local.target(SCIM_PRINCIPAL_ID, rejects=[Rejection(attribute="title", value="Poet")])
    world.put(NEWCOMER, jobTitle="Poet")
    world.cycle()
    assert failing(job.explain(NEWCOMER["id"])) == (NOT, "log")
    world.put(NEWCOMER, jobTitle="Writer")
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == ("unknown", None)
    assert "since then title changed" in found.answer
    world.cycle()
    assert failing(job.explain(NEWCOMER["id"])) == ("provisioned", None)


def test_an_update_that_the_target_refuses_is_a_remark(local, job, world):
    local.target(SCIM_PRINCIPAL_ID, rejects=[Rejection(attribute="title", value="Poet")])
    world.put(SOMEBODY, jobTitle="Poet")
    world.cycle()
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == ("provisioned", None)
    assert ", but the latest record" in found.answer
    assert [one.name for one in found.remarks] == ["log"]


def test_a_value_that_two_new_users_share_is_pointed_out(job, world):
    world.map("userName", "[employeeId]")
    world.put(NEWCOMER)
    world.put(GUEST, employeeId=NEWCOMER["employeeId"])
    found = job.explain(NEWCOMER["id"])
    assert str(found.verdict) == "due"
    assert results(found)["unique"] == "unknown"
    assert "shared with bob_fabrikam.com#EXT#@contoso.com" in found["unique"].found


def test_the_default_domain_is_read_where_a_mapping_needs_it(local, job, world):
    world.map("nickName", 'Join("@", [mailNickname], DefaultDomain())')
    found = job.explain(SOMEBODY["id"])
    assert found["values"].evidence["nickName"] == "hans.ahlberg@contoso.com"
    assert found.requests == 10
    local.emulator.faults.add(Fault(kind="status", status=403, path="*/organization*"))
    found = job.explain(SOMEBODY["id"])
    assert str(found.verdict) == "provisioned"
    assert results(found)["values"] == "unknown"
    assert "default domain" in found["values"].evidence["nickName"]


def test_an_expression_that_cannot_be_computed(job, world):
    world.put(NEWCOMER)
    world.map("title", 'Mid([jobTitle], [employeeId], "x")')
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "values")
    assert "the mapping of title cannot be computed" in found.answer
    world.cycle()
    assert world.last_code(NEWCOMER) == "AttributeMappingExpressionFailure"
    assert world.account(NEWCOMER) is None


def test_an_expression_that_cannot_be_read(job, world):
    world.put(NEWCOMER)
    world.map("title", "Mid([jobTitle], 1")
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "values")
    world.cycle()
    assert world.account(NEWCOMER) is None


def test_a_mapping_that_takes_the_user_out_of_the_flow(job, world):
    world.put(NEWCOMER)
    world.map("title", 'IIF([userType]="Member", IgnoreObjectFlow, [jobTitle])')
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "values")
    assert "takes the user out of the flow" in found.answer
    world.cycle()
    assert (world.account(NEWCOMER), world.last_code(NEWCOMER)) == (None, "IgnoreObjectFlow")


def test_a_mapping_that_is_disabled_and_one_that_creates_nothing(job, world):
    world.put(NEWCOMER)
    world.schema(lambda mapping: mapping.update(flowTypes="Update,Delete"))
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == (NOT, "actions")
    assert "creates no accounts" in found.answer
    assert failing(job.explain(SOMEBODY["id"])) == ("provisioned", None)
    world.cycle()
    assert world.last_code(NEWCOMER) == "FlowTypeNotEnabled"
    world.schema(lambda mapping: mapping.update(enabled=False))
    assert failing(job.explain(SOMEBODY["id"])) == (NOT, "mapping")


def test_a_manager_without_an_account_is_a_remark(job, world):
    world.put(NEWCOMER, manager=MANAGER["id"])
    world.assigned_only(NEWCOMER["id"])
    job.restart(Scope.FULL, dangerous=True)
    found = job.explain(NEWCOMER["id"])
    assert failing(found) == ("due", None)
    assert results(found)["references"] == "failed"
    assert f"because {MANAGER['userPrincipalName']} has no account" in found.answer
    world.cycle()
    account = world.account(NEWCOMER)
    assert account is not None
    assert not any(name.endswith("manager") for name in account)


def test_what_may_not_be_read_is_unknown_with_the_reason(local, job, world):
    local.emulator.faults.add(Fault(kind="status", status=403, path="*/users/*"))
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == ("unknown", None)
    assert {name for name, result in results(found).items() if result == "unknown"} == {
        "user",
        "enabled",
        "assigned",
        "scope",
        "matching",
        "unique",
        "values",
        "references",
    }
    assert "403" in found["user"].found
    assert {found[name].found for name in ("enabled", "assigned", "scope")} == {found["user"].found}
    assert "is not known" in found.answer


def test_logs_and_connections_that_may_not_be_read_do_not_hide_the_verdict(local, job):
    for path in ("*objectConnections*", "*auditLogs*"):
        local.emulator.faults.add(Fault(kind="status", status=403, path=path))
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == ("unknown", None)  # nothing says whether there is an account
    assert found.unknown[0].name == "references"
    local.emulator.faults.clear()
    local.emulator.faults.add(Fault(kind="status", status=403, path="*objectConnections*"))
    assert str((job.explain(SOMEBODY["id"])).verdict) == "provisioned"
    for key, record in list(local.tenant.table("log").items()):
        if record["source"][0] == SOMEBODY["id"]:  # the service logs that nothing was to be done
            unchanged = {"action": "other", "status": "skipped", "code": "RedundantExport"}
            local.tenant.table("log")[key] = {**record, **unchanged}
    found = job.explain(SOMEBODY["id"])
    assert "RedundantExport" in found["log"].found
    assert str(found.verdict) == "provisioned"  # the log names the account
    assert results(found)["connection"] == "unknown"


def test_settings_that_may_not_be_read_leave_an_unassigned_user_unknown(local, job):
    local.emulator.faults.add(Fault(kind="status", status=403, path="*/secrets"))
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == ("unknown", None)
    assert "whether the job provisions all users could not be read" in found["assigned"].found


def test_a_principal_that_may_not_be_read_does_not_hide_the_assignment(local, job, world):
    world.assigned_only(SOMEBODY["id"])
    path = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}"
    local.emulator.faults.add(Fault(kind="status", status=403, path=path))
    found = job.explain(SOMEBODY["id"])
    assert results(found)["application"] == "unknown"
    assert results(found)["assigned"] == "passed"
    assert str(found.verdict) == "provisioned"


def test_a_schema_that_may_not_be_read(local, job):
    local.emulator.faults.add(Fault(kind="status", status=403, path="*/schema"))
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == ("unknown", None)
    assert results(found)["mapping"] == "unknown"
    assert results(found)["user"] == "passed"


def test_an_answer_of_a_shape_that_it_should_not_have_is_unknown(local):
    def answer(request):
        found = local(request)
        body = json.loads(found.content)
        if request.url.path.endswith(SCIM_JOB_ID):
            body["status"] = "fine"
        if request.url.path.endswith("/auditLogs/provisioning"):
            body["value"][0]["provisioningStatusInfo"] = None
            body["value"][0]["activityDateTime"] = "yesterday"
        return httpx.Response(found.status_code, json=body)

    graph = GraphClient(
        "t",
        endpoint=local.root,
        transport=httpx.MockTransport(answer),
        retry=RetryPolicy(attempts=1),
    )
    found = job_of(graph).explain(SOMEBODY["id"])
    assert failing(found) == ("unknown", None)
    assert results(found)["job"] == results(found)["log"] == "unknown"
    assert "expected a JSON object" in found["job"].found
    assert results(found)["scope"] == "passed"


def test_nothing_that_can_be_read_at_all_is_an_error(local, job):
    local.emulator.faults.add(Fault(kind="status", status=403))
    with pytest.raises(Forbidden):
        job.explain(SOMEBODY["id"])


def test_a_filter_on_what_graph_does_not_show_is_unknown(job, world):
    world.scope([("accountSku", "EQUALS", "E5")])
    found = job.explain(SOMEBODY["id"])
    assert failing(found) == ("unknown", None)
    assert "Graph does not show accountSku" in found["scope"].found


def test_a_job_whose_source_is_not_the_directory(connected, inbound):
    found = inbound.explain("E-1001")
    assert found["user"].result == "unknown"
    assert "which Graph does not show" in found["user"].found


def test_secrets_are_in_no_evidence(job, world):
    world.map("password", 'Join("", "hunter", [employeeId])')
    world.map("title", "Redact([jobTitle])")
    found = job.explain(SOMEBODY["id"])
    said = json.dumps(found.to_dict()) + str(found) + repr(found)
    assert "hunter" not in said
    assert "seeded-token" not in said
    assert found["values"].evidence["password"] == "[Redact]"
    assert found["values"].evidence["title"] == "[Redact]"
    assert len(repr(found)) < 400


def test_progress_and_the_time_of_the_whole_call(local, job):
    seen = []
    job.explain(SOMEBODY["id"], progress=seen.append)
    assert [one.requests for one in seen] == [*range(1, 10)]
    assert seen[1].read == "the job"
    with pytest.raises(ValueError, match="timeout is 0"):
        job.explain(SOMEBODY["id"], timeout=0)


def test_what_is_not_read_in_time_is_unknown(local, job, monkeypatch):
    monkeypatch.setattr("graphsync._sync.tasks.reader.time", local)
    local.before = lambda _request: local.emulator.advance(seconds=10)
    found = job.explain(SOMEBODY["id"], timeout=45)
    assert len(local.sent) == found.requests == 5
    assert results(found)["user"] == "passed"
    assert "the time of 45 s was over" in found["connection"].found
    assert str(found.verdict) == "unknown"


def test_the_session_of_the_task_sends_no_write(local, tenant):
    reader = Reader(tenant._session, None, None)
    with pytest.raises(WriteRefused):
        reader.session.send(pause_job(Owner.service_principal("p"), "j"))
    unread = reader.read("the job", pause_job(Owner.service_principal("p"), "j"))
    assert "was not sent" in unread.why
    assert local.sent == []


def test_what_cannot_be_explained_is_refused_with_the_remedy(tenant, job):
    with pytest.raises(ValueError, match="pass an id or an address"):
        job.explain("  ")
    with pytest.raises(TypeError, match="not int"):
        job.explain(7)
    owned = tenant.applications["x"].synchronization.jobs[SCIM_JOB_ID]
    with pytest.raises(Refused, match="choose the job of its service principal"):
        owned.explain(SOMEBODY["id"])
    with pytest.raises(KeyError, match="there are application, job"):
        (job.explain(SOMEBODY["id"]))["scoping"]
