"""Every operation of the slice is in the code, says the same there, and there is no other."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints
from urllib.parse import parse_qsl, quote, unquote

import pytest

from graphsync_client import api, models
from graphsync_client.types import DecodeError, Model, Operation, Owner, Reads

ID = "a b/c%"
IDS = ("1: ü?#%2F/", "..&x='y'")
OWNERS = {"servicePrincipals": Owner.service_principal(ID), "applications": Owner.application(ID)}
VALUES: dict[str, tuple[Any, str]] = {
    "array": (["a b", "c,d", "e&f=g"], "a b,c,d,e&f=g"),
    "boolean": (True, "true"),
    "integer": (5, "5"),
    "string": ("templateId eq 'a&b' + 1", "templateId eq 'a&b' + 1"),
}
TYPES = {"array": Sequence[str], "boolean": bool, "integer": int, "string": str}
KINDS = {hint | None: kind for kind, hint in TYPES.items()}


@cache
def hints(name: str) -> dict[str, Any]:
    return get_type_hints(getattr(api, name))


def arguments(name: str) -> dict[str, Any]:
    """Something for every parameter of a function but the owner."""
    given: dict[str, Any] = {}
    ids = iter(IDS)
    for parameter, hint in hints(name).items():
        if parameter in {"owner", "return"}:
            continue
        if hint is str:
            given[parameter] = next(ids)
        elif hint is bytes:
            given[parameter] = b"\x00\xff"
        elif inspect.isclass(hint) and issubclass(hint, Model):
            given[parameter] = hint.from_dict({"marker": [name]})
        else:
            given[parameter] = VALUES[KINDS[hint]][0]
    return given


def call(name: str, owner: str) -> Operation[Any]:
    function: Callable[..., Operation[Any]] = getattr(api, name)
    return function(OWNERS[owner], **arguments(name))


def written(path: str) -> str:
    """The path of the document with our ids in the place of its parameters."""
    ids = iter((ID, *IDS))
    return re.sub(r"\{[^{}]+\}", lambda _: quote(next(ids), safe=""), path)


@pytest.fixture(scope="session")
def both(described) -> list[tuple[Any, str, Operation[Any]]]:
    """Each operation of the document beside the one of the code."""
    code = {}
    for name in dir(api):
        for owner in OWNERS:
            made = call(name, owner)
            assert (made.method, made.path) not in code, f"{name} is there twice"
            code[made.method, made.path] = name, made
    document = {(told.method, written(told.path)): told for told in described.operations()}
    assert set(code) == set(document)
    return [(told, *code[key]) for key, told in document.items()]


def test_there_are_as_many_as_the_document_and_the_overlay_have(both, described):
    assert len(both) == 120
    assert {name for _, name, _ in both} == set(dir(api))
    for owner in OWNERS:
        assert len([told for told, _, _ in both if told.owner == owner]) == 60


def test_names_are_the_same_everywhere(both):
    for _, name, made in both:
        assert made.name == name
        assert next(iter(hints(name))) == "owner"


def test_ids_are_encoded_and_can_be_decoded_again(both):
    for told, name, made in both:
        segments = made.path.split("/")[1:]
        places = told.path.split("/")[1:]
        assert len(segments) == len(places), name
        given = iter((ID, *IDS))
        for segment, place in zip(segments, places, strict=True):
            assert unquote(segment) == (next(given) if place.startswith("{") else place)


def test_query_options(both):
    for told, name, made in both:
        schemas = told.options("query")
        expected = {wire: VALUES[schema["type"]][1] for wire, schema in schemas.items()}
        assert dict(made.query) == expected, name
        assert list(parse_qsl(made.url.partition("?")[2], strict_parsing=bool(expected))) == list(expected.items()), (
            name
        )
        for wire, schema in schemas.items():
            assert wire.startswith("$")
            assert hints(name)[wire[1:]] == TYPES[schema["type"]] | None
        bare = getattr(api, name)(OWNERS[told.owner], **{
            key: value for key, value in arguments(name).items()
            if inspect.signature(getattr(api, name)).parameters[key].default is inspect.Parameter.empty
        })  # fmt: skip
        assert bare.query == ()
        assert bare.url == made.path
        assert bare.headers == {}


def test_headers(both):
    for told, name, made in both:
        assert dict(made.headers) == {
            wire: VALUES[schema["type"]][1] for wire, schema in told.options("header").items()
        }, name


def test_bodies(both, described, class_name):
    for told, name, made in both:
        content = described.resolve(told.operation.get("requestBody", {})).get("content", {})
        hint = hints(name).get("body")
        if not content:
            assert (hint, made.body, made.content_type) == (None, None, None), name
            continue
        ((content_type, media),) = content.items()
        assert made.content_type == content_type, name
        schema = media["schema"]
        if schema.get("format") == "binary":
            assert hint is bytes
            assert made.body == b"\x00\xff"
            continue
        assert made.body == {"marker": [name]}
        assert set(hint.WIRES) == set(described.properties(described.resolve(schema))), name
        if "$ref" in schema:
            assert hint is getattr(models, class_name(schema["$ref"]))


def test_answers(both, described, class_name):
    for told, name, made in both:
        content_type, schema = described.answer(told.operation)
        assert get_origin(hints(name)["return"]) is Operation
        (hint,) = get_args(hints(name)["return"])
        if told.operation.get("x-graphsync-returns") == "Location":
            assert made.reads is Reads.LOCATION
            assert hint == str | None
            assert made.read(None, {"location": "/x"}) == "/x"
            assert made.read(None) is None
        elif content_type is None:
            assert (made.reads, hint) == (Reads.NOTHING, type(None)), name
            assert made.read(None) is made.read({"a": 1}) is None
        elif content_type == "text/plain":
            assert (made.reads, hint) == (Reads.TEXT, int), name
            assert made.read("\ufeff42") == 42
        elif content_type == "application/octet-stream":
            assert (made.reads, hint) == (Reads.BYTES, bytes), name
            assert made.read(b"\x00") == b"\x00"
        else:
            assert (content_type, made.reads) == ("application/json", Reads.JSON), name
            cls = made.convert.__self__  # type: ignore[attr-defined]
            assert hint == (cls | None if made.optional else cls)
            reference = described.reference(schema)
            if reference is not None:
                assert cls is getattr(models, class_name(reference)), name
                schema = described.resolve({"$ref": reference})
            assert set(cls.WIRES) == set(described.properties(schema)), name
            answer = made.read({"id": "1", "value": [], "new": 1})
            assert type(answer) is cls
            assert answer.to_dict() == {"id": "1", "value": [], "new": 1}


def test_an_answer_without_a_body_is_read_only_where_it_may_have_none(both):
    for told, name, made in both:
        assert made.optional is (made.reads is Reads.JSON and told.method in {"PUT", "PATCH"}), name
        if made.optional:
            assert made.read(None) is None
        elif made.reads in {Reads.JSON, Reads.TEXT, Reads.BYTES}:
            with pytest.raises(DecodeError, match=f"{name}: the answer has no body"):
                made.read(None)


def test_what_may_be_repeated_and_what_is_served(both):
    for told, name, made in both:
        marked = told.operation.get("x-graphsync-repeatable", told.method in {"GET", "PUT", "DELETE"})
        assert made.repeatable is marked, name
        assert made.served is told.operation.get("x-graphsync-served", True), name
    assert {name for _, name, made in both if not made.served} == {
        "update_job", "update_job_schema", "update_template_schema", "create_template",
    }  # fmt: skip
    never = {name for _, name, made in both if not made.repeatable}
    assert {"provision_on_demand", "perform_bulk_upload", "restart_job", "create_job"} <= never
