"""Schemas as tables."""

from __future__ import annotations

import pytest

from graphsync._core.display.schemas import schema_html
from graphsync_client.models import SynchronizationSchema

ATTRIBUTE = {
    "targetAttributeName": "userName",
    "source": {"expression": "[upn]"},
    "matchingPriority": 1,
}
MAPPING = {
    "sourceObjectName": "User",
    "targetObjectName": "urn:User",
    "attributeMappings": [ATTRIBUTE],
}
RULE = {
    "name": "r",
    "sourceDirectoryName": "Entra",
    "targetDirectoryName": "App",
    "objectMappings": [MAPPING],
}


def shown(**document: object) -> str:
    return schema_html(SynchronizationSchema.from_dict({"id": "s", "version": "1", **document}))


def test_each_pair_of_object_types_has_a_table_of_attributes():
    html = shown(synchronizationRules=[RULE])
    assert "<caption>Schema s, version 1</caption>" in html
    assert "<td>r</td><td>Entra</td><td>App</td><td>1</td>" in html
    assert "<summary>r: User → urn:User, 1 attribute</summary>" in html
    assert "<td>userName</td><td>[upn]</td>" in html


def test_a_disabled_mapping_and_several_attributes_are_named():
    mapping = {**MAPPING, "enabled": False, "attributeMappings": [ATTRIBUTE, ATTRIBUTE]}
    assert "2 attributes, disabled</summary>" in shown(
        synchronizationRules=[{**RULE, "objectMappings": [mapping]}]
    )


@pytest.mark.parametrize(
    "rules",
    [
        None,
        [],
        [None],
        5,
        [{}],
        [{"objectMappings": None}],
        [{"objectMappings": [{"attributeMappings": 5}]}],
    ],
)
def test_what_is_missing_or_of_another_shape_never_fails(rules):
    assert shown(synchronizationRules=rules).startswith("<table><caption>Schema s")
