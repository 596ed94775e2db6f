"""A body described in place is named after its operation."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.passes.inline_bodies import inline_bodies
from tests.generator.documents import openapi, operation, ref, thing

BODY = thing(criteria={"type": "string"})


def cured(
    bodies: dict[str, tuple[str, dict[str, Any]]], **schemas: Any
) -> tuple[dict[str, Any], Any]:
    """Return what each path's body becomes, and the types."""
    paths = {
        path: {"post": {**operation(body=body), "operationId": name}}
        for path, (name, body) in bodies.items()
    }
    document = inline_bodies(openapi(schemas, paths))
    found = {
        path: item["post"]["requestBody"]["content"]["application/json"]["schema"]
        for path, item in document["paths"].items()
    }
    return found, document["components"]["schemas"]


def test_a_body_is_called_after_its_operation() -> None:
    found, schemas = cured({"/jobs/{id}/restart": ("restart_job", BODY)})
    assert found == {"/jobs/{id}/restart": ref("RestartJobRequest")}
    place = "/paths/~1jobs~1{id}~1restart/post/requestBody/content/application~1json/schema"
    named = {"x-graphsync-name": "restartJobRequest", "x-graphsync-place": place}
    assert schemas == {"RestartJobRequest": {**BODY, **named}}


def test_twins_of_one_action_share_a_body_called_after_the_action() -> None:
    twins = {f"/{parent}/parse": (f"parse_{parent}", BODY) for parent in ("jobs", "templates")}
    found, schemas = cured(twins)
    assert found == {"/jobs/parse": ref("ParseRequest"), "/templates/parse": ref("ParseRequest")}
    place = "/paths/~1jobs~1parse/post/requestBody/content/application~1json/schema"
    assert schemas == {
        "ParseRequest": {**BODY, "x-graphsync-name": "parseRequest", "x-graphsync-place": place}
    }


def test_actions_with_different_bodies_have_types_of_their_own() -> None:
    other = thing(name={"type": "string"})
    found, schemas = cured(
        {"/jobs/parse": ("parse_job", BODY), "/templates/parse": ("parse_template", other)}
    )
    assert found == {
        "/jobs/parse": ref("ParseJobRequest"),
        "/templates/parse": ref("ParseTemplateRequest"),
    }
    assert schemas["ParseJobRequest"]["properties"] == BODY["properties"]
    assert schemas["ParseTemplateRequest"]["properties"] == other["properties"]


@pytest.mark.parametrize("body", [ref("Job"), {"type": "string", "format": "binary"}, {}])
def test_a_body_with_a_name_or_without_properties_is_left_alone(body: dict[str, Any]) -> None:
    assert cured({"/jobs": ("create_job", body)}, Job=thing()) == (
        {"/jobs": body},
        {"Job": thing()},
    )


def test_a_type_that_is_called_so_already_is_not_overwritten() -> None:
    found, schemas = cured({"/jobs/{id}/restart": ("restart_job", BODY)}, RestartJobRequest=thing())
    assert found == {"/jobs/{id}/restart": ref("RestartJobRequest2")}
    assert schemas["RestartJobRequest"] == thing()


def test_of_two_groups_of_twins_of_one_name_the_second_is_called_after_its_first_operation() -> (
    None
):
    other = thing(name={"type": "string"})
    bodies = {f"/{at}/parse": (f"parse_{at}", BODY if at < 2 else other) for at in range(4)}
    found, schemas = cured(bodies)
    names = ["ParseRequest", "ParseRequest", "Parse2Request", "Parse2Request"]
    assert list(found.values()) == [ref(name) for name in names]
    assert schemas["Parse2Request"]["properties"] == other["properties"]
