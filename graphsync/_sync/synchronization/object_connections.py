# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/object_connections.py
"""The object connections of a job."""

from __future__ import annotations

from typing import NoReturn, cast

from graphsync._sync.navigation.bound import Bound
from graphsync._sync.navigation.session import Session
from graphsync._sync.synchronization.object_connection import ObjectConnection
from graphsync_client.types import Owner, segment


class ObjectConnections(Bound):
    """The links between the objects of a job's source and target (beta).

    One is chosen by the identifier of its source or target object; the service does not list them.
    """

    def __init__(self, session: Session, owner: Owner, job: str) -> None:
        super().__init__(session)
        self._owner = owner
        self._job = job

    def __getitem__(self, id: str) -> ObjectConnection:
        if not isinstance(cast("object", id), str):
            raise _not_listed(
                f"object_connections[...] takes an identifier as text, not {type(id).__name__}"
            )
        segment(id, "the identifier in object_connections[...]")
        return ObjectConnection(self._session, self._owner, self._job, id)

    def get_by_id(self, id: str) -> ObjectConnection:
        """Return the link of the object with this identifier; sends nothing, `get()` does."""
        return self[id]

    def __iter__(self) -> NoReturn:
        raise _not_listed("object connections cannot be iterated over")

    def __repr__(self) -> str:
        return f"<ObjectConnections of {self._job}>"


def _not_listed(problem: str) -> TypeError:
    return TypeError(
        f"{problem}; the service answers 400 to a list of them. Choose one by the identifier of its"
        " source or target object, which the provisioning logs have"
    )
