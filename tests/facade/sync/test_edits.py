# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_edits.py
"""Edits: kept until they are sent, whoever holds what was edited."""

from __future__ import annotations

import copy
import pickle

import pytest

from graphsync import models
from graphsync.errors import NoMatch, Refused, UnsentEdits
from tests.facade.schemas import SMALL, default_value, mapping_of

pytestmark = pytest.mark.anyio


def test_what_was_held_before_a_replace_still_edits_the_schema(sync, service):
    service.answer(SMALL).answer(status=204).answer(status=204)
    schema = sync.jobs["j"].schema.get()
    mapping, data = mapping_of(schema), schema.data
    mapping.data.default_value = "1"
    schema.replace()
    assert (default_value(service.body), schema.has_edits) == ("1", False)
    assert schema.data is data
    mapping.data.default_value = "2"
    assert schema.has_edits
    schema.replace()
    assert default_value(service.body) == "2"


def test_what_was_held_before_a_get_edits_what_came(sync, service):
    service.answer(SMALL).answer(SMALL).answer(status=204)
    schema = sync.jobs["j"].schema.get()
    mappings = schema.rules["R"].object_mappings["O"].attribute_mappings
    mapping = mappings["a"]
    schema.get()
    mapping.data.default_value = "1"
    assert schema.has_edits
    assert mappings["a"].data is mapping.data
    schema.replace()
    assert default_value(service.body) == "1"


def test_what_is_gone_cannot_be_edited_any_more(sync, service):
    service.answer(SMALL).answer(SMALL | {"synchronizationRules": [{"name": "Other"}]})
    schema = sync.jobs["j"].schema.get()
    rule = schema.rules["R"]
    users, mapping = rule.object_mappings["O"], mapping_of(schema)
    rule.object_mappings.remove("O")
    with pytest.raises(NoMatch, match=r"object mapping 'O' no longer exists.*'P'"):
        _ = users.data
    schema.get(discard_edits=True)
    for held in (rule, users, mapping):
        with pytest.raises(NoMatch, match="rule 'R' no longer exists"):
            _ = held.data
    assert [repr(held) for held in (rule, users, mapping)] == [
        "<Rule R: None to None>",
        "<ObjectMapping O: None to None>",
        "<AttributeMapping a = None>",
    ]


def test_items_that_have_no_name_are_not_mistaken_for_each_other(sync, service):
    service.answer({"synchronizationRules": [{"priority": 1}]}).answer(
        {"synchronizationRules": [{"priority": 2}]}
    )
    schema = sync.jobs["j"].schema.get()
    (rule,) = schema.rules
    assert "" not in schema.rules
    schema.get()
    with pytest.raises(NoMatch, match="no longer exists"):
        _ = rule.data


@pytest.mark.parametrize("wrong", [0, None, slice(1)])
def test_items_are_chosen_by_name_alone(sync, service, wrong):
    service.answer(SMALL)
    schema = sync.jobs["j"].schema.get()
    with pytest.raises(TypeError, match="a rule is chosen by its name"):
        schema.rules[wrong]


def test_an_item_s_data_cannot_be_exchanged_nor_a_list_appended_to_that_is_not_there(sync, service):
    service.answer(SMALL)
    schema = sync.jobs["j"].schema.get()
    rule = schema.rules["R"]
    for held in (rule, rule.object_mappings["O"], mapping_of(schema)):
        with pytest.raises(AttributeError):
            held.data = held.data
    empty = rule.object_mappings["P"].attribute_mappings
    assert empty.data == ()
    empty.add(models.AttributeMapping(target_attribute_name="b"))
    assert [mapping.target_attribute_name for mapping in empty.data] == ["b"]
    assert schema.has_edits


def test_removing_members_is_an_edit(sync, service):
    service.answer(SMALL).answer(status=204)
    schema = sync.jobs["j"].schema.get()
    del schema.data.version
    del schema.data["novelty"]
    with pytest.raises(UnsentEdits, match="version, novelty"):
        schema.get()
    schema.replace()
    assert service.body.keys() == SMALL.keys() - {"version", "novelty"}
    assert not schema.has_edits


def test_assigning_what_is_there_already_is_no_edit(sync, service):
    service.answer(SMALL)
    schema = sync.jobs["j"].schema.get()
    mapping_of(schema).data.default_value = "0"
    assert not schema.has_edits
    mapping_of(schema).data.default_value = None
    assert schema.has_edits


def test_a_merging_update_cannot_remove_members(sync, service):
    service.answer({"id": "d", "name": "N", "version": "1"})
    directory = sync.jobs["j"].schema.directories["d"].get()
    del directory.data.name
    with pytest.raises(Refused, match=r"name of .* cannot be removed"):
        directory.update()
    assert len(service.requests) == 1


def test_a_reset_keeps_edits_unless_told(sync, service):
    service.answer(SMALL).answer(status=204)
    schema = sync.jobs["j"].schema.get()
    mapping_of(schema).data.default_value = "1"
    with pytest.raises(UnsentEdits, match="discard_edits"):
        schema.reset()
    assert len(service.requests) == 1
    schema.reset(discard_edits=True)
    assert not schema.is_loaded


def test_no_version_is_not_taken_for_no_check(sync, service):
    service.answer({"id": "j", "synchronizationRules": []})
    schema = sync.jobs["j"].schema.get()
    with pytest.raises(ValueError, match="without a version"):
        schema.replace(expected_version=schema.version)
    assert len(service.requests) == 1


def test_views_of_one_object_share_what_was_sent(sync, service):
    service.answer(SMALL).answer(status=204).answer(SMALL | {"version": "7.0"})
    schema = sync.jobs["j"].schema.get()
    patient = schema.with_options(consistency=5)
    mapping_of(schema).data.default_value = "1"
    assert patient.has_edits
    patient.replace()
    assert not schema.has_edits
    patient.get()
    assert schema.version == "7.0"


def test_parts_are_not_copied_but_their_data_is(sync, service):
    service.answer(SMALL)
    schema = sync.jobs["j"].schema.get()
    mapping = mapping_of(schema)
    for copies in (copy.deepcopy, copy.copy, pickle.dumps):
        with pytest.raises(TypeError, match="its data can"):
            copies(mapping)
    copied = copy.deepcopy(mapping.data)
    copied.default_value = "1"
    assert not schema.has_edits
