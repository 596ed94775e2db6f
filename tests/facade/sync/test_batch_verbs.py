# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_batch_verbs.py
from __future__ import annotations

import inspect
import pydoc

import pytest

from graphsync.errors import NotDeferrable, NotFound, ProvisioningFailed, Refused, UnsentEdits
from graphsync_client.api.jobs.list_jobs import list_jobs
from graphsync_client.types import Owner

pytestmark = pytest.mark.anyio
OWNER = Owner.service_principal("p")


def test_verbs_of_several_requests_are_refused_before_anything_is_sent(graph, sync, service):
    service.answer({"id": "s", "version": "1"})
    schema = sync.jobs["j"].schema.get()
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


def test_a_list_of_several_pages_brings_its_first_and_the_link(graph, sync, service):
    batch = graph.batch()
    pages, page, raw = (
        batch.add(sync.jobs.list),
        batch.add(sync.jobs.list),
        batch.add(list_jobs(OWNER)),
    )
    first, none = batch.add(sync.jobs.top(1).first), batch.add(sync.jobs.first)
    more = {"value": [{"id": "a"}], "@odata.nextLink": f"{service.root}/x"}
    service.envelope(
        *({"id": str(number), "status": 200, "body": more} for number in (1, 3, 4)),
        *({"id": str(number), "status": 200, "body": {"value": []}} for number in (2, 5)),
    )
    batch.send()
    assert [job.id for job in pages.result] == ["a"]
    assert pages.next_link == raw.next_link == f"{service.root}/x"
    service.page({"id": "b"})
    assert [job.id for job in sync.jobs.resume(pages.next_link).list()] == ["b"]
    assert (page.result, page.next_link) == ([], None)
    assert first.result.id == "a"
    assert none.result is None


def test_a_listing_that_goes_on_somewhere_goes_on_there_in_a_batch(graph, sync, service):
    link = f"{service.root}{service.sync}/jobs?$skiptoken=x"
    request = graph.dry_run(sync.jobs.filter("a eq 1").consistency_level().resume(link).list)
    assert request.url == link
    assert request.headers["consistencylevel"] == "eventual"


def test_a_look_up_goes_in_a_batch_while_its_matches_fill_one_page(graph, service):
    find = graph.service_principals.find
    batch = graph.batch()
    one, several = batch.add(find, display_name="x"), batch.add(find, app_id="y")
    page = {"value": [{"id": "sp"}]}
    service.envelope(
        {"id": "1", "status": 200, "body": page},
        {"id": "2", "status": 200, "body": {**page, "@odata.nextLink": f"{service.root}/x"}},
    )
    batch.send()
    assert one.result.id == "sp"
    assert isinstance(several.error, NotDeferrable)


def test_a_generator_among_the_arguments_is_read_once(graph, sync, service):
    records = ({"schemas": ["x"], "externalId": str(number)} for number in range(3))
    batch = graph.batch()
    upload = batch.add(sync.jobs["j"].bulk_upload.perform, records=records)
    service.envelope({"id": "1", "status": 202, "headers": {"Location": "/x"}})
    batch.send()
    assert len(service.batched()[0]["body"]["Operations"]) == 3
    assert upload.result.location == "/x"


def test_a_function_is_refused_before_any_of_it_runs(graph, sync, service):
    audit = []

    def restart_and_say_so():
        audit.append("restarted")
        sync.jobs["j"].restart()

    batch = graph.batch()
    for give in (batch.add, graph.dry_run):
        with pytest.raises(
            TypeError, match=r"restart_and_say_so is not a verb .* adds each of them itself"
        ):
            give(restart_and_say_so)
    assert (audit, len(batch), service.requests) == ([], 0, [])


def test_whatever_fails_with_an_answer_is_an_error_of_its_item(graph, sync, service):
    batch = graph.batch()
    wrong = batch.add(sync.jobs["j"].provision_on_demand, "r", "u")
    good = batch.add(sync.jobs["j"].start)
    pair = {"key": '{"result": "Failure"}', "value": "[]"}
    service.envelope({"id": "1", "status": 200, "body": pair}, {"id": "2", "status": 204})
    batch.send()
    assert isinstance(wrong.error, ProvisioningFailed)
    assert good.error is None


def test_edits_after_add_are_neither_sent_nor_lost(graph, sync, service):
    service.answer({"id": "s", "synchronizationRules": [{"id": "r", "priority": 1}]})
    schema = sync.jobs["j"].schema.get()
    schema.data.synchronization_rules[0].priority = 5
    batch = graph.batch()
    item = batch.add(schema.replace)
    schema.data.synchronization_rules[0].priority = 9
    service.envelope({"id": "1", "status": 204})
    batch.send()
    assert service.batched()[0]["body"]["synchronizationRules"][0]["priority"] == 5
    assert item.result is None
    assert schema.has_edits
    service.answer(status=204)
    schema.replace()
    assert service.body["synchronizationRules"][0]["priority"] == 9
    assert not schema.has_edits


@pytest.mark.parametrize("kind", ["template", "directory"])
def test_a_write_that_was_sent_shows_as_sent_whatever_was_edited_since(graph, sync, service, kind):
    service.answer({"id": "t", "description": "a", "name": "a", "discoverable": True})
    if kind == "template":
        thing, member = sync.templates["t"].get(), "description"
    else:
        thing, member = sync.jobs["j"].schema.directories["t"].get(), "name"
    setattr(thing, member, "b")
    batch = graph.batch()
    item = batch.add(thing.update)
    setattr(thing, member, "c")
    service.envelope({"id": "1", "status": 204})
    batch.send()
    assert service.batched()[0]["body"][member] == "b"
    assert item.result is None
    assert getattr(thing, member) == "c"
    assert thing.has_edits
    setattr(thing, member, "b")
    assert not thing.has_edits


def test_edits_made_while_a_read_waits_are_not_overwritten(graph, sync, service):
    service.answer({"id": "t", "description": "a"})
    template = sync.templates["t"].get()
    batch = graph.batch()
    kept, dropped = batch.add(template.get), batch.add(template.get, discard_edits=True)
    template.description = "b"
    service.envelope(
        {"id": "1", "status": 200, "body": {"id": "t", "description": "z"}},
        {"id": "2", "status": 404},
    )
    batch.send()
    assert isinstance(kept.error, UnsentEdits)
    assert template.description == "b"
    assert isinstance(dropped.error, NotFound)


def test_edits_made_while_a_reset_waits_stay_edits(graph, sync, service):
    service.answer({"id": "s", "version": "1"})
    schema = sync.jobs["j"].schema.get()
    batch = graph.batch()
    item = batch.add(schema.reset)
    schema.data.version = "mine"
    service.envelope({"id": "1", "status": 204})
    batch.send()
    assert item.error is None
    assert schema.version == "mine"
    assert schema.has_edits


def test_an_expression_is_parsed_in_a_batch_too(graph, sync, service):
    service.answer({"id": "s", "synchronizationRules": [{"id": "r", "objectMappings": [{"name": "m",
        "attributeMappings": [{"targetAttributeName": "t"}]}]}]})  # fmt: skip
    schema = sync.jobs["j"].schema.get()
    mapping = schema.rules["r"].object_mappings["m"].attribute_mappings["t"]
    batch = graph.batch()
    item = batch.add(mapping.set_expression, "[x]")
    body = {"parsingSucceeded": True, "parsedExpression": {"expression": "[x]"}}
    service.envelope({"id": "1", "status": 200, "body": body})
    batch.send()
    assert item.result.parsing_succeeded
    assert mapping.expression == "[x]"


def test_any_request_is_a_verb_too(graph, service):
    batch = graph.batch()
    item = batch.add(graph.request, "GET", "/users/ada%40contoso.com")
    service.envelope({"id": "1", "status": 200, "body": {"id": "ada"}})
    batch.send()
    assert item.result == {"id": "ada"}
    assert graph.dry_run(graph.request, "POST", "/x", json={}).method == "POST"


def test_help_shows_a_verb_as_it_is_called(sync):
    restart = sync.jobs["j"].restart
    assert restart.__name__ == "restart"
    assert restart.__doc__.startswith("Restart the job")
    assert (
        str(inspect.signature(restart))
        == "(scope: 'Scope' = ABSENT, *, dangerous: 'bool' = False) -> 'None'"
    )
    assert str(inspect.signature(sync.jobs["j"].get)).endswith("-> 'Self'")
    assert "restart(self, scope: 'Scope' = ABSENT" in pydoc.plain(
        pydoc.render_doc(type(sync.jobs["j"]))
    )


def test_another_clients_verbs_are_refused(graph, sync, service, connect):
    other = connect("another-token", endpoint="https://graph.microsoft.us/v1.0")
    for give in (other.batch().add, other.dry_run):
        with pytest.raises(Refused, match="start_job belongs to another client"):
            give(sync.jobs["j"].start)
    item = graph.with_options(timeout=5).batch().add(sync.jobs["j"].start)
    assert item.request.operation.name == "start_job"
    assert service.requests == []
