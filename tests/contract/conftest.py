"""The committed slices with their overlay, read here with as little of the generator as possible."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import quote

import pytest
from attrs import frozen

from generator.cut.slices import Slices
from generator.document.overlay import apply_overlay, load_overlay
from graphsync_client import api
from graphsync_client.types import Model, Operation, Owner

SPEC = Path(__file__).parents[2] / "spec"
OWNERS = ("/applications/{application-id}", "/servicePrincipals/{servicePrincipal-id}")
OWNER_ID = "a b/c%"
CODE_OWNERS = {
    "servicePrincipals": Owner.service_principal(OWNER_ID),
    "applications": Owner.application(OWNER_ID),
}
IDS = ("1: ü?#%2F/", "..&x='y'")
# For each type of an option: a value, how the wire has it, and its annotation.
OPTIONS: dict[str, tuple[Any, str, Any]] = {
    "array": (["a b", "c,d", "e&f=g"], "a b,c,d,e&f=g", Sequence[str]),
    "boolean": (True, "true", bool),
    "integer": (5, "5", int),
    "string": ("templateId eq 'a&b' + 1", "templateId eq 'a&b' + 1", str),
}
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
                    yield Described(
                        path, method.upper(), item[method], tuple(map(self.resolve, told))
                    )

    def answer(self, operation: dict[str, Any]) -> tuple[str | None, dict[str, Any]]:
        """Content type and schema of what a success answers."""
        for code, response in operation["responses"].items():
            if str(code).startswith("2"):
                for content_type, media in self.resolve(response).get("content", {}).items():
                    return content_type, media["schema"]
        return None, {}

    def reference(self, schema: dict[str, Any]) -> str | None:
        """What a schema refers to; OData writes "or null" as `anyOf`."""
        found: list[str] = [
            part["$ref"] for part in (schema, *schema.get("anyOf", ())) if "$ref" in part
        ]
        return found[0] if found else None

    def properties(self, schema: dict[str, Any]) -> dict[str, Any]:
        """All properties, inherited ones included, without OData's own mark of the type."""
        found: dict[str, Any] = {}
        for part in schema.get("allOf", ()):
            found |= self.properties(self.resolve(part))
        found |= schema.get("properties", {})
        return {wire: told for wire, told in found.items() if wire != "@odata.type"}


@frozen
class Written:
    """One operation as the code has it, called with something for every parameter."""

    name: str
    owner: str | None
    made: Operation[Any]
    hints: dict[str, Any]
    given: dict[str, Any]

    def bare(self) -> Operation[Any]:
        """Call it with what it must have and nothing else."""
        function = getattr(api, self.name)
        needed = inspect.signature(function).parameters
        return function(**{
            name: value for name, value in self.given.items() if needed[name].default is inspect.Parameter.empty
        })  # fmt: skip


def _written() -> Iterator[Written]:
    for name in dir(api):
        function: Callable[..., Operation[Any]] = getattr(api, name)
        hints = get_type_hints(function)
        told = re.search(r"^Only for (\w+)\.$", inspect.getdoc(function) or "", re.MULTILINE)
        for owner in ([told[1]] if told else CODE_OWNERS) if "owner" in hints else [None]:
            given: dict[str, Any] = {}
            ids = iter(IDS if owner else (OWNER_ID, *IDS))
            for parameter, hint in hints.items():
                if parameter == "owner":
                    given[parameter] = CODE_OWNERS[str(owner)]
                elif hint is str:
                    given[parameter] = next(ids)
                elif hint is bytes:
                    given[parameter] = b"\x00\xff"
                elif inspect.isclass(hint) and issubclass(hint, Model):
                    given[parameter] = hint.from_dict({"marker": [name]})
                elif parameter != "return":
                    given[parameter] = next(
                        value for value, _, kind in OPTIONS.values() if kind | None == hint
                    )
            yield Written(name, owner, function(**given), hints, given)


def _place(path: str) -> str:
    """The path of the document with our ids in the place of its parameters."""
    ids = iter((OWNER_ID, *IDS))

    def encoded(found: re.Match[str]) -> str:
        value = next(ids)
        # Within quotes a quote is written twice.
        return quote(value.replace("'", "''") if path[found.start() - 1] == "'" else value, safe="")

    return re.sub(r"\{[^{}]+\}", encoded, path)


@pytest.fixture(scope="session")
def both(described: Slice) -> list[tuple[Described, Written]]:
    """Each operation of the document beside the one of the code; neither side may have one that the other lacks."""
    code: dict[tuple[str, str], Written] = {}
    for written in _written():
        place = written.made.method, written.made.path
        assert place not in code, f"{written.name} and {code[place].name} are the same request"
        code[place] = written
    document = {(told.method, _place(told.path)): told for told in described.operations()}
    assert set(code) == set(document)
    return [(told, code[place]) for place, told in document.items()]


@pytest.fixture(scope="session")
def options() -> dict[str, tuple[Any, str, Any]]:
    """For each type of an option: a value, how the wire has it, and its annotation."""
    return OPTIONS


@pytest.fixture(scope="session")
def described() -> Slice:
    """The slices as the service behaves: the overlay is applied and nothing in it was superfluous."""
    document = Slices.committed(SPEC).document()
    assert apply_overlay(document, load_overlay(SPEC / "overlay.yaml"), OWNERS) == []
    return Slice(document)


def _class_name(ref: str) -> str:
    last = ref.rpartition("/")[2].rpartition(".")[2]
    return last[0].upper() + last[1:]


@pytest.fixture(scope="session")
def class_name() -> Any:
    """From a reference in the document to the name of its class."""
    return _class_name
