"""The switch `schema_checks`: what cannot mean anything is refused where it is `strict`."""

from collections.abc import Callable
from typing import Any

import pytest

from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.surface.strict_schema import check_strictly

from .conftest import Caller
from .jobs import JOB, SYNC

Edit = Callable[[dict[str, Any]], None]


def first(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the mapping of users."""
    mappings = schema["synchronizationRules"][0]["objectMappings"]
    found: dict[str, Any] = next(item for item in mappings if item["sourceObjectName"] == "User")
    return found


def title(schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(
        item
        for item in first(schema)["attributeMappings"]
        if item["targetAttributeName"] == "title"
    )
    return found


def expression(text: str) -> dict[str, Any]:
    return {"type": "Function", "name": "x", "expression": text, "parameters": []}


MISTAKES: list[tuple[str, Edit]] = [
    (
        "the source has no attribute 'jobTitel'; did you mean 'jobTitle'?",
        lambda schema: title(schema).update(source={"type": "Attribute", "name": "jobTitel"}),
    ),
    (
        "the source has no attribute 'departmnt'; did you mean 'department'?",
        lambda schema: title(schema).update(source=expression('Append([departmnt], "x")')),
    ),
    (
        "the target has no attribute 'titel'; did you mean 'title'?",
        lambda schema: title(schema).update(targetAttributeName="titel"),
    ),
    (
        "'title' is mapped 2 times; keep one of the mappings.",
        lambda schema: first(schema)["attributeMappings"].append({**title(schema)}),
    ),
    (
        "the expression cannot be parsed",
        lambda schema: title(schema).update(source=expression("Append([a]")),
    ),
    (
        "the expression cannot be parsed",
        lambda schema: title(schema).update(source=expression("Apend([jobTitle])")),
    ),
    (
        "no directory of the schema defines the target object 'Person'.",
        lambda schema: first(schema).update(targetObjectName="Person"),
    ),
]


@pytest.mark.parametrize(("message", "edit"), MISTAKES, ids=[text for text, _ in MISTAKES])
def test_strict_refuses_what_lenient_takes(call: Caller, message: str, edit: Edit) -> None:
    schema = call("GET", f"{JOB}/schema")
    edit(schema)
    call("PUT", f"{JOB}/schema", schema, status=204)
    call.emulator.switches.schema_checks = "strict"
    kept = call("GET", f"{JOB}/schema")
    error = call("PUT", f"{JOB}/schema", schema, status=400)["error"]
    assert message in error["message"]
    assert error["message"].startswith("synchronizationRules[0].objectMappings[")
    assert call("GET", f"{JOB}/schema") == kept
    error = call("PATCH", f"{SYNC}/templates/scim", {"schema": schema}, status=400)["error"]
    assert message in error["message"]


def test_no_matching_attribute_is_refused_either_way(call: Caller) -> None:
    schema = call("GET", f"{JOB}/schema")
    for item in first(schema)["attributeMappings"]:
        item["matchingPriority"] = 0
    assert (
        "no attribute is matched"
        in call("PUT", f"{JOB}/schema", schema, status=400)["error"]["message"]
    )


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_every_template_passes_the_strict_checks(name: str) -> None:
    check_strictly(TEMPLATES[name].schema())
