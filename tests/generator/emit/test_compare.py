"""What the document has and the written code lacks is noticed, one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from generator.document.passes import cure
from generator.emit.compare import compare
from generator.errors import GeneratorError
from generator.openapi.walk import Node
from generator.surface.surface import Facts
from tests.generator.documents import (
    answer,
    enum,
    generate,
    openapi,
    operation,
    parameter,
    ref,
    thing,
)

TEXT = {"type": "string"}
DOCUMENT = openapi(
    {
        "entity": thing(id=TEXT),
        "job": thing(ref("entity"), templateId=TEXT, status=ref("colour")),
        "user": thing(ref("entity")),
        "colour": enum("darkRed", "green"),
        "scope": enum("none", "full", **{"x-ms-enum-flags": {"isFlags": True}}),
    },
    {
        "/jobs/{id}": {
            "parameters": [parameter("id", "path", type="string")],
            "get": operation(answer(ref("job"))),
            "delete": operation(),
        }
    },
)


@pytest.fixture
def written(tmp_path: Path) -> tuple[Node, Facts, Path]:
    target = tmp_path / "client"
    return cure(DOCUMENT, ()), generate(DOCUMENT, target), target


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_package_as_it_was_written_has_everything(written: tuple[Node, Facts, Path]) -> None:
    compare(*written)


LOSSES: list[tuple[Callable[[Path], None], str]] = [
    (
        lambda folder: (folder / "models/job.py").unlink(),
        "/components/schemas/Job/properties/templateId",
    ),
    (
        lambda folder: (folder / "models/entity.py").write_text(""),
        "/components/schemas/Entity/properties/id",
    ),
    (
        lambda folder: edited(folder / "models/job.py", "template_id: str", "template: str"),
        "/components/schemas/Job/properties/templateId",
    ),
    (
        lambda folder: edited(folder / "models/job.py", "class Job", "class Jobs"),
        "/components/schemas/Job/properties",
    ),
    (
        lambda folder: (folder / "models/colour.py").unlink(),
        "/components/schemas/Colour/enum: darkRed",
    ),
    (
        lambda folder: edited(folder / "models/colour.py", "GREEN = ", "BLUE = "),
        "/components/schemas/Colour/enum: green",
    ),
    (
        lambda folder: edited(folder / "models/scope.py", "FULL = ", "HALF = "),
        "/components/schemas/Scope/enum: full",
    ),
    (lambda folder: (folder / "api/jobs/get_job.py").unlink(), "/paths/~1jobs~1{job_id}/get"),
    (
        lambda folder: edited(
            folder / "api/jobs/delete_job.py", "def delete_job", "def remove_job"
        ),
        "/paths/~1jobs~1{job_id}/delete",
    ),
]


@pytest.mark.parametrize(("lose", "place"), LOSSES)
def test_a_loss_is_noticed_and_named(
    written: tuple[Node, Facts, Path], lose: Callable[[Path], None], place: str
) -> None:
    lose(written[2])
    with pytest.raises(GeneratorError) as caught:
        compare(*written)
    assert caught.value.place.startswith(place)


def test_what_the_facts_forgot_is_noticed_too(written: tuple[Node, Facts, Path]) -> None:
    document, facts, folder = written
    del document["components"]["schemas"]["Job"]["allOf"][1]["properties"]["status"]
    document["components"]["schemas"]["Job"]["allOf"][1]["properties"]["state"] = TEXT
    with pytest.raises(GeneratorError, match=r"^/components/schemas/Job/properties/state: nothing"):
        compare(document, facts, folder)


def test_a_type_without_members_is_missed_as_well(tmp_path: Path) -> None:
    document = openapi({"empty": thing()})
    facts = generate(document, tmp_path / "client")
    edited(tmp_path / "client" / "models" / "empty.py", "class Empty", "class Full")
    with pytest.raises(GeneratorError, match=r"^/components/schemas/Empty: nothing"):
        compare(cure(document, ()), facts, tmp_path / "client")


@pytest.mark.parametrize("part", ["operations", "models", "enums"])
def test_what_is_in_no_facts_at_all_is_noticed(
    written: tuple[Node, Facts, Path], part: str
) -> None:
    document, facts, folder = written
    with pytest.raises(GeneratorError, match="nothing in the generated code"):
        compare(document, evolve(facts, **{part: {}}), folder)
