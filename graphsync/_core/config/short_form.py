"""The words of a short form, and how the object mappings of a schema are called in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from attrs import frozen

from graphsync._core.config.place import TOP, invalid
from graphsync._core.json_values import as_list, as_object
from graphsync_client.types import Json

# How a mapping that the template does not have begins.
NEW_MAPPING: Final[Mapping[str, Json]] = {
    "defaultValue": None,
    "exportMissingReferences": False,
    "flowBehavior": "FlowWhenChanged",
    "flowType": "Always",
    "matchingPriority": 0,
    "source": None,
}
FLOWS: Final = {"when_changed": "FlowWhenChanged", "always": "FlowAlways"}
APPLIES: Final = {
    "always": "Always",
    "on_create": "ObjectAddOnly",
    "add_values_only": "MultiValueAddOnly",
    "add_value_only": "ValueAddOnly",
    "add_attribute_only": "AttributeAddOnly",
}
ACTIONS: Final = {"create": "Add", "update": "Update", "delete": "Delete"}
# Words that an expression reads as constants, so that they cannot be names of attributes here.
_WORDS = frozenset({"true", "false", "null", "vbbinarycompare", "vbtextcompare"})
ATTRIBUTE_KEYS: Final = ("expression", "flow", "apply", "default", "missing_references")
MAPPING_KEYS: Final = ("enabled", "flow", "scope", "input_scope", "match", "attributes")


@frozen
class NamedMapping:
    """One object mapping of a schema, and by what it is found."""

    rule: str
    source: str
    target: str
    mapping: dict[str, Json]

    @property
    def names(self) -> tuple[str, str, str]:
        return self.rule, self.source, self.target

    @property
    def keys(self) -> tuple[str, str, str]:
        """The keys that may name it, the shortest first."""
        return (
            self.source,
            f"{self.source} -> {self.target}",
            f"{self.rule}: {self.source} -> {self.target}",
        )


def bare_attribute(text: str) -> bool:
    """Return whether a text names a source attribute without brackets, such as `jobTitle`."""
    return (
        text[:1].isalpha()
        and text.isascii()
        and all(letter.isalnum() or letter in "_.:-" for letter in text)
        and text.casefold() not in _WORDS
    )


def full_expression(text: str) -> str:
    """Return an expression of the file as the service writes it: `jobTitle` is `[jobTitle]`."""
    return f"[{text}]" if bare_attribute(text) else text


def named_mappings(schema: Mapping[str, Json]) -> Iterator[NamedMapping]:
    for rule in map(as_object, as_list(schema.get("synchronizationRules"))):
        for mapping in map(as_object, as_list((rule or {}).get("objectMappings"))):
            if rule is not None and mapping is not None:
                yield NamedMapping(
                    str(rule.get("name")),
                    str(mapping.get("sourceObjectName")),
                    str(mapping.get("targetObjectName")),
                    mapping,
                )


def by_names(places: Iterator[NamedMapping]) -> dict[tuple[str, str, str], NamedMapping]:
    """Return those whose names are theirs alone."""
    found: dict[tuple[str, str, str], NamedMapping] = {}
    doubled: set[tuple[str, str, str]] = set()
    for place in places:
        if place.names in found:
            doubled.add(place.names)
        found[place.names] = place
    return {names: place for names, place in found.items() if names not in doubled}


def key_of(place: NamedMapping, among: list[NamedMapping]) -> str:
    for level, key in enumerate(place.keys):
        if sum(other.keys[level] == key for other in among) == 1:
            return key
    return place.keys[-1]


def find_mapping(key: str, places: list[NamedMapping]) -> NamedMapping:
    found = [place for place in places if key in place.keys]
    if len(found) == 1:
        return found[0]
    if found:
        which = ", ".join(repr(place.keys[-1]) for place in found)
        raise invalid(
            f"{len(found)} object mappings are called {key!r}; write one of {which}",
            TOP / "mappings" / key,
        )
    known = [key_of(place, places) for place in places]
    near = get_close_matches(key, known, 1)
    hint = (
        f"did you mean {near[0]!r}?" if near else f"it has {', '.join(map(repr, known)) or 'none'}"
    )
    raise invalid(f"the template has no object mapping {key!r}; {hint}", TOP / "mappings" / key)


def actions_of(flow_types: Json) -> list[str] | None:
    """Return `create`, `update` and `delete` of `flowTypes`; None for what is not among them."""
    if not isinstance(flow_types, str):
        return None
    flags = {part.strip() for part in flow_types.split(",")} - {"None", ""}
    return (
        [name for name, flag in ACTIONS.items() if flag in flags]
        if flags <= {*ACTIONS.values()}
        else None
    )


def group_name(number: int) -> str:
    return f"Scope {number + 1}"
