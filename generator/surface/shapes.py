"""What a cured schema is in Python: the annotation people read and the codec that converts it."""

from __future__ import annotations

from attrs import frozen

from generator.errors import GeneratorError
from generator.openapi.objects import PROSE
from generator.openapi.walk import Node, ref_name

_CODECS = {
    ("string", "date-time"): ("datetime", "TIMESTAMP"),
    ("string", "date"): ("date", "DATE"),
    ("string", "duration"): ("timedelta", "DURATION"),
    ("integer", None): ("int", "INTEGER"),
    ("number", None): ("float", "NUMBER"),
    ("boolean", None): ("bool", "BOOLEAN"),
    ("string", None): ("str", "TEXT"),
}
# The names that annotations of members use, beside those of classes.
ANNOTATIONS = {"list", "dict", "Json", *(annotation for annotation, _ in _CODECS.values())}
# Keys that say nothing about what the value is in Python.
BESIDE = {
    "nullable",
    "pattern",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "default",
    "readOnly",
    "writeOnly",
    "uniqueItems",
    "deprecated",
}


@frozen
class Shape:
    """A type as code: its annotation without None, its codec, and the classes it names."""

    annotation: str
    codec: str
    classes: frozenset[str] = frozenset()
    nullable: bool = False


def kind(schema: Node) -> str:
    """Return what a component is: `model`, `enum`, `flags`, or `other`."""
    if "x-graphsync-flags" in schema:
        return "flags"
    if "enum" in schema:
        return "enum"
    if schema.get("type") == "object" or "properties" in schema or "allOf" in schema:
        return "model"
    return "other"


def shape(schema: Node, components: Node, place: str, within: tuple[str, ...] = ()) -> Shape:
    """Return the shape of a property or item; what no pass has cured and nothing here knows is an
    error.

    `within` names the components that are spelled out already on the way here.
    """
    nullable = bool(schema.get("nullable"))
    described = {
        key: value
        for key, value in schema.items()
        if key not in BESIDE | PROSE and not key.startswith("x-")
    }
    if set(described) == {"allOf"} and len(described["allOf"]) == 1:
        described = described["allOf"][0]
    if set(described) == {"$ref"}:
        return _named(ref_name(described["$ref"], place), components, place, nullable, within)
    if described.get("type") == "array" and set(described) == {"type", "items"}:
        item = shape(described["items"], components, f"{place}/items", within)
        inner = f"{item.annotation} | None" if item.nullable else item.annotation
        return Shape(f"list[{inner}]", f"ListOf({item.codec})", item.classes, nullable)
    if not described and schema.get("x-graphsync-open"):
        return Shape("dict[str, Json]", "ANYTHING", nullable=nullable)
    if not described:
        return Shape("Json", "ANYTHING", nullable=nullable)
    if set(described) <= {"type", "format"}:
        of = str(described.get("type"))
        known = _CODECS.get((of, described.get("format"))) or _CODECS.get((of, None))
        if known is not None:
            return Shape(*known, nullable=nullable)
    raise GeneratorError(
        place=place,
        found=f"a schema of an unknown shape, with {', '.join(sorted(described)) or 'nothing'}",
        expected="a shape that a pass handles; add a pass for it",
    )


def _named(
    name: str, components: Node, place: str, nullable: bool, within: tuple[str, ...]
) -> Shape:
    schema = components.get(name)
    if schema is None:
        raise GeneratorError(
            place=place, found=f"a reference to {name}", expected="a schema that the document has"
        )
    what = kind(schema)
    nullable = nullable or bool(schema.get("nullable"))
    if what == "other":
        if name in within:
            way = " to ".join((*within, name))
            raise GeneratorError(
                place, found=f"a type that ends in itself: {way}", expected="an object between them"
            )
        found = shape(schema, components, f"/components/schemas/{name}", (*within, name))
        return Shape(found.annotation, found.codec, found.classes, nullable or found.nullable)
    codec = {"model": "ModelOf", "enum": "EnumOf", "flags": "FlagsOf"}[what]
    return Shape(name, f'{codec}("{name}")', frozenset({name}), nullable)
