"""An error points to a place that the user's document has, under the name that the document has for it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.cut.slice_format import dump
from generator.cut.slices import Slices
from generator.diff import compare
from generator.document.original_place import original_place
from generator.errors import GeneratorError
from generator.openapi.pointer import resolve
from generator.surface.surface import read_surface
from tests.generator.documents import (
    APPLICATIONS,
    PRINCIPALS,
    WORDLESS,
    answer,
    json,
    openapi,
    operation,
    parameter,
    ref,
    thing,
)
from tests.generator.project import ROOT

JOB = "microsoft.graph.synchronizationJob"
ODD = {"oneOf": [{"type": "string"}]}
RESTART = "~1synchronization~1jobs~1{job-id}~1restart/post"


def document() -> dict[str, Any]:
    """Make a document whose names all change: two owners, a base, shared parameters, a body in place, no `2XX`."""
    ids = [parameter("job-id", "path"), {"$ref": "#/components/parameters/top"}]
    found = {"200": {"description": "", **json(ref(JOB))}}
    paths: dict[str, Any] = {}
    for owner in (PRINCIPALS, APPLICATIONS):
        own = parameter(owner.split("{")[1].rstrip("}"), "path")
        paths[f"{owner}/synchronization/jobs/{{job-id}}"] = {
            "parameters": [own, ids[0]],
            "get": operation(found, parameters=[ids[1]]),
        }
        paths[f"{owner}/synchronization/jobs/{{job-id}}/restart"] = {
            "post": operation(body=thing(criteria={"type": "string"}), parameters=[own, ids[0]]),
        }
    del paths[f"{PRINCIPALS}/synchronization/jobs/{{job-id}}/restart"]
    schemas = {"microsoft.graph.entity": thing(id={"type": "string"})}
    schemas[JOB] = thing(ref("microsoft.graph.entity"), name={"type": "string"})
    return openapi(schemas, paths, parameters={"top": parameter("$top", type="integer")})


Edit = Callable[[dict[str, Any]], object]
EDITS: list[tuple[str, Edit]] = [
    (
        f"/components/schemas/{JOB}/allOf/1/properties/zz",
        lambda made: made["components"]["schemas"][JOB]["allOf"][1]["properties"].update(zz=ODD),
    ),
    (
        "/paths/~1servicePrincipals~1{servicePrincipal-id}~1synchronization~1jobs~1{job-id}/get/responses",
        lambda made: [
            item["get"].update(
                responses=answer({"type": "array", "items": {"type": "array", "items": ref(JOB)}})
            )
            for item in made["paths"].values()
            if "get" in item
        ],
    ),
    (
        f"/paths/~1applications~1{{application-id}}{RESTART}/requestBody/content/application~1json/schema/properties/zz",
        lambda made: made["paths"][f"{APPLICATIONS}/synchronization/jobs/{{job-id}}/restart"][
            "post"
        ]["requestBody"]["content"]["application/json"]["schema"]["properties"].update(zz=ODD),
    ),
    (
        "/components/parameters/top/schema",
        lambda made: made["components"]["parameters"]["top"].update(schema={"type": "number"}),
    ),
    (
        f"/paths/~1applications~1{{application-id}}{RESTART}/parameters/2/schema",
        lambda made: made["paths"][f"{APPLICATIONS}/synchronization/jobs/{{job-id}}/restart"][
            "post"
        ]["parameters"].append(parameter("$top", type="number")),
    ),
]


@pytest.mark.parametrize(("place", "edit"), EDITS, ids=[place for place, _ in EDITS])
def test_an_error_points_into_the_document_as_it_was_given(place: str, edit: Edit) -> None:
    read_surface(document(), [], WORDLESS)
    made = document()
    edit(made)
    with pytest.raises(GeneratorError) as refused:
        read_surface(deepcopy(made), [], WORDLESS, name="graph.yaml")
    assert refused.value.place == f"graph.yaml#{place}"
    resolve(made, place)


@pytest.mark.parametrize(
    ("cured", "place"),
    [
        (
            "/components/schemas/SynchronizationJob/properties/id/x",
            f"/components/schemas/{JOB}/allOf/1/properties",
        ),
        ("/components/schemas/Nobody/properties/id", "/components/schemas"),
        (
            "/paths/~1{owner}~1synchronization~1jobs~1{job_id}/get/parameters/2",
            "/paths/~1servicePrincipals~1{servicePrincipal-id}~1synchronization~1jobs~1{job-id}/parameters/1",
        ),
        (
            "/paths/~1{owner}~1synchronization~1jobs~1{job_id}/get/responses/2XX/content",
            "/paths/~1servicePrincipals~1{servicePrincipal-id}~1synchronization~1jobs~1{job-id}/get/responses/200/content",
        ),
        ("openapi-python-client", "openapi-python-client"),
        ("line 3, column 1", "line 3, column 1"),
    ],
)
def test_a_way_is_followed_as_far_as_it_goes(cured: str, place: str) -> None:
    assert original_place(document(), (PRINCIPALS, APPLICATIONS), cured) == place


def test_references_in_a_circle_end() -> None:
    made = openapi({"a": ref("b"), "b": ref("a")})
    assert original_place(made, (), "/components/schemas/a/properties/x") == "/components/schemas/a"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"{", ": line 2, column 1"),
        (b"openapi: 3.0.4\npaths: []\n", "#/paths"),
        (b"", ""),
    ],
)
def test_an_error_names_which_of_two_documents_it_is_about(
    tmp_path: Path, content: bytes, place: str
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(content)
    with pytest.raises(GeneratorError) as refused:
        compare("committed", str(bad), ROOT)
    assert refused.value.place == f"{bad}{place}"


def test_what_no_pass_knows_is_told_with_the_file(tmp_path: Path) -> None:
    made = Slices.committed(ROOT / "spec").document()
    made["components"]["schemas"][JOB]["allOf"][1]["properties"]["zz"] = ODD
    bad = tmp_path / "odd.yaml"
    bad.write_bytes(dump(made))
    with pytest.raises(GeneratorError) as refused:
        compare(str(bad), "committed", ROOT)
    assert refused.value.place == f"{bad}#/components/schemas/{JOB}/allOf/1/properties/zz"


def test_what_is_lost_while_writing_is_told_where_it_was() -> None:
    surface = read_surface(document(), [], WORDLESS, name="graph.yaml")
    with pytest.raises(GeneratorError) as refused, surface.complaints():
        raise GeneratorError("/components/schemas/SynchronizationJob/properties/name", "nothing")
    assert refused.value.place == f"graph.yaml#/components/schemas/{JOB}/allOf/1/properties/name"


def test_of_two_types_of_one_name_the_right_one_is_meant() -> None:
    made = openapi(
        {
            f"microsoft.graph.{name}": thing(x={"type": "string"})
            for name in ("group", "termStore.group")
        }
    )
    made["components"]["schemas"]["microsoft.graph.termStore.group"]["properties"]["zz"] = ODD
    with pytest.raises(GeneratorError) as refused:
        read_surface(made, [], WORDLESS)
    assert (
        refused.value.place == "/components/schemas/microsoft.graph.termStore.group/properties/zz"
    )
