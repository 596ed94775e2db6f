"""Make the pictures of docs/configuration.md from the running program: `python -m docs.images`.

A local Graph runs, a change is planned against it, and headless Chromium draws the plan's picture.
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


def browse(html: str, *options: str) -> None:
    """Let Chromium open a page and do what the options say."""
    program = browser()
    if program is None:
        raise SystemExit("docs.images needs Chromium: install the package chromium")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
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
                file.as_uri(),
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
