"""A class has a module of its own and a name that nothing in the package has."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.passes import cure
from generator.emit.class_modules import class_modules, in_order
from generator.errors import GeneratorError
from generator.surface.enums import enum_facts
from generator.surface.models import ModelFacts, model_facts
from tests.generator.documents import WORDLESS, answer, enum, openapi, operation, ref, thing


def modules(*models: str, enums: tuple[str, ...] = (), item: str = "") -> dict[str, str]:
    schemas = {**{name: thing() for name in models}, **{name: enum("a") for name in enums}}
    page = thing(value={"type": "array", "items": ref(item)})
    paths = {"/x": {"get": operation(answer(page))}} if item else {}
    cured = cure(openapi(schemas, paths), ())
    return class_modules(model_facts(cured, WORDLESS), enum_facts(cured, WORDLESS))


def test_modules_of_models_and_enumerations() -> None:
    assert modules("synchronizationJob", "filter", "class", enums=("jobStatus",)) == {
        "SynchronizationJob": "synchronization_job",
        "Filter": "filter",
        "Class": "class_",
        "JobStatus": "job_status",
    }


@pytest.mark.parametrize(
    "name", ["model", "owner", "operation", "json", "openEnum", "openFlags", "ABSENT", "Sequence"]
)
def test_a_class_called_as_one_of_the_runtime_gets_another_name(name: str) -> None:
    assert [*modules(name)] == [f"Graph{name[:1].upper()}{name[1:]}"]


def test_a_name_made_by_a_pass_does_not_share_a_module() -> None:
    with pytest.raises(
        GeneratorError,
        match=r"Job_collectionResponse.*JobCollectionResponse|JobCollectionResponse.*Job_",
    ):
        modules("job", "job_collectionResponse", item="job")


def held(*names: str) -> dict[str, Any]:
    return {name: {"type": "array", "items": ref(name)} for name in names}


def grouped(**schemas: Any) -> tuple[dict[str, str], dict[str, ModelFacts]]:
    cured = cure(openapi(schemas), ())
    models = model_facts(cured, WORDLESS)
    return class_modules(models, enum_facts(cured, WORDLESS)), models


def test_a_type_that_one_other_names_stands_beside_it() -> None:
    found, models = grouped(
        job=thing(**held("status", "setting", "colour")),
        status=thing(**held("error")),
        error=thing(),
        setting=thing(),
        template=thing(**held("setting")),
        colour=enum("red"),
    )
    assert found == {
        "Job": "job",
        "Status": "job",
        "Error": "job",
        "Setting": "setting",
        "Template": "template",
        "Colour": "colour",
    }
    assert in_order(["Error", "Job", "Status"], models, "Job") == ["Job", "Status", "Error"]


def test_types_that_name_each_other_stand_together_in_the_module_of_the_one_that_others_name() -> (
    None
):
    found, models = grouped(
        argument=thing(**held("source")),
        source=thing(**held("argument")),
        rule=thing(**held("source")),
        answer=thing(**held("source")),
    )
    assert found == {"Argument": "source", "Source": "source", "Rule": "rule", "Answer": "answer"}
    assert in_order(["Argument", "Source"], models, "Source") == ["Source", "Argument"]


def test_a_base_stands_before_what_builds_on_it() -> None:
    found, models = grouped(entity=thing(id={"type": "string"}), job=thing(ref("entity")))
    assert found == {"Entity": "job", "Job": "job"}
    assert in_order(["Job", "Entity"], models, "Job") == ["Entity", "Job"]
