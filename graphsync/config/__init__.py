"""Provisioning as code: the configuration of an application in a small file.

A file says how a job differs from its template's default schema, who is assigned, and where secrets
are found. `Configuration` reads and writes it; `shorten` and `expand` go from a schema to the lines
of a file and back without a loss. Nothing here sends anything.
"""

from __future__ import annotations

from graphsync.config.canonical import same
from graphsync.config.configuration import (
    ApplicationReference,
    Assignment,
    Configuration,
    JobReference,
    Notifications,
    SecretValue,
)
from graphsync.config.short_form import expand, shorten
from graphsync.errors import ConfigurationInvalid

__all__ = [
    "ApplicationReference",
    "Assignment",
    "Configuration",
    "ConfigurationInvalid",
    "JobReference",
    "Notifications",
    "SecretValue",
    "expand",
    "same",
    "shorten",
]
