"""How each operation is reached, as `docs/operations.md` tells it."""

from __future__ import annotations

import re
from pathlib import Path

_ROW = re.compile(r"^\| `(\w+)` \| (.+?) \|", re.MULTILINE)


def facade_calls(page: Path) -> dict[str, str]:
    """Read how the facade reaches each operation from the table that its own tests prove."""
    return dict(_ROW.findall(page.read_text("utf-8")))
