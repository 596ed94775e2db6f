"""One run of a job that has ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from graphsync._async.navigation.session import Session
from graphsync._async.provisioning_logs import ProvisioningLogs
from graphsync_client import models


class Cycle:
    """One run of a job that has ended: when, with what result, and how many objects at each stage.

    `execution` is the service's own record. A cycle may have failed as a whole without putting the
    job into quarantine: `state` says how it ended.
    """

    def __init__(
        self, session: Session, job_id: str, execution: models.SynchronizationTaskExecution
    ) -> None:
        self._session = session
        self.job_id = job_id
        self.execution = execution

    @property
    def id(self) -> str | None:
        """The run's id, under which the provisioning logs have its records."""
        return self.execution.activity_identifier

    @property
    def state(self) -> models.SynchronizationTaskExecutionResult | None:
        """How it ended: `Succeeded`, `EntryLevelErrors` or `Failed`."""
        return self.execution.state

    @property
    def succeeded(self) -> bool:
        """Whether it ended without an error, of the run or of single objects."""
        return str(self.state) == "Succeeded"

    @property
    def error(self) -> models.SynchronizationError | None:
        """What made the run fail as a whole."""
        return self.execution.error

    @property
    def began(self) -> datetime | None:
        """When it began, UTC."""
        return self.execution.time_began

    @property
    def ended(self) -> datetime | None:
        """When it ended, UTC."""
        return self.execution.time_ended

    @property
    def duration(self) -> timedelta:
        """How long it took."""
        if self.began is None or self.ended is None:
            return timedelta()
        return self.ended - self.began

    @property
    def imported(self) -> int:
        """Objects that were read from the source."""
        return self.execution.count_imported or 0

    @property
    def exported(self) -> int:
        """Objects that were written to the target."""
        return self.execution.count_exported or 0

    @property
    def escrowed(self) -> int:
        """Objects that failed and are tried again later, those of earlier cycles included."""
        return self.execution.count_escrowed or 0

    def logs(self) -> ProvisioningLogs:
        """Return the records of this cycle: what became of each object. Sends nothing.

        Iterating over them sends one request a page. They appear minutes after the fact.
        """
        run = "" if self.id is None else f" and cycleId eq '{_quoted(self.id)}'"
        return ProvisioningLogs(self._session).filter(f"jobId eq '{_quoted(self.job_id)}'{run}")

    def __repr__(self) -> str:
        counts = f"{self.imported} imported, {self.exported} exported, {self.escrowed} escrowed"
        return f"<Cycle of {self.job_id}: {self.state}, {counts}, {self.duration}>"


def _quoted(text: str) -> str:
    return text.replace("'", "''")
