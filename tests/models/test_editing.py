"""Edits show in the JSON, and nothing else of it changes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphsync_client.models import (
    AttributeMapping,
    AttributeType,
    BulkRequestOperation,
    FilterOperatorSchema,
    ObjectFlowTypes,
    SynchronizationJob,
    SynchronizationSchema,
)


def document() -> dict[str, Any]:
    """A schema with the spellings that only a careful client gives back."""
    return {
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata",
        "version": "Date:2026-03-01T00:00:00.1234567Z, Version:4",
        "synchronizationRules": [
            {
                "priority": 1,
                "editable": True,
                "metadata": [],
                "containerFilter": None,
                "somethingNew": {"nested": [None, 1.0, True]},
                "objectMappings": [
                    {
                        "name": "users",
                        "flowTypes": "Add,Update,Delete",
                        "attributeMappings": [
                            {
                                "flowBehavior": "flowWhenChanged",
                                "targetAttributeName": name,
                                "defaultValue": None,
                            }
                            for name in ("userName", "active", "title")
                        ],
                    },
                    {"name": "groups", "flowTypes": "Update, Add", "attributeMappings": []},
                ],
            }
        ],
        "directories": [
            {
                "discoveryDateTime": "2026-03-01T08:12:44.1234567Z",
                "discoverabilities": "attributenames,New",
            }
        ],
    }


def first_mapping(schema: SynchronizationSchema) -> Any:
    assert schema.synchronization_rules is not None
    assert schema.synchronization_rules[0].object_mappings is not None
    return schema.synchronization_rules[0].object_mappings[0]


def test_an_edit_deep_inside_changes_that_one_place(read_all):
    schema = SynchronizationSchema.from_dict(document())
    read_all(schema)
    first_mapping(schema).attribute_mappings[1].default_value = "True"
    expected = document()
    expected["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"][1][
        "defaultValue"
    ] = "True"
    assert json.dumps(schema.to_dict()) == json.dumps(expected)
    assert schema.changes() == {"synchronizationRules": expected["synchronizationRules"]}


def test_lists_can_be_appended_to_cut_and_reordered(read_all):
    schema = SynchronizationSchema.from_dict(document())
    read_all(schema)
    mappings = first_mapping(schema).attribute_mappings
    mappings.append(AttributeMapping(target_attribute_name="nickName", matching_priority=0))
    del mappings[1]
    mappings.reverse()
    expected = document()
    raw = expected["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"]
    raw[:] = [{"matchingPriority": 0, "targetAttributeName": "nickName"}, raw[2], raw[0]]
    assert json.dumps(schema.to_dict()) == json.dumps(expected)


def test_moving_an_object_elsewhere_takes_its_spelling_along():
    schema = SynchronizationSchema.from_dict(document())
    assert schema.synchronization_rules is not None
    mappings = schema.synchronization_rules[0].object_mappings
    assert mappings is not None
    mappings[1].attribute_mappings = [mappings[0].attribute_mappings.pop(0)]  # type: ignore[union-attr]
    written = schema.to_dict()["synchronizationRules"][0]["objectMappings"]
    assert written[1]["attributeMappings"] == [
        {"flowBehavior": "flowWhenChanged", "targetAttributeName": "userName", "defaultValue": None}
    ]
    assert len(written[0]["attributeMappings"]) == 2


def test_flags_are_written_anew_only_where_they_were_assigned():
    schema = SynchronizationSchema.from_dict(document())
    first_mapping(schema).flow_types = ObjectFlowTypes.ADD | ObjectFlowTypes.UPDATE
    one, other = schema.to_dict()["synchronizationRules"][0]["objectMappings"]
    assert one["flowTypes"] == "Add, Update"
    assert other["flowTypes"] == "Update, Add"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda types: types.remove("Integer"), ["string", "BOOLEAN", "Blob"]),
        (
            lambda types: types.insert(0, AttributeType.BINARY),
            ["Binary", "string", "Integer", "BOOLEAN", "Blob"],
        ),
        (lambda types: types.reverse(), ["Blob", "BOOLEAN", "Integer", "string"]),
        (
            lambda types: types.sort(key=lambda value: value != "Blob"),
            ["Blob", "string", "Integer", "BOOLEAN"],
        ),
        (lambda types: types.clear(), []),
        (lambda types: types.append(None), ["string", "Integer", "BOOLEAN", "Blob", None]),
        (
            lambda types: types.__setitem__(0, AttributeType.REFERENCE),
            ["Reference", "Integer", "BOOLEAN", "Blob"],
        ),
    ],
)
def test_values_of_an_edited_list_keep_their_spelling(edit, expected):
    operator = FilterOperatorSchema.from_dict(
        {"supportedAttributeTypes": ["string", "Integer", "BOOLEAN", "Blob"]}
    )
    edit(operator.supported_attribute_types)
    assert operator.to_dict() == {"supportedAttributeTypes": expected}
    operator.supported_attribute_types = list(operator.supported_attribute_types or ())
    assert operator.to_dict() == {"supportedAttributeTypes": expected}


@given(
    received=st.lists(
        st.sampled_from(["String", "string", "STRING", "Blob", "blob", None]), max_size=6
    ),
    data=st.data(),
)
@settings(max_examples=60, deadline=None)
def test_a_reordered_list_has_the_received_spellings_in_the_new_order(received, data):
    operator = FilterOperatorSchema.from_dict({"supportedAttributeTypes": list(received)})
    operator.supported_attribute_types = data.draw(
        st.permutations(operator.supported_attribute_types or [])
    )
    written = operator.to_dict()["supportedAttributeTypes"]
    assert sorted(written, key=str) == sorted(received, key=str)


def test_undeclared_members_are_read_set_and_removed_by_name():
    job = SynchronizationJob.from_dict({"id": "1", "custom": {"a": [1]}, "old": 1})
    assert "custom" in job
    assert "id" not in job
    job["custom"]["a"].append(2)
    job["new"] = True
    del job["old"]
    assert job.to_dict() == {"id": "1", "custom": {"a": [1, 2]}, "new": True}
    assert job.changes() == {"custom": {"a": [1, 2]}, "new": True}
    assert dict(job.undeclared) == {"custom": {"a": [1, 2]}, "new": True}
    with pytest.raises(KeyError, match="old"):
        job["old"]
    with pytest.raises(KeyError, match="old"):
        del job["old"]
    for use in (
        lambda: job["templateId"],
        lambda: job.__setitem__("templateId", 1),
        lambda: job.__delitem__("id"),
    ):
        with pytest.raises(KeyError, match="use the attribute"):
            use()
    with pytest.raises(TypeError, match="not iterable"):
        list(job)


def test_removing_a_member_makes_it_absent_and_none_makes_it_null():
    job = SynchronizationJob.from_dict(
        {"id": "1", "templateId": "a", "schedule": {"state": "Active"}}
    )
    assert job.schedule is not None
    job.template_id = "b"
    del job.template_id
    del job.schedule
    job.id = None
    assert job.to_dict() == {"id": None}
    assert job.template_id is None
    assert job.schedule is None
    assert not job.mentions("schedule")
    with pytest.raises(AttributeError, match="no 'schedule' to remove"):
        del job.schedule
    with pytest.raises(AttributeError, match="no member 'shedule'"):
        del job.shedule


def test_changes_hold_what_was_assigned_even_where_it_means_the_same():
    job = SynchronizationJob.from_dict({"id": "1", "templateId": "a"})
    assert job.changes() == {}
    job.template_id = "a"
    assert job.changes() == {"templateId": "a"}


def test_free_form_json_can_be_edited_in_place_and_is_nobody_elses():
    received = {"data": {"name": {"first": "A"}, "active": True}}
    operation = BulkRequestOperation.from_dict(received)
    assert operation.data is not None
    operation.data["name"]["first"] = "B"
    operation.data["active"] = 1
    assert operation.to_dict() == {"data": {"name": {"first": "B"}, "active": 1}}
    assert operation.changes() == operation.to_dict()
    assert received == {"data": {"name": {"first": "A"}, "active": True}}
    by_hand = BulkRequestOperation(data={"tags": []})
    by_hand.to_dict()["data"]["tags"].append("changed")
    assert by_hand.to_dict() == {"data": {"tags": []}}


def test_only_the_type_of_a_value_changed_is_a_change():
    operation = BulkRequestOperation.from_dict({"data": {"active": True}})
    assert operation.data is not None
    operation.data["active"] = 1
    assert operation.changes() == {"data": {"active": 1}}
