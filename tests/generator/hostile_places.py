"""A document with something of everything, and the places of it where somebody could put a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.openapi.walk import SCHEMAS
from tests.generator.documents import answer, enum, json, openapi, operation, parameter, ref, thing


def document() -> Any:
    """Make a document with something of everything."""
    return openapi(
        {
            "job": thing(
                ref("entity"),
                name={"type": "string"},
                state=ref("state"),
                access=ref("access"),
                any={"type": "object"},
            ),
            "entity": thing(id={"type": "string"}),
            "state": enum("active", "paused"),
            "access": enum("read", "write", **{"x-ms-enum-flags": {"isFlags": True}}),
        },
        {
            "/jobs/{id}": {
                "get": operation(
                    answer(ref("job")),
                    parameters=[
                        parameter("id", "path", type="string"),
                        parameter("$top"),
                        parameter("Prefer", "header"),
                    ],
                ),
                "put": operation(
                    body=ref("job"), parameters=[parameter("id", "path", type="string")]
                ),
            }
        },
    )


def data(held: Any, text: str) -> None:
    """Put the text wherever a document may hold any text: in words, in limits, in what describes a request."""
    words = {"description": text, "externalDocs": {"url": text, "description": text}}
    schemas = held["components"]["schemas"]
    for schema in schemas.values():
        schema |= {"x-ms-note": {text: text}, "example": text, **words}
    name = schemas["job"]["allOf"][1]["properties"]["name"]
    name |= {
        "pattern": text,
        "default": text,
        "format": text,
        "title": text,
        "x-note": {text: text},
        **words,
    }
    get = held["paths"]["/jobs/{id}"]["get"]
    get |= {"operationId": text, "tags": [text, text], "summary": text, "x-note": text, **words}
    get["responses"]["2XX"]["description"] = text
    get["parameters"][1] |= {"description": text, "example": text, "x-note": text}
    held["info"] = {"title": text, "version": text, "description": text}
    held["servers"] = [{"url": text, "description": text}]
    held["tags"] = [{"name": text, "description": text}]


def at(*way: str | int, key: bool = False) -> Callable[[Any, str], None]:
    """Put the text at one place: as its value, or as its key."""

    def put(held: Any, text: str) -> None:
        for step in way[:-1]:
            held = held[step]
        held[text if key else way[-1]] = held.pop(way[-1]) if key else text

    return put


GET = ("paths", "/jobs/{id}", "get")
SCHEMA = ("components", "schemas")


def rename_schema(held: Any, text: str) -> None:
    held["components"]["schemas"][text] = held["components"]["schemas"].pop("job")
    held["paths"]["/jobs/{id}"]["get"]["responses"] = answer({"$ref": SCHEMAS + text})
    held["paths"]["/jobs/{id}"]["put"]["requestBody"] = json({"$ref": SCHEMAS + text})


def rename_path(held: Any, text: str) -> None:
    held["paths"][f"/{text}/{{id}}"] = held["paths"].pop("/jobs/{id}")


def rename_path_parameter(held: Any, text: str) -> None:
    item = held["paths"][f"/jobs/{{{text}}}"] = held["paths"].pop("/jobs/{id}")
    for made in item.values():
        made["parameters"][0]["name"] = text


PLACES: Mapping[str, Callable[[Any, str], None]] = {
    "schema": rename_schema,
    "property": at(*SCHEMA, "job", "allOf", 1, "properties", "name", key=True),
    "value": at(*SCHEMA, "state", "enum", 0),
    "flag": at(*SCHEMA, "access", "enum", 0),
    "number of a flag": lambda held, text: held["components"]["schemas"]["access"].update(
        {"x-graphsync-values": {"read": text, "write": 2}}
    ),
    "flags that are marked already": lambda held, text: held["components"]["schemas"]["state"].update(
        {"x-graphsync-flags": {"active": text, "paused": text}}
    ),
    "name that is given already": lambda held, text: held["components"]["schemas"]["job"].update(
        {"x-graphsync-name": text, "x-enum-varnames": [text]}
    ),
    "names of values that are given already": lambda held, text: held["components"]["schemas"]["state"].update(
        {"x-enum-varnames": [text, text]}
    ),
    "type": at(*SCHEMA, "job", "allOf", 1, "properties", "name", "type"),
    "base": at(*SCHEMA, "job", "allOf", 0, "$ref"),
    "reference": at(*SCHEMA, "job", "allOf", 1, "properties", "state", "$ref"),
    "class title": at(*SCHEMA, "job", "title"),
    "title of a base": at(*SCHEMA, "job", "allOf", 1, "title"),
    "title of an enumeration": at(*SCHEMA, "state", "title"),
    "title of an open object": at(*SCHEMA, "job", "allOf", 1, "properties", "any", "title"),
    "path": rename_path,
    "path parameter": rename_path_parameter,
    "query option": at(*GET, "parameters", 1, "name"),
    "place of a parameter": at(*GET, "parameters", 1, "in"),
    "header": at(*GET, "parameters", 2, "name"),
    "method": at("paths", "/jobs/{id}", "put", key=True),
    "content type of an answer": at(*GET, "responses", "2XX", "content", "application/json", key=True),
    "content type of a body": at(
        "paths", "/jobs/{id}", "put", "requestBody", "content", "application/json", key=True
    ),
    "code of an answer": at(*GET, "responses", "2XX", key=True),
    "operation's name": at(*GET, "x-graphsync-name"),
    "operation's header": at(*GET, "x-graphsync-returns"),
    "operation's owners": at(*GET, "x-graphsync-owners"),
    "version of OpenAPI": at("openapi"),
}  # fmt: skip
