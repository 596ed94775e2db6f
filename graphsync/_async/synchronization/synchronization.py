"""The synchronization of a service principal or an application."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._async.navigation.entity import Entity
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._async.synchronization.jobs import Jobs
from graphsync._core.request.request import Request, nothing
from graphsync._core.secrecy.hidden import Hidden
from graphsync._core.state.members import Loaded
from graphsync_client import models
from graphsync_client.types import Operation, Owner

if TYPE_CHECKING:
    from graphsync._async.synchronization.connectivity_parameters import ConnectivityParameters
    from graphsync._async.synchronization.secrets import Secrets
    from graphsync._async.synchronization.templates import Templates
    from graphsync._core.domain.secret_changes import Changes


@resolvable
class Synchronization(Entity["models.Synchronization"]):
    """The jobs, the templates to make them from, and the secrets that they share."""

    id = Loaded[str | None]("The synchronization's id.")

    def __init__(self, session: Session, owner: Owner) -> None:
        super().__init__(session)
        self._owner = owner
        self._forget_children()

    def _forget_children(self) -> None:
        self._jobs = Jobs(self._session, self._owner)
        self._templates: Templates | None = None
        self._secrets: Secrets | None = None

    @property
    def jobs(self) -> Jobs:
        """The jobs, always the same collection."""
        return self._jobs

    @property
    def templates(self) -> Templates:
        """The templates, always the same collection."""
        if self._templates is None:
            from graphsync._async.synchronization.templates import Templates

            self._templates = Templates(self._session, self._owner)
        return self._templates

    @property
    def secrets(self) -> Secrets:
        """The credentials and settings that all jobs share."""
        if self._secrets is None:
            from graphsync._async.synchronization.secrets import Secrets

            self._secrets = Secrets(self._session, self._owner)
        return self._secrets

    @property
    def connectivity_parameters(self) -> ConnectivityParameters:
        """What the target is reached with (beta); the values never show."""
        from graphsync._async.synchronization.connectivity_parameters import ConnectivityParameters

        return ConnectivityParameters(self._session, self._owner)

    @verb
    def acquire_access_token(
        self, credentials: Changes, *, unknown: bool = False
    ) -> Operation[None]:
        """Make the service get a token from the target with these credentials, and keep it.

        One request. `unknown` says that keys that this version does not know are meant.
        """
        hidden = Hidden(credentials)
        del credentials  # a traceback that shows local variables must not have them
        from graphsync._core.domain.secret_changes import pairs, wanted
        from graphsync_client.api.synchronization.acquire_access_token import acquire_access_token

        body = models.AcquireAccessTokenRequest(credentials=pairs(wanted(hidden, unknown=unknown)))
        return acquire_access_token(self._owner, body)

    @verb
    def replace(self, body: models.Synchronization) -> Request[None]:
        """Replace the synchronization as a whole.

        One request; jobs and secrets have better ways of their own.
        """
        from graphsync_client.api.synchronization.replace_synchronization import (
            replace_synchronization,
        )

        return Request(replace_synchronization(self._owner, body), nothing)

    @verb
    def delete(self, *, if_match: str | None = None) -> Operation[None]:
        """Delete the synchronization with all that is in it. One request."""
        from graphsync_client.api.synchronization.delete_synchronization import (
            delete_synchronization,
        )

        return delete_synchronization(self._owner, if_match=if_match)

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.Synchronization]:
        from graphsync_client.api.synchronization.get_synchronization import get_synchronization

        return get_synchronization(self._owner, select=select, expand=expand)
