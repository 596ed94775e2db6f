"""A run writes everything or nothing, tells what the change means, and comes back to the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from generator.cut.slice_format import dump
from generator.cut.slices import Slices, other_versions
from generator.emit.swap import alone
from generator.errors import GeneratorError
from generator.report.change import FailOn, Weight
from generator.run import WITHDRAWN, Paths, Run
from tests.generator.beta import beta_like
from tests.generator.conftest import recorded_source
from tests.generator.documents import contents, imported
from tests.generator.fetch.site import Site, body
from tests.generator.project import ROOT, project_in


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose package was just written."""
    folder = tmp_path_factory.mktemp("pristine")
    Run(project_in(folder), lambda line: None).write()
    return folder


@pytest.fixture
def paths(pristine: Path, tmp_path: Path) -> Paths:
    shutil.copytree(pristine, tmp_path, dirs_exist_ok=True)
    return Paths(project=tmp_path, out=tmp_path / "generated" / "graphsync_client")


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def run(paths: Paths, told: list[str]) -> Run:
    return Run(paths, told.append)


def without_restart(paths: Paths, target: Path) -> str:
    """Write a full document that lacks an action, and give its path."""
    whole = Slices.committed(paths.spec).document()
    whole["paths"] = {
        path: item for path, item in whole["paths"].items() if not path.endswith("/restart")
    }
    target.write_bytes(dump(whole))
    return str(target)


def test_the_committed_package_is_what_its_slices_give() -> None:
    assert Run(Paths(project=ROOT, out=Paths(ROOT, ROOT).package), lambda line: None).check() == []


def test_a_fresh_package_has_not_drifted(run: Run) -> None:
    assert run.check() == []


def test_an_edited_file_is_found(run: Run, paths: Paths) -> None:
    edited = paths.out / "api" / "jobs" / "restart_job.py"
    edited.write_text(edited.read_text("utf-8") + "#\n", "utf-8")
    (paths.out / "api" / "stray.py").write_text("", "utf-8")
    (paths.out / "models" / "synchronization_schema.py").unlink()
    assert run.check() == [
        "api/jobs/restart_job.py",
        "api/stray.py",
        "models/synchronization_schema.py",
    ]


def test_a_change_is_reported_and_the_way_back_leaves_the_same_bytes(
    run: Run, paths: Paths, tmp_path: Path
) -> None:
    before = contents(tmp_path)
    whole = str(tmp_path / "whole.yaml")
    Path(whole).write_bytes(dump(Slices.committed(paths.spec).document()))
    source = (paths.spec / "upstream.toml").read_bytes()
    outcome = run.write(without_restart(paths, tmp_path / "less.yaml"))
    assert outcome.written
    assert outcome.report is not None
    lines = list(outcome.report.lines())
    assert "  - operation restart_job: POST /{owner}/synchronization/jobs/{job_id}/restart" in lines
    gone = lines.index("graphsync/: verbs without their operation, which raise NotAvailable (1)")
    assert lines[gone + 1] == "  restart_job in graphsync/_async/synchronization/job.py"
    assert lines[-1].startswith("suggested version: minor step")
    # The facade has a verb for it, which goes on to be importable.
    assert (paths.out / "api" / "jobs" / "restart_job.py").exists()
    assert run.check() == []
    back = run.write(whole)
    assert back.report is not None
    assert back.report.step == "patch"
    (paths.spec / "upstream.toml").write_bytes(source)
    (tmp_path / "whole.yaml").unlink()
    (tmp_path / "less.yaml").unlink()
    assert contents(tmp_path) == before


LESS = ("/restart", "/discover", "/bulkUpload", "/bulkUpload/$value", "/applicationTemplates")
REFUSED = """
import asyncio
from graphsync import AsyncGraphClient, GraphClient, models
from graphsync.errors import NotAvailable

def verbs(graph):
    job = graph.service_principals["p"].synchronization.jobs["j"]
    yield "restart_job", job.restart, (models.SynchronizationJobRestartScope.WATERMARK,)
    yield "discover_job_directory", job.schema.directories["d"].discover, ()
    yield "get_bulk_upload", job.bulk_upload.get, ()
    yield "perform_bulk_upload", job.bulk_upload.perform, ([{"schemas": ["x"], "externalId": "e"}],)
    yield "list_application_templates", graph.application_templates.list, ()

with GraphClient("token") as graph:
    for name, verb, arguments in verbs(graph):
        try:
            verb(*arguments)
        except NotAvailable as error:
            assert error.operation == name, error
            assert "does not exist in v1.0" in str(error), error
        else:
            raise SystemExit(name)

async def main():
    async with AsyncGraphClient("token") as graph:
        for name, verb, arguments in verbs(graph):
            try:
                await verb(*arguments)
            except NotAvailable as error:
                assert error.operation == name, error
            else:
                raise SystemExit(name)

asyncio.run(main())
print("refused")
"""


def test_a_verb_without_its_operation_is_not_available(
    run: Run, paths: Paths, tmp_path: Path
) -> None:
    before = contents(tmp_path)
    whole = Slices.committed(paths.spec).document()
    (tmp_path / "whole.yaml").write_bytes(dump(whole))
    whole["paths"] = {
        path: item for path, item in whole["paths"].items() if not path.endswith(LESS)
    }
    (tmp_path / "less.yaml").write_bytes(dump(whole))
    outcome = run.write(str(tmp_path / "less.yaml"))
    assert outcome.report is not None
    assert {"restart_job", "perform_bulk_upload", "list_application_templates"} <= {
        *outcome.report.gaps.without_operation
    }
    assert "SynchronizationJobRestartScope" in outcome.report.gaps.without_type
    assert run.check() == []
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", REFUSED],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(paths.project), str(paths.out.parent))),
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")
    # A second document without them keeps what is kept; one that has them again ends it.
    assert run.write(str(tmp_path / "less.yaml")).written
    assert (paths.spec / WITHDRAWN).is_file()
    source = before["spec/upstream.toml"]
    assert run.write(str(tmp_path / "whole.yaml")).written
    (paths.spec / "upstream.toml").write_bytes(source)
    for name in ("less.yaml", "whole.yaml"):
        (tmp_path / name).unlink()
    after = {name: data for name, data in contents(tmp_path).items() if "__pycache__" not in name}
    assert after == before


def test_a_change_that_is_too_heavy_is_not_written(run: Run, paths: Paths, tmp_path: Path) -> None:
    less = without_restart(paths, tmp_path / "less.yaml")
    before = contents(tmp_path)
    outcome = run.write(less, fail_on=FailOn.BREAKING)
    assert not outcome.written
    assert outcome.report is not None
    assert outcome.report.step == "minor"
    assert contents(tmp_path) == before


def test_another_place_gets_a_package_and_the_project_stays(paths: Paths, tmp_path: Path) -> None:
    less = without_restart(paths, tmp_path / "less.yaml")
    before = contents(tmp_path)
    elsewhere = tmp_path / "elsewhere" / "some_client"
    outcome = Run(Paths(paths.project, elsewhere), lambda line: None).write(less)
    assert outcome.report is not None
    assert outcome.report.step == "minor"
    assert not (elsewhere / "api" / "jobs" / "restart_job.py").exists()
    after = contents(tmp_path)
    assert {name: after[name] for name in after if not name.startswith("elsewhere/")} == before


def edit_scope(paths: Paths, name: str, old: str, new: str) -> None:
    scope = paths.spec / name
    text = scope.read_text("utf-8")
    assert old in text
    scope.write_text(text.replace(old, new, 1), "utf-8")


EDITS = [
    (
        "scope.toml",
        'match = "/applications/{id}/synchronization/**"',
        'match = "/applications/{id}/synchronization"',
    ),
    ("scope-directory.toml", 'keep = ["accountEnabled", ', "keep = ["),
    (
        "scope-directory.toml",
        'methods = ["get"]\nwhy = "whose templates they are"',
        'why = "whose templates they are"',
    ),
]


@pytest.mark.parametrize(("name", "old", "new"), EDITS)
def test_an_edited_scope_asks_for_another_cut(
    run: Run, paths: Paths, name: str, old: str, new: str
) -> None:
    edit_scope(paths, name, old, new)
    before = contents(paths.project)
    part = "directory" if "directory" in name else "synchronization"
    found = [str(error) for error in run.outdated()]
    assert found[0] == (
        f"spec/{name}: other rules than those that {part}-v1.0.yaml was cut with; cut again with SPEC=…"
    )
    assert found[-1].endswith(
        "v1.0-usnat.yaml was cut with; cut again with SPEC=… SLICE=v1.0-usnat"
    )
    with pytest.raises(GeneratorError, match=r"cut again with SPEC=…$"):
        run.write()
    assert contents(paths.project) == before


def test_a_new_cut_takes_the_scope_and_names_the_versions_that_wait(
    run: Run, told: list[str], paths: Paths, tmp_path: Path
) -> None:
    whole = tmp_path / "whole.yaml"
    whole.write_bytes(dump(Slices.committed(paths.spec).document()))
    edit_scope(paths, *EDITS[1])
    assert run.write(str(whole)).written
    *_, waiting = (line for line in told if line.startswith("spec/"))
    assert waiting == (
        "spec/scope-directory.toml: other rules than those that directory-v1.0-usnat.yaml was cut with; "
        "cut again with SPEC=… SLICE=v1.0-usnat"
    )
    assert "account_enabled" not in (paths.out / "models" / "service_principal.py").read_text(
        "utf-8"
    )
    for version in other_versions(paths.spec):
        assert run.write(str(whole), version).written
    assert list(run.outdated()) == []
    assert run.check() == []


def test_a_scope_that_is_added_waits_for_the_next_cut_of_each_version(
    run: Run, told: list[str], paths: Paths, tmp_path: Path
) -> None:
    whole = tmp_path / "whole.yaml"
    whole.write_bytes(dump(Slices.committed(paths.spec).document()))
    scope = paths.spec / "scope-logs.toml"
    scope.write_text(
        'optional = true\n[[paths]]\nmatch = "/auditLogs/provisioning"\nwhy = "a part of its own"\n',
        "utf-8",
    )
    with pytest.raises(
        GeneratorError, match=r"scope-logs.toml: other rules .* cut again with SPEC=…$"
    ):
        run.write()
    assert run.write(str(whole)).written
    waiting = [line for line in told if line.startswith("spec/")]
    assert [line.partition(":")[0] for line in waiting] == ["spec/scope-logs.toml"] * len(
        other_versions(paths.spec)
    )
    for version in other_versions(paths.spec):
        assert run.write(str(whole), version).written
    assert list(run.outdated()) == []
    # A slice that was cut and is gone is still missed.
    (paths.spec / "logs-v1.0.yaml").unlink()
    with pytest.raises(GeneratorError, match=r"^logs-v1.0.yaml: No such file"):
        run.write()


def test_a_comment_and_a_reason_in_a_scope_are_no_other_rules(run: Run, paths: Paths) -> None:
    edit_scope(paths, "scope.toml", 'why = "', 'why = "for we know that ')
    edit_scope(paths, "scope.toml", "[[paths]]", "# Which paths.\n[[paths]]")
    assert list(run.outdated()) == []
    assert run.check() == ["GENERATED.lock"]
    assert run.write().written
    assert run.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX")
def test_a_run_that_was_killed_while_it_moved_files_is_undone(
    run: Run, told: list[str], paths: Paths, tmp_path: Path
) -> None:
    less = without_restart(paths, tmp_path / "less.yaml")
    before = contents(tmp_path)
    killed = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from generator.run import Paths, Run\n"
        "rename, moves = Path.rename, iter(range(5))\n"
        "def counting(self, target):\n"
        "    return rename(self, target) if next(moves, None) is not None else os.kill(os.getpid(), signal.SIGKILL)\n"
        "Path.rename = counting\n"
        f"project = Path({str(paths.project)!r})\n"
        f"Run(Paths(project, project / 'generated' / 'graphsync_client'), print).write({less!r})\n"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", killed], cwd=ROOT, capture_output=True, check=False
        ).returncode
        == -9
    )
    assert not {*before} <= {*contents(tmp_path)}
    with pytest.raises(
        GeneratorError, match=r"what a killed run had begun to replace; run `make generate`"
    ):
        run.check()
    with pytest.raises(GeneratorError, match="no such file"):
        run.write("none.yaml")
    assert contents(tmp_path) == before
    assert f"put back what a killed run had begun to replace: {paths.out}" in told
    assert run.check() == []


def test_two_runs_do_not_write_at_once(run: Run, paths: Paths) -> None:
    with (
        alone(paths.out.parent),
        pytest.raises(GeneratorError, match="another run is writing here"),
    ):
        run.write()


def test_another_scope_may_not_take_the_projects_package(paths: Paths, tmp_path: Path) -> None:
    scope = ROOT / "tests" / "scopes" / "provisioning_logs.toml"
    other = Run(Paths(paths.project, paths.out, scope), lambda line: None)
    before = contents(paths.project)
    with pytest.raises(
        GeneratorError, match=r"the project's own package for another scope; another place: OUT="
    ):
        other.write(without_restart(paths, tmp_path.parent / "less.yaml"))
    assert contents(paths.project) == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are those of POSIX")
def test_a_full_disk_names_the_place_and_changes_nothing(paths: Paths, tmp_path: Path) -> None:
    before = contents(tmp_path)
    limited = (
        "import resource, signal\n"
        "from pathlib import Path\n"
        "from generator.errors import GeneratorError\n"
        "from generator.run import Paths, Run\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))\n"
        f"project = Path({str(paths.project)!r})\n"
        "try:\n"
        "    Run(Paths(project, project / 'generated' / 'graphsync_client'), print).write()\n"
        "except GeneratorError as error:\n"
        "    print('error:', error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited], cwd=ROOT, capture_output=True, text=True, check=False
    )
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("error: "))
    assert re.fullmatch(
        r"error: \S+\.(py|lock): cannot be written: File too large; make room, or give another place",
        line,
    )
    assert contents(tmp_path) == before


def test_large_json_says_what_it_takes(
    run: Run, told: list[str], paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.run._LARGE", 100_000)
    large = tmp_path / "large.json"
    large.write_text(json.dumps(Slices.committed(paths.spec).document()), "utf-8")
    run.write(str(large))
    assert any(line.startswith(f"{large}: JSON is parsed as a whole: ") for line in told)


def test_the_whole_is_checked_when_asked(paths: Paths, tmp_path: Path) -> None:
    document = Slices.committed(paths.spec).document()
    document["components"]["x-not-kept"] = {"$ref": "#/components/schemas/none"}
    damaged = tmp_path / "damaged.yaml"
    damaged.write_bytes(dump(document))
    before = contents(tmp_path)
    with pytest.raises(
        GeneratorError, match=r"damaged\.yaml#/components/x-not-kept/\$ref: .* points to nothing"
    ):
        Run(paths, lambda line: None, whole=True).write(str(damaged))
    assert contents(tmp_path) == before
    assert Run(paths, lambda line: None).write(str(damaged)).written


def test_a_version_needs_a_document(run: Run) -> None:
    with pytest.raises(
        GeneratorError, match=r"^v1\.0-usnat: nothing to cut it from; give SPEC as well"
    ):
        run.write(version="v1.0-usnat")


def test_a_cloud_adds_what_it_lacks_and_nothing_else(
    run: Run, paths: Paths, tmp_path: Path
) -> None:
    before = contents(paths.out)
    outcome = run.write(without_restart(paths, tmp_path / "less.yaml"), "v1.0-contoso")
    assert outcome.report is not None
    assert {change.name for change in outcome.report.changes} >= {
        "restart_job",
        "RestartJobRequest",
    }
    after = contents(paths.out)
    assert {name for name in after if after[name] != before.get(name)} == {
        "availability.py",
        "GENERATED.lock",
    }
    text = (paths.spec / "upstream.toml").read_text("utf-8")
    assert '["source-v1.0-contoso"]\nname = "less.yaml"' in text
    with imported(shutil.copytree(paths.out, tmp_path / "made_client")) as package:
        availability = import_module(f"{package.__name__}.availability")
        assert availability.lacks("v1.0-contoso", "restart_job")
        assert availability.lacks("v1.0-contoso", "RestartJobRequest")
        assert not availability.lacks("v1.0-contoso", "pause_job")
        assert not availability.lacks("v1.0", "restart_job")
        with pytest.raises(
            LookupError, match=r"^no version 'v2' of Graph; there are v1\.0, v1\.0-contoso"
        ):
            availability.lacks("v2", "restart_job")


def test_a_patch_without_its_target_is_skipped_with_a_line(
    run: Run, told: list[str], paths: Paths, tmp_path: Path
) -> None:
    overlay = paths.spec / "overlay.yaml"
    content = yaml.safe_load(overlay.read_bytes())
    content["patches"].append(
        {
            "name": "n",
            "why": "w",
            "see": "s",
            "target": "/components/schemas/none",
            "update": {"type": "object"},
        }
    )
    overlay.write_text(yaml.safe_dump(content), "utf-8")
    assert run.write().written
    assert "overlay patch skipped: n: the document has no /components/schemas/none" in told


def test_a_patch_that_changes_nothing_ends_the_run_and_nothing_is_written(
    run: Run, paths: Paths, tmp_path: Path
) -> None:
    overlay = paths.spec / "overlay.yaml"
    content = yaml.safe_load(overlay.read_bytes())
    content["patches"].append(
        {**content["patches"][0], "name": "again", "update": {}, "remove": ["none"]}
    )
    overlay.write_text(yaml.safe_dump(content), "utf-8")
    before = contents(tmp_path)
    with pytest.raises(GeneratorError, match="nothing to change for the patch 'again'"):
        run.write()
    assert contents(tmp_path) == before


def test_stages_tell_their_time_when_asked(paths: Paths, tmp_path: Path) -> None:
    told: list[str] = []
    Run(paths, told.append, timings=True).write(without_restart(paths, tmp_path / "less.yaml"))
    stages = [line.split(":")[0] for line in told if line.endswith(" s")]
    assert stages == ["read", "cut", "overlay and passes", "compare", "emit"]


def test_a_beta_document_gives_the_same_client_with_ping(
    run: Run, paths: Paths, tmp_path: Path
) -> None:
    beta = tmp_path / "beta.json"
    beta.write_bytes(beta_like(Slices.committed(paths.spec).document()))
    outcome = run.write(str(beta))
    assert outcome.report is not None
    assert {change.what for change in outcome.report.changes} == {"added", "changed"}
    assert [change.name for change in outcome.report.changes if change.what == "added"] == [
        "ping",
        "PingResponse",
    ]
    # Its values are camelCase, and programs compare values with text.
    heavy = {
        (change.kind, change.weight)
        for change in outcome.report.changes
        if change.weight is Weight.BREAKING
    }
    assert heavy == {("value", Weight.BREAKING)}
    assert "ping" in outcome.report.gaps.without_home
    assert "operations/ping" in outcome.report.missing_words
    with imported(shutil.copytree(paths.out, tmp_path / "made_client")) as package:
        types = import_module(f"{package.__name__}.types")
        api = import_module(f"{package.__name__}.api")
        owner = types.Owner.service_principal("a b")
        ping = api.ping(owner)
        assert (ping.method, ping.url) == (
            "GET",
            "/servicePrincipals/a%20b/synchronization/microsoft.graph.Ping()",
        )
        assert ping.read({"value": "pong"}).value == "pong"
        assert (
            api.pause_job(owner, "j").url
            == "/servicePrincipals/a%20b/synchronization/jobs/j/microsoft.graph.pause"
        )
        assert api.pause_job(owner, "j").repeatable
        assert (
            api.replace_secrets(owner, model_of(package, "ReplaceSecretsRequest")()).reads
            == types.Reads.NOTHING
        )
        scope = model_of(package, "SynchronizationJobRestartScope")
        assert scope.FULL.value == 15
        secret = model_of(package, "SynchronizationSecretKeyStringValuePair")(
            key=None, value="hidden"
        )
        assert "hidden" not in repr(secret)


def model_of(package: ModuleType, name: str) -> Any:
    return getattr(import_module(f"{package.__name__}.models"), name)


def test_a_document_without_the_rest_of_graph_gives_what_it_has(
    run: Run, paths: Paths, tmp_path: Path
) -> None:
    before = contents(tmp_path)
    whole = tmp_path / "whole.yaml"
    alone = tmp_path / "alone.yaml"
    whole.write_bytes(dump(Slices.committed(paths.spec).document()))
    alone.write_bytes((paths.spec / "synchronization-v1.0.yaml").read_bytes())
    source = (paths.spec / "upstream.toml").read_bytes()
    outcome = run.write(str(alone))
    assert outcome.report is not None
    assert "list_service_principals" in {
        change.name for change in outcome.report.changes if change.what == "removed"
    }
    assert len(list((paths.out / "api").glob("*/*_job*.py"))) > 20
    with imported(shutil.copytree(paths.out, tmp_path / "made_client")) as package:
        availability = import_module(f"{package.__name__}.availability")
        assert availability.lacks("v1.0", "list_service_principals")
    shutil.rmtree(tmp_path / "made_client")
    assert run.check() == []
    run.write(str(whole))
    (paths.spec / "upstream.toml").write_bytes(source)
    whole.unlink()
    alone.unlink()
    assert contents(tmp_path) == before


def test_nothing_goes_to_the_network_unless_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    assert run.write().written
    assert run.check() == []


@pytest.mark.specs
@pytest.mark.parametrize("older", ["v1.0-2023-12.yaml.xz", "v1.0-usnat.yaml.xz"])
def test_another_real_document_and_back_leaves_the_same_bytes(
    run: Run, told: list[str], specs: Path, tmp_path: Path, older: str
) -> None:
    today = recorded_source(specs).place
    before = contents(tmp_path)
    there = run.write(str(specs / older))
    assert there.report is not None
    assert there.report.step == "minor"
    # The report tells it, and the summary does not say it again.
    assert any(line.startswith("upload in bulk by POST: ") for line in there.report.skipped)
    assert not any("overlay patch skipped" in line for line in told)
    assert run.check() == []
    assert contents(tmp_path) != before
    back = run.write(today)
    assert back.report is not None
    assert back.report.step == "patch"
    assert contents(tmp_path) == before
    again = run.write(today)
    assert again.report is not None
    assert list(again.report.changes) == []


def test_the_pinned_document_is_downloaded_once_and_generated_from(
    run: Run, paths: Paths, site: Site
) -> None:
    document = dump(Slices.committed(paths.spec).document())
    blob = hashlib.sha1(b"blob %d\0" % len(document) + document).hexdigest()
    upstream = paths.spec / "upstream.toml"
    upstream.write_text(
        f'[pin]\nserver = "{site.url}"\nrepository = "o/r"\ncommit = "{"c" * 40}"\npath = "x.yaml"\nblob = "{blob}"\n',
        "utf-8",
    )
    site.answers[f"/o/r/{'c' * 40}/x.yaml"] = body(document)
    for _ in range(2):
        outcome = run.write("upstream")
        assert outcome.report is not None
        assert list(outcome.report.changes) == []
    assert len(site.asked) == 1
    assert f'name = "{site.url}/o/r/' in upstream.read_text("utf-8")
