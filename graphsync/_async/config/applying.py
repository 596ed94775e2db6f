"""Plans carried out, in an order in which it is safe to stop after each request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from graphsync._async.applications.service_principal import ServicePrincipal
from graphsync._async.client import AsyncGraphClient
from graphsync._async.config.assigning import by_ids
from graphsync._async.config.planning import exported, plan_for, resolve, shown_secrets
from graphsync._async.config.reading import default_schema, find_job, find_principal, read_current
from graphsync._async.native import sleep
from graphsync._async.synchronization.job import SynchronizationJob
from graphsync._core.config.canonical import same
from graphsync._core.config.configuration import (
    ApplicationReference,
    Configuration,
    JobReference,
)
from graphsync._core.config.current import Current
from graphsync._core.config.journal import Journal
from graphsync._core.config.plan import Action, Plan, Step, Subject
from graphsync._core.config.planner import MASK, wanted_schema, wanted_secrets
from graphsync._core.config.receipt import Receipt
from graphsync._core.config.secret_hashes import known_secrets, secret_hash
from graphsync._core.domain.clear_secrets import CLEAR_SECRETS
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import (
    ApplyFailed,
    Conflict,
    Forbidden,
    GraphError,
    MaskedSecrets,
    NotFound,
    PlanOutdated,
    TimedOut,
    Unauthorized,
)
from graphsync_client import models
from graphsync_client.api.app_role_assigned_to.delete_app_role_assigned_to import (
    delete_app_role_assigned_to,
)
from graphsync_client.api.schema.replace_job_schema import replace_job_schema
from graphsync_client.types import Owner

T = TypeVar("T")
_LOOK_EVERY = 2.0


async def apply(
    graph: AsyncGraphClient,
    desired: Configuration,
    plan: Plan | None = None,
    *,
    backup: Path | None = None,
    journal: Path | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    secrets_known: Mapping[str, str] | None = None,
    validate: bool = True,
    replication: float = 120.0,
    on_step: Callable[[Step], object] | None = None,
) -> Receipt:
    """Make an application's provisioning what a configuration says; nothing is sent where it is.

    Raises `PlanOutdated`, with a new plan, where what is there is no longer what `plan` was made
    for; nothing was written then. Raises `ApplyFailed` where a step fails: it says what was done
    and what was not, and running it again does the rest.

    Args:
        graph: The client.
        desired: What should be there.
        plan: The plan that somebody has agreed to; without it whatever is needed is done.
        backup: Where to write the configuration of before, for `rollback`: schema, settings,
            assignments and state. Values of secrets are left out; the file says which.
        journal: Where to note what is being created, so that a killed run creates nothing twice.
        environment: Where `${env:NAME}` is looked up; `os.environ` unless given.
        folder: Where the paths of `${file:path}` begin; the current folder unless given.
        secrets_known: Hashes of the secrets that the service has, from the receipt of an earlier
            apply.
        validate: Whether new credentials are tested against the target before anything uses them.
        replication: Seconds to wait for what was just created to show.
        on_step: Called with each step once it is done.

    """
    resolved = resolve(desired, environment, folder)
    known = known_secrets(resolved, secrets_known or {})
    notes = Journal(journal)
    current = await _current(graph, desired, notes, replication)
    fresh = plan_for(current, desired, resolved, known)
    if plan is not None and plan.fingerprint != fresh.fingerprint:
        raise PlanOutdated(
            "the job has changed since the plan was made; nothing was written", fresh
        )
    _check_masked(current, fresh, wanted_secrets(desired, resolved, current.secrets.reveal()))
    saved = None if fresh.is_empty else _save(current, desired, backup)
    left_out = () if saved is None else _left_out(current)
    run = _Run(graph, desired, resolved, known, notes, validate=validate, replication=replication)
    done: list[Step] = []
    steps = [*fresh.steps]
    while steps:
        step = steps.pop(0)
        try:
            current = await run.take(step, current)
        except GraphError as error:
            raise ApplyFailed(
                _failure(step, done, steps), tuple(done), step, tuple(steps)
            ) from error
        done.append(step)
        if on_step is not None:
            on_step(step)
        if step.subject is Subject.APPLICATION:
            # Only now can the mappings be compared with those of the template.
            steps = [*plan_for(current, desired, resolved, known).steps]
    job_id = None if current.job is None else current.job.id
    hashes = {
        key: secret_hash(value) for key, value in resolved.items() if key not in CLEAR_SECRETS
    }
    return Receipt(
        done=tuple(done),
        principal_id=current.principal_id,
        job_id=job_id,
        backup=saved,
        left_out=left_out,
        secret_hashes=hashes,
    )


async def _current(
    graph: AsyncGraphClient, desired: Configuration, notes: Journal, replication: float
) -> Current:
    """Return what is there, an application that an earlier run made included although it does
    not show yet.
    """
    name = desired.application.display_name or ""
    made = notes.id_of(name)
    if made is not None:
        return await read_current(
            graph.with_options(consistency=replication), _by_principal(desired, made)
        )
    if notes.intends(name):
        found = await _until(lambda: find_principal(graph, desired.application), replication)
        if found is None:
            notes.give_up(name)
    return await read_current(graph, desired)


def _by_principal(desired: Configuration, principal_id: str) -> Configuration:
    return evolve(desired, application=ApplicationReference(principal=principal_id))


def _check_masked(current: Current, plan: Plan, secrets: Hidden[dict[str, str]]) -> None:
    """Raise `MaskedSecrets` before the first write, where secrets could not be written as a
    whole.
    """
    if not any(step.subject is Subject.SECRETS for step in plan.steps):
        return
    missing = [
        key
        for key, value in current.secrets.reveal().items()
        if value == MASK and key not in secrets.reveal()
    ]
    if missing:
        raise MaskedSecrets(
            "writing some secrets means writing all, and the service does not show"
            f" {', '.join(missing)}; add them to the configuration's secrets. Nothing was written",
            missing,
        )


def _save(current: Current, desired: Configuration, backup: Path | None) -> Path | None:
    """Write what is there of all that an apply touches."""
    if backup is None or current.principal_id is None:
        return None
    if current.job is None or current.default_schema is None:
        # The job cannot be taken back; it is left with the template's schema, and paused.
        before = Configuration(
            application=ApplicationReference(principal=current.principal_id),
            job=JobReference(template=desired.job.template, state="paused"),
            secrets=shown_secrets(current),
        )
    else:
        before = exported(current, desired.application, desired.job, full=True)
    references = {
        key: value
        for key, value in desired.secrets.items()
        if key in _left_out(current) and value.value is None
    }
    before = evolve(
        before,
        secrets={**before.secrets, **references},
        assignments=None if current.assignments is None else by_ids(current.assignments),
    )
    is_json = backup.suffix == ".json"
    text = before.dumps("json" if is_json else "yaml")
    if not is_json and _left_out(current):
        text = (
            f"# The values of these secrets are left out: {', '.join(_left_out(current))}\n{text}"
        )
    temporary = backup.with_name(f".{backup.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(backup)
    return backup


def _left_out(current: Current) -> tuple[str, ...]:
    shown = shown_secrets(current)
    return tuple(sorted(key for key in current.secrets.reveal() if key not in shown))


def _failure(step: Step, done: list[Step], rest: list[Step]) -> str:
    did = ", ".join(map(str, done)) or "nothing"
    left = ", ".join(map(str, rest)) or "nothing"
    return f"{step} failed; done before: {did}; not done: {left}. Running it again does the rest"


async def _until(look: Callable[[], Awaitable[T | None]], seconds: float) -> T | None:
    """Look every two seconds until there is something, or so many seconds were waited."""
    left = seconds
    while True:
        found = await look()
        if found is not None or left <= 0:
            return found
        pause = min(_LOOK_EVERY, left)
        await sleep(pause)
        left -= pause


class _Run:
    """One apply: takes steps, and knows what is there after each."""

    def __init__(
        self,
        graph: AsyncGraphClient,
        desired: Configuration,
        resolved: Mapping[str, Hidden[str]],
        known: frozenset[str],
        notes: Journal,
        *,
        validate: bool,
        replication: float,
    ) -> None:
        self._graph = graph
        # What was just made answers with 401, 403 or 404 for a while.
        self._patient = graph.with_options(consistency=replication)
        self._desired = desired
        self._resolved = resolved
        self._known = known
        self._notes = notes
        self._validate = validate
        self._replication = replication

    async def take(self, step: Step, current: Current) -> Current:
        """Take a step and return what is there afterwards."""
        if step.subject is Subject.APPLICATION:
            return await self._add_application(current)
        principal = self._patient.service_principals[current.principal_id or ""]
        if step.subject is Subject.SECRETS:
            await self._write_secrets(principal, current)
        elif step.subject is Subject.JOB:
            await self._create_job(principal.id)
            return await self._read(current)
        elif step.subject is Subject.SCHEMA:
            await self._write_schema(principal, current)
        elif step.subject is Subject.ASSIGNMENT:
            await self._assign(principal, step)
        elif step.subject is Subject.STATE:
            job = principal.synchronization.jobs[current.job.id if current.job else ""]
            await (job.start() if self._desired.job.state == "running" else job.pause())
        return current

    async def _read(self, current: Current) -> Current:
        wanted = _by_principal(self._desired, current.principal_id or "")

        async def look() -> Current | None:
            found = await read_current(self._patient, wanted)
            return found if found.job is not None else None

        found = await _until(look, self._replication)
        if found is None:
            raise TimedOut(
                f"the new job is not visible after {self._replication:g} s; it may still appear",
                sent=True,
            )
        return found

    async def _add_application(self, current: Current) -> Current:
        name = self._desired.application.display_name or ""
        self._notes.begin(name)
        made = await self._graph.application_templates[current.gallery_id or ""].instantiate(name)
        self._notes.finish(name, made.service_principal.id)
        principal = self._patient.service_principals[made.service_principal.id]
        await _until(
            lambda: default_schema(principal, self._desired.job.template), self._replication
        )
        return await read_current(
            self._patient, _by_principal(self._desired, made.service_principal.id)
        )

    async def _write_secrets(self, principal: ServicePrincipal, current: Current) -> None:
        stored = current.secrets.reveal()
        wanted = wanted_secrets(self._desired, self._resolved, stored)
        changes = Hidden({key: value for key, value in wanted.reveal().items() if value})
        await principal.synchronization.secrets.update(changes.reveal(), unknown=True)
        if self._validate and any(
            key not in CLEAR_SECRETS or key == "BaseAddress" for key in changes.reveal()
        ):
            await principal.synchronization.jobs.validate_credentials(
                template_id=self._desired.job.template
            )

    async def _create_job(self, principal_id: str) -> SynchronizationJob:
        """Make the job; where a run before this one made it already, wait until it shows."""
        # Without a consistency window, in which 409 would mean "not visible yet" as well.
        principal = self._graph.service_principals[principal_id]
        refused: list[GraphError] = []

        async def attempt() -> SynchronizationJob | None:
            try:
                return await principal.synchronization.jobs.create(self._desired.job.template)
            except Conflict as error:
                refused.append(error)
                return await find_job(principal, self._desired.job)
            except (Unauthorized, Forbidden, NotFound) as error:
                refused.append(error)
                return None

        made = await _until(attempt, self._replication)
        if made is None:
            raise refused[-1]
        return made

    async def _assign(self, principal: ServicePrincipal, step: Step) -> None:
        """Make or end an assignment; one that a run before this one made or ended is fine."""
        if step.action is Action.ADD:
            who, role_id = step.ids
            await principal.assignments.assign(who, role_id or None)
            return
        # By its own id: going by the person means a request a page of assignments.
        owner = Owner.service_principal(principal.id)
        with suppress(NotFound):
            await self._graph.send(delete_app_role_assigned_to(owner, step.ids[0]))

    async def _write_schema(self, principal: ServicePrincipal, current: Current) -> None:
        wanted = wanted_schema(current, self._desired)
        if wanted is None or current.job is None:
            raise TimedOut(
                f"the template {self._desired.job.template!r} is not visible after"
                f" {self._replication:g} s",
                sent=False,
            )
        now = (await principal.synchronization.jobs[current.job.id].schema.get()).data.to_dict()
        if not same(now, current.job.schema):
            raise PlanOutdated(
                "somebody has changed the schema in the meantime; it was not written", None
            )
        body = {**wanted, "id": now.get("id"), "version": now.get("version")}
        owner = Owner.service_principal(principal.id)
        await self._patient.send(
            replace_job_schema(owner, current.job.id, models.SynchronizationSchema.from_dict(body))
        )


async def before(graph: AsyncGraphClient, backup: Path) -> Configuration:
    """Return the configuration that a backup of `apply` brings back, for `plan` or `apply`.

    Reads only. Secrets stay as they are. Settings that the service keeps beside them, such as the
    address and the notifications, come back; since writing one means writing all, the references
    of the backup to the secrets, such as `${env:SCIM_TOKEN}`, are used then.
    """
    saved = Configuration.load(backup)
    settings = {key: one for key, one in saved.secrets.items() if one.value is not None}
    stored = (await read_current(graph, evolve(saved, assignments=None))).secrets.reveal()
    is_same = all(
        one.value is not None and stored.get(key) == one.value.reveal()
        for key, one in settings.items()
    )
    return evolve(saved, secrets={}) if is_same else saved


async def rollback(
    graph: AsyncGraphClient,
    backup: Path,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    replication: float = 120.0,
) -> Receipt:
    """Bring back what a backup of `apply` holds: schema, settings, assignments and state.

    Secrets stay as they are, since no backup has their values. Raises what `apply` raises;
    `MaskedSecrets`, before anything is written, where settings have to be written and the backup
    does not say where the secrets are found.
    """
    return await apply(
        graph,
        await before(graph, backup),
        environment=environment,
        folder=folder,
        replication=replication,
    )
