"""A session of the command, as its page shows it.

`python -m docs.session > docs/reference/session.md` writes the page. The commands run as
processes on a local Graph, so the page shows what they really write.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from graphsync.emulator import Emulator

APP = "'Contoso Directory'"
COMMANDS = (
    "graphsync apps list",
    f"graphsync jobs list {APP} --columns id,schedule,status,lastResult",
    f"graphsync health {APP} 'Contoso Cloud' --columns severity,principalName,state,rule",
    f"graphsync provision ada.ahlberg@contoso.com --app {APP} --job scim --columns outcome,status",
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
    ran = subprocess.run(  # noqa: S603  # the list above
        [sys.executable, "-m", "graphsync", *shlex.split(command)[1:]],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=folder,
        env=kept | {"GRAPHSYNC_ENDPOINT": url, "GRAPHSYNC_TOKEN": "any", "HOME": str(folder)},
        check=False,
    )
    if file:
        (folder / file).write_text(ran.stdout, encoding="utf-8")
    output = "" if file else ran.stdout
    code = f"(exit code {ran.returncode})\n" if ran.returncode else ""
    return f"$ {line}\n{output}{code}"


if __name__ == "__main__":
    sys.stdout.write(page())
