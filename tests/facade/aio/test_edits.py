"""Edits: kept until they are sent, whoever holds what was edited."""

from __future__ import annotations

import copy

import pytest

from graphsync import models
from graphsync.errors import NoMatch, NotLoaded, Refused, UnsentEdits

pytestmark = pytest.mark.anyio

SCHEMA = {
    "id": "j",
    "version": "6.0",
    "novelty": 1,
    "synchronizationRules": [
        {
            "id": "r",
            "name": "R",
            "objectMappings": [
                {"name": "O", "attributeMappings": [{"targetAttributeName": "a", "defaultValue": "0"}]},
                {"name": "P", "sourceObjectName": "O", "attributeMappings": None},
            ],
        }
    ],
}
TEMPLATE = {"id": "t", "description": "old", "schema": SCHEMA}
PATH = ("synchronizationRules", "objectMappings", "attributeMappings")


def default_value(body: dict) -> str:
    for name in PATH:
        body = body[name][0]
    return body["defaultValue"]


def mapping_of(schema):
    return schema.rules["R"].object_mappings["O"].attribute_mappings["a"]


async def test_what_was_held_before_a_replace_still_edits_the_schema(sync, service):
    service.answer(SCHEMA).answer(status=204).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    mapping, data = mapping_of(schema), schema.data
    mapping.data.default_value = "1"
    await schema.replace()
    assert (default_value(service.body), schema.has_edits) == ("1", False)
    assert schema.data is data
    mapping.data.default_value = "2"
    assert schema.has_edits
    await schema.replace()
    assert default_value(service.body) == "2"


async def test_what_was_held_before_a_get_edits_what_came(sync, service):
    service.answer(SCHEMA).answer(SCHEMA).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    mappings = schema.rules["R"].object_mappings["O"].attribute_mappings
    mapping = mappings["a"]
    await schema.get()
    mapping.data.default_value = "1"
    assert schema.has_edits
    assert mappings["a"].data is mapping.data
    await schema.replace()
    assert default_value(service.body) == "1"


async def test_what_is_gone_cannot_be_edited_any_more(sync, service):
    service.answer(SCHEMA).answer(SCHEMA | {"synchronizationRules": [{"name": "Other"}]})
    schema = await sync.jobs["j"].schema.get()
    rule = schema.rules["R"]
    users, mapping = rule.object_mappings["O"], mapping_of(schema)
    rule.object_mappings.remove("O")
    with pytest.raises(NoMatch, match=r"object mapping 'O' is not there any more.*'P'"):
        _ = users.data
    await schema.get(discard_edits=True)
    for held in (rule, users, mapping):
        with pytest.raises(NoMatch, match="rule 'R' is not there any more"):
            _ = held.data
    assert [repr(held) for held in (rule, users, mapping)] == [
        "<Rule R: None to None>",
        "<ObjectMapping O: None to None>",
        "<AttributeMapping a = None>",
    ]


async def test_items_that_have_no_name_are_not_mistaken_for_each_other(sync, service):
    service.answer({"synchronizationRules": [{"priority": 1}]}).answer({"synchronizationRules": [{"priority": 2}]})
    schema = await sync.jobs["j"].schema.get()
    (rule,) = schema.rules
    assert "" not in schema.rules
    await schema.get()
    with pytest.raises(NoMatch, match="not there any more"):
        _ = rule.data


@pytest.mark.parametrize("wrong", [0, None, slice(1)])
async def test_items_are_chosen_by_name_alone(sync, service, wrong):
    service.answer(SCHEMA)
    schema = await sync.jobs["j"].schema.get()
    with pytest.raises(TypeError, match="a rule is chosen by its name"):
        schema.rules[wrong]


async def test_an_item_s_data_cannot_be_exchanged_nor_a_list_appended_to_that_is_not_there(sync, service):
    service.answer(SCHEMA)
    schema = await sync.jobs["j"].schema.get()
    rule = schema.rules["R"]
    for held in (rule, rule.object_mappings["O"], mapping_of(schema)):
        with pytest.raises(AttributeError):
            held.data = held.data
    empty = rule.object_mappings["P"].attribute_mappings
    assert empty.data == ()
    empty.add(models.AttributeMapping(target_attribute_name="b"))
    assert [mapping.target_attribute_name for mapping in empty.data] == ["b"]
    assert schema.has_edits


async def test_removing_members_is_an_edit(sync, service):
    service.answer(SCHEMA).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    del schema.data.version
    del schema.data["novelty"]
    with pytest.raises(UnsentEdits, match="version, novelty"):
        await schema.get()
    await schema.replace()
    assert service.body.keys() == SCHEMA.keys() - {"version", "novelty"}
    assert not schema.has_edits


async def test_assigning_what_is_there_already_is_no_edit(sync, service):
    service.answer(SCHEMA)
    schema = await sync.jobs["j"].schema.get()
    mapping_of(schema).data.default_value = "0"
    assert not schema.has_edits
    mapping_of(schema).data.default_value = None
    assert schema.has_edits


async def test_a_merging_update_cannot_remove_members(sync, service):
    service.answer({"id": "d", "name": "N", "version": "1"})
    directory = await sync.jobs["j"].schema.directories["d"].get()
    del directory.data.name
    with pytest.raises(Refused, match=r"name of .* cannot be removed"):
        await directory.update()
    assert len(service.requests) == 1


async def test_a_reset_keeps_edits_unless_told(sync, service):
    service.answer(SCHEMA).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    mapping_of(schema).data.default_value = "1"
    with pytest.raises(UnsentEdits, match="discard_edits"):
        await schema.reset()
    assert len(service.requests) == 1
    await schema.reset(discard_edits=True)
    assert not schema.is_loaded


async def test_no_version_is_not_taken_for_no_check(sync, service):
    service.answer({"id": "j", "synchronizationRules": []})
    schema = await sync.jobs["j"].schema.get()
    with pytest.raises(ValueError, match="without a version"):
        await schema.replace(expected_version=schema.version)
    assert len(service.requests) == 1


async def test_views_of_one_object_share_what_was_sent(sync, service):
    service.answer(SCHEMA).answer(status=204).answer(SCHEMA | {"version": "7.0"})
    schema = await sync.jobs["j"].schema.get()
    patient = schema.with_options(consistency=5)
    mapping_of(schema).data.default_value = "1"
    assert patient.has_edits
    await patient.replace()
    assert not schema.has_edits
    await patient.get()
    assert schema.version == "7.0"


async def test_a_template_sends_the_edits_of_its_schema(sync, service):
    service.answer(TEMPLATE).answer(status=204).answer(status=204)
    template = await sync.templates["t"].get()
    patient = template.with_options(timeout=9)
    mapping_of(template.schema).data.default_value = "1"
    assert template.has_edits
    with pytest.raises(UnsentEdits, match="schema"):
        await template.get()
    await template.update()
    assert default_value(service.body["schema"]) == "1"
    assert not any(thing.has_edits for thing in (template, template.schema, patient, patient.schema))
    template.data.schema.version = "x"
    assert template.schema.has_edits
    await template.schema.replace()
    assert service.body["version"] == "x"
    assert not template.has_edits


async def test_a_template_does_not_take_back_what_its_schema_sent(sync, service):
    service.answer(TEMPLATE).answer(status=204).answer(status=204)
    template = await sync.templates["t"].get()
    mapping_of(template.schema).data.default_value = "1"
    await template.schema.replace()
    assert not template.has_edits
    template.description = "new"
    await template.update()
    assert default_value(service.body["schema"]) == "1"
    assert service.body["description"] == "new"


async def test_a_template_takes_over_a_schema_that_was_read_anew(sync, service):
    service.answer(TEMPLATE).answer(SCHEMA | {"version": "7.0"}).answer(status=204)
    template = await sync.templates["t"].get()
    await template.schema.get()
    assert not template.has_edits
    assert template.data.schema is template.schema.data
    await template.update()
    assert service.body["schema"]["version"] == "7.0"


async def test_a_template_does_not_take_back_a_reset_of_its_schema(sync, service):
    service.answer(TEMPLATE).answer(status=204).answer(TEMPLATE).answer(status=204)
    template = await sync.templates["t"].get()
    await template.schema.reset()
    assert not template.has_edits
    with pytest.raises(Refused, match="known in part only"):
        await template.update()
    await template.get()
    assert template.schema.is_loaded
    await template.update()
    assert service.body == TEMPLATE


async def test_discarding_a_template_s_edits_discards_its_schema_s(sync, service):
    service.answer(TEMPLATE).answer(TEMPLATE)
    template = await sync.templates["t"].get()
    mapping_of(template.schema).data.default_value = "1"
    await template.get(discard_edits=True)
    assert mapping_of(template.schema).data.default_value == "0"
    assert not template.has_edits


async def test_edits_made_before_the_schema_was_looked_at_count_once(sync, service):
    service.answer(TEMPLATE).answer(status=204)
    template = await sync.templates["t"].get()
    template.data.schema.version = "x"
    assert template.has_edits
    assert template.schema.has_edits
    await template.update()
    assert service.body["schema"]["version"] == "x"
    assert not template.schema.has_edits


@pytest.mark.parametrize("expand", [["schema($select=id,version)"], "schema($select=id,version)"])
async def test_a_schema_that_came_along_in_part_is_not_written_as_a_whole(sync, service, expand):
    service.answer({"id": "t", "schema": {"id": "j", "version": "6.0"}})
    template = await sync.templates["t"].get(expand=expand)
    assert template.schema.version == "6.0"
    with pytest.raises(NotLoaded, match="synchronization_rules"):
        _ = template.schema.synchronization_rules
    for verb in (template.schema.replace, template.update):
        with pytest.raises(Refused, match="known in part only"):
            await verb()
    assert len(service.requests) == 1


async def test_a_listed_schema_in_part_is_not_written_as_a_whole(sync, service):
    service.page({"id": "j", "schema": {"id": "j"}})
    (job,) = await sync.jobs.expand("schema($select=id)").list()
    with pytest.raises(Refused, match="known in part only"):
        await job.schema.replace()


async def test_reading_a_schema_in_part_makes_its_template_partial(sync, service):
    service.answer(TEMPLATE).answer({"id": "j"})
    template = await sync.templates["t"].get()
    await template.schema.get(select=["id"])
    with pytest.raises(Refused, match="known in part only"):
        await template.update()


async def test_a_copy_has_edits_of_its_own(sync, service):
    service.answer(TEMPLATE)
    template = await sync.templates["t"].get()
    copied = copy.deepcopy(template)
    mapping_of(copied.schema).data.default_value = "1"
    assert copied.has_edits
    assert not template.has_edits
    assert copy.deepcopy(copied).has_edits
