"""Names for requests."""

from __future__ import annotations

import os


def request_id() -> str:
    """Return a random UUID of version 4, without the uuid module, whose import takes 2 ms."""
    digits = os.urandom(16).hex()
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"
