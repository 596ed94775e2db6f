"""The jobs of a synchronization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._async.navigation.listing import Listing
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._async.synchronization.job import SynchronizationJob
from graphsync._core.request.ids import check_key
from graphsync._core.request.request import Request
from graphsync._core.secrecy.hidden import Hidden
from graphsync._core.state.entity_state import EntityState
from graphsync_client import models
from graphsync_client.api.jobs.list_jobs import list_jobs
from graphsync_client.types import Operation, Owner

if TYPE_CHECKING:
    from graphsync._async.synchronization.template import SynchronizationTemplate
    from graphsync._core.domain.secret_changes import Changes


@resolvable
class Jobs(Listing[SynchronizationJob, "models.SynchronizationJob"]):
    """The jobs, to iterate over; `jobs[id]` is one of them, and sends nothing."""

    def __init__(self, session: Session, owner: Owner) -> None:
        super().__init__(session)
        self._owner = owner

    def __getitem__(self, id: str) -> SynchronizationJob:
        check_key("jobs", id, "async for")
        return SynchronizationJob(self._session, self._owner, id)

    def get_by_id(self, id: str) -> SynchronizationJob:
        """Return the job with this id; sends nothing, `get()` does."""
        return self[id]

    @verb
    def create(self, template: str | SynchronizationTemplate) -> Request[SynchronizationJob]:
        """Create a job from one of the synchronization's own templates, by its id or itself.

        The job is not started. One request.

        The service may take a while to show the new job: `with_options(consistency=60)` waits for
        it.
        """
        from graphsync_client.api.jobs.create_job import create_job

        template_id = template if isinstance(template, str) else template.id
        if not template_id.strip():
            raise ValueError(
                "the template's id is empty; templates.list() shows those of this synchronization"
            )
        body = models.SynchronizationJob(template_id=template_id)
        return Request(create_job(self._owner, body), self._created)

    def _created(self, data: models.SynchronizationJob) -> SynchronizationJob:
        return SynchronizationJob(self._session, self._owner, data.id, EntityState(data))

    @verb
    def count(self) -> Operation[int]:
        """Return how many there are, as filter and search say. One request."""
        from graphsync_client.api.jobs.count_jobs import count_jobs

        operation = count_jobs(
            self._owner, filter=self._options.filter, search=self._options.search_term
        )
        return operation.with_headers(self._options.headers())

    @verb
    def validate_credentials(
        self,
        credentials: Changes | None = None,
        *,
        template_id: str | None = None,
        application_identifier: str | None = None,
        unknown: bool = False,
    ) -> Operation[None]:
        """Test credentials before there is a job; without any, those that are saved. One request.

        Raises `BadRequest` with the target's complaint where they do not work.
        """
        hidden = None if credentials is None else Hidden(credentials)
        del credentials  # a traceback that shows local variables must not have them
        from graphsync._core.domain.secret_changes import validation
        from graphsync_client.api.jobs.validate_credentials import validate_credentials

        body = validation(hidden, template_id, application_identifier, unknown=unknown)
        return validate_credentials(self._owner, body)

    def _list_operation(self) -> Operation[models.SynchronizationJobCollectionResponse]:
        return list_jobs(self._owner)

    def _item(self, data: models.SynchronizationJob) -> SynchronizationJob:
        return SynchronizationJob(
            self._session,
            self._owner,
            data.id,
            EntityState(data, self._options.select, self._options.expand),
        )
