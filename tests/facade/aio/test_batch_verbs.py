from __future__ import annotations

import pytest

from graphsync.errors import NotDeferrable, Refused

pytestmark = pytest.mark.anyio


async def test_verbs_of_several_requests_are_refused_before_anything_is_sent(graph, sync, service):
    service.answer({"id": "s", "version": "1"})
    schema = await sync.jobs["j"].schema.get()
    for verb, arguments, options in (
        (sync.secrets.update, ({"SyncAll": "true"},), {}),
        (sync.secrets.clear, ("SyncAll",), {}),
        (sync.secrets.replace, ({"SyncAll": "true"},), {"wait": 1}),
        (schema.replace, (), {"expected_version": "1"}),
        (graph.batch().send, (), {}),
    ):
        with pytest.raises(NotDeferrable, match="more than one request"):
            graph.batch().add(verb, *arguments, **options)
        with pytest.raises(NotDeferrable, match="more than one request"):
            graph.dry_run(verb, *arguments, **options)
    assert len(service.requests) == 1


async def test_a_list_of_several_pages_is_an_error_of_its_item(graph, sync, service):
    batch = graph.batch()
    pages, page = batch.add(sync.jobs.list), batch.add(sync.jobs.list)
    more = {"value": [], "@odata.nextLink": f"{service.root}/x"}
    service.envelope({"id": "1", "status": 200, "body": more}, {"id": "2", "status": 200, "body": {"value": []}})
    await batch.send()
    with pytest.raises(NotDeferrable, match="more than one request"):
        _ = pages.result
    assert page.result == []


async def test_a_generator_among_the_arguments_is_read_once(graph, sync, service):
    records = ({"schemas": ["x"], "externalId": str(number)} for number in range(3))
    batch = graph.batch()
    upload = batch.add(sync.jobs["j"].bulk_upload.perform, records=records)
    service.envelope({"id": "1", "status": 202, "headers": {"Location": "/x"}})
    await batch.send()
    assert len(service.batched()[0]["body"]["Operations"]) == 3
    assert upload.result.location == "/x"


async def test_whatever_fails_with_an_answer_is_an_error_of_its_item(graph, sync, service):
    async def first():
        return (await sync.jobs.list())[0]

    batch = graph.batch()
    wrong, good = batch.add(first), batch.add(sync.jobs["j"].start)
    service.envelope({"id": "1", "status": 200, "body": {"value": []}}, {"id": "2", "status": 204})
    await batch.send()
    assert isinstance(wrong.error, IndexError)
    assert good.error is None


async def test_edits_after_add_are_neither_sent_nor_lost(graph, sync, service):
    service.answer({"id": "s", "synchronizationRules": [{"id": "r", "priority": 1}]})
    schema = await sync.jobs["j"].schema.get()
    schema.data.synchronization_rules[0].priority = 5
    batch = graph.batch()
    item = batch.add(schema.replace)
    schema.data.synchronization_rules[0].priority = 9
    service.envelope({"id": "1", "status": 204})
    await batch.send()
    assert service.batched()[0]["body"]["synchronizationRules"][0]["priority"] == 5
    assert schema.has_edits
    with pytest.raises(RuntimeError, match=r"changed after add\(\); the service has done it as it was then"):
        _ = item.result


async def test_another_clients_verbs_are_refused(graph, sync, service, connect):
    other = connect("another-token", endpoint="https://graph.microsoft.us/v1.0")
    for give in (other.batch().add, other.dry_run):
        with pytest.raises(Refused, match="start_job belongs to another client"):
            give(sync.jobs["j"].start)
    item = graph.with_options(timeout=5).batch().add(sync.jobs["j"].start)
    assert item.request.operation.name == "start_job"
    assert service.requests == []
