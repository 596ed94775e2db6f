"""The default schema of a template, built from its mapping table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from graphsync.emulator.document import Document
from graphsync.emulator.gallery.mappings import REFERENCES, SEVERAL, SOURCE_GROUP, SOURCE_USER, Mapping
from graphsync.emulator.well_known import steady_id
from graphsync.expressions.describe import describe

ENTRA = "Microsoft Entra ID"
ENTRA_DIRECTORY_ID = "66e4a8cc-1b7b-435e-95f8-f06cea133828"


@dataclass(frozen=True, slots=True)
class Side:
    """One object mapping of a template: which object becomes which, and how its attributes flow."""

    source: str
    target: str
    mappings: tuple[Mapping, ...]


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


def build(plan: Plan) -> Document:
    """Return the default schema, without the id and the version that whoever serves it adds."""
    return {
        "synchronizationRules": [
            {
                "id": plan.rule_id,
                "name": plan.rule_name,
                "priority": 1,
                "editable": True,
                "sourceDirectoryName": plan.source_name,
                "targetDirectoryName": plan.target_name,
                "containerFilter": None,
                "groupFilter": None,
                "metadata": [{"key": "supportsProvisionOnDemand", "value": str(plan.on_demand).lower()}],
                "objectMappings": [_object_mapping(plan, side) for side in plan.sides],
            }
        ],
        "directories": [_source_directory(plan), _target_directory(plan)],
    }


def _object_mapping(plan: Plan, side: Side) -> Document:
    metadata = {
        "EscrowBehavior": '"Default"',
        "DisableMonitoringForChanges": "false",
        "Disposition": '"Normal"',
        "IsCustomerDefined": "false",
        "ExcludeFromReporting": "false",
        "Unsynchronized": "false",
    }
    return {
        "name": f"Provision {plan.source_name} {side.source}s",
        "enabled": True,
        "flowTypes": "Add,Update,Delete",
        "sourceObjectName": side.source,
        "targetObjectName": side.target,
        "scope": None,
        "metadata": [{"key": key, "value": value} for key, value in metadata.items()],
        "attributeMappings": [attribute_mapping(*mapping) for mapping in side.mappings],
    }


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
        names = [(side.source, SOURCE_GROUP if side.source.lower() == "group" else SOURCE_USER) for side in plan.sides]
    objects = [_object(name, attributes) for name, attributes in names]
    directory_id = ENTRA_DIRECTORY_ID if plan.source_name == ENTRA else steady_id("directory", plan.source_name)
    return _directory(directory_id, plan.source_name, objects, read_only=not plan.inbound)


def _target_directory(plan: Plan) -> Document:
    objects = [_object(side.target, [name for name, _, _ in side.mappings], side.mappings) for side in plan.sides]
    directory_id = ENTRA_DIRECTORY_ID if plan.target_name == ENTRA else steady_id("directory", plan.target_name)
    return _directory(directory_id, plan.target_name, objects, read_only=False)


def _directory(directory_id: str, name: str, objects: list[Document], *, read_only: bool) -> Document:
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
    return list(dict.fromkeys(expression[1:-1] for _, expression, _ in mappings if expression.startswith("[")))


def _object(name: str, attributes: Sequence[str], mappings: Sequence[Mapping] = ()) -> Document:
    matching = {target for target, _, priority in mappings if priority == 1}
    return {
        "name": name,
        "supportedApis": [name],
        "metadata": [],
        "attributes": [
            _attribute(item, anchor=item == "objectId", required=item in matching) for item in dict.fromkeys(attributes)
        ],
    }


def _attribute(name: str, *, anchor: bool, required: bool) -> Document:
    reference = name in REFERENCES
    return {
        "name": name,
        "type": "Reference" if reference else "Boolean" if name in {"active", "accountEnabled"} else "String",
        "anchor": anchor,
        "caseExact": False,
        "multivalued": name in SEVERAL,
        "mutability": "ReadWrite",
        "required": required,
        "flowNullValues": False,
        "defaultValue": None,
        "apiExpressions": [],
        "metadata": [],
        "referencedObjects": [{"referencedObjectName": "User", "referencedProperty": None}] if reference else [],
    }
