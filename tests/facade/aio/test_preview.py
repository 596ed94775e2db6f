"""The account that the mappings would make of a user, against the account that a cycle makes."""

from __future__ import annotations

import json

import httpx
import pytest

from graphsync import RetryPolicy
from graphsync.aio import AsyncGraphClient
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Fault
from graphsync.errors import NoMatch, Refused
from tests.facade.explained import GUEST, MANAGER, NEWCOMER, SOMEBODY, World

pytestmark = pytest.mark.anyio


@pytest.fixture
def world(local):
    return World(local)


@pytest.fixture
def job(tenant):
    return tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]


async def test_what_is_created_is_what_the_cycle_creates(local, job, world):
    world.map("title", 'Join(" / ", [jobTitle], [department])')
    world.map("nickName", "[mailNickname]", flowType="ObjectAddOnly")
    world.map("userType", "", defaultValue="Employee")
    world.put(NEWCOMER, manager=MANAGER["id"])
    world.put(GUEST)
    previews = [await job.preview(one["id"]) for one in (NEWCOMER, GUEST)]
    world.cycle()
    for user, found in zip((NEWCOMER, GUEST), previews, strict=True):
        made = {name: value for name, value in world.account(user).items() if name != "id"}
        assert found.on_create == made
        assert found.account is None
    assert previews[0]["title"].source == 'Join(" / ", [jobTitle], [department])'
    assert previews[0].on_create["title"] == "Specialist / Legal"
    assert previews[1].on_create["userName"] == "bob@fabrikam.com"
    assert local.writes == []


async def test_what_is_updated_is_what_the_cycle_updates(job, world):
    world.map("nickName", "[mailNickname]", flowType="ObjectAddOnly")
    world.put(SOMEBODY, jobTitle="Lead", department=None)
    found = await job.preview(SOMEBODY["id"])
    assert found.account is not None
    assert "nickName" in found.on_create
    assert "nickName" not in found.on_update
    assert found.on_update["title"] == "Lead"
    world.cycle()
    account = world.account(SOMEBODY)
    assert {name: account[name] for name in found.on_update} == found.on_update


async def test_it_takes_four_requests_and_one_for_each_reference(local, job, world):
    found = await job.preview("hans.ahlberg@contoso.com")
    assert found.requests == len(local.sent) == 5
    world.put(SOMEBODY, manager=None)
    local.requests.clear()
    assert (await job.preview(SOMEBODY["id"])).requests == len(local.sent) == 4
    assert {line.partition(" ")[0] for line in local.sent} == {"GET"}


async def test_a_mapping_that_cannot_be_computed_is_a_problem_and_the_others_are_there(job, world):
    world.map("title", 'Mid([jobTitle], [city], "x")')
    world.map("nickName", "[accountSku]")
    found = await job.preview(SOMEBODY["id"])
    problems = dict(line.split(": ", 1) for line in found.problems)
    assert {*problems} == {"title", "nickName"}
    assert problems["nickName"] == "Graph does not show accountSku"
    assert found.on_create["displayName"] == "Hans Ahlberg"
    assert "title" not in found.on_create
    with pytest.raises(KeyError, match="did you mean 'title'"):
        found["tilte"]


async def test_secret_values_are_masked_and_never_sent(local, job, world):
    world.map("password", 'Join("", "hunter", [employeeId])')
    world.map("title", "Redact(ToUpper([jobTitle], ))")
    found = await job.preview(SOMEBODY["id"], compare=True)
    said = json.dumps(found.to_dict()) + str(found) + repr(found)
    assert "SPECIALIST" not in said
    assert "hunter" not in found.on_create["password"]
    assert found.on_create["title"] == "[Redact]"
    sent = b"".join(request.content for request in local.requests)
    assert b"hunter" not in sent
    assert b"Redact" not in sent
    assert len(repr(found)) < 400


async def test_the_service_computes_the_same_for_every_function(local, job, world):
    world.map("title", 'Join(", ", [jobTitle], [proxyAddresses])')
    world.map("nickName", "ToUpper([mailNickname], )")
    world.map("locale", 'Replace([preferredLanguage], "-", , , "_", , )')
    world.map("id", "Guid()")
    found = await job.preview(SOMEBODY["id"], compare=True)
    assert {one.target for one in found.compared} == {
        "active",
        "name.formatted",
        "title",
        "nickName",
        "locale",
    }
    assert [one.problem for one in found.compared] == [""] * 5
    assert found.differences == ()
    assert {one.target: one.there for one in found.compared}["locale"] == ["en_US"]
    posts = [line for line in local.sent if line.startswith("POST")]
    assert len(posts) == 5
    assert all(line.endswith("/schema/parseExpression") for line in posts)
    assert local.writes == []


async def test_a_value_that_the_service_computes_otherwise_is_a_difference(local):
    def answer(request):
        found = local(request)
        if request.url.path.endswith("parseExpression"):
            body = {**json.loads(found.content), "evaluationResult": ["otherwise"]}
            return httpx.Response(200, json=body)
        return found

    graph = AsyncGraphClient(
        "t",
        endpoint=local.root,
        transport=httpx.MockTransport(answer),
        retry=RetryPolicy(attempts=1),
    )
    job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    found = await job.preview(SOMEBODY["id"], compare=True)
    assert [one.target for one in found.differences] == ["active", "name.formatted"]
    assert "name.formatted: the service computes ['otherwise']" in str(found)


async def test_a_comparison_that_may_not_be_made_says_why(local, job):
    local.emulator.faults.add(Fault(kind="status", status=403, path="*parseExpression*"))
    found = await job.preview(SOMEBODY["id"], compare=True)
    assert all("403" in one.problem for one in found.compared)
    assert found.differences == ()


async def test_a_preview_of_nobody_is_an_error_that_says_why(local, job, world, inbound):
    with pytest.raises(NoMatch, match=r"there is no user nobody@contoso\.com"):
        await job.preview("nobody@contoso.com")
    with pytest.raises(Refused, match="which Graph does not show"):
        await inbound.preview("E-1001")
    world.schema(lambda mapping: mapping.update(enabled=False))
    with pytest.raises(NoMatch, match="no enabled mapping for users"):
        await job.preview(SOMEBODY["id"])
