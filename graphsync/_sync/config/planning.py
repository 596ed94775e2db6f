# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/config/planning.py
"""Plans, drift and backups: what only looks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import evolve

from graphsync._core.config.blast_radius import blast_radius
from graphsync._core.config.configuration import (
    ApplicationReference,
    Configuration,
    JobReference,
    SecretValue,
)
from graphsync._core.config.current import Current
from graphsync._core.config.drift import Drift
from graphsync._core.config.plan import Plan
from graphsync._core.config.planner import (
    MASK,
    SKIP_KEY,
    leavers_stay,
    steps_between,
    wanted_schema,
    wanted_secrets,
)
from graphsync._core.config.secret_hashes import known_secrets
from graphsync._core.config.shortening import shorten
from graphsync._core.domain.clear_secrets import CLEAR_SECRETS
from graphsync._core.secrecy.hidden import Hidden
from graphsync._sync.client import GraphClient
from graphsync._sync.config.assigning import written_assignments
from graphsync._sync.config.reading import read_current
from graphsync.errors import GraphError, NoMatch
from graphsync_client.types import Json

STATES = {"Active": "running", "Paused": "paused"}


def plan(
    graph: GraphClient,
    desired: Configuration,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    secrets_known: Mapping[str, str] | None = None,
    people: Iterable[Mapping[str, Json]] | None = None,
) -> Plan:
    """Return what would have to be done, and send nothing but reads.

    Args:
        graph: The client; the plan goes through `graph.read_only()`.
        desired: What should be there.
        environment: Where `${env:NAME}` is looked up; `os.environ` unless given.
        folder: Where the paths of `${file:path}` begin; the current folder unless given.
        secrets_known: Hashes of the secrets that the service has, by key, from the receipt of an
            apply; a masked value is taken for the wanted one where its hash is among them.
        people: The assigned users as Graph returns them; the plan then says what becomes of their
            accounts.

    """
    resolved = resolve(desired, environment, folder)
    current = read_current(graph, desired)
    made = plan_for(current, desired, resolved, known_secrets(resolved, secrets_known or {}))
    wanted = wanted_schema(current, desired)
    if people is None or wanted is None or current.job is None:
        return made
    kept = resolved.get(SKIP_KEY) or Hidden(current.secrets.reveal().get(SKIP_KEY, ""))
    stays = leavers_stay(desired, kept.reveal())
    return evolve(
        made,
        blast_radius=blast_radius(current.job.schema, wanted, people, skip_out_of_scope=stays),
    )


def plan_for(
    current: Current,
    desired: Configuration,
    resolved: Mapping[str, Hidden[str]],
    known: frozenset[str] = frozenset(),
) -> Plan:
    """Return the plan from a state that was read already."""
    secrets = wanted_secrets(desired, resolved, current.secrets.reveal())
    wanted = wanted_schema(current, desired)
    return Plan(
        steps=tuple(steps_between(current, desired, secrets, known=known)),
        fingerprint=current.fingerprint,
        requests=current.requests,
        schemas=None if wanted is None or current.job is None else (current.job.schema, wanted),
    )


def resolve(
    desired: Configuration, environment: Mapping[str, str] | None, folder: Path | None
) -> dict[str, Hidden[str]]:
    """Return the values of a configuration's secrets.

    Raises `ConfigurationInvalid` where one is not there.
    """
    variables = os.environ if environment is None else environment
    return {
        key: value.resolve(variables, folder or Path()) for key, value in desired.secrets.items()
    }


def drift(
    graph: GraphClient,
    desired: Configuration,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    secrets_known: Mapping[str, str] | None = None,
) -> Drift:
    """Find what was changed since a configuration was applied, and send nothing but reads.

    Nothing that can go wrong with Graph or the configuration is raised: `error` has it, so that
    one application of many does not end the run over all of them.

    Args:
        graph: The client; the look goes through `graph.read_only()`.
        desired: What should be there.
        environment: Where `${env:NAME}` is looked up; `os.environ` unless given.
        folder: Where the paths of `${file:path}` begin; the current folder unless given.
        secrets_known: Hashes of the secrets that the service has. Without them, secrets count as
            drift, since the service does not show them.

    """
    try:
        found = plan(
            graph, desired, environment=environment, folder=folder, secrets_known=secrets_known
        )
    except GraphError as error:
        return Drift(error=error)
    return Drift(plan=found)


def export(
    graph: GraphClient,
    application: ApplicationReference,
    job: JobReference,
    *,
    full: bool = False,
) -> Configuration:
    """Return the configuration of an application as it is; secret values are left out.

    Reads only. Raises `NoMatch` where there is no such application or job.

    Args:
        graph: The client.
        application: The application.
        job: The job, by its template.
        full: Whether what is the template's is written out as well.

    """
    wanted = Configuration(application=application, job=job)
    current = read_current(graph, wanted, with_assignments=True)
    assigned = current.assignments or ()
    found = exported(current, application, job, full=full)
    if assigned:
        reading = graph.read_only()
        principal = reading.service_principals[current.principal_id or ""].get()
        return evolve(found, assignments=written_assignments(reading, principal, assigned))
    return evolve(found, assignments=())


def exported(
    current: Current, application: ApplicationReference, job: JobReference, *, full: bool = False
) -> Configuration:
    """Return the configuration that a state stands for, apart from its assignments."""
    if current.principal_id is None:
        raise NoMatch(
            "there is no application"
            f" {application.principal or application.app_id or application.display_name}"
        )
    if current.job is None or current.default_schema is None:
        raise NoMatch(f"{current.display_name} has no job made from the template {job.template!r}")
    short = shorten(current.job.schema, current.default_schema, full=full)
    return Configuration(
        application=ApplicationReference(principal=current.principal_id),
        job=JobReference(template=job.template, state=STATES.get(current.job.state)),
        secrets=shown_secrets(current),
        mappings=short.get("mappings", {}),
        raw=tuple(short.get("raw", ())),
    )


def shown_secrets(current: Current) -> dict[str, SecretValue]:
    """Return what the service shows of the secrets and a file may hold."""
    return {
        key: SecretValue(kind="value", value=Hidden(value))
        for key, value in current.secrets.reveal().items()
        if value != MASK and key in CLEAR_SECRETS
    }
