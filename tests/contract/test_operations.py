"""Every operation of the slices is in the code, says the same there, and there is no other."""

from __future__ import annotations

import inspect
from typing import get_args, get_origin
from urllib.parse import parse_qsl, unquote

import pytest

from graphsync_client import api, models
from graphsync_client.types import DecodeError, Operation, Reads


def test_there_are_as_many_as_the_documents_and_the_overlay_have(both):
    assert {code.name for _, code in both} == set(dir(api))
    for owner in ("servicePrincipals", "applications"):
        below = [
            code
            for told, code in both
            if told.path.startswith(f"/{owner}/{{") and "/synchronization" in told.path
        ]
        assert len(below) >= 50
        assert {code.owner for code in below} == {owner}
    assert all(code.made.name == code.name for _, code in both)


def test_ids_are_encoded_and_can_be_decoded_again(both):
    for told, code in both:
        segments = code.made.path.split("/")[1:]
        places = told.path.split("/")[1:]
        assert len(segments) == len(places), code.name
        given = iter(("a b/c%", "1: ü?#%2F/", "..&x='y'"))
        for segment, place in zip(segments, places, strict=True):
            before, braces, rest = place.partition("{")
            after = rest.rpartition("}")[2]
            value = (next(given) if braces else "").replace("'", "''" if before else "'")
            assert unquote(segment) == before + value + after


def test_query_options(both, options):
    for told, code in both:
        schemas = told.options("query")
        expected = {wire: options[schema["type"]][1] for wire, schema in schemas.items()}
        assert dict(code.made.query) == expected, code.name
        query = code.made.url.partition("?")[2]
        assert parse_qsl(query, strict_parsing=bool(expected)) == list(expected.items()), code.name
        for wire, schema in schemas.items():
            assert wire.startswith("$")
            assert code.hints[wire[1:]] == options[schema["type"]][2] | None


def test_what_is_not_given_is_not_sent(both):
    for _, code in both:
        bare = code.bare()
        assert bare.query == ()
        assert bare.url == code.made.path
        assert bare.headers == {}


def test_headers(both, options):
    for told, code in both:
        name, made = code.name, code.made
        assert dict(made.headers) == {
            wire: options[schema["type"]][1] for wire, schema in told.options("header").items()
        }, name


def test_bodies(both, described, class_name):
    for told, code in both:
        name, made = code.name, code.made
        content = described.resolve(told.operation.get("requestBody", {})).get("content", {})
        hint = code.hints.get("body")
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
    for told, code in both:
        name, made = code.name, code.made
        content_type, schema = described.answer(told.operation)
        assert get_origin(code.hints["return"]) is Operation
        (hint,) = get_args(code.hints["return"])
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
    for told, code in both:
        name, made = code.name, code.made
        assert made.optional is (made.reads is Reads.JSON and told.method in {"PUT", "PATCH"}), name
        if made.optional:
            assert made.read(None) is None
        elif made.reads in {Reads.JSON, Reads.TEXT, Reads.BYTES}:
            with pytest.raises(DecodeError, match=f"{name}: the answer has no body"):
                made.read(None)


def test_what_may_be_repeated_and_what_is_served(both):
    for told, code in both:
        name, made = code.name, code.made
        marked = told.operation.get(
            "x-graphsync-repeatable", told.method in {"GET", "PUT", "DELETE"}
        )
        assert made.repeatable is marked, name
        assert made.served is told.operation.get("x-graphsync-served", True), name
    assert {code.name for _, code in both if not code.made.served} == {
        "update_job", "update_job_schema", "update_template_schema", "create_template",
    }  # fmt: skip
    never = {code.name for _, code in both if not code.made.repeatable}
    assert {"provision_on_demand", "perform_bulk_upload", "restart_job", "create_job"} <= never


def test_what_is_in_beta_alone_says_so_in_its_first_line(both):
    beta = [(told, code) for told, code in both if told.operation.get("x-graphsync-beta")]
    assert len({code.name for _, code in beta}) == 6
    for _, code in both:
        first = (inspect.getdoc(getattr(api, code.name)) or "").partition("\n")[0]
        assert (
            code.made.beta
            is first.endswith("(beta).")
            is (code.name in {told.name for _, told in beta})
        )
