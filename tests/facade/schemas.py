"""Schemas that the service answers with: one with what real ones have, and a small one to be edited."""

from __future__ import annotations

from typing import Any

SCHEMA: dict[str, Any] = {
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#x",
    "id": "j",
    "version": "6.0",
    "novelty": {"a": None},
    "synchronizationRules": [
        {
            "id": "r-1",
            "name": "USER_OUTBOUND_USER",
            "editable": True,
            "metadata": [{"key": "supportsProvisionOnDemand", "value": "true"}],
            "objectMappings": [
                {
                    "name": "Provision Users",
                    "enabled": True,
                    "flowTypes": "Add,Update,Delete",
                    "sourceObjectName": "User",
                    "targetObjectName": "urn:user",
                    "scope": None,
                    "attributeMappings": [
                        {
                            "targetAttributeName": "userName",
                            "flowType": "always",
                            "flowBehavior": "FlowWhenChanged",
                            "matchingPriority": 1,
                            "source": {
                                "type": "Attribute",
                                "name": "upn",
                                "expression": "[upn]",
                                "parameters": [],
                            },
                        },
                        {"targetAttributeName": "title", "defaultValue": "none", "source": None},
                    ],
                },
                {
                    "name": "Provision Groups",
                    "flowTypes": "Add, Tomorrow",
                    "sourceObjectName": "Group",
                    "attributeMappings": None,
                },
            ],
        }
    ],
    "directories": [
        {
            "id": "d",
            "name": "Target",
            "discoverabilities": "AttributeNames,AttributeDataTypes",
            "objects": [],
        }
    ],
}
PARSED: dict[str, Any] = {
    "parsingSucceeded": True,
    "evaluationSucceeded": True,
    "evaluationResult": ["ADA"],
    "error": None,
    "parsedExpression": {
        "type": "Function",
        "name": "ToUpper",
        "expression": "ToUpper([upn])",
        "parameters": [
            {"key": "source", "value": {"type": "Attribute", "name": "upn", "expression": "[upn]"}}
        ],
    },
}
SENT = {name: value for name, value in SCHEMA.items() if name != "@odata.context"}
SMALL: dict[str, Any] = {
    "id": "j",
    "version": "6.0",
    "novelty": 1,
    "synchronizationRules": [
        {
            "id": "r",
            "name": "R",
            "objectMappings": [
                {
                    "name": "O",
                    "attributeMappings": [{"targetAttributeName": "a", "defaultValue": "0"}],
                },
                {"name": "P", "sourceObjectName": "O", "attributeMappings": None},
            ],
        }
    ],
}
PATH = ("synchronizationRules", "objectMappings", "attributeMappings")


def default_value(body: dict) -> str:
    for name in PATH:
        body = body[name][0]
    return body["defaultValue"]


def mapping_of(schema):
    return schema.rules["R"].object_mappings["O"].attribute_mappings["a"]
