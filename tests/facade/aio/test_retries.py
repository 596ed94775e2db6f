from __future__ import annotations

import base64
import json

import httpx
import pytest

from graphsync import RetryPolicy, Timeouts
from graphsync.aio import AsyncGraphClient
from graphsync.errors import (
    Conflict,
    ConnectionFailed,
    Forbidden,
    NotFound,
    RateLimitExceeded,
    ServerFailure,
    Throttled,
    Unauthorized,
)

pytestmark = pytest.mark.anyio
JOB = {"id": "j"}
SUCCESS = {"key": '{"result": "Success"}', "value": "{}"}


@pytest.mark.parametrize("verb", ["start", "provision_on_demand", "get"])
async def test_throttling_is_waited_out_for_every_call(sync, service, verb):
    service.answer(status=429, headers={"retry-after": "0.001"}).answer({"id": "j"} | SUCCESS)
    job = sync.jobs["j"]
    await (
        job.provision_on_demand("r", "u") if verb == "provision_on_demand" else getattr(job, verb)()
    )
    assert len(service.requests) == 2


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
async def test_transient_failures_are_repeated_where_that_is_safe(sync, service, status):
    service.answer(status=status).answer(status=status).answer(JOB)
    await sync.jobs["j"].get()
    assert len(service.requests) == 3


async def test_nothing_else_is_repeated(sync, service):
    service.answer(status=400)
    with pytest.raises(Exception, match="400"):
        await sync.jobs["j"].get()
    service.answer(status=500)
    with pytest.raises(ServerFailure):
        await sync.jobs.create("scim")
    assert len(service.requests) == 2


async def test_a_connection_that_never_came_about_is_tried_again_for_every_call(sync, service):
    service.fail(lambda request: httpx.ConnectError("refused", request=request)).answer(
        {"id": "n"}, status=201
    )
    assert (await sync.jobs.create("scim")).id == "n"


async def test_a_connection_that_broke_is_tried_again_only_where_that_is_safe(sync, service):
    service.fail(lambda request: httpx.ReadError("reset", request=request)).answer(JOB)
    await sync.jobs["j"].get()
    service.fail(lambda request: httpx.RemoteProtocolError("cut", request=request))
    with pytest.raises(ConnectionFailed, match="cut") as failure:
        await sync.jobs.create("scim")
    assert failure.value.sent
    assert len(service.requests) == 3


async def test_a_wait_that_the_budget_does_not_hold_is_not_begun(graph, service):
    service.answer(status=429, headers={"retry-after": "3600"})
    with pytest.raises(Throttled) as failure:
        await graph.with_options(timeout=30).request("GET", "/x")
    assert failure.value.retry_after == 3600
    assert len(service.requests) == 1


@pytest.mark.parametrize(
    ("status", "error"), [(401, Unauthorized), (403, Forbidden), (404, NotFound), (409, Conflict)]
)
async def test_patience_for_what_is_not_visible_yet_is_opt_in(sync, service, status, error):
    job = sync.jobs["j"]
    service.answer(status=status)
    with pytest.raises(error):
        await job.start()
    for _ in range(9):  # more than the policy's attempts
        service.answer(status=status)
    service.answer(status=204)
    await job.with_options(consistency=60).start()
    assert len(service.requests) == 11


def made(**claims: object) -> str:
    return f"e30.{base64.urlsafe_b64encode(json.dumps(claims).encode()).decode()}.x"


@pytest.mark.parametrize("status", [401, 403])
async def test_what_the_token_itself_shows_is_not_waited_for(service, connect, status):
    """A permission that is not in the token does not come by waiting."""
    for roles in ([], ["User.Read.All"]):
        service.answer(status=status)
        graph = connect(made(roles=roles)).with_options(consistency=60)
        with pytest.raises((Forbidden, Unauthorized)) as refused:
            await graph.service_principals["p"].synchronization.jobs["j"].start()
        assert "The token itself shows the cause" in refused.value.hint
        assert "needs Synchronization.ReadWrite.All" in refused.value.hint
    assert len(service.requests) == 2
    service.answer(status=status).answer(status=204)
    allowed = connect(
        made(roles=["Synchronization.ReadWrite.All"]), retry=RetryPolicy(wait_initial=0.001)
    )
    await (
        allowed.with_options(consistency=60)
        .service_principals["p"]
        .synchronization.jobs["j"]
        .start()
    )
    assert len(service.requests) == 4


async def test_patience_ends(sync, service):
    unhurried = RetryPolicy(wait_initial=0.05, wait_max=0.1, jitter=0.0)
    for _ in range(50):
        service.answer(status=404)
    with pytest.raises(NotFound):
        await sync.jobs.with_options(consistency=0.5, retry=unhurried)["j"].get()
    assert 2 <= len(service.requests) < 50


async def test_a_policy_of_one_attempt_never_repeats(service):
    service.answer(status=429, headers={"retry-after": "0"})
    graph = AsyncGraphClient(
        "t", transport=httpx.MockTransport(service), retry=RetryPolicy(attempts=1)
    )
    with pytest.raises(Throttled):
        await graph.request("GET", "/x")
    assert len(service.requests) == 1


async def test_known_limits_are_kept_within_the_budget(sync, service):
    for _ in range(6):
        service.answer(SUCCESS)
    job = sync.jobs["j"].with_options(timeout=Timeouts(total=2))
    for _ in range(5):
        await job.provision_on_demand("r", "u")
    with pytest.raises(
        RateLimitExceeded, match=r"provision_on_demand: .* may be sent in \d+\.\d s, at 20"
    ) as failure:
        await job.provision_on_demand("r", "u")
    assert 5 < failure.value.retry_after <= 10.1
    assert len(service.requests) == 5


async def test_a_call_waits_for_its_turn(sync, service, slept):
    for _ in range(6):
        service.answer(SUCCESS)
    for _ in range(6):
        await sync.jobs["j"].provision_on_demand("r", "u")
    assert len(slept) == 1
    assert 5 < slept[0] <= 10.1


async def test_limits_are_shared_by_all_that_comes_from_a_client(graph, service):
    for _ in range(6):
        service.answer(SUCCESS)
    for number in range(5):
        jobs = graph.with_options(timeout=1).service_principals[str(number)].synchronization.jobs
        await jobs["j"].provision_on_demand("r", "u")
    with pytest.raises(RateLimitExceeded):
        await (
            graph.with_options(timeout=1)
            .applications["a"]
            .synchronization.jobs["k"]
            .provision_on_demand("r", "u")
        )
