"""Make the pictures of the pages from the running program: `python -m docs.images`.

A local Graph runs, a change is planned against it, the health of its jobs is read, and headless
Chromium draws what comes of that, the report of a check of a SCIM endpoint, and the page of the
local Graph.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from graphsync import GraphClient
from graphsync.config import Configuration, diagram, plan
from graphsync.emulator import SCIM_PRINCIPAL_ID, Emulator
from graphsync.fleet import activity_of, to_html
from graphsync.scim import as_html, check
from tests.emulator.scim_server import scim_server

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
SIZE = (1200, 1120)
CHANGE = f"""
application: {{principal: {SCIM_PRINCIPAL_ID}}}
job: {{template: scim}}
mappings:
  User:
    scope: [department EQUALS Sales]
    attributes:
      title: 'Append([jobTitle], "!")'
      externalId: ~
      displayName: 'Join(" ", [givenName], [surname])'
"""


def browser() -> str | None:
    """Return the path of Chromium; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def page() -> str:
    """Return the page of a change that was planned against a local Graph."""
    with Emulator() as emulator, GraphClient("token", endpoint=emulator.url) as graph:
        planned = plan(graph, Configuration.loads(CHANGE))
    if planned.schemas is None:
        raise SystemExit(f"the plan has no schemas to draw: {planned.to_text()}")
    before, after = planned.schemas
    return diagram(after, before, title="Contoso Directory")


def health() -> str:
    """Return the page of the health of all jobs of a local Graph but the archived ones."""
    with Emulator() as emulator, GraphClient("token", endpoint=emulator.url) as graph:
        rows = [row for row in graph.fleet() if "Archive" not in (row.principal_name or "")]
        activity = activity_of(graph.provisioning_logs)
    return to_html(rows, activity, title="Contoso: health of provisioning")


def scim_report() -> str:
    """Return the report of a check of an endpoint that pages wrongly, with its requests."""
    tests = ("Create_User", "Disable_User", "SCIM_User_Create", "SCIM_User_Pagination")
    with scim_server(defects={"Users start index"}) as server:
        report = check(server.url, "right-token", tests=tests)
    return as_html(report)


def local_graph(*options: str) -> None:
    """Let Chromium open the page of a running local Graph, with one of its applications."""
    with Emulator() as emulator:
        principal = f"?principal={SCIM_PRINCIPAL_ID}"
        browse(emulator.url.removesuffix("v1.0") + principal, *options)


def browse(page: str, *options: str) -> None:
    """Let Chromium open an address, or a page as text, and do what the options say."""
    program = browser()
    if program is None:
        raise SystemExit("docs.images needs Chromium: install the package chromium")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        address = page if page.startswith("http") else file.as_uri()
        subprocess.run(  # noqa: S603  # the program found above, with options of this file
            [
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                f"--user-data-dir={folder}/profile",
                f"--window-size={SIZE[0]},{SIZE[1]}",
                *options,
                address,
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )


def draw(html: str, picture: Path, *, dark: bool = False) -> None:
    """Draw a page as a PNG file."""
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    browse(html, scheme, f"--screenshot={picture}")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    draw(page(), target / "mapping-changes.png")
    draw(health(), target / "health-page.png")
    draw(scim_report(), target / "scim-report.png")
    local_graph(f"--screenshot={target / 'emulator-page.png'}")
