# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/people/app_role_assignments.py
"""What a user or a group is assigned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._sync.navigation.listing import Listing
from graphsync._sync.navigation.session import Session
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync_client import models


@resolvable
class AppRoleAssignments(Listing["models.AppRoleAssignment", "models.AppRoleAssignment"]):
    """The assignments of a user or a group, seen from its side, as plain data.

    `service_principal.assignments` is the other side, and makes and ends them.
    """

    def __init__(
        self, session: Session, operation: Operation[models.AppRoleAssignmentCollectionResponse]
    ) -> None:
        super().__init__(session)
        self._operation = operation

    def _list_operation(self) -> Operation[models.AppRoleAssignmentCollectionResponse]:
        return self._operation

    def _item(self, data: models.AppRoleAssignment) -> models.AppRoleAssignment:
        return data
