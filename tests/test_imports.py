"""What importing graphsync loads: a program pays for what it uses."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import graphsync

# The standard library apart; `<package>.*` allows its modules.
LIGHT = {"graphsync"}
CLIENT = {
    "graphsync",
    "graphsync_client",
    "attr",
    "attrs",
    "httpx",
    "httpcore",
    "h11",
    "anyio",
    "certifi",
    "idna",
    "sniffio",
}
# What a first page does not need, although it is ours or close at hand.
LATER = (
    "azure", "msal", "cryptography", "requests", "stamina", "tenacity", "msgspec", "starlette", "uvicorn", "yaml",
    "importlib.metadata", "uuid", "graphsync.emulator", "graphsync._async", "graphsync._sync.batch.batch", "graphsync._sync.schema.schema",
    "graphsync._sync.applications.applications", "graphsync._sync.applications.application", "graphsync._sync.applications.application_templates",
    "graphsync._sync.applications.application_template", "graphsync._sync.applications.application_service_principal", "graphsync._sync.provisioning_logs",
    "graphsync_client.api.application_templates", "graphsync_client.api.provisioning",
    "graphsync._sync.synchronization.secrets", "graphsync._sync.synchronization.templates", "graphsync._sync.synchronization.bulk_upload", "graphsync._core.response.service_errors",
    "graphsync._core.response.hints", "graphsync._core.domain.bulk_upload", "graphsync._core.domain.secret_changes",
    "graphsync._sync.inbound", "graphsync._core.inbound", "graphsync.inbound", "sqlite3",
    "graphsync_client.models.synchronization_schema", "graphsync_client.api.schema", "graphsync_client.api.secrets",
)  # fmt: skip

FIRST_PAGE = """
import httpx
from graphsync import GraphClient
answer = {"value": [{"id": "a", "status": {"code": "Active"}}]}
transport = httpx.MockTransport(lambda request: httpx.Response(200, json=answer))
with GraphClient("a-token", transport=transport) as graph:
    for job in graph.service_principals["an-id"].synchronization.jobs:
        assert (job.id, job.status.code) == ("a", "Active")
"""


def loaded_by(code: str) -> set[str]:
    """Return the modules that a program loads beyond those of a bare interpreter with httpx's optional parts hidden."""
    program = f"""
import json, sys
for optional in ("click", "rich", "brotli", "brotlicffi", "zstandard", "h2", "socksio", "trio"):
    sys.modules[optional] = None
before = set(sys.modules)
{code}
print(json.dumps(sorted(set(sys.modules) - before)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


def foreign(modules: set[str], allowed: set[str]) -> set[str]:
    tops = {module.partition(".")[0] for module in modules}
    return {top for top in tops if top not in allowed and top not in sys.stdlib_module_names}


def test_importing_the_package_loads_next_to_nothing() -> None:
    modules = loaded_by("import graphsync")
    assert foreign(modules, LIGHT) == set()
    assert {module for module in modules if module.startswith("graphsync")} == {"graphsync"}


def test_importing_the_client_loads_what_sends_and_no_more() -> None:
    assert foreign(loaded_by("from graphsync import GraphClient"), CLIENT) == set()


@pytest.mark.parametrize(
    "code", ["from graphsync import GraphClient", FIRST_PAGE], ids=["client", "first page"]
)
def test_what_comes_later_is_not_loaded_before(code: str) -> None:
    modules = loaded_by(code)
    assert "graphsync._sync.synchronization.jobs" in modules
    early = {
        module
        for module in modules
        for name in LATER
        if module == name or module.startswith(f"{name}.")
    }
    assert early == set()


def test_models_load_when_they_are_used() -> None:
    modules = {
        module for module in loaded_by(FIRST_PAGE) if module.startswith("graphsync_client.models.")
    }
    assert "graphsync_client.models.synchronization_job" in modules
    assert len(modules) <= 6


def test_the_release_is_the_one_of_the_distribution() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))[
        "project"
    ]
    assert project["name"] == "graphsync-client"
    assert graphsync.__version__ == project["version"]


def test_asking_for_the_release_loads_one_constant() -> None:
    modules = {
        module
        for module in loaded_by("import graphsync; graphsync.__version__")
        if "graphsync" in module
    }
    assert modules == {
        "graphsync",
        "graphsync._core",
        "graphsync._core.request",
        "graphsync._core.request.release",
    }
