"""A short form loses nothing: what lines cannot say is kept in `raw`."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphsync._core.config.canonical import canonical_text, same
from graphsync._core.config.expanding import expand
from graphsync._core.config.shortening import shorten
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.errors import ConfigurationInvalid

SCIM = TEMPLATES["scim"].schema()


def user(schema):
    return schema["synchronizationRules"][0]["objectMappings"][0]


def attribute(schema, target):
    return next(
        one for one in user(schema)["attributeMappings"] if one["targetAttributeName"] == target
    )


@pytest.fixture
def schema():
    return copy.deepcopy(SCIM)


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_a_default_schema_needs_no_lines_and_in_full_needs_no_raw(template):
    default = TEMPLATES[template].schema()
    assert shorten(default, default) == {}
    full = shorten(default, default, full=True)
    assert "raw" not in full
    assert same(expand(full, default), default)


def test_what_people_change_is_a_line_each(schema):
    mapping = user(schema)
    clause = {
        "sourceOperandName": "department",
        "operatorName": "EQUALS",
        "targetOperand": {"values": ["Sales"]},
    }
    mapping["scope"] = {"groups": [{"name": "Scope 1", "clauses": [clause]}]}
    mapping["flowTypes"] = "Update, Add"
    mapping["enabled"] = False
    attribute(schema, "title")["source"] = {
        "type": "Function",
        "name": "ToUpper",
        "expression": "ToUpper([jobTitle])",
        "parameters": [
            {
                "key": "source",
                "value": {"type": "Attribute", "name": "jobTitle", "expression": "[jobTitle]"},
            }
        ],
    }
    attribute(schema, "active")["flowBehavior"] = "FlowAlways"
    mapping["attributeMappings"] = [
        one for one in mapping["attributeMappings"] if one["targetAttributeName"] != "externalId"
    ]
    short = shorten(schema, SCIM)
    assert short == {
        "mappings": {
            "User": {
                "enabled": False,
                "flow": ["create", "update"],
                "scope": ["department EQUALS Sales"],
                "attributes": {
                    "active": {"flow": "always"},
                    "externalId": None,
                    "title": "ToUpper([jobTitle])",
                },
            }
        }
    }
    assert same(expand(short, SCIM), schema)


def test_a_second_matching_attribute_is_written_in_order(schema):
    attribute(schema, "userName")["matchingPriority"] = 2
    attribute(schema, "externalId")["matchingPriority"] = 1
    short = shorten(schema, SCIM)
    assert [*short["mappings"]["User"]["match"].items()] == [
        ("externalId", "mailNickname"),
        ("userName", "userPrincipalName"),
    ]
    assert same(expand(short, SCIM), schema)


def test_blanks_and_case_of_functions_are_no_change(schema):
    attribute(schema, "name.formatted")["source"]["expression"] = (
        'join(" ",[givenName],   [surname])'
    )
    attribute(schema, "name.formatted")["source"]["name"] = "join"
    assert shorten(schema, SCIM) == {}
    assert shorten(SCIM, schema) == {}


def test_a_tree_that_contradicts_its_text_is_kept_as_it_is(schema):
    attribute(schema, "name.formatted")["source"]["parameters"].pop()
    short = shorten(schema, SCIM)
    assert [one["at"].rpartition("/")[2] for one in short["raw"]] == ["source"]
    assert same(expand(short, SCIM), schema)


def test_a_custom_attribute_is_one_entry_of_raw(schema):
    schema["directories"][1]["objects"][0]["attributes"].append(
        {"name": "colour", "type": "String"}
    )
    short = shorten(schema, SCIM)
    assert short == {
        "raw": [
            {
                "at": "/directories/1/objects/0/attributes/-",
                "value": {"name": "colour", "type": "String"},
            }
        ]
    }
    assert same(expand(short, SCIM), schema)


def test_ids_and_versions_are_those_of_the_default_schema(schema):
    theirs = {**schema, "id": "other", "version": "9"}
    theirs["synchronizationRules"][0]["id"] = "another"
    theirs["synchronizationRules"][0]["priority"] = 7
    made = expand(shorten(theirs, SCIM), {**SCIM, "id": "mine", "version": "1"})
    assert (made["id"], made["version"]) == ("mine", "1")
    assert made["synchronizationRules"][0]["id"] == SCIM["synchronizationRules"][0]["id"]
    assert made["synchronizationRules"][0]["priority"] == 7


@pytest.mark.parametrize(
    ("short", "message"),
    [
        ({"mappings": {"Usr": {}}}, r"^mappings\.Usr: .*did you mean 'User'\?"),
        ({"mappings": {"User": {"atributes": {}}}}, r"^mappings\.User\.atributes: .*did you mean attributes\?"),
        ({"mappings": {"User": {"flow": ["updat"]}}}, r"^mappings\.User\.flow: 'updat'.*did you mean update\?"),
        ({"mappings": {"User": {"scope": ["department"]}}}, r"^mappings\.User\.scope\[0\]: 'department' has no operator"),
        ({"mappings": {"User": {"attributes": {"title": "Join("}}}}, r"^mappings\.User\.attributes\.title: 'Join\(' does not parse"),
        ({"mappings": {"User": {"attributes": {"nothing": None}}}}, r"nothing: the template has no mapping of this attribute"),
        ({"mappings": {"User": {"attributes": {"title": {"flow": "sometimes"}}}}}, r"title\.flow: 'sometimes' is not known here; there are when_changed, always"),
        ({"mappings": {"User": {"enabled": "yes"}}}, r"enabled: 'yes' is neither true nor false"),
        ({"raw": [{"at": "/nowhere/0/x", "value": 1}]}, r"^raw\[0\]: /nowhere/0/x: the schema has no 'nowhere' there"),
        ({"raw": [{"at": "/directories/9", "value": 1}]}, r"'9' is not a position in a list of 2"),
        ({"raw": [{"at": "directories", "value": 1}]}, r"at must be a JSON Pointer"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_its_place(short, message):
    before = copy.deepcopy(SCIM)
    with pytest.raises(ConfigurationInvalid, match=message):
        expand(short, SCIM)
    assert before == SCIM


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ["userName", "title", "displayName", "x y", 'emails[type eq "work"].value', "", "ä"]
) | st.text(max_size=6)
EXPRESSIONS = st.sampled_from(
    [
        "[mail]",
        "[jobTitle]",
        '"x"',
        'Join(" ", [a], [b])',
        "toupper([x])",
        "Broken(",
        "",
        "vbTextCompare",
        '"\\"',
        "[a.b:c]",
        "-1",
        'emails[type eq "x"]',
    ]
)
SOURCES = st.one_of(
    st.none(),
    JSON,
    st.fixed_dictionaries(
        {
            "expression": EXPRESSIONS,
            "name": NAMES,
            "type": st.sampled_from(["Attribute", "Constant", "Function"]),
        },
        optional={"parameters": st.none() | st.lists(JSON, max_size=2)},
    ),
)
ATTRIBUTE = st.fixed_dictionaries(
    {"targetAttributeName": NAMES, "source": SOURCES},
    optional={
        "matchingPriority": st.integers(0, 3) | JSON,
        "flowType": st.sampled_from(["Always", "ObjectAddOnly", "always"]) | JSON,
        "flowBehavior": st.sampled_from(["FlowAlways", "FlowWhenChanged"]) | JSON,
        "defaultValue": st.none() | st.text(max_size=5) | JSON,
        "exportMissingReferences": st.booleans() | JSON,
        "odd": JSON,
    },
)
CLAUSE = st.fixed_dictionaries(
    {
        "sourceOperandName": NAMES,
        "operatorName": st.sampled_from(
            ["EQUALS", "NOT EQUALS", "IS NULL", "REGEX MATCH", "&", "NEW"]
        ),
        "targetOperand": st.fixed_dictionaries(
            {
                "values": st.lists(
                    st.text(max_size=6) | st.sampled_from(["a, b", '"q"', " x", "IS NULL"]),
                    max_size=2,
                )
            }
        ),
    },
    optional={"odd": JSON},
)
GROUP = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Scope 1", "Scope 2", None]) | NAMES,
        "clauses": st.lists(CLAUSE, max_size=2),
    }
)
SCOPE = st.none() | st.fixed_dictionaries(
    {"groups": st.none() | st.lists(GROUP, max_size=2)},
    optional={
        "inputFilterGroups": st.none() | st.lists(GROUP, max_size=1),
        "categoryFilterGroups": JSON,
    },
)
MAPPING = st.fixed_dictionaries(
    {
        "sourceObjectName": st.sampled_from(["User", "Group", "user", "-> x"]) | NAMES,
        "targetObjectName": NAMES,
        "attributeMappings": st.lists(ATTRIBUTE, max_size=4),
        "scope": SCOPE | JSON,
        "flowTypes": st.sampled_from(
            ["Add,Update,Delete", "Add", "None", "", "Delete, Add", "Add,New"]
        )
        | JSON,
        "enabled": st.booleans() | JSON,
    },
    optional={"name": NAMES, "metadata": JSON},
)
RULE = st.fixed_dictionaries(
    {
        "id": st.text(max_size=4),
        "name": NAMES,
        "objectMappings": st.lists(MAPPING, max_size=3) | st.none(),
    },
    optional={"priority": JSON, "odd": JSON},
)
SCHEMA = st.fixed_dictionaries(
    {
        "id": st.text(max_size=4),
        "version": st.text(max_size=4),
        "synchronizationRules": st.lists(RULE, max_size=2),
    },
    optional={
        "directories": st.lists(st.dictionaries(NAMES, JSON, max_size=3), max_size=2),
        "odd": JSON,
    },
)


@st.composite
def edited(draw):
    """Return a template's schema with some of it replaced by odd things."""
    schema = copy.deepcopy(TEMPLATES[draw(st.sampled_from(sorted(TEMPLATES)))].schema())
    for _ in range(draw(st.integers(0, 4))):
        rules = schema["synchronizationRules"]
        mapping = (
            draw(st.sampled_from(rules[0]["objectMappings"]))
            if rules and rules[0]["objectMappings"]
            else None
        )
        match draw(
            st.sampled_from(
                [
                    "scope",
                    "attribute",
                    "source",
                    "new",
                    "gone",
                    "flow",
                    "match",
                    "directory",
                    "mapping",
                ]
            )
        ):
            case _ if mapping is None:
                schema["odd"] = draw(JSON)
            case "scope":
                mapping["scope"] = draw(SCOPE)
            case "new":
                mapping["attributeMappings"].append(draw(ATTRIBUTE))
            case "flow":
                mapping["flowTypes"] = draw(st.sampled_from(["Add", "Add, Update", "None", "Odd"]))
            case "directory":
                schema["directories"].append({"name": draw(NAMES), "objects": draw(JSON)})
            case "mapping":
                rules[0]["objectMappings"].append(draw(MAPPING))
            case kind if mapping["attributeMappings"]:
                at = draw(st.integers(0, len(mapping["attributeMappings"]) - 1))
                if kind == "gone":
                    del mapping["attributeMappings"][at]
                else:
                    name, values = {
                        "source": ("source", SOURCES),
                        "match": ("matchingPriority", st.integers(0, 3)),
                        "attribute": ("defaultValue", st.text(max_size=4)),
                    }[kind]
                    mapping["attributeMappings"][at][name] = draw(values)
            case _:
                pass
    return schema


def check(schema, default):
    short = shorten(schema, default)
    assert json.loads(json.dumps(short)) == short
    assert same(expand(short, default), schema)
    assert canonical_text(shorten(expand(short, default), default)) == canonical_text(short)
    full = shorten(schema, default, full=True)
    assert same(expand(full, default), schema)


@settings(max_examples=500, deadline=None)
@given(edited())
def test_edited_schemas_come_back(schema):
    check(schema, SCIM)


@settings(max_examples=500, deadline=None)
@given(SCHEMA, SCHEMA)
def test_random_schemas_come_back(schema, default):
    check(schema, default)
