"""The committed slice with its overlay, read here with as little of the generator as possible."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from generator.overlay import apply_overlay, load_overlay
from generator.slice import load

SPEC = Path(__file__).parents[2] / "spec"
OWNERS = ("/applications/{application-id}", "/servicePrincipals/{servicePrincipal-id}")
METHODS = ("get", "put", "post", "patch", "delete", "head", "options", "trace")


@frozen
class Described:
    """One operation as the document describes it; parameters are resolved."""

    path: str
    method: str
    operation: dict[str, Any]
    parameters: tuple[dict[str, Any], ...]

    @property
    def owner(self) -> str:
        return self.path.split("/")[1]

    def options(self, where: str) -> dict[str, Any]:
        """The schema of each parameter of the query or the headers, by its name on the wire."""
        return {found["name"]: found["schema"] for found in self.parameters if found["in"] == where}


class Slice:
    """The document, and ways to ask it."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.schemas: dict[str, Any] = document["components"]["schemas"]

    def resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            found: Any = self.document
            for key in node["$ref"].removeprefix("#/").split("/"):
                found = found[key]
            node = found
        return node

    def operations(self) -> Iterator[Described]:
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    told = [*item.get("parameters", ()), *item[method].get("parameters", ())]
                    yield Described(path, method.upper(), item[method], tuple(map(self.resolve, told)))

    def answer(self, operation: dict[str, Any]) -> tuple[str | None, dict[str, Any]]:
        """Content type and schema of what a success answers."""
        for code, response in operation["responses"].items():
            if str(code).startswith("2"):
                for content_type, media in self.resolve(response).get("content", {}).items():
                    return content_type, media["schema"]
        return None, {}

    def reference(self, schema: dict[str, Any]) -> str | None:
        """What a schema refers to; OData writes "or null" as `anyOf`."""
        found: list[str] = [part["$ref"] for part in (schema, *schema.get("anyOf", ())) if "$ref" in part]
        return found[0] if found else None

    def properties(self, schema: dict[str, Any]) -> dict[str, Any]:
        """All properties, inherited ones included, without OData's own mark of the type."""
        found: dict[str, Any] = {}
        for part in schema.get("allOf", ()):
            found |= self.properties(self.resolve(part))
        found |= schema.get("properties", {})
        return {wire: told for wire, told in found.items() if wire != "@odata.type"}


@pytest.fixture(scope="session")
def described() -> Slice:
    """The slice as the service behaves: the overlay is applied and nothing in it was superfluous."""
    document = load((SPEC / "synchronization-v1.0.yaml").read_bytes())
    assert apply_overlay(document, load_overlay(SPEC / "overlay.yaml"), OWNERS) == []
    return Slice(document)


def _class_name(ref: str) -> str:
    last = ref.rpartition("/")[2].rpartition(".")[2]
    return last[0].upper() + last[1:]


@pytest.fixture(scope="session")
def class_name() -> Any:
    """From a reference in the document to the name of its class."""
    return _class_name
