"""One user."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from graphsync._annotations import resolvable
from graphsync._async.navigation.verb import verb
from graphsync._async.people.directory_entity import DirectoryEntity
from graphsync._core.state.entity_state import EntityState
from graphsync._core.state.members import Editable, Loaded
from graphsync_client import models
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync._async.people.app_role_assignments import AppRoleAssignments
    from graphsync._async.people.manager import Manager


@resolvable
class User(DirectoryEntity["models.User"]):
    """A person's account in the directory.

    Members that are assigned are sent by `update()`.
    """

    account_enabled = Editable[bool | None]("Whether the user may sign in.")
    city = Editable[str | None]("The city of the postal address.")
    company_name = Editable[str | None]("The company that the user works for.")
    country = Editable[str | None]("The country of the postal address.")
    created_date_time = Loaded[datetime | None]("When the account was created.")
    department = Editable[str | None]("The department that the user works in.")
    display_name = Editable[str | None]("The name, as address books show it.")
    employee_id = Editable[str | None]("The number that the organization gives the employee.")
    employee_type = Editable[str | None]("The kind of employment.")
    given_name = Editable[str | None]("The first name.")
    job_title = Editable[str | None]("The title of the position.")
    mail = Editable[str | None]("The mail address.")
    mail_nickname = Editable[str | None]("The mail alias.")
    mobile_phone = Editable[str | None]("The mobile telephone number.")
    office_location = Editable[str | None]("The place of the office.")
    password_profile = Editable["models.PasswordProfile | None"](
        "A password to set; it is never read back."
    )
    preferred_language = Editable[str | None]("The language as an ISO code.")
    surname = Editable[str | None]("The family name.")
    usage_location = Editable[str | None]("The country where services are used.")
    user_principal_name = Editable[str | None]("The sign-in name, such as `ada@contoso.com`.")
    user_type = Editable[str | None]("`Member` or `Guest`.")

    def _forget_children(self) -> None:
        self._manager: Manager[User] | None = None

    @property
    def manager(self) -> Manager[User]:
        """The reference to the manager."""
        from graphsync._async.people.manager import Manager

        if self._manager is None:
            self._manager = Manager[User](self._session, self._address, self._bound)
        return self._manager

    def _bound(self, data: models.User) -> User:
        return User(self._session, data.id, EntityState(data))

    @property
    def app_role_assignments(self) -> AppRoleAssignments:
        """The applications that the user is assigned to, directly or by a group.

        A group counts where the user is a direct member of it. Ask with `consistency_level()` and
        `include_count()`, else the service may leave out some of those by groups.
        """
        from graphsync._async.people.app_role_assignments import AppRoleAssignments
        from graphsync_client.api.app_role_assignments.list_user_app_role_assignments import (
            list_user_app_role_assignments,
        )

        return AppRoleAssignments(self._session, list_user_app_role_assignments(self._address))

    @verb
    def delete(self, *, if_match: str | None = None) -> Operation[None]:
        """Delete the user; it can be restored for 30 days, unless `purge()` follows.

        One request.
        """
        from graphsync_client.api.users.delete_user import delete_user

        return delete_user(self._address, if_match=if_match)

    def _update_operation(self, changes: models.User) -> Operation[Any]:  # the answer is not used
        from graphsync_client.api.users.update_user import update_user

        return update_user(self._address, changes)

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.User]:
        from graphsync_client.api.users.get_user import get_user

        return get_user(self._address, select=select, expand=expand)
