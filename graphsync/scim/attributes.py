"""The single values of a resource that a test can set, by what `/Schemas` says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from graphsync.emulator.document import Document, objects, strings
from graphsync.emulator.targets.dialect import CORE_USER
from graphsync.emulator.targets.paths import read

CORE_GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
# What only the endpoint sets, what switches an account on and off, and what has a test of its own.
_LEFT_OUT = frozenset(
    {"id", "schemas", "meta", "active", "groups", "roles", "password", "members", "manager"}
)
_BY_NAME = {
    "preferredlanguage": "pt-PT",
    "locale": "pt-PT",
    "timezone": "Europe/Lisbon",
    "familyname": "Ünal",
    "givenname": "Zoë",
}
_BY_TYPE: dict[str, object] = {
    "boolean": True,
    "integer": 7,
    "decimal": 1.5,
    "datetime": "2026-01-02T03:04:05Z",
}
# What RFC 7643 gives every user; for an endpoint whose `/Schemas` cannot be used.
_USUAL = ("displayName", "title", "preferredLanguage", "name.givenName", "name.familyName")


@dataclass(frozen=True, slots=True)
class Attribute:
    """A single-valued attribute, by the path that PATCH has for it."""

    path: str
    type: str = "string"
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The attribute's own name, in lower case."""
        return self.path.rpartition(":")[2].rpartition(".")[2].casefold()

    def value(self) -> object:
        """Return a value that an endpoint can be asked to keep."""
        if self.choices:
            return self.choices[-1]
        if self.type != "string":
            return _BY_TYPE[self.type]
        return _BY_NAME.get(self.name, f"Check {self.name}")

    def is_same(self, resource: Document, value: object) -> bool:
        """Return whether a resource has a value, in whatever form of its type."""
        found = read(resource, self.path)
        if isinstance(value, bool):
            return str(found) == str(value)
        if self.type == "datetime":
            return _moment(found) == _moment(value)
        if self.type == "string":
            return found == value
        try:
            return float(str(found)) == float(str(value))
        except ValueError:
            return False


def of_users(schemas: Iterable[Document]) -> list[Attribute]:
    """Return the attributes of users: the core schema's, and those of extensions of users."""
    found: list[Attribute] = [Attribute("externalId")]
    for schema in schemas:
        urn = str(schema.get("id"))
        if urn.casefold() == CORE_USER.casefold():
            found += _single(schema, "")
        elif urn.casefold().endswith(":user"):
            found += _single(schema, f"{urn}:")
    if len(found) == 1:
        found += map(Attribute, _USUAL)
    return _once(found)


def of_groups(schemas: Iterable[Document]) -> list[Attribute]:
    """Return the attributes of groups."""
    found = [Attribute("displayName", required=True)]
    for schema in schemas:
        if str(schema.get("id")).casefold() == CORE_GROUP.casefold():
            found += _single(schema, "")
    return _once(found)


def nested(values: dict[str, object]) -> Document:
    """Return a resource that has values at their paths."""
    resource: Document = {}
    for path, value in values.items():
        extension, _, name = path.rpartition(":")
        inside: Document = resource.setdefault(extension, {}) if extension else resource
        parent, _, last = name.rpartition(".")
        (inside.setdefault(parent, {}) if parent else inside)[last] = value
    return resource


def _single(schema: Document, prefix: str) -> list[Attribute]:
    found: list[Attribute] = []
    for item in objects(schema.get("attributes")):
        name, kind = str(item.get("name")), _kind(item)
        if item.get("multiValued") or name.casefold() in _LEFT_OUT or not _is_written(item):
            continue
        if kind == "complex":
            found += [
                _attribute(inner, f"{prefix}{name}.")
                for inner in objects(item.get("subAttributes"))
                if _is_written(inner) and not inner.get("multiValued") and _is_plain(_kind(inner))
            ]
        elif _is_plain(kind):
            found.append(_attribute(item, prefix))
    return found


def _attribute(item: Document, prefix: str) -> Attribute:
    return Attribute(
        f"{prefix}{item.get('name')}",
        _kind(item),
        bool(item.get("required")),
        tuple(strings(item.get("canonicalValues"))),
    )


def _kind(item: Document) -> str:
    return str(item.get("type") or "string").casefold()


def _is_plain(kind: str) -> bool:
    return kind == "string" or kind in _BY_TYPE


def _is_written(item: Document) -> bool:
    mutability = str(item.get("mutability") or "readWrite").casefold()
    return mutability == "readwrite" and str(item.get("returned")).casefold() != "never"


def _once(found: list[Attribute]) -> list[Attribute]:
    return list({item.path.casefold(): item for item in found}.values())


def _moment(value: object) -> object:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return value
