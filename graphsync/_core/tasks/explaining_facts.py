"""What an explanation knows before it decides: what was read, and what could not be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from graphsync_client import models


@frozen
class Unread:
    """Something that could not be read, and why."""

    why: str


@frozen(kw_only=True)
class Twin:
    """Another user who has the same value of a matching attribute."""

    id: str
    name: str
    attribute: str
    account: str | Unread | None
    """The account of that user, None where there is none."""


@frozen(kw_only=True)
class Nested:
    """A group that the user belongs to, within a group that is assigned."""

    outer: str
    inner: str


@frozen(kw_only=True)
class Facts:
    """Everything that was read about one person and one job; None stands for what is not there."""

    asked: str
    user_id: str | None
    job_id: str
    principal: models.ServicePrincipal | Unread | None
    job: models.SynchronizationJob | Unread | None
    schema: Mapping[str, Any] | Unread  # Any: JSON
    everyone: bool | Unread
    """Whether the job provisions all users, assigned or not."""
    person: Mapping[str, Any] | Unread | None  # Any: JSON
    deleted: str | Unread | None = None
    """When the user was deleted, for one who waits among the deleted items."""
    assignments: tuple[models.AppRoleAssignment, ...] | Unread = ()
    nested: tuple[Nested, ...] = ()
    record: models.ProvisioningObjectSummary | Unread | None = None
    """The latest record of the log."""
    connection: models.ObjectConnection | Unread | None = None
    accounts: Mapping[str, str | Unread | None] = field(
        factory=dict[str, "str | Unread | None"], repr=False
    )
    """The accounts of the objects that the user refers to, by their ids."""
    names: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    """What the objects that the user refers to are called, by their ids."""
    twins: tuple[Twin, ...] | Unread = ()
    default_domain: str | None = ""
    """None where a mapping needs it and it could not be read."""
    now: float = 0.0

    @property
    def shown(self) -> Mapping[str, Any]:  # Any: JSON
        """The user as Graph shows it; empty where there is none, or none could be read."""
        return {} if self.person is None or isinstance(self.person, Unread) else self.person

    @property
    def name(self) -> str:
        """What the user is called in sentences."""
        return str(self.shown.get("userPrincipalName") or self.asked)

    @property
    def account(self) -> str | None:
        """The id of the linked account, where there is one and it could be read."""
        found = self.connection
        return found.target_anchor if isinstance(found, models.ObjectConnection) else None

    @property
    def logged_account(self) -> str | None:
        """The id of the account that the latest record made or changed, where it names one."""
        record = self.record
        if not isinstance(record, models.ProvisioningObjectSummary):
            return None
        info, target = record.provisioning_status_info, record.target_identity
        if info is None or target is None:
            return None
        went_well = str(info.status).casefold() == "success"
        keeps = str(record.provisioning_action).casefold() in {"create", "update"}
        error = info.error_information
        unchanged = error is not None and error.error_code == "RedundantExport"
        return target.id or None if (went_well and keeps) or unchanged else None
