"""The default schema of a template, built from its mapping table."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from graphsync.emulator.document import Document
from graphsync.emulator.gallery.mappings import (
    REFERENCES,
    SEVERAL,
    SOURCE_GROUP,
    SOURCE_USER,
    Mapping,
)
from graphsync.emulator.well_known import steady_id
from graphsync.expressions.describe import describe

ENTRA = "Microsoft Entra ID"
ENTRA_DIRECTORY_ID = "66e4a8cc-1b7b-435e-95f8-f06cea133828"


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition of the scope that a template begins with."""

    attribute: str
    operator: str
    value: str

    def document(self) -> Document:
        """Return the condition as a clause of a filter."""
        return {
            "sourceOperandName": self.attribute,
            "operatorName": self.operator,
            "targetOperand": {"values": [self.value]},
        }


@dataclass(frozen=True, slots=True)
class Side:
    """One object mapping of a template: which object becomes which, and how its attributes flow.

    `scope` are the conditions that an object has to meet.
    """

    source: str
    target: str
    mappings: tuple[Mapping, ...]
    scope: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a template's schema is built from."""

    rule_id: str
    rule_name: str
    source_name: str
    target_name: str
    sides: tuple[Side, ...]
    on_demand: bool = True
    inbound: bool = False
    cloud_sync: bool = False


def build(plan: Plan) -> Document:
    """Return the default schema, without the id and the version that whoever serves it adds."""
    metadata = {
        "defaultSourceObjectMappings": json.dumps(
            [_default_source(plan, side) for side in plan.sides], separators=(",", ":")
        ),
        "supportsProvisionOnDemand": str(plan.on_demand).lower(),
    }
    return {
        "synchronizationRules": [
            {
                "id": plan.rule_id,
                "name": plan.rule_name,
                "priority": 0 if plan.cloud_sync else 1,
                "editable": True,
                "sourceDirectoryName": plan.source_name,
                "targetDirectoryName": plan.target_name,
                "containerFilter": {"includedContainers": []} if plan.cloud_sync else None,
                "groupFilter": {"includedGroups": []} if plan.cloud_sync else None,
                "metadata": _pairs(metadata),
                "objectMappings": [_object_mapping(plan, side) for side in plan.sides],
            }
        ],
        "directories": [_source_directory(plan), _target_directory(plan)],
    }


def _pairs(metadata: dict[str, str]) -> list[Document]:
    return [{"key": key, "value": value} for key, value in metadata.items()]


def _joining(side: Side) -> str:
    """Return the attribute that objects were joined by before anybody changed the mapping."""
    matching = next((target for target, _, priority in side.mappings if priority == 1), "")
    return "externalId" if side.target.endswith("2.0:User") else matching


def _default_source(plan: Plan, side: Side) -> Document:
    """Return what the service keeps of a source object by default, in its own spelling.

    Members are in Pascal case and enumerations are numbers, as captures have them.
    """
    user = side.source.lower() != "group"
    defaults: dict[str, str | None] = {"IsSoftDeleted": "False"}
    if user and not plan.inbound:
        defaults["accountEnabled"] = "True"
    key = _source_key(side)
    defaults[key] = None
    return {
        "AttributeMappings": [
            {
                "DefaultValue": value,
                "ExportMissingReferences": False,
                "FlowBehavior": 0,
                "FlowType": 0,
                "MatchingPriority": int(name == key),
                "ReferencedObjects": None,
                "Source": None,
                "TargetAttributeName": name,
            }
            for name, value in defaults.items()
        ],
        "DisableMonitoringForChanges": False,
        "Disposition": 0,
        "Enabled": False,
        "EscrowBehavior": 1,
        "FlowTypes": 7,
        "Internal": False,
        "IsCustomerDefined": False,
        "Name": None,
        "OriginalJoiningProperty": key,
        "Scope": None,
        "SourceObjectName": "",
        "TargetObjectName": side.source,
        "Unsynchronized": False,
    }


def _source_key(side: Side) -> str:
    matching = next((source for _, source, priority in side.mappings if priority == 1), "")
    return matching.strip("[]")


def _object_mapping(plan: Plan, side: Side) -> Document:
    metadata = {
        "EscrowBehavior": '"Default"',
        "DisableMonitoringForChanges": "false",
        "OriginalJoiningProperty": json.dumps(_joining(side)),
        "Disposition": '"Normal"',
        "IsCustomerDefined": "false",
        "ExcludeFromReporting": "false",
        "Unsynchronized": "false",
    }
    mappings = [attribute_mapping(*mapping) for mapping in side.mappings]
    return {
        "name": f"Provision {plan.source_name} {side.source}s",
        "enabled": True,
        "flowTypes": "Add,Update,Delete",
        "sourceObjectName": side.source,
        "targetObjectName": side.target,
        "scope": _scope(side.scope),
        "metadata": _pairs(metadata),
        "attributeMappings": in_order(mappings),
    }


def _scope(clauses: tuple[Clause, ...]) -> Document | None:
    if not clauses:
        return None
    group = {"name": "Default", "clauses": [clause.document() for clause in clauses]}
    return {"groups": [group], "inputFilterGroups": [], "categoryFilterGroups": []}


def in_order(mappings: list[Document]) -> list[Document]:
    """Return attribute mappings in the order in which the service shows them: by target name."""
    return sorted(mappings, key=lambda item: str(item.get("targetAttributeName", "")).casefold())


def attribute_mapping(target: str, expression: str, priority: int = 0) -> Document:
    """Return the mapping of one target attribute from an expression."""
    return {
        "targetAttributeName": target,
        "matchingPriority": priority,
        "flowType": "Always",
        "flowBehavior": "FlowWhenChanged",
        "exportMissingReferences": False,
        "defaultValue": None,
        "source": _source(expression),
    }


@cache
def _described(expression: str) -> Document:
    return describe(expression)


def _source(expression: str) -> Document:
    return dict(_described(expression))


def _source_directory(plan: Plan) -> Document:
    if plan.inbound:
        names = [(side.source, _attributes_used(side.mappings)) for side in plan.sides]
    else:
        names = [
            (
                side.source,
                [
                    *(SOURCE_GROUP if side.source.lower() == "group" else SOURCE_USER),
                    *(clause.attribute for clause in side.scope),
                ],
            )
            for side in plan.sides
        ]
    objects = [_object(name, attributes, source=not plan.inbound) for name, attributes in names]
    directory_id = (
        ENTRA_DIRECTORY_ID
        if plan.source_name == ENTRA
        else steady_id("directory", plan.source_name)
    )
    return _directory(directory_id, plan.source_name, objects, read_only=not plan.inbound)


def _target_directory(plan: Plan) -> Document:
    objects = [
        _object(side.target, [name for name, _, _ in side.mappings], side.mappings)
        for side in plan.sides
    ]
    directory_id = (
        ENTRA_DIRECTORY_ID
        if plan.target_name == ENTRA
        else steady_id("directory", plan.target_name)
    )
    return _directory(directory_id, plan.target_name, objects, read_only=False)


def _directory(
    directory_id: str, name: str, objects: list[Document], *, read_only: bool
) -> Document:
    return {
        "id": directory_id,
        "name": name,
        "readOnly": read_only,
        "discoverabilities": "AttributeNames,AttributeDataTypes" if read_only else "None",
        "discoveryDateTime": None,
        "version": None,
        "objects": objects,
    }


def _attributes_used(mappings: Iterable[Mapping]) -> list[str]:
    return list(
        dict.fromkeys(
            expression[1:-1] for _, expression, _ in mappings if expression.startswith("[")
        )
    )


def _object_metadata(name: str, *, source: bool) -> dict[str, str]:
    """Return what the service notes about an object; names of attributes are not quoted."""
    user = name.lower() != "group" and not name.endswith(":Group")
    metadata = {
        "IsSoftDeletionSupported": str(user).lower(),
        "ConnectorDataStorageRequired": "true",
        "IsSynchronizeAllSupported": str(source).lower(),
    }
    if source and user:
        metadata["PropertyNameAccountEnabled"] = "accountEnabled"
    if source:
        metadata["PropertyNameSoftDeleted"] = "IsSoftDeleted"
    return metadata


def _object(
    name: str, attributes: Sequence[str], mappings: Sequence[Mapping] = (), *, source: bool = False
) -> Document:
    matching = {target for target, _, priority in mappings if priority == 1}
    return {
        "name": name,
        "supportedApis": [name],
        "metadata": _pairs(_object_metadata(name, source=source)),
        "attributes": [
            attribute(item, anchor=item == "objectId", required=item in matching)
            for item in dict.fromkeys(attributes)
        ],
    }


def attribute(name: str, *, anchor: bool, required: bool) -> Document:
    """Return the definition of an attribute, its type by its name."""
    reference = name in REFERENCES
    return {
        "name": name,
        "type": (
            "Reference"
            if reference
            else "Boolean"
            if name in {"active", "accountEnabled"}
            else "String"
        ),
        "anchor": anchor,
        "caseExact": False,
        "multivalued": name in SEVERAL,
        "mutability": "ReadWrite",
        "required": required,
        "flowNullValues": False,
        "defaultValue": None,
        "apiExpressions": [],
        "metadata": [],
        "referencedObjects": (
            [{"referencedObjectName": "User", "referencedProperty": None}] if reference else []
        ),
    }
