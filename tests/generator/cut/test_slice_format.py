"""The slice: the same facts are the same bytes, and everybody reads the same facts from them."""

from __future__ import annotations

import math
import re
import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.cut.slice_format import dump, load
from generator.cut.slices import MAIN, other_versions, scopes_of
from generator.errors import GeneratorError
from generator.openapi.objects import OPERATIONS
from tests.generator.conftest import SPEC
from tests.generator.cut.cutting import prose_free

COMMITTED = SPEC / "synchronization-v1.0.yaml"

# What YAML 1.1 or YAML 1.2 would take for something else than text.
ODD = [
    "", "~", "null", "yes", "on", "off", "y", "True", "1", "0o17", "0x1F", "1_000", "1e5", ".5", "+1", "1:30", ".inf", "=",
    "2023-05-01", "2023-05-01T00:00:00Z", "<<", "- a", "a: b", "a #b", "# a", "&a", "*a", "!a", "|", ">", "%a", "@odata.type",
    "'", '"', "it's", "{x}", "[x]", " a", "a ", "a\nb", "\t", "\u2028", "\u0085", "\x00", "\ufeff", "\u2019", "\U0001f642", "---",
    "a\n", "\n", "a" * 3000 + " " + "b" * 3000,
]  # fmt: skip
texts = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(texts, values, max_size=4))
def test_what_is_written_is_read_again_by_us_and_by_pyyaml(document: dict[str, Any]):
    data = dump(document)
    assert load(data) == document
    assert yaml.load(data, Loader=yaml.CSafeLoader) == document
    assert dump(load(data)) == data


@pytest.mark.parametrize("text", ODD)
def test_odd_text_stays_text_as_a_key_and_as_a_value(text: str):
    data = dump({text: [text]})
    assert load(data) == {text: [text]}
    assert yaml.safe_load(data) == {text: [text]}


def test_floats_keep_being_floats():
    data = dump({"a": 1e20, "b": math.inf, "c": -0.5})
    assert load(data) == yaml.safe_load(data) == {"a": 1e20, "b": math.inf, "c": -0.5}


def test_what_stands_at_two_places_is_written_at_both():
    shared = {"type": "string"}
    data = dump({"a": shared, "b": [shared, shared]})
    assert b"&" not in data
    assert b"*" not in data


def test_the_committed_slice_is_what_would_be_written():
    data = COMMITTED.read_bytes()
    assert dump(load(data)) == data
    assert yaml.safe_load(data) == load(data)


def test_the_committed_slice_is_what_the_project_is_about():
    document = load(COMMITTED.read_bytes())
    assert all("/synchronization" in path for path in document["paths"])
    assert sum(method in item for item in document["paths"].values() for method in OPERATIONS) > 90
    assert {"schemas", "parameters", "responses"} <= document["components"].keys()


def test_the_committed_slice_has_no_words_for_people():
    document = load(COMMITTED.read_bytes())
    assert prose_free({key: document[key] for key in ("servers", "paths", "components")}) == []
    template = document["components"]["schemas"]["microsoft.graph.synchronizationTemplate"]
    assert template["allOf"][1]["properties"]["description"] == {"type": "string", "nullable": True}


def test_the_mapping_of_entity_names_what_is_kept():
    schemas = load(COMMITTED.read_bytes())["components"]["schemas"]
    mapping = schemas["microsoft.graph.entity"]["discriminator"]["mapping"]
    assert {target.rpartition("/")[2] for target in mapping.values()} == {
        name for name, schema in schemas.items() if "x-ms-discriminator-value" in schema
    }


def test_the_record_names_the_document_that_was_cut():
    record = tomllib.loads((SPEC / "upstream.toml").read_text())
    for version in (MAIN, *other_versions(SPEC)):
        source = record["source" if version == MAIN else f"source-{version}"]
        assert set(source) == {"name", "size", "sha256", "scopes"}
        assert source["size"] > 0
        assert re.fullmatch("[0-9a-f]{64}", source["sha256"])
        assert set(source["scopes"]) == set(scopes_of(SPEC))


@pytest.mark.parametrize("data", [b"", b"[]", b"a: b\na: c\n", b"a: {b: c, b: d}", b"text", b"{"])
def test_what_is_no_slice_is_refused(data: bytes):
    with pytest.raises(GeneratorError):
        load(data)
