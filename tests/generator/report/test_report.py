"""A report tells the whole of a change: what it weighs, what it leaves to do, and the version it calls for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.report.change import Change, FailOn, Weight, added, changed, described, removed
from generator.report.facade import FacadeGaps, facade_gaps
from generator.report.report import Report
from generator.report.version_step import next_version, version_step
from generator.surface.surface import read_surface
from tests.generator.documents import WORDLESS, openapi, operation

NO_GAPS = FacadeGaps((), ())
BREAKS = removed("operation", "list_jobs", "GET /jobs")
GROWS = added("type", "Job")
SAID = described("type", "Job", "said otherwise")


def report(*changes: Change, version: str = "1.4.2") -> Report:
    return Report(changes, NO_GAPS, (), (), version)


@pytest.mark.parametrize(
    ("changes", "step", "version"),
    [
        ((SAID, GROWS, BREAKS), "major", "2.0.0"),
        ((SAID, GROWS), "minor", "1.5.0"),
        ((SAID,), "patch", "1.4.3"),
        ((), "none", "1.4.2"),
    ],
)
def test_the_heaviest_change_sets_the_step(
    changes: tuple[Change, ...], step: str, version: str
) -> None:
    assert report(*changes).step == step
    assert json.loads(report(*changes).json())["version"] == {
        "now": "1.4.2",
        "step": step,
        "next": version,
    }


@pytest.mark.parametrize(
    ("change", "step", "version"),
    [(BREAKS, "minor", "0.4.0"), (GROWS, "patch", "0.3.8"), (SAID, "patch", "0.3.8")],
)
def test_before_1_0_the_step_is_the_number_that_moves(
    change: Change, step: str, version: str
) -> None:
    told = report(change, version="0.3.7")
    assert json.loads(told.json())["version"] == {"now": "0.3.7", "step": step, "next": version}
    assert list(told.lines())[-1] == (
        f"suggested version: {step} step, 0.3.7 -> {version}"
        " (before 1.0 a breaking change moves the second number and any other the third)"
    )


def test_a_weight_has_a_step() -> None:
    assert [version_step(weight, "1.0.0") for weight in (None, *Weight)] == [
        "none",
        "patch",
        "minor",
        "major",
    ]
    assert next_version("0.3.7", version_step(None, "0.3.7")) == "0.3.7"


def test_lines_group_by_weight_and_say_what_is_left_to_do() -> None:
    gaps = FacadeGaps(("ping",), ("list_jobs",))
    told = Report(
        (BREAKS, GROWS, SAID),
        gaps,
        ("operations/ping",),
        ("p: nothing to change",),
        "1.4.2",
        ("q: no /x",),
    )
    assert list(told.lines()) == [
        "breaking: programs that use these must change (1)",
        "  - operation list_jobs: GET /jobs",
        "compatible: programs go on as they are (1)",
        "  + type Job",
        "documentation: no code differs (1)",
        "  ~ type Job: said otherwise",
        "spec/facade.toml: operations without a verb and without a way (1)",
        "  ping",
        "graphsync/: verbs without their operation, which raise NotAvailable (1)",
        "  list_jobs",
        "spec/docs.yaml: no words (1)",
        "  operations/ping",
        "spec/overlay.yaml: patches that do not fit (1)",
        "  p: nothing to change",
        "spec/overlay.yaml: patches without their target (1)",
        "  q: no /x",
        "suggested version: major step, 1.4.2 -> 2.0.0",
    ]


def test_no_change_is_one_line() -> None:
    assert list(report().lines()) == ["no change"]


def test_json_says_the_same_as_the_lines() -> None:
    told = Report(
        (BREAKS,),
        FacadeGaps(("ping",), ("list_jobs",), ("Gone",)),
        ("operations/ping",),
        ("misfit",),
        "1.4.2",
        ("skip",),
        ("no path matches /a",),
    )
    assert json.loads(told.json()) == {
        "changes": [
            {
                "kind": "operation",
                "name": "list_jobs",
                "what": "removed",
                "weight": "breaking",
                "detail": "GET /jobs",
            }
        ],
        "facade": {
            "operations_without_home": ["ping"],
            "verbs_without_operation": ["list_jobs"],
            "types_missing": ["Gone"],
        },
        "missing_words": ["operations/ping"],
        "lacking": ["no path matches /a"],
        "overlay_misfits": ["misfit"],
        "overlay_skipped": ["skip"],
        "version": {"now": "1.4.2", "step": "major", "next": "2.0.0"},
    }


def test_a_run_fails_on_changes_as_heavy_as_asked_for() -> None:
    weights = (None, Weight.DOCUMENTATION, Weight.COMPATIBLE, Weight.BREAKING)
    assert [FailOn.BREAKING.reached(weight) for weight in weights] == [False, False, False, True]
    assert [FailOn.COMPATIBLE.reached(weight) for weight in weights] == [False, False, True, True]
    assert [FailOn.DOCUMENTATION.reached(weight) for weight in weights] == [False, True, True, True]


def test_changes_read_as_a_line_each() -> None:
    assert str(BREAKS) == "operation list_jobs: GET /jobs"
    assert str(GROWS) == "type Job"
    assert (
        str(changed("type", "Job", "builds on Entity", breaks=True)) == "type Job: builds on Entity"
    )


def test_what_a_document_spells_oddly_stays_one_line() -> None:
    odd = changed(
        "operation",
        "list_jobs",
        "query option $top\x1b[31m\nbreaking: none\u2028 added",
        breaks=False,
    )
    assert (
        str(odd) == "operation list_jobs: query option $top\\x1b[31m\\nbreaking: none\\u2028 added"
    )


def test_gaps_are_read_from_the_source_of_the_facade_and_nothing_of_it_runs(tmp_path: Path) -> None:
    for folder in ("_async", "_core", "_sync", "emulator"):
        (tmp_path / folder).mkdir()
    (tmp_path / "_async" / "jobs.py").write_text(
        "from graphsync_client.api.jobs.list_jobs import list_jobs\nraise SystemExit\n", "utf-8"
    )
    (tmp_path / "_core" / "home.py").write_text(
        "def late():\n    from graphsync_client.api.jobs import gone_job as g\n", "utf-8"
    )
    (tmp_path / "_core" / "lazy.py").write_text(
        "from graphsync_client import api\nmade = api.lazy_job()\n", "utf-8"
    )
    (tmp_path / "emulator" / "x.py").write_text(
        "from graphsync_client.api.jobs import pause_job\n", "utf-8"
    )
    made = openapi(paths={f"/jobs/{name}": {"post": operation()} for name in ("pause", "stop")})
    made["paths"]["/jobs/stop"]["post"]["x-graphsync-served"] = False
    facts = read_surface(made, [], WORDLESS).facts
    assert sorted(facts.operations) == ["pause", "stop"]
    # What the service refuses needs no home.
    assert facade_gaps(tmp_path, facts) == FacadeGaps(
        ("pause",), ("gone_job", "lazy_job", "list_jobs")
    )
    assert facade_gaps(tmp_path, facts, {"pause"}).without_home == ()
