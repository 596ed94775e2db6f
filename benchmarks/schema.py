"""A schema as the service sends it: some 400 KB, with 60 attribute mappings in each object
mapping.
"""

from __future__ import annotations

import json
from typing import Any

from benchmarks.jobs import guid

_DIRECTORIES = ("Azure Active Directory", "customappsso")
_OBJECTS = (
    ("User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"),
    ("Group", "Group"),
    ("Device", "Device"),
)
_MAPPINGS = 60


def _attribute(name: str, number: int) -> dict[str, Any]:
    return {
        "anchor": number == 0,
        "caseExact": number % 3 == 0,
        "defaultValue": None,
        "flowNullValues": False,
        "multivalued": number % 7 == 0,
        "mutability": "ReadWrite",
        "name": f"{name}{number}",
        "required": number < 3,
        "type": "String" if number % 5 else "Reference",
        "apiExpressions": [],
        "metadata": [
            {"key": "BaseAttributeName", "value": f"{name}{number}"},
            {"key": "ComplexObjectDefinition", "value": "false"},
        ],
        "referencedObjects": (
            [{"referencedObjectName": "User", "referencedProperty": None}]
            if number % 5 == 0
            else []
        ),
    }


def _directory(number: int, name: str) -> dict[str, Any]:
    return {
        "id": guid(number + 1),
        "name": name,
        "discoverabilities": "AttributeNames, AttributeDataTypes",
        "discoveryDateTime": "2026-02-01T08:12:44.1234567Z",
        "readOnly": False,
        "version": "1.0",
        "metadata": [],
        "objects": [
            {
                "name": source if number == 0 else target,
                "metadata": [{"key": "IsSoftDeletionSupported", "value": "true"}],
                "supportedApis": ["Import", "Export"],
                "attributes": [_attribute("extensionAttribute", at) for at in range(120)],
            }
            for source, target in _OBJECTS
        ],
    }


def _constant(name: str) -> dict[str, Any]:
    return {"expression": f"[{name}]", "name": name, "type": "Attribute", "parameters": []}


def _mapping(number: int) -> dict[str, Any]:
    source = f"extensionAttribute{number}"
    if number % 3 == 0:
        expression = f'Switch([IsSoftDeleted], [{source}], "False", "True", "True", "False")'
        parameters = [
            {"key": "source", "value": _constant("IsSoftDeleted")},
            {"key": "defaultValue", "value": _constant(source)},
        ]
        parsed = {
            "expression": expression,
            "name": "Switch",
            "type": "Function",
            "parameters": parameters,
        }
    else:
        parsed = _constant(source)
    return {
        "defaultValue": "",
        "exportMissingReferences": False,
        "flowBehavior": "FlowWhenChanged",
        "flowType": "Always",
        "matchingPriority": 1 if number == 0 else 0,
        "targetAttributeName": f"extensionAttribute{number}",
        "source": parsed,
    }


def _object_mapping(source: str, target: str, number: int) -> dict[str, Any]:
    return {
        "enabled": True,
        "flowTypes": "Add, Update, Delete",
        "name": f"Provision {source}s",
        "sourceObjectName": source,
        "targetObjectName": target,
        "metadata": [
            {"key": "EscrowBehavior", "value": "Default"},
            {"key": "Id", "value": guid(number)},
        ],
        "scope": None,
        "attributeMappings": [_mapping(at) for at in range(_MAPPINGS)],
    }


def _rule(number: int) -> dict[str, Any]:
    source, target = _DIRECTORIES if number == 0 else reversed(_DIRECTORIES)
    return {
        "editable": True,
        "id": guid(100 + number),
        "name": "USER_TO_USER" if number == 0 else "USER_FROM_USER",
        "priority": number + 1,
        "sourceDirectoryName": source,
        "targetDirectoryName": target,
        "containerFilter": None,
        "groupFilter": None,
        "metadata": [{"key": "defaultSourceObjectMappings", "value": "User,Group"}],
        "objectMappings": [
            _object_mapping(*names, number * 10 + at) for at, names in enumerate(_OBJECTS)
        ],
    }


def schema() -> bytes:
    """Return the answer to a schema's GET."""
    return json.dumps(
        {
            "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#schema/$entity",
            "id": "00000000-0000-0000-0000-0000000000ff",
            "version": "Date:2026-03-01T08:12:44.1234567Z, Version:12",
            "provisioningTaskIdentifier": "00000000-0000-0000-0000-0000000000fe",
            "synchronizationRules": [_rule(number) for number in range(2)],
            "directories": [_directory(*pair) for pair in enumerate(_DIRECTORIES)],
        }
    ).encode()
