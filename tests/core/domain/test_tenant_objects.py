"""What another tenant cannot have of a schema."""

from __future__ import annotations

import pytest

from graphsync._core.domain.tenant_objects import for_another_tenant

LISTING = {"includedContainers": ["OU=a,DC=contoso,DC=com"]}
EMPTY = {"includedGroups": []}
OWN = {"includedContainers": ["OU=b"]}
ID = "0A1b2c3d-0000-4000-8000-0123456789ab"
EXTENSION = "extension_0123456789abcdef0123456789abcdef_team"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ({"synchronizationRules": [{"id": "r", "containerFilter": OWN}]}, OWN),
        ({"synchronizationRules": [{"id": "r"}]}, None),
        ({}, None),
    ],
)
def test_filters_that_list_objects_are_those_of_the_target(target, expected):
    rule = {"id": "r", "name": "R", "containerFilter": LISTING, "groupFilter": EMPTY}
    made = for_another_tenant({"novelty": 1, "synchronizationRules": [rule]}, target)
    assert made.schema == {
        "novelty": 1,
        "synchronizationRules": [{**rule, "containerFilter": expected}],
    }
    assert made.filters_left_out == ("containerFilter of R",)


@pytest.mark.parametrize(
    ("mapping", "places"),
    [
        (
            {"name": "Users", "scope": {"groups": [{"clauses": [{"targetOperandValue": ID}]}]}},
            (f"{ID} in the scoping filter of Users",),
        ),
        (
            {
                "attributeMappings": [
                    {"targetAttributeName": "team", "source": {"expression": f"[{EXTENSION}]"}}
                ]
            },
            (f"{EXTENSION} in the mapping of team",),
        ),
        ({"attributeMappings": [{"targetAttributeName": "a", "defaultValue": "x-1"}]}, ()),
        ({"scope": None, "attributeMappings": None}, ()),
    ],
)
def test_mentions_of_ids_and_extensions_are_named(mapping, places):
    schema = {"synchronizationRules": [{"name": "R", "objectMappings": [mapping, None]}, None]}
    made = for_another_tenant(schema, {})
    assert (made.to_check, made.filters_left_out) == (places, ())
