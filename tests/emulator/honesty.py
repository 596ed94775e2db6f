"""Validates what the emulator answers against the slice, with its overlay and cures and nothing else trimmed.

What differs and is not among the deviations is an error.
"""

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from openapi_core.validation.schemas.exceptions import InvalidSchemaValue

from generator.cut.slice_format import load
from generator.cut.slices import Slices
from generator.document.overlay import apply_overlay, load_overlay
from generator.document.passes import level
from generator.document.passes.owner_family import owners_of
from generator.document.passes.response_codes import response_codes
from generator.report.facade import facade_calls
from generator.surface.surface import read_surface
from generator.words.docs import load_docs
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import segments

from .deviations import DEVIATIONS, Finding

SPEC = Path(__file__).parents[2] / "spec"
CALLS = SPEC / "facade.toml"
ORIGIN = "https://graph.microsoft.com"


SLICES = tuple(sorted(path.name for path in SPEC.glob("*-v1.0.yaml")))


@functools.cache
def paths_of(name: str) -> dict[str, str]:
    """Return the paths of a slice by their spelling without names in braces."""
    return {nameless(path): path for path in document(name)["paths"]}


def document_of(method: str, template: str) -> str | None:
    """Return the slice that has an operation of the emulator; None for one that no slice has."""
    wanted = f"{method} {nameless(template)}"
    return next((name for name in SLICES if wanted in of_document(name)), None)


@functools.cache
def of_document(name: str) -> set[str]:
    """Return the operations of a slice, names in braces left out."""
    return {
        f"{method.upper()} {nameless(path)}"
        for path, item in document(name)["paths"].items()
        for method in item
        if method in {"get", "post", "put", "patch", "delete"}
    }


@functools.cache
def reached() -> frozenset[str]:
    """Return the operations of v1.0 that the client has a call for, as `of_document` spells them."""
    surface = read_surface(
        Slices.committed(SPEC).document(),
        load_overlay(SPEC / "overlay.yaml"),
        load_docs(SPEC / "docs.yaml"),
        lenient=True,
    )
    calls = facade_calls(CALLS)
    known = [facts for name, facts in surface.facts.operations.items() if name in calls]
    lines = [facts.request_line for facts in known if not facts.beta]  # those are not below /v1.0
    return frozenset(
        f"{method} {nameless(path.replace('{owner}', owner))}"
        for method, _, path in (line.partition(" ") for line in lines)
        for owner in ("servicePrincipals/{}", "applications/{}")
    )


def nameless(template: str) -> str:
    """Return a path template without the names in its braces."""
    keyed = re.sub(r"\('(\{[^}]*\})'\)", r"/\1", template)
    return re.sub(r"\{[^}]*\}", "{}", keyed).strip("/").removesuffix("()")


@functools.cache
def document(name: str) -> dict[str, Any]:
    """Return a slice with the overlay on it, levelled."""
    slice_ = load((SPEC / name).read_bytes())
    apply_overlay(slice_, load_overlay(SPEC / "overlay.yaml"), owners_of(response_codes(slice_)))
    levelled = level(slice_)
    for operation in [
        item
        for path in levelled["paths"].values()
        for item in path.values()
        if isinstance(item, dict)
    ]:
        operation.pop(
            "operationId", None
        )  # the overlay's names serve both owners; answers do not depend on them
        # The overlay's operations say what success is; errors are the same everywhere.
        operation["responses"].setdefault("4XX", {"$ref": "#/components/responses/error"})
    return _with_strict_nulls(levelled)


def _with_strict_nulls(node: Any) -> Any:
    """Say "this type, or null" in the one way in which OpenAPI 3.0 means it; beside `allOf`, nullable says nothing."""
    if isinstance(node, list):
        return [_with_strict_nulls(item) for item in node]
    if not isinstance(node, dict):
        return node
    changed = {name: _with_strict_nulls(value) for name, value in node.items()}
    if changed.get("nullable") is True and "allOf" in changed and "type" not in changed:
        null = {"type": "object", "nullable": True, "enum": [None]}
        return {"anyOf": [{"allOf": changed["allOf"]}, null]}
    return changed


@functools.cache
def api(name: str) -> OpenAPI:
    """Return what validates against a slice."""
    return OpenAPI.from_dict(document(name))


def canonical(call: Call, template: str, name: str) -> str:
    """Return the path of a call in the spelling of a slice."""
    pairs = zip(template.split("/"), segments(call.path), strict=True)
    values = iter([given.replace("=", "-") for fixed, given in pairs if fixed.startswith("{")])
    return re.sub(r"\{[^}]*\}", lambda _: next(values), paths_of(name)[nameless(template)])


def findings(call: Call, reply: Reply, template: str) -> Iterator[Finding]:
    """Yield everything in an answer that its document does not say, deviations included."""
    name = document_of(call.method, template)
    if name is None:
        return
    operation = f"{call.method} {template}"
    path = canonical(call, template, name)
    request = MockRequest(ORIGIN, call.method.lower(), f"/v1.0{path}")
    content_type = reply.content_type.partition(";")[0]
    response = MockResponse(reply.content(), reply.status, content_type=content_type)
    for error in api(name).iter_response_errors(request, response):
        cause = error.__cause__
        if isinstance(cause, InvalidSchemaValue):
            for wrong in cause.schema_errors:
                yield from _leaves(operation, wrong)
        else:
            yield Finding(operation, "", f"{type(error).__name__}: {error} ({cause!r})", None)
    schema = _schema(document(name), path, call.method.lower(), reply.status)
    if schema and isinstance(reply.body, dict):
        yield from _unknown(document(name), schema, reply.body, operation, "")


def _schema(spec: dict[str, Any], path: str, method: str, status: int) -> dict[str, Any] | None:
    for template, item in spec["paths"].items():
        pattern = re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(template))
        if method in item and re.fullmatch(pattern, path):
            answers = item[method]["responses"]
            answer = answers.get(str(status)) or answers.get(f"{status // 100}XX") or {}
            return next(iter(_resolved(spec, answer).get("content", {}).values()), {}).get("schema")
    return None


def _resolved(spec: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = spec
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def _properties(spec: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    schema = _resolved(spec, schema)
    found = dict(schema.get("properties", {}))
    for part in schema.get("allOf", []) + schema.get("anyOf", []):
        found |= _properties(spec, part)
    return found


def _unknown(
    spec: dict[str, Any], schema: dict[str, Any], value: Any, operation: str, place: str
) -> Iterator[Finding]:
    """Yield members that no type of the document declares; annotations may be anywhere."""
    schema = _resolved(spec, schema)
    if isinstance(value, list):
        for item in value:
            yield from _unknown(spec, schema.get("items", {}), item, operation, place)
    elif isinstance(value, dict):
        properties = _properties(spec, schema)
        for name, inner in value.items():
            where = f"{place}.{name}".lstrip(".")
            if name in properties:
                yield from _unknown(spec, properties[name], inner, operation, where)
            elif properties and not name.startswith("@odata."):
                yield Finding(operation, where, "is not declared", inner)


def _leaves(operation: str, error: Any) -> Iterator[Finding]:
    if error.context:
        # Of "this type, or null" only what is wrong with the type is of interest.
        for inner in error.context:
            if error.validator != "anyOf" or inner.schema_path[0] == 0:
                yield from _leaves(operation, inner)
    else:
        place = ".".join(str(part) for part in error.absolute_path if not isinstance(part, int))
        yield Finding(operation, place, error.message, error.instance)


def check(call: Call, reply: Reply, template: str) -> list[Finding]:
    """Return the findings that no deviation explains."""
    return [
        found
        for found in findings(call, reply, template)
        if not any(item.is_it(found) for item in DEVIATIONS)
    ]
