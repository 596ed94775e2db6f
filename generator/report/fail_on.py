"""When a change shall end a run with exit code 1, for CI."""

from __future__ import annotations

from enum import StrEnum

from generator.report.change import Weight


class FailOn(StrEnum):
    """Name the lightest change that is too much."""

    BREAKING = "breaking"
    COMPATIBLE = "compatible"
    DOCUMENTATION = "documentation"

    def reached(self, weight: Weight | None) -> bool:
        """Tell whether changes of this weight are too much."""
        return weight is not None and weight >= Weight[self.name]
