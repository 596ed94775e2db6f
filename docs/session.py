"""A session of the command, as its page shows it.

`python -m docs.session > docs/reference/session.md` writes the page. The commands run on a
local Graph, so the page shows what they really write.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path
from unittest import mock

from graphsync.cli.root import run
from graphsync.emulator import Emulator

APP = "'Contoso Directory'"
COMMANDS = (
    "graphsync apps list",
    f"graphsync jobs list {APP} --columns id,schedule,status,lastResult",
    f"graphsync health {APP} 'Contoso Cloud' --columns severity,principalName,state,rule",
    f"graphsync provision ada.ahlberg@contoso.com --app {APP} --job scim --columns outcome,status",
    f"graphsync explain ada.ahlberg@contoso.com --app {APP} --job scim",
    f"graphsync preview ada.ahlberg@contoso.com --app {APP} --job scim --columns attribute,created",
    f"graphsync explain nobody@contoso.com --app {APP} --job scim --columns result,check",
    f"graphsync logs --app {APP} --job scim --user 'Ada Ahlberg' --columns action,status,source",
    f"graphsync jobs pause {APP} scim --dry-run --columns method",
    f"graphsync jobs lst {APP}",
    "graphsync expr eval 'Join(\" \", [givenName], [surname])' -a givenName=Ada -a surname=Ahlberg",
    "graphsync expr lint 'ToUper([jobTitle])'",
    f"graphsync secrets list {APP}",
    f"graphsync export {APP} scim > contoso.yaml",
    "graphsync plan contoso.yaml",
)
_HEAD = """# A session of the command

Made by `python -m docs.session`, which runs these commands on a local Graph. What goes to \
standard error is shown as well, and an exit code other than 0.

```text
"""


def page() -> str:
    """Run the commands and return the page."""
    with tempfile.TemporaryDirectory() as folder, Emulator(speed=0, random_seed=7) as emulator:
        shown = "\n".join(_ran(line, Path(folder), emulator.url) for line in COMMANDS)
    return f"{_HEAD}{shown}```\n"


def _ran(line: str, folder: Path, url: str) -> str:
    command, _, file = line.partition(" > ")
    kept = {name: text for name, text in os.environ.items() if not name.startswith("GRAPHSYNC_")}
    given = {"GRAPHSYNC_ENDPOINT": url, "GRAPHSYNC_TOKEN": "any", "HOME": str(folder)}
    written = io.StringIO()
    with (
        mock.patch.dict(os.environ, kept | given, clear=True),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(written),
        contextlib.redirect_stderr(written),
    ):
        exit_code = run(shlex.split(command)[1:])
    # The local Graph begins now, whenever that is.
    output = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", "2026-01-31 09:00 UTC", written.getvalue())
    if file:
        (folder / file).write_text(output, encoding="utf-8")
        output = ""
    code = f"(exit code {int(exit_code)})\n" if exit_code else ""
    return f"$ {line}\n{output}{code}"


if __name__ == "__main__":
    sys.stdout.write(page())
