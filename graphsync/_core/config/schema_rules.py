"""Mistakes in a schema: attributes, expressions, matching, flow and scope of each object
mapping.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from attrs import frozen

from graphsync._core.config.findings import Finding, Severity
from graphsync._core.config.place import TOP, Place
from graphsync._core.config.regular_expressions import is_slow
from graphsync._core.config.scope_rules import scope_findings
from graphsync._core.config.short_form import ACTIONS, APPLIES, FLOWS
from graphsync._core.json_values import as_list, as_object
from graphsync.expressions import ExpressionError, check, parse
from graphsync.expressions.catalogue import FUNCTIONS
from graphsync.expressions.parse import LONGEST
from graphsync.expressions.tree import Attribute, Constant, Node, attributes_of, calls_of
from graphsync_client.types import Json

# Attributes of people that several of them share, so that a match on one finds somebody else.
SHARED: Final = frozenset(
    {
        "active",
        "city",
        "country",
        "department",
        "displayname",
        "givenname",
        "jobtitle",
        "name.familyname",
        "name.formatted",
        "name.givenname",
        "preferredlanguage",
        "surname",
        "title",
        "usertype",
    }
)
_FLOW_WORDS: Final = {
    "flowType": (*APPLIES.values(),),
    "flowBehavior": (*FLOWS.values(),),
}


@frozen
class Definition:
    """What a directory says of one kind of object; `attributes` is None where it says nothing."""

    name: str
    attributes: Mapping[str, Mapping[str, Json]] | None

    def attribute(self, name: str) -> Mapping[str, Json] | None:
        """Return the definition of an attribute, found in any case."""
        wanted = name.casefold()
        known = self.attributes or {}
        return next((one for key, one in known.items() if key.casefold() == wanted), None)

    def nearest(self, name: str) -> str:
        """Return what to do about a name that the object does not have."""
        near = get_close_matches(name, [*(self.attributes or {})], 1)
        return (
            f"did you mean {near[0]}?"
            if near
            else "add it to the directory's definition, or take it out"
        )


@frozen
class ObjectMapping:
    """An object mapping with both definitions, and the mappings beside it in its rule."""

    document: Mapping[str, Json]
    source: Definition
    target: Definition
    place: Place
    mapped_targets: frozenset[str]

    @property
    def attributes(self) -> list[dict[str, Json]]:
        """The attribute mappings."""
        return [
            one for one in map(as_object, as_list(self.document.get("attributeMappings"))) if one
        ]


def schema_findings(schema: Mapping[str, Json]) -> Iterator[Finding]:
    """Yield the mistakes in a schema."""
    for mapping in _mappings(schema):
        if mapping.document.get("enabled") is False:
            continue
        yield from _flow_types(mapping)
        yield from _matching(mapping)
        yield from _targets(mapping)
        for one in mapping.attributes:
            yield from _attribute_findings(one, mapping)
        yield from scope_findings(
            mapping.document.get("scope"), mapping.place, _source_check(mapping)
        )


def _mappings(schema: Mapping[str, Json]) -> Iterator[ObjectMapping]:
    directories = {
        str(one.get("name")): one
        for one in map(as_object, as_list(schema.get("directories")))
        if one
    }
    for rule in map(as_object, as_list(schema.get("synchronizationRules"))):
        documents = [
            one for one in map(as_object, as_list((rule or {}).get("objectMappings"))) if one
        ]
        mapped = frozenset(
            str(one.get(end)).casefold()
            for one in documents
            for end in ("sourceObjectName", "targetObjectName")
            if one.get("enabled") is not False
        )
        for document in documents:
            source, target = (
                str(document.get("sourceObjectName")),
                str(document.get("targetObjectName")),
            )
            yield ObjectMapping(
                document,
                _definition(directories.get(str((rule or {}).get("sourceDirectoryName"))), source),
                _definition(directories.get(str((rule or {}).get("targetDirectoryName"))), target),
                TOP / "mappings" / source,
                mapped,
            )


def _definition(directory: Mapping[str, Json] | None, name: str) -> Definition:
    for one in map(as_object, as_list((directory or {}).get("objects"))):
        if one is not None and str(one.get("name")).casefold() == name.casefold():
            found = [
                attribute
                for attribute in map(as_object, as_list(one.get("attributes")))
                if attribute
            ]
            return Definition(
                name, {str(attribute.get("name")): attribute for attribute in found} or None
            )
    return Definition(name, None)


def _source_check(mapping: ObjectMapping) -> Callable[[str, Place], Iterator[Finding]]:
    def look(name: str, place: Place) -> Iterator[Finding]:
        if mapping.source.attributes is not None and mapping.source.attribute(name) is None:
            yield Finding(
                "unknown-source-attribute",
                Severity.ERROR,
                place,
                f"{mapping.source.name} has no attribute {name!r}",
                mapping.source.nearest(name),
            )

    return look


# ---- the mapping as a whole


def _flow_types(mapping: ObjectMapping) -> Iterator[Finding]:
    flags = mapping.document.get("flowTypes")
    if not isinstance(flags, str):
        return
    known = {*ACTIONS.values(), "None"}
    for flag in (part.strip() for part in flags.split(",")):
        if flag and flag not in known:
            yield _word("flowTypes", flag, known, mapping.place / "flow")


def _matching(mapping: ObjectMapping) -> Iterator[Finding]:
    place = mapping.place / "match"
    ranked = [(one.get("matchingPriority"), one) for one in mapping.attributes]
    matching = [(rank, one) for rank, one in ranked if isinstance(rank, int) and rank > 0]
    if not matching:
        yield Finding(
            "no-matching-attribute",
            Severity.ERROR,
            place,
            "no attribute is matched, so accounts that exist already are made a second time",
            "match on what identifies the object, such as userName",
        )
    for rank, count in Counter(rank for rank, _ in matching).items():
        if count > 1:
            names = ", ".join(
                str(one.get("targetAttributeName")) for number, one in matching if number == rank
            )
            yield Finding(
                "several-matching-attributes",
                Severity.ERROR,
                place,
                f"{count} attributes have the matching priority {rank}: {names}",
                "give each a priority of its own, or match on one",
            )
    for _, one in matching:
        yield from _match_findings(one, mapping, place)


def _match_findings(
    one: Mapping[str, Json], mapping: ObjectMapping, place: Place
) -> Iterator[Finding]:
    name = str(one.get("targetAttributeName"))
    source = as_object(one.get("source")) or {}
    if source.get("type") == "Constant":
        yield Finding(
            "match-not-unique",
            Severity.ERROR,
            place / name,
            f"{name} is the same constant for every object",
            "match on an attribute whose value belongs to one object",
        )
    elif "user" in mapping.target.name.casefold() and name.casefold() in SHARED:
        yield Finding(
            "match-not-unique",
            Severity.WARNING,
            place / name,
            f"several people can have the same {name}, and the first that is found gets the"
            " account",
            "match on what belongs to one person, such as userName or externalId",
        )


def _targets(mapping: ObjectMapping) -> Iterator[Finding]:
    names = [str(one.get("targetAttributeName")) for one in mapping.attributes]
    for name, count in Counter(map(str.casefold, names)).items():
        if count > 1:
            spelt = next(one for one in names if one.casefold() == name)
            yield Finding(
                "duplicate-target",
                Severity.ERROR,
                mapping.place / "attributes" / spelt,
                f"{count} mappings write {spelt}, and only one can win",
                "keep one of them",
            )
    mapped = {name.casefold() for name in names}
    for name, attribute in (mapping.target.attributes or {}).items():
        if attribute.get("required") is True and name.casefold() not in mapped:
            yield Finding(
                "required-target-unmapped",
                Severity.WARNING,
                mapping.place / "attributes" / name,
                f"{mapping.target.name} requires {name}, and nothing is mapped to it",
                "map an attribute or a constant to it",
            )


# ---- one attribute mapping


def _attribute_findings(one: Mapping[str, Json], mapping: ObjectMapping) -> Iterator[Finding]:
    name = str(one.get("targetAttributeName"))
    place = mapping.place / "attributes" / name
    definition = mapping.target.attribute(name)
    if mapping.target.attributes is not None and definition is None:
        yield Finding(
            "unknown-target-attribute",
            Severity.ERROR,
            place,
            f"{mapping.target.name} has no attribute {name!r}",
            mapping.target.nearest(name),
        )
    if definition is not None and definition.get("mutability") == "ReadOnly":
        yield Finding(
            "read-only-target",
            Severity.ERROR,
            place,
            f"{name} can only be read",
            "take the mapping out",
        )
    for key, words in _FLOW_WORDS.items():
        value = one.get(key)
        if isinstance(value, str) and value not in words:
            yield _word(key, value, words, place)
    source = as_object(one.get("source"))
    if source is None:
        if one.get("defaultValue") is None:
            yield Finding(
                "empty-mapping",
                Severity.WARNING,
                place,
                "there is neither a source nor a default value, so nothing is written",
                "give it a source, or take the mapping out",
            )
        return
    yield from _source_findings(source, mapping, definition, place)


def _source_findings(
    source: Mapping[str, Json],
    mapping: ObjectMapping,
    definition: Mapping[str, Json] | None,
    place: Place,
) -> Iterator[Finding]:
    text = source.get("expression")
    if not isinstance(text, str):
        return
    if source.get("type") not in {"Attribute", "Constant", "Function"}:
        yield _word(
            "source.type", str(source.get("type")), ("Attribute", "Constant", "Function"), place
        )
    tree = yield from expression_findings(text, place)
    if tree is None:
        return
    look = _source_check(mapping)
    for attribute in attributes_of(tree):
        yield from look(attribute, place)
    if isinstance(tree, Attribute) and definition is not None:
        yield from _type_findings(tree.name, definition, mapping, place)
    if isinstance(tree, Constant) and definition is not None:
        yield from _constant_findings(tree.value, definition, place)
    yield from _reference_findings(definition, mapping, place)


def expression_findings(text: str, place: Place) -> Generator[Finding, None, Node | None]:
    """Yield what is wrong with an expression alone, and return its tree where it can be read."""
    try:
        tree = parse(text)
    except (ExpressionError, RecursionError) as error:
        rule = "expression-too-long" if len(text) > LONGEST else "expression-syntax"
        yield Finding(
            rule, Severity.ERROR, place, str(error) or "nested too deeply", "correct the expression"
        )
        return None
    yield from _function_findings(tree, place)
    return tree


def _function_findings(tree: Node, place: Place) -> Iterator[Finding]:
    unknown = [call.name for call in calls_of(tree) if call.name not in FUNCTIONS]
    for name in dict.fromkeys(unknown):
        near = get_close_matches(name, [*FUNCTIONS], 1) or [
            known for known in FUNCTIONS if known.casefold() == name.casefold()
        ]
        remedy = f"did you mean {near[0]}?" if near else "use one of the service's functions"
        yield Finding(
            "unknown-function", Severity.ERROR, place, f"there is no function {name!r}", remedy
        )
    if not unknown:
        try:
            check(tree)
        except ExpressionError as error:
            yield Finding(
                "wrong-arguments", Severity.ERROR, place, str(error), "correct the arguments"
            )
    for call in calls_of(tree):
        pattern = call.arguments[2] if call.name == "Replace" and len(call.arguments) > 2 else None
        if isinstance(pattern, Constant) and is_slow(pattern.value):
            yield Finding(
                "slow-regular-expression",
                Severity.ERROR,
                place,
                f"{pattern.value!r} can take for ever on a text that does not match",
                "take out the repetition inside of the repetition",
            )


def _type_findings(
    name: str, definition: Mapping[str, Json], mapping: ObjectMapping, place: Place
) -> Iterator[Finding]:
    attribute = mapping.source.attribute(name)
    if attribute is None:
        return
    mine, theirs = str(attribute.get("type", "")), str(definition.get("type", ""))
    fits = mine.casefold() == theirs.casefold() or _FITS.get(mine.casefold(), frozenset()) >= {
        theirs.casefold()
    }
    if mine and theirs and not fits:
        yield Finding(
            "type-mismatch",
            Severity.ERROR,
            place,
            f"{name} is of type {mine}, and {definition.get('name')} of type {theirs}",
            "convert it with an expression, or map another attribute",
        )
    elif attribute.get("multivalued") is True and definition.get("multivalued") is False:
        yield Finding(
            "several-values",
            Severity.WARNING,
            place,
            f"{name} has several values, and {definition.get('name')} takes one",
            'choose one with Item([attribute], 1) or join them with Join(", ", [attribute])',
        )


# What the service writes into a target of another type without losing anything.
_FITS: Final[Mapping[str, frozenset[str]]] = {
    "integer": frozenset({"string"}),
    "boolean": frozenset({"string"}),
    "datetime": frozenset({"string"}),
    "string": frozenset({"datetime"}),
}


def _constant_findings(
    value: str, definition: Mapping[str, Json], place: Place
) -> Iterator[Finding]:
    kind = str(definition.get("type", "")).casefold()
    wrong = (kind == "boolean" and value.casefold() not in {"true", "false", "0", "1"}) or (
        kind == "integer" and not value.removeprefix("-").isdigit()
    )
    if wrong or kind == "reference":
        yield Finding(
            "type-mismatch",
            Severity.ERROR,
            place,
            f"the constant {value!r} does not fit {definition.get('name')}, which is of type"
            f" {definition.get('type')}",
            "write a value of that type",
        )


def _reference_findings(
    definition: Mapping[str, Json] | None, mapping: ObjectMapping, place: Place
) -> Iterator[Finding]:
    if definition is None or str(definition.get("type")).casefold() != "reference":
        return
    wanted = [
        str(one.get("referencedObjectName"))
        for one in map(as_object, as_list(definition.get("referencedObjects")))
        if one is not None
    ]
    if wanted and not any(name.casefold() in mapping.mapped_targets for name in wanted):
        yield Finding(
            "reference-without-mapping",
            Severity.ERROR,
            place,
            f"it refers to {' or '.join(wanted)}, which no enabled mapping of the rule provisions",
            "map that object as well, or take this mapping out",
        )


def _word(key: str, value: str, known: Collection[str], place: Place) -> Finding:
    right = next((one for one in sorted(known) if one.casefold() == value.casefold()), None)
    near = [right] if right else get_close_matches(value, sorted(known), 1)
    message = f"{key} is {value!r}" + (
        ", and the service knows it in another case only"
        if right
        else ", which the service does not know"
    )
    remedy = f"write {near[0]}" if near else f"write one of {', '.join(sorted(known))}"
    return Finding("unknown-value", Severity.ERROR, place, message, remedy)
