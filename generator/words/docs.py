"""The words of `spec/docs.yaml`: read, checked, looked up by the names of the API, and compared
with a document.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.openapi.walk import Node, own_parts, ref_name, schemas
from generator.words.words import (
    WORDS,
    OperationWords,
    Words,
    read_link,
    read_permissions,
    read_text,
    read_words,
)
from generator.yaml.entry import Entry

_GRAPH = "https://learn.microsoft.com/graph/api/overview"
_RESOURCES = "https://learn.microsoft.com/graph/api/resources"
# What the document has for lists and bodies; the reference has no pages of them.
_WITHOUT_PAGE = ("CollectionResponse", "Request", "Response")


@dataclass(frozen=True, slots=True)
class _Group:
    """Words of a type or an enum and of its members, which are properties or values."""

    name: str
    words: Words
    members: Mapping[str, Words]
    base: str | None = None

    def member(self, name: str) -> Words | None:
        """Return the words of a member; versions of Graph spell one name in different cases."""
        if name in self.members:
            return self.members[name]
        return next(
            (words for key, words in self.members.items() if key.casefold() == name.casefold()),
            None,
        )


@dataclass(frozen=True, slots=True)
class Docs:
    """Words by name; what has none gets the link of what it belongs to, so that a docstring is
    never empty.

    Types and enums are found by their name in the document (`microsoft.graph.synchronizationJob`),
    by its last part, and by the class name; properties, values and operations by their exact name.
    """

    reference: str
    _types: Mapping[str, _Group] = field(repr=False)
    _enums: Mapping[str, _Group] = field(repr=False)
    _operations: Mapping[str, OperationWords] = field(repr=False)

    def type(self, name: str) -> Words:
        """Return the words of a type."""
        group = self._types.get(_key(name))
        return group.words if group else self._unworded_type(name)

    def property(self, type_name: str, name: str) -> Words:
        """Return the words of a property, if need be those of the type's base."""
        group = self._types.get(_key(type_name))
        see = group.words.see if group else self._unworded_type(type_name).see
        while group:
            words = group.member(name)
            if words is not None:
                return words
            group = self._types[_key(group.base)] if group.base else None
        return _unworded(f"`{name}` of Graph's `{_short(type_name)}`.", see)

    def enum(self, name: str) -> Words:
        """Return the words of an enum."""
        group = self._enums.get(_key(name))
        return (
            group.words
            if group
            else _unworded(f"Values of Graph's `{_short(name)}`.", self.reference)
        )

    def value(self, enum_name: str, name: str) -> Words:
        """Return the words of a value of an enum."""
        group = self._enums.get(_key(enum_name))
        unworded = _unworded(f"`{name}`.", group.words.see if group else self.reference)
        return (group.member(name) if group else None) or unworded

    def operation(self, name: str) -> OperationWords:
        """Return the words of an operation, such as `restart_job`; if it has none, its name."""
        plain = name.strip("_").replace("_", " ")
        return self._operations.get(name) or OperationWords(
            f"{plain[:1].upper()}{plain[1:]}.", self.reference, written=False
        )

    def for_others(self) -> Docs:
        """Return these words for a package of another part of Graph, whose reference is all of
        Graph's.
        """
        return replace(self, reference=_GRAPH)

    def _unworded_type(self, name: str) -> Words:
        short = _short(name)
        page = f"{_RESOURCES}/{short.lower().replace('.', '-')}"
        return _unworded(
            f"Graph's `{short}`.", self.reference if short.endswith(_WITHOUT_PAGE) else page
        )

    def missing(self, document: Node, operations: Collection[str] = ()) -> list[str]:
        """List what a document (and a list of operation names) has and these words lack, as
        places in their file.
        """
        found: list[str] = []
        for name, _, schema in schemas(document):
            # A cured document calls its schemas as Python does and remembers Graph's name.
            short = str(schema.get("x-graphsync-name", name)).removeprefix("microsoft.graph.")
            if "enum" in schema:
                values: list[str] = schema["enum"]
                found += [] if self.enum(name).written else [f"enums/{short}"]
                found += [
                    f"enums/{short}/values/{v}" for v in values if not self.value(name, v).written
                ]
            elif (
                schema.get("type", "object") == "object"
            ):  # a bare scalar, such as a count, becomes no class
                properties = _properties(document, schema)
                found += [] if self.type(name).written else [f"types/{short}"]
                found += [
                    f"types/{short}/properties/{p}"
                    for p in properties
                    if not self.property(name, p).written
                ]
        return found + [
            f"operations/{name}" for name in operations if not self.operation(name).written
        ]

    def stale(self, document: Node, operations: Collection[str] | None = None) -> list[str]:
        """List the words about what a document (and, if given, the operations) does not have, as
        places in their file.
        """
        real = {_key(name): schema for name, _, schema in schemas(document)}
        found: list[str] = []
        for kind, members, groups in (
            ("types", "properties", self._types),
            ("enums", "values", self._enums),
        ):
            for key, group in groups.items():
                schema = real.get(key)
                if schema is None or ("enum" in schema) != (kind == "enums"):
                    found.append(f"{kind}/{group.name}")
                else:
                    names: list[str] = schema.get("enum") or _properties(document, schema)
                    found += [
                        f"{kind}/{group.name}/{members}/{name}"
                        for name in group.members
                        if name not in names
                    ]
        if operations is not None:
            found += [f"operations/{name}" for name in self._operations if name not in operations]
        return found


def no_docs() -> Docs:
    """Return the words of nothing: for a package of one's own, which has none yet."""
    return Docs(_GRAPH, {}, {}, {})


def load_docs(path: Path) -> Docs:
    """Read a file of words.

    Whatever is not as its head describes is an error that names the place.
    """
    known = ("reference", "types", "enums", "operations")
    root = Entry.read(path).members(known=known, required=known)
    types = _groups(root["types"], "properties")
    for key, group in types.items():
        _check_bases(root["types"], types, key, group)
    operations = {
        name: _operation(name, entry) for name, entry in root["operations"].members().items()
    }
    return Docs(read_link(root["reference"]), types, _groups(root["enums"], "values"), operations)


def _groups(entry: Entry, members: str) -> dict[str, _Group]:
    groups: dict[str, _Group] = {}
    for name, item in entry.members().items():
        known = (*WORDS, members, *(("base",) if members == "properties" else ()))
        parts = item.members(known=known, required=("text", "see"))
        words = read_words(name, parts)
        inner = parts[members].members() if members in parts else {}
        base = parts["base"].text() if "base" in parts else None
        if _key(name) in groups:
            raise Entry(item.place, name).wrong(
                f"one entry for what {groups[_key(name)].name!r} also names"
            )
        groups[_key(name)] = _Group(
            name, words, {n: _member(n, e, words.see) for n, e in inner.items()}, base
        )
    return groups


def _check_bases(entry: Entry, types: Mapping[str, _Group], key: str, group: _Group) -> None:
    seen = {key}
    while group.base:
        place = f"{entry.members()[group.name].place}/base"
        if _key(group.base) not in types:
            raise Entry(place, group.base).wrong("the name of a type that has words here")
        if _key(group.base) in seen:
            raise Entry(place, group.base).wrong(
                "a base that does not lead back to the type itself"
            )
        seen.add(_key(group.base))
        group = types[_key(group.base)]


def _member(name: str, entry: Entry, see: str) -> Words:
    if isinstance(entry.value, str):
        return Words(read_text(name, entry), see)
    return read_words(name, entry.members(known=("text", "more"), required=("text",)), see)


def _operation(name: str, entry: Entry) -> OperationWords:
    parts = entry.members(known=(*WORDS, "permissions"), required=("text", "see"))
    permissions = read_permissions(parts["permissions"]) if "permissions" in parts else None
    words = read_words(name, parts)
    return OperationWords(words.text, words.see, words.more, permissions=permissions)


def _properties(document: Node, schema: Node, seen: frozenset[str] = frozenset()) -> list[str]:
    """Name the properties of a schema and of what it builds on.

    `@odata.type` never becomes a member.
    """
    names = [
        name
        for part in own_parts(schema)
        for name in part.get("properties", ())
        if name != "@odata.type"
    ]
    for part in schema.get("allOf", ()):
        if "$ref" in part and (base := ref_name(part["$ref"], "")) not in seen:
            names += _properties(document, document["components"]["schemas"][base], seen | {base})
    return names


def _key(name: str) -> str:
    return name.rsplit(".", 1)[-1].casefold()


def _short(name: str) -> str:
    return name.removeprefix("microsoft.graph.")


def _unworded(text: str, see: str) -> Words:
    return Words(text, see, written=False)
