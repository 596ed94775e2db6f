"""What becomes of a person whom the service provisions."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """What became of a person: of one provisioned on demand, or of an uploaded record."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DISABLED = "disabled"
    DELETED = "deleted"
    FAILED = "failed"
    OUT_OF_SCOPE = "out of scope"
    PENDING = "pending"
    """Of uploads: the log does not say yet."""

    @property
    def is_delivered(self) -> bool:
        """Whether the target has what the source says."""
        return self not in {Outcome.FAILED, Outcome.OUT_OF_SCOPE, Outcome.PENDING}


OUT_OF_SCOPE: Final = frozenset({"NotInScope", "NotEffectivelyEntitled"})
"""Codes that the service gives to those whom it skips since they are out of scope."""
DONE: Final = {
    "create": Outcome.CREATED,
    "update": Outcome.UPDATED,
    "disable": Outcome.DISABLED,
    "delete": Outcome.DELETED,
}
