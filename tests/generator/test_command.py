"""`python -m generator`: what goes where, and with which code it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import typer

import generator.__main__ as command
from generator.cut.slice_format import dump
from generator.cut.slices import Slices
from generator.report.change import FailOn
from generator.run import Run
from tests.generator.documents import contents
from tests.generator.project import ROOT, project_in


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that the command takes for its own, with a document in it that lacks an action."""
    folder = tmp_path / "project"
    folder.mkdir()
    paths = project_in(folder)
    Run(paths, lambda line: None).write()
    document = Slices.committed(paths.spec).document()
    document["paths"] = {
        path: item for path, item in document["paths"].items() if not path.endswith("/restart")
    }
    (folder / "less.yaml").write_bytes(dump(document))
    monkeypatch.setattr(command, "ROOT", folder)
    return folder


def test_a_run_tells_what_it_wrote_and_the_report(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command.main(spec=str(project / "less.yaml"))
    out, err = capsys.readouterr()
    assert out.startswith("kept ")
    assert "\n  - operation restart_job: POST " in out
    assert err == ""


def test_json_is_all_that_stdout_gets(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main(spec=str(project / "less.yaml"), as_json=True, verbose=True)
    out, err = capsys.readouterr()
    assert "restart_job" in {change["name"] for change in json.loads(out)["changes"]}
    assert "kept " in err
    assert "emit: " in err


def test_quiet_says_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main(spec=str(project / "less.yaml"), quiet=True)
    assert capsys.readouterr() == ("", "")


def test_a_change_that_is_too_heavy_ends_with_1_and_is_shown(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(project)
    with pytest.raises(typer.Exit) as ended:
        command.main(spec=str(project / "less.yaml"), fail_on=FailOn.BREAKING)
    out, err = capsys.readouterr()
    assert ended.value.exit_code == 1
    assert "  - operation restart_job" in out
    assert err == "generate: nothing written, the change is breaking or heavier\n"
    assert contents(project) == before


def test_checking_ends_with_1_where_something_differs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command.main(check=True)
    assert capsys.readouterr().err == ""
    page = project / "docs" / "reference" / "operations.md"
    page.write_text(page.read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(typer.Exit) as ended:
        command.main(check=True)
    assert ended.value.exit_code == 1
    assert "docs/reference/operations.md; run `make generate`" in capsys.readouterr().err


def test_checking_ends_with_1_where_a_scope_was_edited(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scope = project / "spec" / "scope.toml"
    scope.write_text(
        scope.read_text("utf-8").replace("{id}/synchronization/**", "{id}/synchronization"), "utf-8"
    )
    with pytest.raises(typer.Exit) as ended:
        command.main(check=True)
    assert ended.value.exit_code == 1
    err = capsys.readouterr().err
    assert (
        "generate: spec/scope.toml: other rules than those that synchronization-v1.0.yaml was cut with"
        in err
    )
    with pytest.raises(typer.Exit) as ended:
        command.main()
    assert ended.value.exit_code == 2
    assert capsys.readouterr().err.endswith("cut again with SPEC=…\n")


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
@pytest.mark.parametrize("value", ["it's.yaml", 'a "b".yaml', "a b;c.yaml", "/dev/fd/63"])
@pytest.mark.parametrize(
    ("verb", "name"), [("generate", "SPEC"), ("generate", "OUT"), ("diff", "NEW")]
)
def test_make_passes_a_value_on_as_it_is(tmp_path: Path, verb: str, name: str, value: str) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n", "utf-8")
    python.chmod(0o755)
    command = ["make", "--silent", verb, f"{name}={value}", f"BIN={tmp_path}", "READY=/dev/null"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert value in done.stdout.splitlines()


def test_checking_the_whole_needs_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as ended:
        command.main(whole=True)
    assert ended.value.exit_code == 2
    assert capsys.readouterr().err.startswith(
        "generate: --whole: no document to report on; give SPEC"
    )


def test_a_document_may_be_larger_when_that_is_allowed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large = project / "large.yaml"
    large.write_bytes((project / "less.yaml").read_bytes() + b"# more\n" * 200_000)
    with pytest.raises(typer.Exit) as ended:
        command.main(spec=str(large), max_size=1)
    assert ended.value.exit_code == 2
    assert f"{large}: more than 1048576 bytes" in capsys.readouterr().err
    command.main(spec=str(large), max_size=2, quiet=True)


def test_an_error_ends_with_2_and_one_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "spec" / "overlay.yaml").unlink()
    with pytest.raises(typer.Exit) as ended:
        command.main()
    out, err = capsys.readouterr()
    assert ended.value.exit_code == 2
    assert out == ""
    assert err.startswith("generate: ")
    assert len(err.splitlines()) == 1
