"""Every operation of a document is told in full, or refused."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.passes import cure
from generator.errors import GeneratorError
from generator.openapi.walk import Node
from generator.surface.operations import OperationFacts, operation_facts
from tests.generator.documents import (
    PRINCIPALS,
    WORDLESS,
    answer,
    enum,
    json,
    openapi,
    operation,
    parameter,
    ref,
    thing,
)

SCHEMAS = {"job": thing(), "colour": enum("red"), "count": {"type": "integer", "format": "int32"}}
PATH = f"{PRINCIPALS}/jobs/{{synchronizationJob-id}}"
IDS = [
    parameter(name, "path", type="string")
    for name in ("servicePrincipal-id", "synchronizationJob-id")
]


SELECT = {
    **parameter("$select", type="array", items={"type": "string"}),
    "style": "form",
    "explode": False,
}


def fact(made: Node, path: str = PATH, method: str = "get", **schemas: Any) -> OperationFacts:
    """Return the facts of one operation on a job."""
    held = {**made, "parameters": [*IDS, *made.get("parameters", [])]} if path == PATH else made
    (found,) = operation_facts(
        cure(openapi({**SCHEMAS, **schemas}, {path: {method: held}}), (PRINCIPALS,)), WORDLESS
    ).values()
    return found


def test_method_path_arguments_and_answer() -> None:
    found = fact(operation(answer(ref("job")), parameters=[SELECT]))
    assert (found.name, found.family, found.method) == ("get_job", "jobs", "GET")
    assert found.path == (("/", False), ("owner", True), ("/jobs/", False), ("job_id", True))
    assert found.ids == ("job_id",)
    assert [(option.name, option.wire, option.annotation) for option in found.queries] == [
        ("select", "$select", "Sequence[str]")
    ]
    assert (found.answer.annotation, found.answer.reads, found.answer.convert) == (
        "Job",
        "JSON",
        "Job.from_dict",
    )
    assert found.owned
    assert (found.repeatable, found.served, found.owners) == (True, True, ())


@pytest.mark.parametrize(
    ("method", "more", "repeatable"),
    [
        ("get", {}, True),
        ("put", {}, True),
        ("delete", {}, True),
        ("patch", {}, False),
        ("post", {}, False),
        ("post", {"x-graphsync-repeatable": True}, True),
        ("delete", {"x-graphsync-repeatable": False}, False),
    ],
)
def test_what_may_be_repeated(method: str, more: Node, repeatable: bool) -> None:
    assert fact({**operation(), **more}, method=method).repeatable is repeatable


@pytest.mark.parametrize(
    ("responses", "annotation", "reads"),
    [
        ({"204": {"description": ""}}, "None", "NOTHING"),
        (answer(ref("job")), "Job", "JSON"),
        (
            {
                "200": {"description": "", **json(ref("job"))},
                "201": {"description": "", **json(ref("job"))},
            },
            "Job",
            "JSON",
        ),
        (
            {"2XX": {"description": "", "content": {"text/plain": {"schema": ref("count")}}}},
            "int",
            "TEXT",
        ),
        (
            {"2XX": {"description": "", "content": {"application/octet-stream": {"schema": {}}}}},
            "bytes",
            "BYTES",
        ),
    ],
)
def test_answers(responses: Node, annotation: str, reads: str) -> None:
    found = fact(operation(responses)).answer
    assert (found.annotation, found.reads, found.optional) == (annotation, reads, False)


@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_write_may_answer_nothing(method: str) -> None:
    found = fact(operation(answer(ref("job"))), method=method).answer
    assert (found.annotation, found.optional) == ("Job | None", True)


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (json(ref("job")), ("Job", "application/json")),
        (
            {"content": {"application/scim+json": {"schema": ref("job")}}},
            ("Job", "application/scim+json"),
        ),
        (
            {
                "content": {
                    "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
                }
            },
            ("bytes", "application/octet-stream"),
        ),
    ],
)
def test_bodies(content: Node, body: tuple[str, str]) -> None:
    found = fact({**operation(), "requestBody": content}, method="post")
    assert (found.body, found.content_type) == body


@pytest.mark.parametrize(
    ("responses", "found"),
    [
        (answer(enum("red")), "unknown shape"),
        (answer(ref("colour")), "application/json with Colour"),
        (answer({"type": "array", "items": {"type": "array", "items": ref("job")}}), "list[Job]"),
        (answer({"type": "array", "items": ref("colour")}), "list[Colour]"),
        (answer({}), "Json"),
        ({"2XX": {"description": "", "content": {"application/json": {}}}}, "Json"),
        (
            {"2XX": {"description": "", "content": {"text/plain": {"schema": {"type": "string"}}}}},
            "text/plain with str",
        ),
        (
            {"2XX": {"description": "", "content": {'text/html"""': {"schema": ref("job")}}}},
            'text/html"""',
        ),
        (
            {
                "200": {"description": "", **json(ref("job"))},
                "201": {"description": "", **json(ref("other"))},
            },
            "several shapes",
        ),
    ],
)
def test_an_answer_that_nothing_can_read_is_refused(responses: Node, found: str) -> None:
    with pytest.raises(GeneratorError) as caught:
        fact(operation(responses), other=thing())
    assert caught.value.place == "/paths/~1{owner}~1jobs~1{job_id}/get/responses"
    assert found in caught.value.found


def test_a_list_of_objects_is_an_answer() -> None:
    found = fact(operation(answer({"type": "array", "items": ref("job")})), method="post")
    assert found.answer.annotation == "list[Job]"
    assert found.answer.convert == "read_list(Job.from_dict)"
    assert found.models == ["Job"]
    assert "read_list" in found.types


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (json(ref("colour")), "Colour as application/json"),
        (json(ref("count")), "Count as application/json"),
        ({"content": {"text/plain": {"schema": ref("job")}}}, "Job as text/plain"),
        (json({"type": "string"}), "described in place"),
        ({"content": {"application/json": {}}}, "described in place"),
        ({"content": {"application/scim+json": {"schema": thing()}}}, "described in place"),
        (
            {
                "content": {
                    "application/json": {"schema": ref("job")},
                    "text/plain": {"schema": ref("job")},
                }
            },
            "2 content",
        ),
    ],
)
def test_a_body_that_nothing_can_write_is_refused(body: Node, found: str) -> None:
    with pytest.raises(GeneratorError) as caught:
        fact({**operation(), "requestBody": body}, method="post")
    assert caught.value.place == "/paths/~1{owner}~1jobs~1{job_id}/post/requestBody"
    assert found in caught.value.found


@pytest.mark.parametrize(
    "name", ["owner", "body", "query", "$segment", "operation", "str", "class"]
)
def test_an_option_does_not_hide_what_the_code_uses(name: str) -> None:
    (option,) = fact(operation(parameters=[parameter(name)])).queries
    assert option.name == f"{name.strip('$')}_"
    assert option.wire == name


def test_what_must_be_given_is_told() -> None:
    found = fact(
        operation(
            parameters=[{**parameter("$top"), "required": True}, parameter("Prefer", "header")]
        )
    )
    assert [option.required for option in found.queries + found.headers] == [True, False]
    assert not found.body_required
    body = {**json(ref("job")), "required": True}
    assert fact({**operation(), "requestBody": body}, method="post").body_required


@pytest.mark.parametrize(
    ("parameters", "place", "found"),
    [
        (
            [parameter("$top"), parameter("top")],
            "/parameters",
            "'top' becomes top, and so does '$top'",
        ),
        (
            [parameter("$top"), parameter("Top", "header")],
            "/parameters",
            "'Top' becomes top, and so does '$top'",
        ),
        ([parameter("job_id")], "/parameters", "'job_id' becomes job_id, and so does '{job_id}'"),
        ([parameter("session", "cookie")], "/parameters/2", "cookie"),
        ([{"name": "$top", "in": "query"}], "/parameters/2", "without schema"),
        ([{"name": "$top", "in": "query", "content": {}}], "/parameters/2", "without schema"),
        ([parameter("*")], "/parameters/2", "'*'"),
        ([parameter("$top", type="number")], "/parameters/2/schema", "float"),
        ([parameter("$top", **ref("colour"))], "/parameters/2/schema", "Colour"),
        (
            [parameter("$top", type="array", items={"type": "integer"})],
            "/parameters/2/schema",
            "list[int]",
        ),
        ([parameter("$top", type="integer", enum=[1])], "/parameters/2/schema", "unknown shape"),
        ([{**SELECT, "explode": True}], "/parameters/2", "one option for each item"),
        (
            [parameter("$select", type="array", items={"type": "string"})],
            "/parameters/2",
            "one option for each item",
        ),
        ([parameter("Prefer", "header", type="integer")], "/parameters/2/schema", "int"),
    ],
)
def test_parameters_that_cannot_be_arguments_are_refused(
    parameters: list[Node], place: str, found: str
) -> None:
    with pytest.raises(GeneratorError) as caught:
        fact(operation(parameters=parameters))
    assert caught.value.place == f"/paths/~1{{owner}}~1jobs~1{{job_id}}/get{place}"
    assert found in caught.value.found


@pytest.mark.parametrize(
    "path", ["/jobs?x=1", "/jobs#x", "/jobs%2F", "/jobs\n", "/jo\u202ebs", '/jobs"', "/jobs\\"]
)
def test_a_path_with_anything_but_plain_text_is_refused(path: str) -> None:
    with pytest.raises(GeneratorError, match="the path part"):
        fact(operation(), path=path)
