"""A read-only client: whatever could change something stays here."""

from __future__ import annotations

import pytest

from graphsync.errors import Refused, ServiceError, WriteRefused
from tests.faults.operations import operations

READING_POSTS = {"parse_job_expression", "parse_template_expression"}
VALIDATING_POSTS = {"validate_credentials", "validate_job_credentials"}


async def passes(service, graph, operation):
    """Return whether an operation left the client; what becomes of the answer does not matter."""
    before = len(service.requests)
    service.answer(status=418)
    with pytest.raises((WriteRefused, ServiceError)) as failure:
        await graph.send(operation)
    if len(service.requests) == before + 1:
        assert isinstance(failure.value, ServiceError)
        return True
    service.answers.pop()
    assert isinstance(failure.value, Refused)
    assert operation.method in str(failure.value)
    return False


async def test_of_all_operations_only_reads_are_sent(service, graph):
    sent = {one.name for one in operations() if await passes(service, graph.read_only(), one)}
    wanted = {one.name for one in operations() if one.method == "GET"} | READING_POSTS
    assert sent == wanted
    assert {request.method for request in service.requests} == {"GET", "POST"}
    assert all(
        "parseExpression" in request.url.path
        for request in service.requests
        if request.method == "POST"
    )


async def test_credentials_are_validated_where_that_is_asked_for(service, graph):
    reading = graph.read_only(validate=True)
    sent = {one.name for one in operations() if await passes(service, reading, one)}
    assert sent >= VALIDATING_POSTS
    assert (
        sent - VALIDATING_POSTS
        == {one.name for one in operations() if one.method == "GET"} | READING_POSTS
    )


async def test_verbs_requests_and_batches_are_refused_alike(service, graph):
    reading = graph.read_only()
    job = reading.service_principals[service.sync.split("/")[2]].synchronization.jobs["j"]
    with pytest.raises(
        WriteRefused,
        match=r"POST /v1\.0/servicePrincipals/.*/jobs/j/start was not sent.*read_only\(\)",
    ):
        await job.start()
    with pytest.raises(WriteRefused):
        await job.with_options(timeout=5, consistency=1).pause()
    with pytest.raises(WriteRefused):
        await reading.with_options(timeout=5).request("patch", "/users/a", json={})
    for write in (job.start, job.delete):
        batch = reading.batch()
        batch.add(job.get)
        batch.add(write)
        with pytest.raises(WriteRefused):
            await batch.send()
    assert service.requests == []
    assert reading.dry_run(job.start).method == "POST"


async def test_a_batch_of_reads_goes_and_the_client_below_still_writes(service, graph):
    reading = graph.read_only()
    job = reading.service_principals[service.sync.split("/")[2]].synchronization.jobs["j"]
    batch = reading.batch()
    item = batch.add(job.get)
    service.envelope({"id": "1", "status": 200, "body": {"id": "j"}})
    await batch.send()
    assert item.result.id == "j"
    service.answer(status=204)
    await graph.service_principals[service.sync.split("/")[2]].synchronization.jobs["j"].start()
    assert [request.method for request in service.requests] == ["POST", "POST"]
    await reading.close()
    assert not graph.is_closed


async def test_each_request_that_goes_out_is_reported(service, graph):
    seen = []
    reading = graph.read_only(on_request=lambda method, path: seen.append((method, path)))
    job = reading.service_principals[service.sync.split("/")[2]].synchronization.jobs["j"]
    service.answer({"id": "j"})
    await job.get()
    with pytest.raises(WriteRefused):
        await job.start()
    assert seen == [("GET", f"/v1.0{service.sync}/jobs/j")]
