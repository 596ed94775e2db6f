"""Facts about templates, schemas and expressions as the service serves them."""

import re

from .fact import ABSENT, Fact, request

_PARSE = "POST {job}/schema/parseExpression"
_RULE = "synchronizationRules.0"
_MAPPING = f"{_RULE}.objectMappings.0"


def schema(words: str, **members: object) -> Fact:
    return Fact(
        words,
        (request("GET {job}/schema"),),
        200,
        {k.replace("__", "."): v for k, v in members.items()},
    )


def at(words: str, members: dict[str, object]) -> Fact:
    return Fact(words, (request("GET {job}/schema"),), 200, members)


def parsed(words: str, expression: str, members: dict[str, object], **values: object) -> Fact:
    body: dict[str, object] = {"expression": expression}
    if values:
        properties = [{"key": key, "value": value} for key, value in values.items()]
        body["testInputObject"] = {"definition": None, "properties": properties}
    return Fact(words, (request(_PARSE, body),), 200, members)


FACTS = (
    Fact(
        "templates carry their schema",
        (request("GET {sync}/templates"),),
        200,
        {
            "value.0.id": "scim",
            "value.0.schema.synchronizationRules": ...,
            "value.0.schema.directories": ...,
        },
    ),
    Fact(
        "a template's members",
        (request("GET {sync}/templates/scim"),),
        200,
        {
            "applicationId": ...,
            "default": True,
            "discoverable": True,
            "factoryTag": "customappsso",
            "description": None,
        },
    ),
    Fact(
        "metadata keys begin with a small letter",
        (request("GET {sync}/templates/scim"),),
        200,
        {
            "metadata.0.key": "galleryApplicationIdentifier",
            "metadata.1.key": "galleryApplicationKey",
        },
    ),
    Fact(
        "creating a template was withdrawn",
        (request("POST /applications/{application}/synchronization/templates", {"id": "x"}),),
        404,
    ),
    Fact(
        "a template's schema",
        (request("GET {sync}/templates/scim/schema"),),
        200,
        {"synchronizationRules.0.id": "03f7d90d-bf71-41b1-bda6-aaf0ddbee5d8"},
    ),
    Fact("a template that is not there", (request("GET {sync}/templates/none"),), 404),
    at(
        "the rule of SCIM connectors has one id everywhere",
        {f"{_RULE}.id": "03f7d90d-bf71-41b1-bda6-aaf0ddbee5d8"},
    ),
    at(
        "the rule of users and groups by name",
        {
            f"{_RULE}.name": "USERGROUP_OUTBOUND_USERGROUP",
            f"{_RULE}.priority": 1,
            f"{_RULE}.editable": True,
        },
    ),
    at(
        "filters of cloud sync are null elsewhere",
        {f"{_RULE}.containerFilter": None, f"{_RULE}.groupFilter": None},
    ),
    at("a schema's id is the job's", {"id": re.compile(r"^scim\."), "version": "6.0"}),
    at("its context names the schema", {"@odata.context": re.compile(r"/schema")}),
    at("directories are inline", {"directories.#": 2, "directories.0.objects": ...}),
    at(
        "the source directory keeps its id",
        {"directories.0.id": "66e4a8cc-1b7b-435e-95f8-f06cea133828", "directories.0.readOnly": ...},
    ),
    at("flow types without blanks", {f"{_MAPPING}.flowTypes": "Add,Update,Delete"}),
    at(
        "object mappings by their objects",
        {
            f"{_MAPPING}.sourceObjectName": "User",
            f"{_MAPPING}.targetObjectName": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            f"{_MAPPING}.enabled": True,
        },
    ),
    at(
        "groups map to the core group",
        {
            f"{_RULE}.objectMappings.1.sourceObjectName": "Group",
            f"{_RULE}.objectMappings.1.targetObjectName": "urn:ietf:params:scim:schemas:core:2.0:Group",
        },
    ),
    at("a new job has no scope", {f"{_MAPPING}.scope": None}),
    at(
        "active is the soft-delete state by Switch",
        {
            f"{_MAPPING}.attributeMappings.0.targetAttributeName": "active",
            f"{_MAPPING}.attributeMappings.0.source.expression": 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
        },
    ),
    at(
        "a function's first parameter is source",
        {f"{_MAPPING}.attributeMappings.0.source.parameters.0.key": "source"},
    ),
    at(
        "an attribute mapping's other members",
        {
            f"{_MAPPING}.attributeMappings.0.flowType": "Always",
            f"{_MAPPING}.attributeMappings.0.flowBehavior": "FlowWhenChanged",
            f"{_MAPPING}.attributeMappings.0.matchingPriority": 0,
            f"{_MAPPING}.attributeMappings.0.exportMissingReferences": False,
            f"{_MAPPING}.attributeMappings.0.defaultValue": None,
        },
    ),
    Fact(
        "PUT of a schema",
        (request("PUT {job}/schema", {"=": "GET {job}/schema"}),),
        204,
        {"": None},
    ),
    Fact(
        "PUT changes the version",
        (request("PUT {job}/schema", {"=": "GET {job}/schema"}), request("GET {job}/schema")),
        200,
        {"version": re.compile(r"^Date:\S+, ActivityId:")},
    ),
    Fact(
        "PATCH of a schema is a 404",
        (request("PATCH {job}/schema", {}),),
        404,
        {"error.code": "UnknownError", "error.message": re.compile("schema")},
    ),
    Fact(
        "DELETE of a schema goes back to the template's",
        (
            request("PUT {job}/schema", {"=": "GET {job}/schema"}),
            request("DELETE {job}/schema"),
            request("GET {job}/schema"),
        ),
        200,
        {"version": "6.0"},
    ),
    Fact("an empty schema is refused", (request("PUT {job}/schema", {}),), 400),
    Fact(
        "filter operators",
        (request("GET {job}/schema/filterOperators"),),
        200,
        {"value.0.name": ..., "value.0.arity": ..., "value.0.multivaluedComparisonType": "All"},
    ),
    Fact(
        "functions",
        (request("GET {job}/schema/functions"),),
        200,
        {"value.0.name": ..., "value.0.parameters": ...},
    ),
    Fact(
        "discovery of the source directory",
        (request("POST {job}/schema/directories/{source}/discover"),),
        200,
        {"objects": ..., "discoveryDateTime": ..., "version": ...},
    ),
    Fact(
        "a directory that cannot be discovered",
        (request("POST {job}/schema/directories/{target}/discover"),),
        400,
    ),
    parsed(
        "parsing without a test object evaluates nothing",
        'Append([a], "x")',
        {
            "parsingSucceeded": True,
            "evaluationSucceeded": False,
            "evaluationResult": [],
            "error": None,
        },
    ),
    parsed(
        "a wrong expression is reported in a 200",
        "Append([a]",
        {
            "parsingSucceeded": False,
            "parsedExpression": None,
            "error.code": ...,
            "error.message": ...,
        },
    ),
    parsed(
        "the reference's own example",
        'Replace([preferredLanguage], "-", , , "_", ,  )',
        {
            "evaluationSucceeded": True,
            "evaluationResult": ["EN_US"],
            "parsedExpression.expression": 'Replace([preferredLanguage], "-", , , "_", , )',
            "parsedExpression.name": "Replace",
            "parsedExpression.type": "Function",
            "parsedExpression.parameters.0.key": "source",
            "parsedExpression.parameters.1.key": "Find",
            "parsedExpression.parameters.1.value.name": "-",
            "parsedExpression.parameters.1.value.type": "Constant",
            "parsedExpression.parameters.2.key": "Replacement",
            "parsedExpression.parameters.#": 3,
        },
        preferredLanguage="EN-US",
    ),
    parsed(
        "several values in a test object",
        'Join(";", [proxyAddresses])',
        {"evaluationResult": ["a;b"]},
        proxyAddresses=["a", "b"],
    ),
    parsed("names count by case", 'append([a], "x")', {"parsingSucceeded": False}),
    parsed(
        "InStr with a vb constant",
        'InStr("repEated", "e", 3, vbBinaryCompare)',
        {"evaluationResult": ["7"]},
        a="x",
    ),
    parsed(
        "BitAnd of hexadecimal numbers", "BitAnd(&HF, &HF7)", {"evaluationResult": ["7"]}, a="x"
    ),
    parsed(
        "CDate gives UTC",
        'CDate("2021-06-30+08:00")',
        {"evaluationResult": ["6/29/2021 4:00:00 PM"]},
        a="x",
    ),
    parsed(
        "Word beyond the last is empty", 'Word("a b", 5, " ")', {"evaluationSucceeded": True}, a="x"
    ),
    parsed(
        "an expression of over 10,000 characters is refused",
        f'Append([a], "{"x" * 10_001}")',
        {"parsingSucceeded": False},
        a="x",
    ),
    Fact(
        "no If-Match on a schema: the last PUT wins",
        (request("PUT {job}/schema", {"=": "GET {job}/schema"}, If_Match='"old"'),),
        204,
        {"header:etag": ABSENT},
    ),
)
