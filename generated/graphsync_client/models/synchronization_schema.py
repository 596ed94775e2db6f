"""Graph's `synchronizationSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, ModelOf, member, model
from .entity import Entity

if TYPE_CHECKING:
    from .directory_definition import DirectoryDefinition
    from .synchronization_rule import SynchronizationRule


@model
class SynchronizationSchema(Entity):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    synchronization_rules: list[SynchronizationRule] | None = field(
        default=ABSENT,
        metadata=member("synchronizationRules", ListOf(ModelOf("synchronization_rule", "SynchronizationRule"))),
    )
    """As the Graph reference describes it."""

    version: str | None = field(default=ABSENT, metadata=member("version", TEXT))
    """As the Graph reference describes it."""

    directories: list[DirectoryDefinition] | None = field(
        default=ABSENT, metadata=member("directories", ListOf(ModelOf("directory_definition", "DirectoryDefinition")))
    )
    """As the Graph reference describes it."""
