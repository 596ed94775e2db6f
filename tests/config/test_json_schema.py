"""The JSON Schema for editors says the same as the code that reads the file."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft7Validator

from graphsync._core.config.configuration import EVENTS, KEYS, STATES
from graphsync._core.config.expanding import expand
from graphsync._core.config.reader import read_text
from graphsync._core.config.short_form import ACTIONS, APPLIES, ATTRIBUTE_KEYS, FLOWS, MAPPING_KEYS
from graphsync.config import Configuration, ConfigurationInvalid
from graphsync.emulator.gallery.templates import TEMPLATES
from tests.config.test_configuration import TEXT

SCHEMA = json.loads(
    files("graphsync._core.config")
    .joinpath("configuration.schema.json")
    .read_text(encoding="utf-8")
)
VALIDATOR = Draft7Validator(SCHEMA)
SCIM = TEMPLATES["scim"].schema()


def test_it_is_a_schema_and_the_example_meets_it():
    Draft7Validator.check_schema(SCHEMA)
    assert [*VALIDATOR.iter_errors(read_text(TEXT).content)] == []
    assert [*VALIDATOR.iter_errors(Configuration.loads(TEXT).to_dict())] == []


def test_keys_and_words_are_those_of_the_code():
    mapping = SCHEMA["definitions"]["mapping"]["properties"]
    attribute = mapping["attributes"]["additionalProperties"]["anyOf"][2]["properties"]
    assert {*SCHEMA["properties"]} == {*KEYS}
    assert {*mapping} == {*MAPPING_KEYS}
    assert {*attribute} == {*ATTRIBUTE_KEYS}
    assert {*attribute["flow"]["enum"]} == {*FLOWS}
    assert {*attribute["apply"]["enum"]} == {*APPLIES}
    assert {*mapping["flow"]["items"]["enum"]} == {*ACTIONS}
    assert {*SCHEMA["properties"]["job"]["properties"]["state"]["enum"]} == {*STATES, None}
    assert {*SCHEMA["properties"]["notifications"]["properties"]["on"]["items"]["enum"]} == {
        *EVENTS
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("assignments:", "asignments:"),
        ("running", "runing"),
        ("quarantine,", "quarantin,"),
        ("500", "0"),
        ("it@contoso.com", "it"),
        ("group:Contoso Users", "Contoso Users"),
        ("template: scim, ", ""),
        ("flow: [create", "flow: [made"),
        ("    scope:", "    scop:"),
        ("title: ~", "title: {flow: often}"),
        ("at: /", "at: "),
    ],
)  # fmt: skip
def test_what_the_code_refuses_the_schema_refuses(old, new):
    content = read_text(TEXT.replace(old, new)).content
    assert content != read_text(TEXT).content
    assert [*VALIDATOR.iter_errors(content)]
    with pytest.raises(ConfigurationInvalid):
        expand(Configuration.from_dict(content).short_form, SCIM)
