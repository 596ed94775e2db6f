"""Graph's `synchronizationSchema`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, INTEGER, TEXT, EnumOf, FlagsOf, ListOf, Model, ModelOf, member
from .entity import Entity

if TYPE_CHECKING:
    from .attribute_flow_behavior import AttributeFlowBehavior
    from .attribute_flow_type import AttributeFlowType
    from .attribute_mapping_source import AttributeMappingSource
    from .directory_definition import DirectoryDefinition
    from .object_flow_types import ObjectFlowTypes
    from .object_mapping_metadata import ObjectMappingMetadata
    from .string_key_string_value_pair import StringKeyStringValuePair


class SynchronizationSchema(Entity):
    """Directories, rules and mappings of a job or template: what is provisioned, and how.

    It is changed as a whole: read it, edit it, write all of it back; PATCH is answered with 404.
    Nothing guards against a second writer: the last one wins. A change of mappings or scope makes
    the next cycle an initial one. Enum values must be spelled as the service spells them, or it
    answers 406.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema
    """

    directories: list[DirectoryDefinition] | None = member("directories", ListOf(ModelOf("DirectoryDefinition")))
    """The source and the target, their objects and attributes; read and written inline."""

    synchronization_rules: list[SynchronizationRule] | None = member(
        "synchronizationRules", ListOf(ModelOf("SynchronizationRule"))
    )
    """The rules, each from one directory to another."""

    version: str | None = member("version", TEXT)
    """Opaque text that changes with every write, such as `6.0` or `Date:..., ActivityId:...`."""


class SynchronizationRule(Model):
    """One direction of provisioning: source, target, and the kinds of objects that take it.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule
    """

    container_filter: ContainerFilter | None = member("containerFilter", ModelOf("ContainerFilter"))
    """Containers of an on-premises directory that cloud sync reads; None elsewhere."""

    editable: bool | None = member("editable", BOOLEAN)
    """False for a rule that must be left as it is."""

    group_filter: GroupFilter | None = member("groupFilter", ModelOf("GroupFilter"))
    """On-premises groups whose members cloud sync reads; None elsewhere."""

    id: str | None = member("id", TEXT)
    """GUID that the connector knows, the same in every tenant; what provision on demand asks for."""

    metadata: list[StringKeyStringValuePair] | None = member("metadata", ListOf(ModelOf("StringKeyStringValuePair")))
    """Further facts as text, such as `supportsProvisionOnDemand`; leave them alone."""

    name: str | None = member("name", TEXT)
    """Name for humans, such as `USERGROUP_OUTBOUND_USERGROUP`."""

    object_mappings: list[ObjectMapping] | None = member("objectMappings", ListOf(ModelOf("ObjectMapping")))
    """The kinds of objects to provision, users and groups for example."""

    priority: int | None = member("priority", INTEGER)
    """Order among the rules; lower numbers go first."""

    source_directory_name: str | None = member("sourceDirectoryName", TEXT)
    """Name of the directory to read, as in the schema's directories."""

    target_directory_name: str | None = member("targetDirectoryName", TEXT)
    """Name of the directory to write, as in the schema's directories."""


class ContainerFilter(Model):
    """The containers of an on-premises directory that cloud sync is limited to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule
    """

    included_containers: list[str | None] | None = member("includedContainers", ListOf(TEXT))
    """Distinguished names of the containers."""


class GroupFilter(Model):
    """The on-premises groups that cloud sync is limited to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule
    """

    included_groups: list[str | None] | None = member("includedGroups", ListOf(TEXT))
    """Distinguished names of the groups."""


class ObjectMapping(Model):
    """How one kind of source object becomes one kind of target object.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectmapping
    """

    attribute_mappings: list[AttributeMapping] | None = member("attributeMappings", ListOf(ModelOf("AttributeMapping")))
    """How each target attribute gets its value; the service keeps them sorted."""

    enabled: bool | None = member("enabled", BOOLEAN)
    """False skips this kind of object."""

    flow_types: ObjectFlowTypes | None = member("flowTypes", FlagsOf("ObjectFlowTypes"))
    """Flags: what may be done in the target, on the wire `Add,Update,Delete` without blanks."""

    metadata: list[ObjectMappingMetadataEntry] | None = member(
        "metadata", ListOf(ModelOf("ObjectMappingMetadataEntry"))
    )
    """Further facts with JSON values as text; leave them as they are unless a guide says otherwise."""

    name: str | None = member("name", TEXT)
    """Name for humans."""

    scope: Filter | None = member("scope", ModelOf("Filter"))
    """Which objects are provisioned; None for all."""

    source_object_name: str | None = member("sourceObjectName", TEXT)
    """Kind of object in the source directory, such as `User`."""

    target_object_name: str | None = member("targetObjectName", TEXT)
    """Kind of object in the target, often a SCIM URN."""


class AttributeMapping(Model):
    """How one attribute of the target gets its value.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemapping
    """

    default_value: str | None = member("defaultValue", TEXT)
    """Value when the source gives none; with a None source, a constant."""

    export_missing_references: bool | None = member("exportMissingReferences", BOOLEAN)
    """Internal to the service; leave it as it came."""

    flow_behavior: AttributeFlowBehavior | None = member("flowBehavior", EnumOf("AttributeFlowBehavior"))
    """Whether the value is written on changes only or in every export."""

    flow_type: AttributeFlowType | None = member("flowType", EnumOf("AttributeFlowType"))
    """In which situations the value may be written."""

    matching_priority: int | None = member("matchingPriority", INTEGER)
    """0: not for matching; from 1 on the order in which pairs are matched, lower first."""

    source: AttributeMappingSource | None = member("source", ModelOf("AttributeMappingSource"))
    """Attribute, constant or function that gives the value; None takes the default value."""

    target_attribute_name: str | None = member("targetAttributeName", TEXT)
    """Target attribute, for SCIM a path such as `emails[type eq "work"].value`."""


class ObjectMappingMetadataEntry(Model):
    """A further fact about an object mapping.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectmappingmetadataentry
    """

    key: ObjectMappingMetadata | None = member("key", EnumOf("ObjectMappingMetadata"))
    """What the fact is about; case as the service spells it."""

    value: str | None = member("value", TEXT)
    """JSON as text: `false`, or a string in quotes of its own such as `"Normal"`."""


class Filter(Model):
    """Which objects a mapping provisions: groups of conditions, one of which must hold.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filter
    """

    category_filter_groups: list[FilterGroup] | None = member("categoryFilterGroups", ListOf(ModelOf("FilterGroup")))
    """Experimental: which objects this mapping is meant for at all."""

    groups: list[FilterGroup] | None = member("groups", ListOf(ModelOf("FilterGroup")))
    """The usual scope: an object that no longer satisfies a group is deprovisioned."""

    input_filter_groups: list[FilterGroup] | None = member("inputFilterGroups", ListOf(ModelOf("FilterGroup")))
    """Experimental: drops objects as they are read; none is deprovisioned by it."""


class FilterGroup(Model):
    """Conditions that must all hold.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filtergroup
    """

    clauses: list[FilterClause] | None = member("clauses", ListOf(ModelOf("FilterClause")))
    """The conditions, joined by AND."""

    name: str | None = member("name", TEXT)
    """Name for humans."""


class FilterClause(Model):
    """One condition: an attribute, an operator and values.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filterclause
    """

    operator_name: str | None = member("operatorName", TEXT)
    """Operator as the filter operators list has it, such as `EQUALS` or `IS NOT NULL`."""

    source_operand_name: str | None = member("sourceOperandName", TEXT)
    """Attribute of the source object."""

    target_operand: FilterOperand | None = member("targetOperand", ModelOf("FilterOperand"))
    """Values to compare with; None for an operator that takes none."""


class FilterOperand(Model):
    """The values that a condition compares with.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filteroperand
    """

    values: list[str | None] | None = member("values", ListOf(TEXT))
    """The values, as text."""
