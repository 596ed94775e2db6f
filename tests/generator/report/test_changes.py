"""Each difference of two slices is named at the level of the code, with its weight."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from generator.report.change import Weight
from generator.report.report import changes_between
from generator.surface import Surface, read_surface
from tests.generator.documents import WORDLESS, answer, enum, openapi, operation, parameter, ref, thing

TEXT = {"type": "string"}
JOBS, JOB = "/jobs", "/jobs/{job-id}"


def job_id() -> dict[str, Any]:
    return parameter("job-id", "path")


def document() -> dict[str, Any]:
    collection = thing(value={"type": "array", "items": ref("a.job")})
    schemas = {
        "a.job": thing(name=TEXT, state=ref("a.state"), kinds=ref("a.kinds")),
        "a.state": enum("Active", "Paused"),
        "a.kinds": enum("None", "Add", "Update", **{"x-ms-enum-flags": {"isFlags": True}}),
        "a.jobCollectionResponse": collection,
    }
    paths = {
        JOBS: {
            "get": operation(answer(ref("a.jobCollectionResponse")), parameters=[parameter("$top", type="integer")]),
            "post": operation(answer(ref("a.job")), ref("a.job")),
        },
        JOB: {
            "get": operation(answer(ref("a.job")), parameters=[job_id()]),
            "patch": operation(answer(ref("a.job")), ref("a.job"), [job_id()]),
            "delete": operation(parameters=[job_id()]),
        },
    }
    return openapi(schemas, paths)


def surface(made: dict[str, Any]) -> Surface:
    return read_surface(deepcopy(made), [], WORDLESS)


Edit = Callable[[dict[str, Any], dict[str, Any]], object]


def changes(edit: Edit) -> list[str]:
    """Edit paths and schemas of the document and tell what that changed."""
    edited = document()
    edit(edited["paths"], edited["components"]["schemas"])
    found = changes_between(surface(document()), surface(edited))
    return [f"{change.weight.name} {change.what} {change}" for change in found]


def members(schemas: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = schemas["a.job"]["properties"]
    return made


def test_the_same_document_differs_in_nothing() -> None:
    assert changes(lambda p, s: None) == []


CASES: list[tuple[Edit, str]] = [
    # operations
    (lambda p, s: p[JOBS].pop("post"), "BREAKING removed operation create_job: POST /jobs"),
    (
        lambda p, s: p[JOB].update(post=operation(parameters=[job_id()])),
        "COMPATIBLE added operation post_job: POST /jobs/{job_id}",
    ),
    (
        lambda p, s: p[JOBS]["get"]["parameters"].clear(),
        "BREAKING changed operation list_jobs: query option $top removed",
    ),
    (
        lambda p, s: p[JOBS]["get"]["parameters"].append(parameter("$skip", type="integer")),
        "COMPATIBLE changed operation list_jobs: query option $skip added",
    ),
    (
        lambda p, s: p[JOBS]["get"]["parameters"][0]["schema"].update(type="string"),
        "BREAKING changed operation list_jobs: query option $top is str, was int",
    ),
    (
        lambda p, s: p[JOB]["delete"]["parameters"].append(parameter("If-Match", "header")),
        "COMPATIBLE changed operation delete_job: header If-Match added",
    ),
    (
        lambda p, s: p[JOBS]["post"].pop("requestBody"),
        "BREAKING changed operation create_job: body none, was Job as application/json",
    ),
    (
        lambda p, s: p[JOBS]["post"].update(responses=operation()["responses"]),
        "BREAKING changed operation create_job: answers None, was Job",
    ),
    (
        lambda p, s: p[JOB]["delete"].update(responses=answer(ref("a.job"))),
        "COMPATIBLE changed operation delete_job: answers Job, was None",
    ),
    (
        lambda p, s: p[JOB]["delete"].update({"x-graphsync-served": False}),
        "BREAKING changed operation delete_job: not served any more",
    ),
    (
        lambda p, s: p[JOB]["delete"].update({"x-graphsync-repeatable": False}),
        "COMPATIBLE changed operation delete_job: is not repeated any more",
    ),
    # types and properties
    (lambda p, s: members(s).update(size={"type": "integer"}), "COMPATIBLE added property Job.size: int"),
    (lambda p, s: members(s).pop("name"), "BREAKING removed property Job.name: str"),
    (lambda p, s: members(s).update(name={"type": "boolean"}), "BREAKING changed property Job.name: is bool, was str"),
    (
        lambda p, s: members(s).update(Name=members(s).pop("name")),
        "COMPATIBLE changed property Job.name: is spelled 'Name' on the wire, was 'name'",
    ),
    (
        lambda p, s: members(s).update(name={"type": "string", "x-graphsync-secret": True}),
        "COMPATIBLE changed property Job.name: is hidden as a secret now",
    ),
    (lambda p, s: s.update({"a.other": thing(x=TEXT)}), "COMPATIBLE added type Other"),
    (
        lambda p, s: s.update({"a.other": thing(x=TEXT), "a.job": thing(ref("a.other"), **members(s))}),
        "BREAKING changed type Job: builds on Other, was nothing",
    ),
    # enumerations and values
    (lambda p, s: s["a.state"]["enum"].append("Gone"), "COMPATIBLE added value State.GONE: 'Gone'"),
    (lambda p, s: s["a.state"]["enum"].pop(), "BREAKING removed value State.PAUSED: 'Paused'"),
    (
        lambda p, s: s["a.state"].update(enum=["active", "Paused"]),
        "COMPATIBLE changed value State.ACTIVE: is spelled 'active' on the wire, was 'Active'",
    ),
    (
        lambda p, s: s["a.kinds"].pop("x-ms-enum-flags"),
        "BREAKING changed enum Kinds: its values do not combine any more",
    ),
    (
        lambda p, s: s["a.kinds"].update({"x-graphsync-values": {"None": 0, "Add": 1, "Update": 8}}),
        "BREAKING changed value Kinds.UPDATE: is 8, was 2",
    ),
    (lambda p, s: s.update({"a.colour": enum("Red")}), "COMPATIBLE added enum Colour"),
    # what becomes no code
    (
        lambda p, s: members(s).update(name={"type": "string", "maxLength": 3}),
        "DOCUMENTATION changed type Job: said otherwise in the document at /properties/name/maxLength",
    ),
    (
        lambda p, s: p[JOB]["delete"].update(deprecated=True),
        "DOCUMENTATION changed operation delete_job: said otherwise in the document at /deprecated",
    ),
]


@pytest.mark.parametrize(("edit", "expected"), CASES, ids=[expected for _, expected in CASES])
def test_each_difference_has_its_line(edit: Edit, expected: str) -> None:
    found = changes(edit)
    assert expected in found
    # The heaviest comes first, and nothing weighs more than what was done.
    assert found[0].split()[0] == expected.split()[0]


def rename_id(paths: dict[str, Any], _: object) -> None:
    paths["/jobs/{x}"] = paths.pop(JOB)
    for made in paths["/jobs/{x}"].values():
        made["parameters"][0]["name"] = "x"


@pytest.mark.parametrize(
    "edit",
    [
        rename_id,
        lambda p, s: p[JOB]["delete"].update(operationId="jobs.remove"),
        lambda p, s: members(s)["name"].update({"x-ms-note": 1}),
    ],
)
def test_names_that_nobody_sees_make_no_difference(edit: Edit) -> None:
    assert changes(edit) == []


def test_a_change_back_mirrors_it() -> None:
    grown = document()
    grown["components"]["schemas"]["a.job"]["properties"]["size"] = {"type": "integer"}
    there = changes_between(surface(document()), surface(grown))
    back = changes_between(surface(grown), surface(document()))
    assert [(change.name, change.what) for change in there] == [("Job.size", "added")]
    assert [(change.name, change.what, change.weight) for change in back] == [("Job.size", "removed", Weight.BREAKING)]


def test_an_operation_that_one_owner_lost_breaks_its_callers() -> None:
    owners = ("/servicePrincipals/{sp-id}", "/applications/{app-id}")
    made = openapi(paths={f"{owner}/x/{end}": {"post": operation()} for owner in owners for end in ("start", "stop")})
    less = deepcopy(made)
    del less["paths"][f"{owners[1]}/x/start"]
    found = changes_between(surface(made), surface(less))
    assert [(change.name, change.weight, change.detail) for change in found] == [
        ("start", Weight.BREAKING, "for servicePrincipals, was for every owner")
    ]
    assert [change.weight for change in changes_between(surface(less), surface(made))] == [Weight.COMPATIBLE]
