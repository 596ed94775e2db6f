"""Each difference of two slices is named at the level of the code, with its weight."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from generator.report.change import Weight
from generator.report.report import changes_between
from generator.surface.surface import Surface, read_surface
from tests.generator.documents import (
    WORDLESS,
    answer,
    enum,
    openapi,
    operation,
    parameter,
    ref,
    thing,
)

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
            "get": operation(
                answer(ref("a.jobCollectionResponse")),
                parameters=[parameter("$top", type="integer")],
            ),
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
        lambda p, s: p[JOBS]["get"]["parameters"].append(
            {**parameter("$skip", type="integer"), "required": True}
        ),
        "BREAKING changed operation list_jobs: query option $skip added, which must be given",
    ),
    (
        lambda p, s: p[JOBS]["get"]["parameters"][0].update(required=True),
        "BREAKING changed operation list_jobs: query option $top must be given now",
    ),
    (
        lambda p, s: p[JOB]["delete"]["parameters"].append(
            {**parameter("If-Match", "header"), "required": True}
        ),
        "BREAKING changed operation delete_job: header If-Match added, which must be given",
    ),
    (
        lambda p, s: p[JOBS]["post"]["requestBody"].update(required=True),
        "BREAKING changed operation create_job: the body must be given now",
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
    (
        lambda p, s: members(s).update(size={"type": "integer"}),
        "COMPATIBLE added property Job.size: int",
    ),
    (lambda p, s: members(s).pop("name"), "BREAKING removed property Job.name: str"),
    (
        lambda p, s: members(s).update(name={"type": "boolean"}),
        "BREAKING changed property Job.name: is bool, was str",
    ),
    (
        lambda p, s: members(s).update(Name=members(s).pop("name")),
        "COMPATIBLE changed property Job.name: is spelled 'Name' on the wire, was 'name'",
    ),
    (
        lambda p, s: members(s).update(name={"type": "string", "x-graphsync-secret": True}),
        "COMPATIBLE changed property Job.name: is hidden as a secret now",
    ),
    (
        lambda p, s: s["a.job"].update(required=["name"]),
        "BREAKING changed property Job.name: must be sent now",
    ),
    (
        lambda p, s: (
            members(s).update(size={"type": "integer"}),
            s["a.job"].update(required=["size"]),
        ),
        "BREAKING changed property Job.size: must be sent now",
    ),
    (
        lambda p, s: s["a.state"].update({"x-ms-enum-flags": {"isFlags": True}}),
        "BREAKING changed property Job.state: is State (values that combine), was State (one value)",
    ),
    (
        lambda p, s: s.update({"a.state": thing(x=TEXT)}),
        "BREAKING changed property Job.state: is State (an object), was State (one value)",
    ),
    (lambda p, s: s.update({"a.other": thing(x=TEXT)}), "COMPATIBLE added type Other"),
    (
        lambda p, s: s.update(
            {"a.other": thing(x=TEXT), "a.job": thing(ref("a.other"), **members(s))}
        ),
        "BREAKING changed type Job: builds on Other, was nothing",
    ),
    # enumerations and values
    (lambda p, s: s["a.state"]["enum"].append("Gone"), "COMPATIBLE added value State.GONE: 'Gone'"),
    (lambda p, s: s["a.state"]["enum"].pop(), "BREAKING removed value State.PAUSED: 'Paused'"),
    (
        lambda p, s: s["a.state"].update(enum=["active", "Paused"]),
        "BREAKING changed value State.ACTIVE: is spelled 'active' on the wire, was 'Active'",
    ),
    (
        lambda p, s: s["a.kinds"].update(enum=["None", "Add", "update"]),
        "BREAKING changed value Kinds.UPDATE: is spelled 'update' on the wire, was 'Update'",
    ),
    (
        lambda p, s: s["a.kinds"].pop("x-ms-enum-flags"),
        "BREAKING changed enum Kinds: its values do not combine any more",
    ),
    (
        lambda p, s: s["a.kinds"].update(
            {"x-graphsync-values": {"None": 0, "Add": 1, "Update": 8}}
        ),
        "BREAKING changed value Kinds.UPDATE: is 8, was 2",
    ),
    (lambda p, s: s.update({"a.colour": enum("Red")}), "COMPATIBLE added enum Colour"),
    # what becomes no code
    (
        lambda p, s: members(s).update(name={"type": "string", "maxLength": 3}),
        "DOCUMENTATION changed property Job.name: maxLength 3, was not said",
    ),
    (
        lambda p, s: p[JOB]["delete"].update(deprecated=True),
        "DOCUMENTATION changed operation delete_job: deprecated True, was not said",
    ),
    (
        lambda p, s: p[JOBS]["get"]["parameters"][0]["schema"].update(maximum=9),
        "DOCUMENTATION changed operation list_jobs: parameters query $top schema: maximum 9, was not said",
    ),
    (
        lambda p, s: s["a.jobCollectionResponse"].update(required=["value"]),
        "DOCUMENTATION changed property JobCollectionResponse.value: always comes now",
    ),
]


@pytest.mark.parametrize(("edit", "expected"), CASES, ids=[expected for _, expected in CASES])
def test_each_difference_has_its_line(edit: Edit, expected: str) -> None:
    found = changes(edit)
    assert expected in found
    # The heaviest comes first, and nothing weighs more than what was done.
    assert found[0].split()[0] == expected.split()[0]


def test_a_change_of_code_hides_nothing_else() -> None:
    def edit(paths: dict[str, Any], schemas: dict[str, Any]) -> None:
        members(schemas).update(
            name={"type": "boolean", "deprecated": True}, size={"type": "integer"}
        )
        members(schemas)["state"].update(maxLength=7)
        paths[JOB]["delete"].update({"deprecated": True, "x-graphsync-served": False})
        paths[JOBS]["get"]["parameters"][0].update(required=True, deprecated=True)

    assert changes(edit) == [
        "BREAKING changed operation delete_job: not served any more",
        "BREAKING changed operation list_jobs: query option $top must be given now",
        "BREAKING changed property Job.name: is bool, was str",
        "COMPATIBLE added property Job.size: int",
        "DOCUMENTATION changed operation delete_job: deprecated True, was not said",
        "DOCUMENTATION changed operation list_jobs: parameters query $top: deprecated True, was not said",
        "DOCUMENTATION changed property Job.name: deprecated True, was not said",
        "DOCUMENTATION changed property Job.state: maxLength 7, was not said",
    ]


def test_what_must_be_sent_may_be_inherited_and_deep() -> None:
    def sent(*, must: bool) -> Surface:
        made = document()
        schemas = made["components"]["schemas"]
        inner, base = thing(x=TEXT), thing(id=TEXT, born={"type": "string", "readOnly": True})
        if must:
            inner["required"], base["required"] = ["x"], ["id", "born"]
        schemas |= {
            "a.inner": inner,
            "a.base": base,
            "a.job": thing(ref("a.base"), parts=thing_list("a.inner")),
        }
        return surface(made)

    found = changes_between(sent(must=False), sent(must=True))
    assert [str(change) for change in found if change.weight is Weight.BREAKING] == [
        "property Base.id: must be sent now",
        "property Inner.x: must be sent now",
    ]
    back = changes_between(sent(must=True), sent(must=False))
    assert [change.weight for change in back] == [Weight.COMPATIBLE, Weight.COMPATIBLE]


def thing_list(name: str) -> dict[str, Any]:
    return {"type": "array", "items": ref(name)}


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
    assert [(change.name, change.what, change.weight) for change in back] == [
        ("Job.size", "removed", Weight.BREAKING)
    ]


def test_an_operation_that_one_owner_lost_breaks_its_callers() -> None:
    owners = ("/servicePrincipals/{sp-id}", "/applications/{app-id}")
    made = openapi(
        paths={
            f"{owner}/x/{end}": {"post": operation()}
            for owner in owners
            for end in ("start", "stop")
        }
    )
    less = deepcopy(made)
    del less["paths"][f"{owners[1]}/x/start"]
    found = changes_between(surface(made), surface(less))
    assert [(change.name, change.weight, change.detail) for change in found] == [
        ("start", Weight.BREAKING, "for servicePrincipals, was for every owner")
    ]
    assert [change.weight for change in changes_between(surface(less), surface(made))] == [
        Weight.COMPATIBLE
    ]
