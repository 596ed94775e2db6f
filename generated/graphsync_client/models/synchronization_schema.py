"""Graph's `synchronizationSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ListOf, ModelOf, member
from .entity import Entity

if TYPE_CHECKING:
    from .directory_definition import DirectoryDefinition
    from .synchronization_rule import SynchronizationRule


class SynchronizationSchema(Entity):
    """Directories, rules and mappings of a job or template: what is provisioned, and how.

    It is changed as a whole: read it, edit it, write all of it back; PATCH is answered with 404.
    Nothing guards against a second writer: the last one wins. A change of mappings or scope makes
    the next cycle an initial one. Enum values must be spelled as the service spells them, or it
    answers 406.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema
    """

    directories: list[DirectoryDefinition] | None = member(
        "directories", ListOf(ModelOf("directory_definition", "DirectoryDefinition"))
    )
    """The source and the target, their objects and attributes; read and written inline."""

    synchronization_rules: list[SynchronizationRule] | None = member(
        "synchronizationRules", ListOf(ModelOf("synchronization_rule", "SynchronizationRule"))
    )
    """The rules, each from one directory to another."""

    version: str | None = member("version", TEXT)
    """Opaque text that changes with every write, such as `6.0` or `Date:..., ActivityId:...`."""
