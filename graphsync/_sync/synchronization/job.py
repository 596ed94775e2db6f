# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/job.py
"""One job."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, overload

from graphsync._annotations import resolvable
from graphsync._core.request.request import Request
from graphsync._core.secrecy.hidden import Hidden
from graphsync._core.state.entity_state import EntityState
from graphsync._core.state.members import Loaded
from graphsync._sync.navigation.session import Session
from graphsync._sync.navigation.verb import direct, prepared_by, several, verb
from graphsync._sync.synchronization.copied_job import CopiedJob
from graphsync_client import models
from graphsync_client.types import ABSENT, Operation, Owner

if TYPE_CHECKING:
    from graphsync._core.domain.on_demand import ProvisionOnDemandResult
    from graphsync._core.domain.restart_scopes import Scope
    from graphsync._core.domain.secret_changes import Changes
    from graphsync._core.inbound.mapping import Source
    from graphsync._core.inbound.report import UploadProgress, UploadReport
    from graphsync._core.state.snapshot import Snapshot
    from graphsync._sync.people.user import User
    from graphsync._sync.schema.rule import Rule
    from graphsync._sync.schema.schema import SynchronizationSchema
    from graphsync._sync.synchronization.bulk_upload import BulkUpload
    from graphsync._sync.synchronization.object_connections import ObjectConnections
    from graphsync._sync.synchronization.on_demand import Subject
    from graphsync._sync.tasks.cycle import Cycle
    from graphsync._sync.tasks.waiting import Progress


@resolvable
class SynchronizationJob(CopiedJob):
    """A job that provisions accounts and groups from one directory to another.

    The service sets its schedule.
    """

    template_id = Loaded[str | None]("The template that the job was made from.")
    schedule = Loaded["models.SynchronizationSchedule | None"](
        "When the job runs, and whether it does; the service sets the interval."
    )
    status = Loaded["models.SynchronizationStatus | None"](
        "How the job is: its state, its last runs, its quarantine."
    )
    synchronization_job_settings = Loaded["list[models.KeyValuePair] | None"](
        "The job's settings, as a list; `settings` has them by name."
    )

    _schema: SynchronizationSchema | None = None
    _bulk_upload: BulkUpload | None = None

    def __init__(
        self,
        session: Session,
        owner: Owner,
        id: str | None,
        state: EntityState[models.SynchronizationJob] | None = None,
    ) -> None:
        # Past `__setattr__`, and what the bases would do in calls of their own: this runs for each
        # item of each page.
        bind = object.__setattr__
        bind(self, "_session", session)
        bind(self, "_state", state or EntityState())
        bind(self, "_id", id)
        bind(self, "_owner", owner)

    def _forget_children(self) -> None:
        self._schema = self._bulk_upload = None

    def _state_in_words(self) -> str:
        from graphsync._core.display.jobs import job_state

        return job_state(self._state.snapshot)

    def _repr_html_(self) -> str:
        """Show a notebook what is known of the job; sends nothing."""
        from graphsync._core.display.jobs import job_table

        return job_table([self._job_row()])

    def _job_row(self) -> tuple[str, Snapshot[models.SynchronizationJob] | None]:
        """Return what a table of jobs shows: the id, which a `$select` may have left out, and
        the data.
        """
        return self._id or "", self._state.snapshot

    @property
    def schema(self) -> SynchronizationSchema:
        """The job's schema.

        Loaded already where the job was read with `expand=["schema"]`.
        """
        from graphsync._core.domain.schema_operations import SchemaOperations
        from graphsync._sync.schema.schema import SynchronizationSchema

        if self._schema is None:
            operations = SchemaOperations(self._owner, self.id)
            self._schema = SynchronizationSchema(
                self._session, operations, self._state.below("schema")
            )
        return self._schema

    @property
    def bulk_upload(self) -> BulkUpload:
        """The way to upload user records; only API-driven jobs take them."""
        from graphsync._sync.synchronization.bulk_upload import BulkUpload

        if self._bulk_upload is None:
            self._bulk_upload = BulkUpload(self._session, self._owner, self.id)
        return self._bulk_upload

    @property
    def object_connections(self) -> ObjectConnections:
        """The links between objects of the source and of the target (beta)."""
        from graphsync._sync.synchronization.object_connections import ObjectConnections

        return ObjectConnections(self._session, self._owner, self.id)

    @property
    def settings(self) -> Mapping[str, str | None]:
        """The settings by name."""
        settings = self.synchronization_job_settings or []
        return MappingProxyType(
            {item.name: item.value for item in settings if item.name is not None}
        )

    @verb
    def start(self) -> Operation[None]:
        """Start the job, or go on after a pause or a quarantine; a running job needs no start.

        One request.
        """
        from graphsync_client.api.jobs.start_job import start_job

        return start_job(self._owner, self.id)

    @verb
    def pause(self) -> Operation[None]:
        """Pause the job; a cycle under way is finished, and what was reached is kept.

        One request.
        """
        from graphsync_client.api.jobs.pause_job import pause_job

        return pause_job(self._owner, self.id)

    @verb
    def restart(self, scope: Scope = ABSENT, *, dangerous: bool = False) -> Operation[None]:
        """Restart the job and forget what `scope` says. One request.

        Without one it forgets what the portal's restart does: `QuarantineState`, `Watermark` and
        `Escrows`.

        `None`, `ConnectorDataStore` (in `Full` too), and `ForceDeletes` along with others are sent
        only when `dangerous` is set; `Refused` says why.
        """
        from graphsync._core.domain.restart_scopes import PORTAL, checked_scope
        from graphsync_client.api.jobs.restart_job import restart_job

        wanted = checked_scope(PORTAL if scope is ABSENT else scope, dangerous=dangerous)
        criteria = models.SynchronizationJobRestartCriteria(reset_scope=wanted)
        return restart_job(self._owner, self.id, models.RestartJobRequest(criteria=criteria))

    @verb
    def delete(self, *, if_match: str | None = None) -> Operation[None]:
        """Stop and delete the job with its state; accounts and secrets stay. One request."""
        from graphsync_client.api.jobs.delete_job import delete_job

        return delete_job(self._owner, self.id, if_match=if_match)

    @verb
    def validate_credentials(
        self, credentials: Changes | None = None, *, unknown: bool = False
    ) -> Operation[None]:
        """Test credentials against the target; without any, those that are saved. One request.

        Raises `BadRequest` with the target's complaint where they do not work.
        """
        hidden = None if credentials is None else Hidden(credentials)
        del credentials  # a traceback that shows local variables must not have them
        from graphsync._core.domain.secret_changes import validation
        from graphsync_client.api.jobs.validate_job_credentials import validate_job_credentials

        return validate_job_credentials(self._owner, self.id, validation(hidden, unknown=unknown))

    def _on_demand_request(
        self,
        rule: str | Rule | models.SynchronizationRule | Subject,
        subject: Subject | None = None,
        *,
        object_type_name: str | None = None,
        members: Sequence[str | User] = (),
        check: bool = True,
    ) -> Request[ProvisionOnDemandResult]:
        from graphsync._sync.synchronization.on_demand import request_for

        if subject is None:
            raise several("provision_on_demand() without a rule, which has to be looked up,")
        named = rule if isinstance(rule, str) else getattr(rule, "id", None) or ""
        return request_for(
            self._owner, self.id, named, subject, object_type_name, members, check=check
        )

    @overload
    def provision_on_demand(
        self,
        subject: Subject,
        /,
        *,
        object_type_name: str | None = None,
        members: Sequence[str | User] = (),
        check: bool = True,
    ) -> ProvisionOnDemandResult: ...

    @overload
    def provision_on_demand(
        self,
        rule: str | Rule | models.SynchronizationRule,
        subject: Subject,
        /,
        *,
        object_type_name: str | None = None,
        members: Sequence[str | User] = (),
        check: bool = True,
    ) -> ProvisionOnDemandResult: ...

    @prepared_by(_on_demand_request)
    def provision_on_demand(
        self,
        *rule_and_subject: Any,  # the overloads have their types
        object_type_name: str | None = None,
        members: Sequence[str | User] = (),
        check: bool = True,
    ) -> ProvisionOnDemandResult:
        """Provision one user, or one group with up to five `members`, at once.

        `provision_on_demand(rule, subject)` is one request, never repeated blindly. A subject that
        is an address, or a bound user chosen by one and not loaded, takes one more to find its id;
        `provision_on_demand(subject)` takes one more for the schema, unless it is loaded, to find
        the rule. The client waits where the limit of 5 in 10 seconds asks for it.

        A failure is part of a successful answer. It raises `ProvisioningFailed`, as does an answer
        that does not say how it ended. A subject that is not assigned, or that a filter leaves out,
        raises `NotInScope`. Without `check` all this is in the result alone, as its `outcome`.

        Args:
            rule_and_subject: The rule is one of this job's schema, or its id. It may be left out
                where one rule of the job is for objects of this kind; ValueError names the rules
                otherwise. The subject is a bound user or group, an object id, the address of a
                user, or a `SynchronizationJobSubject`.
            object_type_name: `User`, or `Group` with members, unless given. Its case matters, and
                some sources say `user` or `Worker`.
            members: Users of the group, bound or by their ids.
            check: Whether a failure, and a subject out of scope, raise.

        """
        from graphsync._sync.synchronization.on_demand import provision

        if not 1 <= len(rule_and_subject) <= 2:
            raise TypeError(
                "provision_on_demand takes a rule and a subject, or a subject alone;"
                f" {len(rule_and_subject)} positional arguments were given"
            )
        rule = rule_and_subject[0] if len(rule_and_subject) == 2 else None
        return provision(
            self._session,
            self._owner,
            self.id,
            lambda: self.schema,
            rule,
            rule_and_subject[-1],
            object_type_name,
            members,
            check=check,
        )

    @direct
    def run(self, *, timeout: float | None = 7200, progress: Progress | None = None) -> Cycle:
        """Start the job if it does not run, and return the first cycle that begins from now on,
        once it has ended.

        A job that runs already is not started: its next cycle is the one that is waited for, and a
        cycle under way does not count. The job is read at growing intervals, some 40 times for a
        wait of 40 minutes, and has the data of the last look afterwards.

        Raises `Quarantined` and `JobPaused` where no cycle will come, or where the cycle ended that
        way, and `WaitTimedOut`. A cycle that failed otherwise is returned: look at its `state`.

        Args:
            timeout: Seconds for the whole wait, or None for no limit.
            progress: Called after each look at the job that did not end the wait.

        """
        from graphsync._sync.tasks.run import run

        return run(self._session, self, timeout, progress)

    @direct
    def wait_for_cycle(
        self,
        *,
        since: datetime | Cycle | None = None,
        timeout: float | None = 7200,
        progress: Progress | None = None,
    ) -> Cycle:
        """Wait for a cycle to end and return it; starts nothing.

        Args:
            since: The cycle begins at this time or later, by the service's clock, or after the
                cycle that is given. Without it, it begins after the call.
            timeout: Seconds for the whole wait, or None for no limit.
            progress: Called after each look at the job that did not end the wait.

        """
        from graphsync._sync.tasks.run import wait_for_cycle

        return wait_for_cycle(self._session, self, since, timeout, progress)

    @direct
    def wait_for_steady_state(
        self, *, timeout: float | None = 7200, progress: Progress | None = None
    ) -> datetime:
        """Wait until the latest cycle has ended and left nothing to do, and return when that was
        reached.

        Returns at once where that holds already. Raises as `run` does.
        """
        from graphsync._sync.tasks.run import wait_for_steady_state

        return wait_for_steady_state(self._session, self, timeout, progress)

    @direct
    def wait_until_healthy(
        self, *, timeout: float | None = 7200, progress: Progress | None = None
    ) -> models.SynchronizationStatus:
        """Wait until the job runs, out of quarantine, and its latest cycle did not fail; return its
        status.

        Raises `JobPaused` where it does not run, and `WaitTimedOut`.
        """
        from graphsync._sync.tasks.run import wait_until_healthy

        return wait_until_healthy(self._session, self, timeout, progress)

    @direct
    def wait_until_visible(
        self, *, timeout: float | None = 300, progress: Progress | None = None
    ) -> None:
        """Wait until the service shows the job, which may take a while after `create`.

        Until then it answers 401, 403 or 404.
        """
        from graphsync._sync.tasks.run import wait_until_visible

        wait_until_visible(self._session, self, timeout, progress)

    @direct
    def upload(
        self,
        records: Iterable[Any],
        *,
        journal: str | Path,
        mapping: Mapping[str, Source] | None = None,
        only_changed: bool = False,
        resume: bool = True,
        check: bool | None = None,
        timeout: float | None = 14_400,
        log_delay: float = 600,
        progress: Callable[[UploadProgress], object] | None = None,
    ) -> UploadReport:
        """Upload any number of people, and follow them in the log until each has an outcome.

        All records are read, checked and written to the journal before the first is sent. They go
        out in requests of 50, paced within the service's limits, and the log is read at growing
        intervals. A process that was killed is started again with the same records and the same
        journal, and goes on: only the request that was under way is sent again, and
        `sent_again` of the report names its records. Besides two requests to begin with, it takes
        one for 50 records, one for 100 records of the log, and two or three for each wait.

        Returns when no record is pending, when the time is over, or when the job does not run:
        `waiting_for` of the report says which, and another call goes on from there.

        A record that changed nothing is not in the log. It counts as unchanged once a cycle that
        began after the upload has read as many records as are missing, and the log had time.

        Raises `RecordsInvalid` for records that cannot be sent and for an `externalId` that two
        have, naming them; `JournalUnusable` for a journal of another job, or one that is in use;
        and the service's errors, after which another call goes on, too.

        Args:
            records: SCIM user objects as mappings, models of `scim2_models`, what
                `graphsync.inbound.read_csv` returns, or rows with a `mapping`. Each has an
                `externalId`. A record may be partial; the service keeps what it does not hold.
            journal: A file for this job's uploads, made where there is none. It holds personal data
                until the outcomes are known, so only its owner may read it.
            mapping: From SCIM attributes to columns of the rows, such as `{"externalId": "Id",
                "name.givenName": "First"}`.
            only_changed: Whether to leave out records that were delivered as they are now.
            resume: Whether a run with pending records goes on, which sends nothing twice; False
                begins anew with all records.
            check: Whether to check records against SCIM's schemas; needs the extra `inbound`. None
                checks where that is installed.
            timeout: Seconds for the whole call, or None for no limit; 0 or more.
            log_delay: Seconds after a cycle's end until the log is taken to be complete.
            progress: Called after each request and after each look at the log.

        """
        from graphsync._sync.inbound.following import Followed
        from graphsync._sync.inbound.uploading import upload

        return upload(
            Followed(self._session, self._owner, self.id),
            records,
            journal=journal,
            mapping=mapping,
            only_changed=only_changed,
            resume=resume,
            check=check,
            timeout=timeout,
            log_delay=log_delay,
            progress=progress,
        )

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.SynchronizationJob]:
        from graphsync_client.api.jobs.get_job import get_job

        return get_job(self._owner, self.id, select=select, expand=expand)
