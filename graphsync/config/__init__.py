"""Provisioning as code: the configuration of an application in a small file.

A file says how a job differs from its template's default schema, who is assigned, and where secrets
are found. `Configuration` reads and writes it, `lint` finds mistakes in it, `plan` says what it
would change, `apply` makes it so, `rollback` takes it back, `drift` finds what was changed since,
and `export` writes the file of what is there. `shorten` and `expand` go from a schema to the lines
of a file and back without a loss; `diagram` and `markdown` draw them.

The functions that talk to Graph take a `GraphClient` here; `graphsync.config.aio` has them for the
asynchronous client. A name is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphsync._core.config.blast_radius import BlastRadius, Effect, PersonEffect, blast_radius
    from graphsync._core.config.canonical import same
    from graphsync._core.config.configuration import (
        ApplicationReference,
        Assignment,
        Configuration,
        JobReference,
        Notifications,
        SecretValue,
    )
    from graphsync._core.config.diagram import diagram, markdown
    from graphsync._core.config.drift import Drift
    from graphsync._core.config.expanding import expand
    from graphsync._core.config.findings import Finding, Severity, to_annotations, to_sarif
    from graphsync._core.config.lint import lint
    from graphsync._core.config.plan import Action, Difference, Plan, Step, Subject
    from graphsync._core.config.receipt import Receipt
    from graphsync._core.config.shortening import shorten
    from graphsync._sync.config.applying import apply, before, rollback
    from graphsync._sync.config.planning import drift, export, plan
    from graphsync.errors import ApplyFailed, ConfigurationInvalid, PlanOutdated

_HOMES = {
    "Action": "graphsync._core.config.plan",
    "ApplicationReference": "graphsync._core.config.configuration",
    "ApplyFailed": "graphsync.errors",
    "Assignment": "graphsync._core.config.configuration",
    "BlastRadius": "graphsync._core.config.blast_radius",
    "Configuration": "graphsync._core.config.configuration",
    "ConfigurationInvalid": "graphsync.errors",
    "Difference": "graphsync._core.config.plan",
    "Drift": "graphsync._core.config.drift",
    "Effect": "graphsync._core.config.blast_radius",
    "Finding": "graphsync._core.config.findings",
    "JobReference": "graphsync._core.config.configuration",
    "Notifications": "graphsync._core.config.configuration",
    "PersonEffect": "graphsync._core.config.blast_radius",
    "Plan": "graphsync._core.config.plan",
    "PlanOutdated": "graphsync.errors",
    "Receipt": "graphsync._core.config.receipt",
    "SecretValue": "graphsync._core.config.configuration",
    "Severity": "graphsync._core.config.findings",
    "Step": "graphsync._core.config.plan",
    "Subject": "graphsync._core.config.plan",
    "apply": "graphsync._sync.config.applying",
    "before": "graphsync._sync.config.applying",
    "blast_radius": "graphsync._core.config.blast_radius",
    "diagram": "graphsync._core.config.diagram",
    "drift": "graphsync._sync.config.planning",
    "expand": "graphsync._core.config.expanding",
    "export": "graphsync._sync.config.planning",
    "lint": "graphsync._core.config.lint",
    "markdown": "graphsync._core.config.diagram",
    "plan": "graphsync._sync.config.planning",
    "rollback": "graphsync._sync.config.applying",
    "same": "graphsync._core.config.canonical",
    "shorten": "graphsync._core.config.shortening",
    "to_annotations": "graphsync._core.config.findings",
    "to_sarif": "graphsync._core.config.findings",
}

__all__ = [
    "Action",
    "ApplicationReference",
    "ApplyFailed",
    "Assignment",
    "BlastRadius",
    "Configuration",
    "ConfigurationInvalid",
    "Difference",
    "Drift",
    "Effect",
    "Finding",
    "JobReference",
    "Notifications",
    "PersonEffect",
    "Plan",
    "PlanOutdated",
    "Receipt",
    "SecretValue",
    "Severity",
    "Step",
    "Subject",
    "apply",
    "before",
    "blast_radius",
    "diagram",
    "drift",
    "expand",
    "export",
    "lint",
    "markdown",
    "plan",
    "rollback",
    "same",
    "shorten",
    "to_annotations",
    "to_sarif",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    home = _HOMES.get(name)
    if home is None:
        from graphsync._deprecation import renamed

        return renamed(__name__, name)
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
