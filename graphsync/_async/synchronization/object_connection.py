"""One object connection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._async.navigation.identified import Identified
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._core.state.members import Loaded
from graphsync_client.types import Operation, Owner, query

if TYPE_CHECKING:
    from graphsync_client import models


class ObjectConnection(Identified["models.ObjectConnection"]):
    """The link that a job keeps between an object of the source and one of the target (beta)."""

    object_id = Loaded[str | None]("The identifier of the object.")
    source_anchor = Loaded[str | None]("What identifies the object in the source.")
    target_anchor = Loaded[str | None]("What identifies it in the target.")
    display_name = Loaded[str | None]("The name of the object, where the service knows it.")
    object_type_name = Loaded[str | None]("`user` or `group`.")

    def __init__(self, session: Session, owner: Owner, job: str, id: str) -> None:
        object.__setattr__(self, "_owner", owner)
        object.__setattr__(self, "_job", job)
        super().__init__(session, id, None)

    _owner: Owner
    _job: str

    @verb
    def delete(self) -> Operation[None]:
        """Delete the link, so that the objects are matched anew; both stay. One request.

        The next cycle or an on-demand call may make the same link again, so mend the data or the
        matching first. A link that is not there is not an error. Raises `Conflict` while the job is
        active: pause it, and wait until `schedule.state` is `Paused` or `Disabled`.
        """
        from graphsync_client.api.object_connections.delete_object_connection import (
            delete_object_connection,
        )

        return delete_object_connection(self._owner, self._job, self.id)

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.ObjectConnection]:
        from graphsync_client.api.object_connections.get_object_connection import (
            get_object_connection,
        )

        operation = get_object_connection(self._owner, self._job, self.id)
        return operation.with_query(*query(("$select", select), ("$expand", expand)))
