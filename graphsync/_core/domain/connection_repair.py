"""What the repair of an object connection reports."""

from __future__ import annotations

from attrs import frozen

from graphsync._core.domain.on_demand import ProvisionOnDemandResult
from graphsync_client import models


@frozen
class RepairStep:
    """A finished step of a repair, as a progress callback gets it."""

    name: str
    """`job`, `user`, `rule`, `connection`, `pause`, `delete`, `provision`, `check` or `start`."""
    found: str
    """What the step found or did, in words."""
    waited: float
    """Seconds since the repair began."""


@frozen
class ConnectionRepair:
    """The outcome of a repair: the link before and after, and what provisioning on demand did."""

    user_id: str
    before: models.ObjectConnection | None
    """The link that was deleted; None if there was none."""
    after: models.ObjectConnection | None
    """The link that provisioning made; None if it made none."""
    result: ProvisionOnDemandResult
    """What provisioning on demand answered."""
    steps: tuple[RepairStep, ...]
    """The steps, in order. A step that was not needed is left out."""

    @property
    def changed(self) -> bool:
        """Whether the user is linked to another account than before.

        If not, the matching attributes still lead to the same account: correct the data or the
        mappings, and repair again.
        """
        return anchor(self.before) != anchor(self.after)


def anchor(connection: models.ObjectConnection | None) -> str | None:
    """Return the id of the account that a link leads to; None without a link."""
    return None if connection is None else connection.target_anchor


def linked(connection: models.ObjectConnection | None) -> str:
    """Describe a link in words."""
    return "no link" if connection is None else f"linked to {connection.target_anchor}"


def left_behind(
    before: models.ObjectConnection | None, *, is_deleted: bool, is_paused: bool, job_id: str
) -> str:
    """Describe what a repair that failed left behind."""
    parts: list[str] = []
    if is_deleted:
        parts.append(
            f"the link to {anchor(before)} is deleted, and the next cycle matches the user again"
        )
    if is_paused:
        parts.append(f"job {job_id} is still paused; start() lets it go on")
    return "; ".join(parts) or "nothing was changed"
