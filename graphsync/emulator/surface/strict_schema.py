"""What a schema cannot mean, looked for where the switch `schema_checks` is `strict`."""

import difflib
from collections import Counter
from collections.abc import Collection, Iterator

from graphsync.emulator.document import Document, member, objects
from graphsync.emulator.protocol.errors import bad_request
from graphsync.expressions.check import check
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.parse import parse
from graphsync.expressions.tree import Node, attributes_of

# What the service adds to every source object, in whatever schema.
_ALWAYS = frozenset(
    {
        "appRoleAssignments",
        "IsSoftDeleted",
        "isSoftDeleted",
        "objectId",
        "originalUserPrincipalName",
    }
)


def check_strictly(schema: Document) -> None:
    """Raise a 400 that names the first place in a schema that means nothing.

    That is an attribute that its directory does not define, a second mapping of one target
    attribute, or an expression that cannot be parsed.
    """
    for problem in _problems(schema):
        raise bad_request(problem)


def _problems(schema: Document) -> Iterator[str]:
    for number, rule in enumerate(objects(schema.get("synchronizationRules"))):
        for at, mapping in enumerate(objects(rule.get("objectMappings"))):
            place = f"synchronizationRules[{number}].objectMappings[{at}]"
            source = _names(
                schema, rule.get("sourceDirectoryName"), mapping.get("sourceObjectName")
            )
            target = _names(
                schema, rule.get("targetDirectoryName"), mapping.get("targetObjectName")
            )
            yield from _object(mapping, place, source, target)


def _names(schema: Document, directory: object, item: object) -> frozenset[str] | None:
    """Return the attributes of an object; None where the schema does not define the object."""
    for found in objects(schema.get("directories")):
        for each in objects(found.get("objects")):
            if found.get("name") == directory and each.get("name") == item:
                return frozenset(
                    str(attribute.get("name")) for attribute in objects(each.get("attributes"))
                )
    return None


def _object(
    mapping: Document, place: str, source: frozenset[str] | None, target: frozenset[str] | None
) -> Iterator[str]:
    for side, names in (("source", source), ("target", target)):
        if names is None:
            yield (
                f"{place}: no directory of the schema defines the {side} object"
                f" '{mapping.get(f'{side}ObjectName')}'."
            )
            return
    items = objects(mapping.get("attributeMappings"))
    mapped = Counter(str(item.get("targetAttributeName")) for item in items)
    for at, item in enumerate(items):
        where, name = f"{place}.attributeMappings[{at}]", str(item.get("targetAttributeName"))
        if target is not None and name not in target:
            yield f"{where}: the target has no attribute '{name[:100]}'{_nearest(name, target)}."
        if mapped[name] > 1:
            yield (
                f"{where}: '{name[:100]}' is mapped {mapped[name]} times; keep one of the mappings."
            )
        yield from _read(member(item, "source"), where, source or frozenset())


def _read(source: Document, where: str, known: frozenset[str]) -> Iterator[str]:
    folded = {name.casefold() for name in known | _ALWAYS}
    try:
        names = _attributes(source)
    except ExpressionError as error:
        yield f"{where}: the expression cannot be parsed: {error}"
        return
    for name in names:
        if name.casefold() not in folded:
            yield f"{where}: the source has no attribute '{name[:100]}'{_nearest(name, known)}."


def _attributes(source: Document) -> Collection[str]:
    expression: object = source.get("expression")
    if isinstance(expression, str) and expression:
        tree: Node = parse(expression)
        check(tree)
        return list(attributes_of(tree))
    return [str(source.get("name"))] if source.get("type") == "Attribute" else []


def _nearest(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
