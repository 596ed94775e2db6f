"""A class or operation is imported when it is used, and nothing before."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import graphsync_client
from graphsync_client import api, models
from graphsync_client.types import Model, OpenEnum, OpenFlags

ROOT = Path(graphsync_client.__file__).parent


def loaded_by(code: str) -> set[str]:
    """Run code in a fresh interpreter and return the modules that it loaded, beside those of Python itself."""
    program = (
        f"import sys\nsys.path.insert(0, {str(ROOT.parent)!r})\nbefore = set(sys.modules)\n{code}\n"
    )
    program += "import json; print(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return {name for name in found if name.partition(".")[0] not in sys.stdlib_module_names}


def below(names: set[str], package: str) -> set[str]:
    return {
        name.removeprefix(f"graphsync_client.{package}.")
        for name in names
        if f"client.{package}." in name
    }


def test_the_package_loads_nothing():
    # -S leaves site-packages out: not even attrs is there to be found.
    assert loaded_by("import graphsync_client") == {"graphsync_client"}


def test_the_lists_of_models_and_operations_load_none_of_them():
    loaded = loaded_by("import graphsync_client.models, graphsync_client.api")
    assert loaded == {
        "graphsync_client",
        "graphsync_client.models",
        "graphsync_client.api",
        "graphsync_client._lazy",
    }


def with_packages(code: str) -> str:
    """Let a fresh interpreter find attrs, and load it before it is counted."""
    import attr

    return f"sys.path.append({str(Path(attr.__file__).parents[1])!r})\n{code}"


def test_a_model_loads_its_base_and_no_other_model():
    loaded = loaded_by(
        with_packages(
            "from graphsync_client.models import SynchronizationJob; SynchronizationJob(id='1')"
        )
    )
    assert below(loaded, "models") == {"synchronization_job", "entity"}
    assert below(loaded, "api") == set()
    assert {name.partition(".")[0] for name in loaded} == {"graphsync_client"}


def test_reading_a_member_loads_its_class():
    job = "from graphsync_client.models import SynchronizationJob as Job; job = Job.from_dict({'schema': {}, 'schedule': {}}); "
    loaded = {"synchronization_job", "entity"}
    # A type that only jobs have stands beside them.
    assert below(loaded_by(with_packages(f"{job}job.schedule")), "models") == loaded
    assert below(loaded_by(with_packages(f"{job}job.schema")), "models") == loaded | {
        "synchronization_schema"
    }


def test_an_operation_loads_its_answer_and_no_other_operation():
    loaded = loaded_by(with_packages("from graphsync_client.api import list_jobs"))
    assert below(loaded, "api") == {"jobs", "jobs.list_jobs"}
    assert below(loaded, "models") == {
        "synchronization_job_collection_response",
        "base_collection_pagination_count_response",
    }


@pytest.mark.parametrize("package", [models, api])
def test_every_listed_name_can_be_imported_and_is_of_the_module_it_names(package):
    names = dir(package)
    assert names == sorted(set(names))
    for name in names:
        found = getattr(package, name)
        assert found.__name__ == name
        assert found.__module__.startswith(f"{package.__name__}.")
        assert getattr(package, name) is found
        assert found.__doc__


def test_every_module_is_listed():
    classes = {path.stem for path in (ROOT / "models").glob("*.py")} - {"__init__"}
    assert {getattr(models, name).__module__.rpartition(".")[2] for name in dir(models)} == classes
    assert all(
        issubclass(getattr(models, name), (Model, OpenEnum, OpenFlags)) for name in dir(models)
    )
    operations = {path.stem for path in (ROOT / "api").glob("*/*.py")} - {"__init__"}
    assert set(dir(api)) == operations
    assert len(operations) >= 60


def test_no_modules_of_models_import_each_other_in_a_circle():
    """Imports for type checkers counted."""
    named: dict[str, set[str]] = {}
    for path in [*(ROOT / "models").glob("*.py"), *ROOT.glob("*.py")]:
        if path.stem != "__init__":
            found = [
                node
                for node in ast.walk(ast.parse(path.read_bytes()))
                if isinstance(node, ast.ImportFrom)
            ]
            named[path.stem] = {str(node.module) for node in found if node.level == 1}
    while ends := {name for name, others in named.items() if not others & set(named)}:
        named = {name: others for name, others in named.items() if name not in ends}
    assert named == {}


def test_what_the_walk_of_a_schema_reads_stands_in_few_modules():
    walk = """
from graphsync_client.models import SynchronizationSchema
source = {"type": "Function", "parameters": [{"value": {"type": "Attribute"}}]}
mapping = {"flowTypes": "Add", "attributeMappings": [{"flowType": "Always", "source": source}]}
item = {"attributes": [{"type": "String"}]}
left = [SynchronizationSchema.from_dict(
    {"synchronizationRules": [{"objectMappings": [mapping]}], "directories": [{"objects": [item]}]}
)]
while left:
    found = left.pop()
    if isinstance(found, list):
        left += found
    elif hasattr(type(found), "MEMBERS"):
        left += [getattr(found, name) for name in found.MEMBERS]
"""
    loaded = below(loaded_by(with_packages(walk)), "models")
    enumerations = {
        name for name in loaded if "Enum" in (ROOT / "models" / f"{name}.py").read_text("utf-8")
    }
    assert len(loaded - enumerations) <= 7


@pytest.mark.parametrize("package", [models, api])
def test_misspelt_names_are_errors(package):
    with pytest.raises(
        AttributeError, match=f"module '{package.__name__}' has no attribute 'Misspelt'"
    ):
        _ = package.Misspelt
    with pytest.raises(ImportError, match="cannot import name 'Misspelt'"):
        exec(f"from {package.__name__} import Misspelt")
    assert not hasattr(package, "Misspelt")
