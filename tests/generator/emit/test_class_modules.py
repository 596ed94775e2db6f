"""A class has a module of its own and a name that nothing in the package has."""

from __future__ import annotations

import pytest

from generator.document.passes import cure
from generator.emit.class_modules import class_modules
from generator.errors import GeneratorError
from generator.surface.enums import enum_facts
from generator.surface.models import model_facts
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


@pytest.mark.parametrize("name", ["model", "owner", "operation", "json", "openEnum", "openFlags", "ABSENT", "Sequence"])
def test_a_class_called_as_one_of_the_runtime_is_refused(name: str) -> None:
    made = name[:1].upper() + name[1:]
    with pytest.raises(GeneratorError, match=rf"^/components/schemas/{made}: a class {made}, which the runtime"):
        modules(name)


def test_a_name_made_by_a_pass_does_not_share_a_module() -> None:
    with pytest.raises(
        GeneratorError, match=r"Job_collectionResponse.*JobCollectionResponse|JobCollectionResponse.*Job_"
    ):
        modules("job", "job_collectionResponse", item="job")
