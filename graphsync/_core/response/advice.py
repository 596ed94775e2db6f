"""What is said about an error besides the service's own words."""

from __future__ import annotations

from typing import NamedTuple

from graphsync.errors import Cause


class Advice(NamedTuple):
    """The causes that fit an error, most likely first, and what to do about it."""

    causes: tuple[Cause, ...] = ()
    text: str = ""

    @classmethod
    def of(cls, cause: Cause, text: str = "") -> Advice:
        """Build advice on the one cause that is known."""
        return cls((cause,), text)
