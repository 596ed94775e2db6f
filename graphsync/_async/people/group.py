"""One group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from graphsync._annotations import resolvable
from graphsync._async.navigation.verb import verb
from graphsync._async.people.directory_entity import DirectoryEntity
from graphsync._core.state.members import Editable, Loaded
from graphsync_client import models
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync._async.people.app_role_assignments import AppRoleAssignments
    from graphsync._async.people.members import Members


@resolvable
class Group(DirectoryEntity["models.Group"]):
    """A set of users and other objects, which can be assigned to an application.

    Members that are assigned are sent by `update()`; `members` are those of the group itself.
    """

    created_date_time = Loaded[datetime | None]("When the group was created.")
    description = Editable[str | None]("What the group is for.")
    display_name = Editable[str | None]("The name, as address books show it.")
    group_types = Loaded["list[str] | None"]("`Unified` and `DynamicMembership`, where they apply.")
    mail = Loaded[str | None]("The mail address.")
    mail_enabled = Loaded[bool | None]("Whether the group takes mail.")
    mail_nickname = Editable[str | None]("The mail alias.")
    membership_rule = Editable[str | None]("The rule of a dynamic group.")
    security_enabled = Editable[bool | None]("Whether it is a security group.")
    visibility = Editable[str | None]("`Public`, `Private` or `HiddenMembership`.")

    def _forget_children(self) -> None:
        self._members: Members | None = None

    @property
    def members(self) -> Members:
        """The direct members."""
        from graphsync._async.people.members import Members

        if self._members is None:
            self._members = Members(self._session, self._address)
        return self._members

    @property
    def app_role_assignments(self) -> AppRoleAssignments:
        """The applications that the group is assigned to."""
        from graphsync._async.people.app_role_assignments import AppRoleAssignments
        from graphsync_client.api.app_role_assignments.list_group_app_role_assignments import (
            list_group_app_role_assignments,
        )

        return AppRoleAssignments(self._session, list_group_app_role_assignments(self._address))

    @verb
    def delete(self, *, if_match: str | None = None) -> Operation[None]:
        """Delete the group; its members stay. One request."""
        from graphsync_client.api.groups.delete_group import delete_group

        return delete_group(self._address, if_match=if_match)

    def _update_operation(self, changes: models.Group) -> Operation[Any]:  # the answer is not used
        from graphsync_client.api.groups.update_group import update_group

        return update_group(self._address, changes)

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.Group]:
        from graphsync_client.api.groups.get_group import get_group

        return get_group(self._address, select=select, expand=expand)
