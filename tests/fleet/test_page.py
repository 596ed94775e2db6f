"""The page of a fleet: complete, escaped, and usable in a real browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest

from docs.images.__main__ import browser
from graphsync import models
from graphsync.fleet import JobHealth, JobState, Severity, activity_of, to_html

NOW = datetime(2026, 1, 20, 12, tzinfo=UTC)
HOSTILE = "</td></script><script>document.title='owned'</script><img src=x onerror=\"alert(1)\">'&"
ROWS = (
    JobHealth(
        principal_name="Contoso Payroll", job_id="a.2", severity=Severity.OK, state=JobState.RUNNING
    ),
    JobHealth(
        principal_name=HOSTILE,
        job_id=f"b.10{HOSTILE}",
        severity=Severity.CRITICAL,
        state=JobState.QUARANTINE,
        quarantine_reason="TooManyDeletes",
        days_left=3.5,
        deletions_staged=120,
        error_message=HOSTILE,
        advice=f"Check who would be deleted {HOSTILE}",
    ),
    JobHealth(
        principal_name="Contoso HR",
        job_id="c.1",
        severity=Severity.WARNING,
        state=JobState.PAUSED,
        last_through=NOW,
    ),
    JobHealth(
        principal_name="Contoso Box", severity=Severity.UNKNOWN, error=f"Forbidden: {HOSTILE}"
    ),
)
needs_browser = pytest.mark.skipif(
    browser() is None, reason="no Chromium: install the package chromium to test the page"
)


def records() -> list[models.ProvisioningObjectSummary]:
    return [
        models.ProvisioningObjectSummary.from_dict(
            {
                "jobId": "a.2",
                "cycleId": f"cycle {number % 3}",
                "activityDateTime": (NOW - timedelta(days=number)).isoformat(),
                "provisioningStatusInfo": {"status": "failure" if number == 2 else "success"},
            }
        )
        for number in range(6)
    ]


def page() -> str:
    return to_html(ROWS, activity_of(records()), now=NOW, title=f"Fleet {HOSTILE}")


def rendered(text: str, folder: Path, *options: str) -> str:
    """Return what a browser makes of a page."""
    (folder / "page.html").write_text(text, encoding="utf-8")
    program = browser()
    assert program
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    ran = subprocess.run(
        [
            *command,
            f"--user-data-dir={folder / 'profile'}",
            "--enable-logging=stderr",
            "--virtual-time-budget=20000",
            *options,
            "--dump-dom",
            (folder / "page.html").as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert "CONSOLE" not in ran.stderr, ran.stderr
    return ran.stdout


def test_what_needs_attention_comes_first_with_days_left_and_deletions() -> None:
    attention, _, jobs = page().partition('<h2 id="jobs">')
    cards = re.findall(r"<h3><span class=\"badge (\w+)", attention)
    assert cards == ["critical", "unknown", "warning"]
    assert "<dt>Days left until it is disabled</dt><dd>3.5</dd>" in attention
    assert "<dt>Deletions held back</dt><dd>120</dd>" in attention
    assert jobs.count("<tr data-severity=") == len(ROWS)
    assert "21 days: 5 objects done, 1 failed, in 3 cycles" in jobs
    assert jobs.count('<rect class="failed"') == 1
    assert "4 jobs: 1 critical, 1 unknown, 1 warning, 1 ok." in attention


def test_hostile_names_stay_text_and_nothing_is_loaded() -> None:
    text = page()
    assert text.count("<script") == 1
    assert "<img" not in text
    assert "http" not in text.replace("http-equiv", "")
    assert "default-src 'none'" in text


def test_a_fleet_without_trouble_or_without_jobs_says_so() -> None:
    assert "every job is OK" in to_html(ROWS[:1], now=NOW)
    assert "<svg" not in to_html(ROWS[:1], now=NOW)
    assert "0 jobs." in to_html([], now=NOW)


@needs_browser
def test_a_browser_sorts_and_filters_without_a_server(tmp_path: Path) -> None:
    acts = """<script>
      document.querySelector('button[data-column="2"]').click();
      const order = [...document.querySelector("tbody").rows].map((row) => row.cells[2].textContent.slice(0, 4));
      document.getElementById("text").value = "payroll";
      document.getElementById("filter").dispatchEvent(new Event("input"));
      const left = [...document.querySelector("tbody").rows].filter((row) => !row.hidden).length;
      document.body.dataset.seen = JSON.stringify([order, left, document.getElementById("shown").textContent, document.title]);
    </script></body>"""
    # The page's own policy would refuse a second script; what it allows is tested above.
    text = re.sub(r"<meta http-equiv=.*>", "", page()).replace("</body>", acts)
    seen = re.search(r'data-seen="([^"]*)"', rendered(text, tmp_path))
    assert seen
    order, left, shown, title = json.loads(unescape(seen[1]))
    assert order == ["", "a.2", "b.10", "c.1"]
    assert (left, shown) == (1, "1 of 4 jobs")
    assert title == f"Fleet {HOSTILE}"


@needs_browser
def test_the_pages_own_script_runs_under_its_policy(tmp_path: Path) -> None:
    assert ">4 of 4 jobs</output>" in rendered(page(), tmp_path)


# An A4 sheet at 96 dots an inch, without its margins.
SHEET = 718


def many() -> str:
    rows = [
        JobHealth(
            principal_name=f"Contoso application with a long name {number}",
            job_id=f"scim.7b1c2f3e5d644a8b9c0d1e2f3a4b5c6d.11111111-aaaa-4111-8111-{number:012}",
            severity=Severity.WARNING,
            state=JobState.PAUSED,
            last_through=NOW,
            advice="Start it again with start() when its application is ready, or delete it.",
        )
        for number in range(60)
    ]
    return to_html([*ROWS, *rows], activity_of(records()), now=NOW)


@needs_browser
def test_on_paper_nothing_is_cut_and_ink_is_dark(tmp_path: Path) -> None:
    acts = """<script>
      const edge = document.documentElement.clientWidth;
      const cut = [...document.querySelectorAll("th, td, dd, h3, p, svg, .badge")].filter((one) =>
        one.getBoundingClientRect().right > edge + 1 || one.scrollWidth > one.clientWidth + 1 && one.clientWidth);
      const ink = (one) => getComputedStyle(one).color + " on " + getComputedStyle(one).backgroundColor;
      const lines = (node) => { const range = document.createRange(); range.selectNodeContents(node); return range.getClientRects().length; };
      const broken = [...document.querySelector("tbody").rows].map((row) => row.cells[3]).filter((one) => lines(one) > 1);
      document.body.dataset.seen = JSON.stringify([
        edge, broken.map((one) => one.textContent), cut.map((one) => one.tagName + one.textContent.slice(0, 40)),
        getComputedStyle(document.querySelector("form")).display,
        [...new Set([...document.querySelectorAll(".badge")].map(ink))], ink(document.body)]);
    </script></body>"""
    text = re.sub(r"<meta http-equiv=.*>", "", many()).replace("</body>", acts)
    # The rules for paper, on a screen as wide as a sheet.
    for_paper = text.replace("@media print", "@media all").replace("@media screen", "@media speech")
    assert for_paper.count("@media all") == for_paper.count("@media speech") == 1
    # For someone who likes dark screens: paper is light all the same.
    options = (f"--window-size={SHEET},1000", "--blink-settings=preferredColorScheme=0")
    shown = rendered(for_paper, tmp_path, *options)
    seen = re.search(r'data-seen="([^"]*)"', shown)
    assert seen
    width, broken, cut, form, badges, body = json.loads(unescape(seen[1]))
    assert (broken, cut, form) == ([], [], "none")
    assert width <= SHEET
    assert badges == ["rgb(27, 27, 27) on rgba(0, 0, 0, 0)"]
    assert body == "rgb(27, 27, 27) on rgb(255, 255, 255)"


@needs_browser
def test_it_prints_on_several_sheets(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(many(), encoding="utf-8")
    program = browser()
    assert program
    subprocess.run(
        [
            program,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={tmp_path / 'page.pdf'}",
            (tmp_path / "page.html").as_uri(),
        ],
        capture_output=True,
        timeout=100,
        check=True,
    )
    pdf = (tmp_path / "page.pdf").read_bytes()
    sheets = re.findall(rb"/Type\s*/Page\b", pdf)
    assert len(sheets) > 2
    boxes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)
    assert len({*boxes}) == 1


@pytest.mark.installed
@needs_browser
@pytest.mark.skipif(shutil.which("npm") is None, reason="no npm: install it to run axe-core")
@pytest.mark.parametrize(
    "options",
    [(), ("--blink-settings=preferredColorScheme=0",), ("--window-size=360,700",)],
    ids=["light", "dark", "phone"],
)
def test_axe_finds_nothing(tmp_path: Path, options: tuple[str, ...]) -> None:
    subprocess.run(
        ["npm", "install", "--silent", "--no-save", "axe-core@4.10.3"],
        cwd=tmp_path,
        check=True,
        timeout=100,
    )
    axe = (tmp_path / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    acts = f"""<script>{axe}</script><script>
      axe.run(document, {{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}).then((found) => {{
        document.body.dataset.dark = String(matchMedia("(prefers-color-scheme: dark)").matches);
        document.body.dataset.passes = String(found.passes.length);
        document.body.dataset.violations = JSON.stringify(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 120))]));
      }});
    </script></body>"""
    text = re.sub(r"<meta http-equiv=.*>", "", page()).replace("</body>", acts)
    shown = rendered(text, tmp_path, *options)
    violations = re.search(r'data-violations="([^"]*)"', shown)
    assert violations
    assert violations[1] == "[]"
    passes = re.search(r'data-passes="(\d+)"', shown)
    assert passes
    assert int(passes[1]) > 20
    assert f'data-dark="{str("preferredColorScheme" in "".join(options)).lower()}"' in shown
