"""The same input gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.generator.documents import contents
from tests.generator.rewrite_golden import write_package

ROOT = Path(__file__).parents[3]

SCRIPT = """
import sys
from pathlib import Path
from tests.generator.rewrite_golden import write_package
write_package(Path(sys.argv[1]))
"""


def test_the_same_input_gives_the_same_bytes_in_any_process_and_folder(tmp_path: Path) -> None:
    found: list[Mapping[str, bytes]] = []
    for seed in ("0", "1", "4711"):
        target = tmp_path / seed / "client"
        target.parent.mkdir()
        # A configuration of the user's own must not matter.
        (target.parent / "ruff.toml").write_text(
            "line-length = 40\n[format]\nquote-style = 'single'\n", "utf-8"
        )
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(target)],
            cwd=target.parent,
            env=environment,
            check=True,
            timeout=100,
        )
        found.append(contents(target))
    assert found[0] == found[1] == found[2]
    here = tmp_path / "here" / "client"
    write_package(here)
    assert contents(here) == found[0]
