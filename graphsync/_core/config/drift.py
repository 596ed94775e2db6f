"""The outcome of a look at what was changed since a configuration was applied."""

from __future__ import annotations

from attrs import frozen

from graphsync._core.config.plan import Plan
from graphsync.errors import GraphError


@frozen(kw_only=True)
class Drift:
    """What is not as the configuration says, or why that could not be found out."""

    plan: Plan | None = None
    """What would bring it back; None where there was an error."""
    error: GraphError | None = None

    @property
    def exit_code(self) -> int:
        """The exit code of a command: 0 for no drift, 2 for drift, 1 for an error."""
        return 1 if self.plan is None else self.plan.exit_code

    def to_text(self) -> str:
        """Return the plan, or the error, for a terminal or a log."""
        return f"{self.error}\n" if self.plan is None else self.plan.to_text()
