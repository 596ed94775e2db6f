"""OpenAPI 3.0's objects: the fields of each that hold facts, in the order the slice writes them.

`[kind]` is a list and `{kind}` a mapping of such objects; `=` is data, kept as it is. A field that
is not listed and does not start with `x-` is data too.
"""

OPERATIONS = ("get", "put", "post", "patch", "delete", "head", "options", "trace")

_SCHEMA = "schema"

KINDS: dict[str, dict[str, str]] = {
    "info": {"version": "="},
    "server": {"url": "=", "variables": "{serverVariable}"},
    "serverVariable": {"enum": "=", "default": "="},
    "pathItem": {
        "$ref": "=",
        "servers": "[server]",
        "parameters": "[parameter]",
        **dict.fromkeys(OPERATIONS, "operation"),
    },
    "operation": {
        "tags": "=",
        "operationId": "=",
        "deprecated": "=",
        "parameters": "[parameter]",
        "requestBody": "requestBody",
        "responses": "{response}",
        "callbacks": "{{pathItem}}",
        "security": "=",
        "servers": "[server]",
    },
    "parameter": {
        "$ref": "=",
        "name": "=",
        "in": "=",
        "required": "=",
        "deprecated": "=",
        "allowEmptyValue": "=",
        "style": "=",
        "explode": "=",
        "allowReserved": "=",
        "schema": _SCHEMA,
        "content": "{mediaType}",
    },
    "requestBody": {"$ref": "=", "required": "=", "content": "{mediaType}"},
    "response": {
        "$ref": "=",
        "headers": "{parameter}",
        "content": "{mediaType}",
        "links": "{link}",
    },
    "mediaType": {"schema": _SCHEMA, "encoding": "{encoding}"},
    "encoding": {
        "contentType": "=",
        "headers": "{parameter}",
        "style": "=",
        "explode": "=",
        "allowReserved": "=",
    },
    "link": {
        "$ref": "=",
        "operationRef": "=",
        "operationId": "=",
        "parameters": "=",
        "requestBody": "=",
    },
    "discriminator": {"propertyName": "=", "mapping": "="},
    "xEnum": {"name": "=", "modelAsString": "=", "values": "[xEnumValue]"},
    "xEnumValue": {"name": "=", "value": "="},
    _SCHEMA: {
        "$ref": "=",
        "allOf": f"[{_SCHEMA}]",
        "anyOf": f"[{_SCHEMA}]",
        "oneOf": f"[{_SCHEMA}]",
        "not": _SCHEMA,
        "required": "=",
        "type": "=",
        "format": "=",
        "pattern": "=",
        "enum": "=",
        "default": "=",
        "nullable": "=",
        "items": _SCHEMA,
        "properties": f"{{{_SCHEMA}}}",
        "additionalProperties": _SCHEMA,
        "discriminator": "discriminator",
        "x-ms-enum": "xEnum",
    },
}

# Components of these groups may be referred to. `examples` are missing: examples are not facts.
GROUPS = {
    "schemas": _SCHEMA,
    "responses": "response",
    "parameters": "parameter",
    "requestBodies": "requestBody",
    "headers": "parameter",
    "links": "link",
    "pathItems": "pathItem",
}

# Words for people, in whichever object they stand. A property or an enum member of such a name is
# none of these: it is a key of a `{schema}` mapping, or data.
PROSE = frozenset(
    {"description", "summary", "title", "externalDocs", "example", "examples", "$comment"}
)

# The key under which a cut keeps what the document says in words, where it is asked to.
DESCRIPTION = "x-graphsync-description"

# Extensions that say something about the API itself; all others are documentation or tooling.
EXTENSIONS = frozenset(
    {
        "x-ms-enum",
        "x-ms-enum-flags",
        "x-ms-navigationProperty",
        "x-ms-pageable",
        "x-ms-discriminator-value",
        "x-ms-primary-error-message",
    }
)
