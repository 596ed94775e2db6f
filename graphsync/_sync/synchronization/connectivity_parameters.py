# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/connectivity_parameters.py
"""What a target is reached with."""

from __future__ import annotations

from typing import Any

from graphsync._core.domain.connectivity import ConnectivityValues
from graphsync._sync.navigation.bound import Bound
from graphsync._sync.navigation.session import Session
from graphsync._sync.navigation.verb import verb
from graphsync_client.types import Operation, Owner


class ConnectivityParameters(Bound):
    """What a target is reached with, credentials included (beta).

    It is read here and never written.
    """

    def __init__(self, session: Session, owner: Owner) -> None:
        super().__init__(session)
        self._owner = owner

    @verb
    def get(self) -> Operation[ConnectivityValues]:
        """Return the values by their names; no repr, log or error shows one. One request.

        The shape of the answer is not documented. Entries without a name are left out.
        """
        from graphsync_client.api.connectivity_parameters.get_connectivity_parameters import (
            get_connectivity_parameters,
        )

        operation: Operation[Any] = get_connectivity_parameters(
            self._owner
        )  # its answer is read in another way
        return operation.evolve(convert=ConnectivityValues.read)

    def __repr__(self) -> str:
        return f"<ConnectivityParameters of {self._owner.path}>"
