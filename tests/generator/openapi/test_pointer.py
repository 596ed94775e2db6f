"""JSON pointers and references."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.openapi.pointer import escape, join, reference, resolve, resolve_ref, split, unescape
from generator.yaml.values import Json

DOCUMENT: Json = {
    "paths": {"/users/{id}": {"get": {"tags": ["a", "b"]}}},
    "components": {"schemas": {"a/b~c": {"type": "string"}, "a b": True}},
    "": 0,
}


@given(st.text())
def test_a_name_survives_being_a_segment(name: str):
    assert unescape(escape(name)) == name
    assert "/" not in escape(name)


@given(st.lists(st.text()))
def test_a_pointer_comes_apart_into_what_it_was_made_of(names: list[str]):
    assert list(split(join(names))) == names


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", DOCUMENT),
        ("/", 0),
        ("/paths/~1users~1{id}/get/tags/1", "b"),
        ("/components/schemas/a~1b~0c/type", "string"),
    ],
)
def test_a_pointer_leads_to_its_value(pointer: str, value: Json):
    assert resolve(DOCUMENT, pointer) == value


@pytest.mark.parametrize(
    ("pointer", "nearest"),
    [
        ("/paths/~1users", "/paths/~1users"),
        ("/paths/~1users~1{id}/get/tags/2", "/paths/~1users~1{id}/get/tags/2"),
        ("/paths/~1users~1{id}/get/tags/-1", "/paths/~1users~1{id}/get/tags/-1"),
        ("/paths/~1users~1{id}/get/tags/²", "/paths/~1users~1{id}/get/tags/²"),
        ("//deeper/still", "//deeper"),
    ],
)
def test_a_pointer_that_leads_nowhere_says_from_where_on(pointer: str, nearest: str):
    with pytest.raises(GeneratorError) as error:
        resolve(DOCUMENT, pointer)
    assert error.value.place == pointer
    assert error.value.found == f"nothing at {nearest}"


def test_what_does_not_start_with_a_slash_is_no_pointer():
    with pytest.raises(GeneratorError, match="not a JSON pointer"):
        resolve(DOCUMENT, "paths")


@pytest.mark.parametrize(
    ("ref", "tokens"),
    [
        ("#/components/schemas/microsoft.graph.user", ("schemas", "microsoft.graph.user")),
        ("#/components/schemas/a~1b~0c", ("schemas", "a/b~c")),
        ("#/components/schemas/a%20b", ("schemas", "a b")),
        ("#/components/schemas/a/properties/b", ("schemas", "a", "properties", "b")),
    ],
)
def test_a_reference_names_a_component(ref: str, tokens: tuple[str, ...]):
    assert reference(ref, "/x/$ref") == tokens


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("https://contoso.com/openapi.yaml#/components/schemas/a", "leads out of the document"),
        ("other.yaml", "leads out of the document"),
        ("", "leads out of the document"),
        ("#/paths/~1users", "leads to no component"),
        ("#/components/schemas", "leads to no component"),
        ("#schemas", "leads to no component"),
        ("#", "leads to no component"),
    ],
)
def test_a_reference_to_anything_else_is_refused_where_it_stands(ref: str, found: str):
    with pytest.raises(GeneratorError, match=found) as error:
        reference(ref, "/x/$ref")
    assert error.value.place == "/x/$ref"


def test_a_reference_leads_to_its_component():
    assert resolve_ref(DOCUMENT, "#/components/schemas/a%20b", "/x/$ref") is True
    with pytest.raises(
        GeneratorError, match="points to nothing: nothing at /components/schemas/c"
    ) as error:
        resolve_ref(DOCUMENT, "#/components/schemas/c", "/x/$ref")
    assert error.value.place == "/x/$ref"
