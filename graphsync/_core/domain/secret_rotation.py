"""What the rotation of secrets reports."""

from __future__ import annotations

import time
from collections.abc import Callable

from attrs import frozen


@frozen
class RotationStep:
    """A finished step of a rotation, as a progress callback gets it."""

    name: str
    """`read`, `test`, `write` or `check`: what is stored, the new values, and what was saved."""
    found: str
    """What the step found or did, in words; no value of a secret."""
    waited: float
    """Seconds since the rotation began."""


class RotationSteps:
    """The steps of one rotation, reported as they end."""

    def __init__(self, progress: Callable[[RotationStep], object] | None) -> None:
        self._progress = progress
        self._began = time.monotonic()

    def done(self, name: str, found: str) -> None:
        """Report a step."""
        if self._progress is not None:
            self._progress(RotationStep(name, found, time.monotonic() - self._began))
