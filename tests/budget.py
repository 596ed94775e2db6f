"""How much odd input is tried."""

from __future__ import annotations

import os


def examples(usual: int, share: float = 1) -> int:
    """Return the usual number, or the share of what `make fuzz` asks for, if that is more."""
    return max(usual, int(int(os.environ.get("GRAPHSYNC_FUZZ", "0")) * share))
