"""Other parts of Graph become clients, too: typed, importable, and small where a scope projects."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cut.cut import cut
from generator.cut.scope import load_scope
from generator.errors import GeneratorError
from generator.fetch.read_source import read_source
from generator.run import Paths, Run
from tests.generator.project import ROOT

SCOPES = ROOT / "tests" / "scopes"
IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
modules = [importlib.import_module(found.name) for found in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
for name in dir(package.models): getattr(package.models, name)
for name in dir(package.api): getattr(package.api, name)
print(len(modules))
"""

pytestmark = pytest.mark.specs


def written(name: str, specs: Path, folder: Path) -> tuple[str, Path]:
    """Write the client of a scope from today's full document; give what the run told."""
    told: list[str] = []
    out = folder / f"{name}_client"
    run = Run(Paths(project=ROOT, out=out, scope=SCOPES / f"{name}.toml"), told.append)
    assert run.write(str(specs / "v1.0.yaml.xz")).report is None
    return "\n".join(told), out


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("provisioning_logs", "wrote 6 operations (6 modules), 18 models, 5 enumerations"),
        (
            "application_templates_projected",
            "wrote 4 operations (4 modules), 22 models, 11 enumerations",
        ),
        ("application_templates", "wrote 4 operations (4 modules), 108 models, 34 enumerations"),
    ],
)
def test_a_client_of_another_scope_imports_and_has_types(
    name: str, size: str, specs: Path, tmp_path: Path
) -> None:
    told, out = written(name, specs, tmp_path)
    assert size in told
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL, out.name]
    imported = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert imported.returncode == 0, imported.stderr
    assert int(imported.stdout) == len(
        [path for path in out.rglob("*.py") if path.parent != out or path.name != "__init__.py"]
    )
    checked = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file",
            os.devnull,
            "--cache-dir",
            os.devnull,
            out.name,
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    assert "no issues found" in checked.stdout


def test_dates_and_floats_and_infinity_are_typed(specs: Path, tmp_path: Path) -> None:
    _, out = written("application_templates_projected", specs, tmp_path)
    # Types that are read together share a module.
    modules = [path.read_text("utf-8") for path in (out / "models").glob("*.py")]
    (score,) = (text for text in modules if "class ApplicationRiskScore(" in text)
    assert "total: float | None" in score
    (template,) = (text for text in modules if "class ApplicationTemplate(" in text)
    assert "deprecation_date: date | None" in template
    assert "logo_url" not in template


def test_the_client_takes_the_operations_of_another_package(specs: Path, tmp_path: Path) -> None:
    _, out = written("provisioning_logs", specs, tmp_path)
    program = tmp_path / "program.py"
    program.write_text(
        "from graphsync import GraphClient\n"
        f"from {out.name}.api import count_provisioning\n"
        "with GraphClient('token') as graph:\n"
        "    print(graph.dry_run(count_provisioning()).url)\n"
        "    graph.batch().add(count_provisioning())\n"
        "def number(graph: GraphClient) -> int:\n"
        "    return graph.send(count_provisioning())\n",
        "utf-8",
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", program.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip().endswith("/auditLogs/provisioning/$count")
    checked = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file",
            os.devnull,
            "--cache-dir",
            os.devnull,
            program.name,
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_a_scope_has_an_overlay_of_its_own_and_the_projects_does_not_touch_it(
    specs: Path, tmp_path: Path
) -> None:
    scope = tmp_path / "logs.toml"
    scope.write_bytes((SCOPES / "provisioning_logs.toml").read_bytes())
    (tmp_path / "logs.overlay.yaml").write_text(
        "patches:\n"
        "- name: a better name\n"
        "  target: /paths/~1auditLogs~1provisioning~1$count/get\n"
        "  why: the noun is an adjective\n"
        "  see: https://contoso.com/logs\n"
        "  update: {x-graphsync-name: count_provisioning_logs}\n",
        "utf-8",
    )
    out = tmp_path / "logs_client"
    Run(Paths(project=ROOT, out=out, scope=scope), lambda _: None).write(
        str(specs / "v1.0.yaml.xz")
    )
    assert (
        "def count_provisioning_logs("
        in (out / "api" / "provisioning" / "count_provisioning_logs.py").read_text()
    )


def test_a_package_of_another_part_has_words_and_secrets_of_its_own(
    specs: Path, tmp_path: Path
) -> None:
    _, out = written("application_passwords", specs, tmp_path)
    texts = [path.read_text("utf-8") for path in out.rglob("*.py")]
    assert not any("synchronization-overview" in text for text in texts)
    assert "Microsoft Graph's `/applications`" in (out / "__init__.py").read_text("utf-8")
    called = next(text for text in texts if "def add_application_password" in text)
    assert '"""Add application password.' in called
    assert "https://learn.microsoft.com/graph/api/resources/passwordcredential" in "".join(texts)
    program = tmp_path / "program.py"
    program.write_text(
        f"from {out.name}.models import DirectoryObjectCollectionResponse, KeyCredential\n"
        f"from {out.name}.models import PasswordCredential\n"
        "print(PasswordCredential.from_dict({'secretText': 's3cr3t', 'hint': 's3c'}))\n"
        "print(KeyCredential.from_dict({'key': 's3cr3t'}))\n"
        "owners = [{'@odata.type': '#microsoft.graph.application', 'id': 'a'}]\n"
        "page = DirectoryObjectCollectionResponse.from_dict({'value': owners})\n"
        "print([type(one).__name__ for one in page.value or ()])\n",
        "utf-8",
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", program.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "s3cr3t" not in ran.stdout
    assert ran.stdout.count("'***'") == 2
    assert ran.stdout.endswith("['Application']\n")


def test_what_only_beta_has_stands_beside_and_goes_to_beta(specs: Path, tmp_path: Path) -> None:
    scope = SCOPES / "provisioning_logs.toml"
    data = read_source(str(specs / "v1.0.yaml.xz"), ROOT / "spec" / "upstream.toml").data
    full = cut(data, load_scope(scope))
    paths = full["paths"]
    path = "/auditLogs/provisioning/{provisioningObjectSummary-id}"
    paths[f"{path}/undo"] = {
        "parameters": paths[path].get("parameters", []),
        "post": {
            **{key: value for key, value in paths[path]["get"].items() if key != "requestBody"},
            "operationId": "undo",
            "responses": {"204": {"description": ""}},
        },
    }
    beta = tmp_path / "beta.json"
    beta.write_text(json.dumps(full))
    reported: list[str] = []
    out = tmp_path / "beta_client"
    run = Run(Paths(project=ROOT, out=out, scope=scope), reported.append, beta=str(beta))
    run.write(str(specs / "v1.0.yaml.xz"))
    assert [line for line in reported if line.startswith("from beta")] == [
        f"from beta: POST {path}/undo"
    ]
    (undo,) = (text.read_text("utf-8") for text in out.rglob("undo_*.py"))
    assert '"""Beta only: undo provisioning.' in undo
    assert "beta=True" in undo
    program = (
        "from graphsync import GraphClient\n"
        f"from {out.name} import api\n"
        "with GraphClient('token') as graph:\n"
        "    print(graph.dry_run(api.undo_provisioning('x')).url)\n"
        "    print(graph.dry_run(api.get_provisioning('x')).url)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert [line.split("/")[3] for line in ran.stdout.splitlines()] == ["beta", "v1.0"]


def test_beta_is_for_a_package_of_its_own(specs: Path) -> None:
    with pytest.raises(GeneratorError, match="project's beta operations are in its overlay"):
        Run(Paths(project=ROOT, out=Paths(ROOT, ROOT).package), print, beta="x.yaml").write(
            "y.yaml"
        )
