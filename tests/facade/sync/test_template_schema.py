# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_template_schema.py
"""A template and its schema: one document, with verbs of their own."""

from __future__ import annotations

import copy

import pytest

from graphsync.errors import NotLoaded, Refused, UnsentEdits
from tests.facade.schemas import SMALL, default_value, mapping_of

pytestmark = pytest.mark.anyio
TEMPLATE = {"id": "t", "description": "old", "schema": SMALL}


def test_a_template_sends_the_edits_of_its_schema(sync, service):
    service.answer(TEMPLATE).answer(status=204).answer(status=204)
    template = sync.templates["t"].get()
    patient = template.with_options(timeout=9)
    mapping_of(template.schema).data.default_value = "1"
    assert template.has_edits
    with pytest.raises(UnsentEdits, match="schema"):
        template.get()
    template.update()
    assert default_value(service.body["schema"]) == "1"
    assert not any(
        thing.has_edits for thing in (template, template.schema, patient, patient.schema)
    )
    template.data.schema.version = "x"
    assert template.schema.has_edits
    template.schema.replace()
    assert service.body["version"] == "x"
    assert not template.has_edits


def test_a_template_does_not_take_back_what_its_schema_sent(sync, service):
    service.answer(TEMPLATE).answer(status=204).answer(status=204)
    template = sync.templates["t"].get()
    mapping_of(template.schema).data.default_value = "1"
    template.schema.replace()
    assert not template.has_edits
    template.description = "new"
    template.update()
    assert default_value(service.body["schema"]) == "1"
    assert service.body["description"] == "new"


def test_a_template_takes_over_a_schema_that_was_read_anew(sync, service):
    service.answer(TEMPLATE).answer(SMALL | {"version": "7.0"}).answer(status=204)
    template = sync.templates["t"].get()
    template.schema.get()
    assert not template.has_edits
    assert template.data.schema is template.schema.data
    template.update()
    assert service.body["schema"]["version"] == "7.0"


def test_a_template_does_not_take_back_a_reset_of_its_schema(sync, service):
    service.answer(TEMPLATE).answer(status=204).answer(TEMPLATE).answer(status=204)
    template = sync.templates["t"].get()
    template.schema.reset()
    assert not template.has_edits
    with pytest.raises(Refused, match="only partly known"):
        template.update()
    template.get()
    assert template.schema.is_loaded
    template.update()
    assert service.body == TEMPLATE


def test_discarding_a_template_s_edits_discards_its_schema_s(sync, service):
    service.answer(TEMPLATE).answer(TEMPLATE)
    template = sync.templates["t"].get()
    mapping_of(template.schema).data.default_value = "1"
    template.get(discard_edits=True)
    assert mapping_of(template.schema).data.default_value == "0"
    assert not template.has_edits


def test_edits_made_before_the_schema_was_looked_at_count_once(sync, service):
    service.answer(TEMPLATE).answer(status=204)
    template = sync.templates["t"].get()
    template.data.schema.version = "x"
    assert template.has_edits
    assert template.schema.has_edits
    template.update()
    assert service.body["schema"]["version"] == "x"
    assert not template.schema.has_edits


@pytest.mark.parametrize("expand", [["schema($select=id,version)"], "schema($select=id,version)"])
def test_a_schema_that_came_along_in_part_is_not_written_as_a_whole(sync, service, expand):
    service.answer({"id": "t", "schema": {"id": "j", "version": "6.0"}})
    template = sync.templates["t"].get(expand=expand)
    assert template.schema.version == "6.0"
    with pytest.raises(NotLoaded, match="synchronization_rules"):
        _ = template.schema.synchronization_rules
    for verb in (template.schema.replace, template.update):
        with pytest.raises(Refused, match="only partly known"):
            verb()
    assert len(service.requests) == 1


def test_a_listed_schema_in_part_is_not_written_as_a_whole(sync, service):
    service.page({"id": "j", "schema": {"id": "j"}})
    (job,) = sync.jobs.expand("schema($select=id)").list()
    with pytest.raises(Refused, match="only partly known"):
        job.schema.replace()


def test_reading_a_schema_in_part_makes_its_template_partial(sync, service):
    service.answer(TEMPLATE).answer({"id": "j"})
    template = sync.templates["t"].get()
    template.schema.get(select=["id"])
    with pytest.raises(Refused, match="only partly known"):
        template.update()


def test_a_copy_has_edits_of_its_own(sync, service):
    service.answer(TEMPLATE)
    template = sync.templates["t"].get()
    copied = copy.deepcopy(template)
    mapping_of(copied.schema).data.default_value = "1"
    assert copied.has_edits
    assert not template.has_edits
    assert copy.deepcopy(copied).has_edits
