"""Graph's `synchronizationRule`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, INTEGER, TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .container_filter import ContainerFilter
    from .group_filter import GroupFilter
    from .object_mapping import ObjectMapping
    from .string_key_string_value_pair import StringKeyStringValuePair


class SynchronizationRule(Model):
    """One direction of provisioning: source, target, and the kinds of objects that take it.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule
    """

    container_filter: ContainerFilter | None = member("containerFilter", ModelOf("container_filter", "ContainerFilter"))
    """Containers of an on-premises directory that cloud sync reads; None elsewhere."""

    editable: bool | None = member("editable", BOOLEAN)
    """False for a rule that must be left as it is."""

    group_filter: GroupFilter | None = member("groupFilter", ModelOf("group_filter", "GroupFilter"))
    """On-premises groups whose members cloud sync reads; None elsewhere."""

    id: str | None = member("id", TEXT)
    """GUID that the connector knows, the same in every tenant; what provision on demand asks for."""

    metadata: list[StringKeyStringValuePair] | None = member(
        "metadata", ListOf(ModelOf("string_key_string_value_pair", "StringKeyStringValuePair"))
    )
    """Further facts as text, such as `supportsProvisionOnDemand`; leave them alone."""

    name: str | None = member("name", TEXT)
    """Name for humans, such as `USERGROUP_OUTBOUND_USERGROUP`."""

    object_mappings: list[ObjectMapping] | None = member(
        "objectMappings", ListOf(ModelOf("object_mapping", "ObjectMapping"))
    )
    """The kinds of objects to provision, users and groups for example."""

    priority: int | None = member("priority", INTEGER)
    """Order among the rules; lower numbers go first."""

    source_directory_name: str | None = member("sourceDirectoryName", TEXT)
    """Name of the directory to read, as in the schema's directories."""

    target_directory_name: str | None = member("targetDirectoryName", TEXT)
    """Name of the directory to write, as in the schema's directories."""
