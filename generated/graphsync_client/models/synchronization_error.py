"""Graph's `synchronizationError`."""

from __future__ import annotations

from ..types import BOOLEAN, TEXT, Model, member


class SynchronizationError(Model):
    """A failure of a run or behind a quarantine, in a code and words for administrators.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationerror
    """

    code: str | None = member("code", TEXT)
    """Name of the failure, often led by the connector's; the text `None` if there was none."""

    message: str | None = member("message", TEXT)
    """What happened, for administrators; may be empty."""

    tenant_actionable: bool | None = member("tenantActionable", BOOLEAN)
    """True if people of the tenant can cure it, for example with new credentials."""
