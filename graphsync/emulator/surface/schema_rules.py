"""What the service refuses in a schema, and the form in which it keeps the rest."""

from collections.abc import Iterator

from graphsync.emulator.document import (
    Document,
    duplicate,
    is_array,
    is_object,
    member,
    objects,
    whole,
)
from graphsync.emulator.gallery.schema import in_order
from graphsync.emulator.protocol.errors import GraphError, bad_request
from graphsync.expressions.filters import problems
from graphsync.expressions.parse import LONGEST

_ENUMS: dict[str, frozenset[str]] = {
    "flowBehavior": frozenset({"FlowWhenChanged", "FlowAlways"}),
    "flowType": frozenset(
        {"Always", "ObjectAddOnly", "MultiValueAddOnly", "ValueAddOnly", "AttributeAddOnly"}
    ),
    "mutability": frozenset({"ReadWrite", "ReadOnly", "Immutable", "WriteOnly"}),
}
_FLAGS: dict[str, frozenset[str]] = {
    "flowTypes": frozenset({"None", "Add", "Update", "Delete"}),
    "discoverabilities": frozenset(
        {"None", "AttributeNames", "AttributeDataTypes", "AttributeReadOnly", "ReferenceAttributes"}
    ),
}
_SOURCE_TYPES = frozenset({"Attribute", "Constant", "Function"})
# The documentation's own body writes "string": for attribute types no case is known to be refused.
_ATTRIBUTE_TYPES = frozenset({"string", "integer", "reference", "binary", "boolean", "datetime"})
_ARRAYS = (
    "synchronizationRules",
    "directories",
    "objectMappings",
    "attributeMappings",
    "objects",
    "attributes",
)
_DEEPEST = 60


def check_schema(schema: object) -> Document:
    """Return a schema in the form in which the service keeps it.

    Flags lose their blanks, attribute mappings are in order. Raises a 400 for what the service does
    not accept, naming the place, and a 406 for an unknown value of an enumeration.
    """
    if not is_object(schema):
        raise bad_request("A schema must be an object.")
    check_shape(schema)
    if "synchronizationRules" not in schema:
        raise bad_request(
            "A schema must have 'synchronizationRules'; put the whole schema, as GET returns it."
        )
    kept = duplicate(schema)
    for number, rule in enumerate(objects(kept.get("synchronizationRules"))):
        for at, mapping in enumerate(objects(rule.get("objectMappings"))):
            place = f"synchronizationRules[{number}].objectMappings[{at}]"
            _check_mapping(mapping, place, _definitions(kept, rule, mapping))
            _tidy(mapping)
    return kept


def check_shape(part: Document) -> None:
    """Check a schema or a part of one for its arrays and enumerations alone."""
    _check(part, 0)


def _check_mapping(mapping: Document, place: str, definitions: dict[str, Document]) -> None:
    mappings = objects(mapping.get("attributeMappings"))
    for at, item in enumerate(mappings):
        expression: object = member(item, "source").get("expression")
        if isinstance(expression, str) and len(expression) > LONGEST:
            raise bad_request(
                f"{place}.attributeMappings[{at}]: the expression has {len(expression)} characters;"
                f" at most {LONGEST} are allowed."
            )
    enabled = mapping.get("enabled", True)
    if enabled and not any(whole(item.get("matchingPriority"), 0) > 0 for item in mappings):
        raise bad_request(
            f"{place}: no attribute is matched; set a 'matchingPriority' of 1 or more on the"
            " mapping that identifies an object."
        )
    for where, problem in problems(mapping.get("scope"), definitions):
        raise bad_request(f"{place}.scope.{where}: {problem}.")


def _definitions(schema: Document, rule: Document, mapping: Document) -> dict[str, Document]:
    return {
        str(attribute.get("name")): attribute
        for directory in objects(schema.get("directories"))
        if directory.get("name") == rule.get("sourceDirectoryName")
        for item in objects(directory.get("objects"))
        if item.get("name") == mapping.get("sourceObjectName")
        for attribute in objects(item.get("attributes"))
    }


def _tidy(mapping: Document) -> None:
    flags: object = mapping.get("flowTypes")
    if isinstance(flags, str):
        mapping["flowTypes"] = ",".join(part.strip() for part in flags.split(","))
    if is_array(mapping.get("attributeMappings")):
        mapping["attributeMappings"] = in_order(objects(mapping["attributeMappings"]))


def _check(value: Document, depth: int) -> None:
    if depth > _DEEPEST:
        raise bad_request("The schema is nested too deeply.")
    for name in _ARRAYS:
        if value.get(name) is not None and not (
            is_array(value[name]) and len(objects(value[name])) == len(value[name])
        ):
            raise bad_request(f"'{name}' must be an array of objects.")
    for name, written in _enumerations(value):
        raise GraphError(
            406, "NotAcceptable", f"Requested value '{written[:100]}' was not found. ('{name}')"
        )
    for inner in value.values():
        for item in [inner] if is_object(inner) else objects(inner):
            _check(item, depth + 1)


def _enumerations(value: Document) -> Iterator[tuple[str, str]]:
    """Yield the enumeration members of an object whose value is not known."""
    for name, allowed in _ENUMS.items():
        written: object = value.get(name)
        if written is not None and not (isinstance(written, str) and written in allowed):
            yield name, str(written)
    for name, allowed in _FLAGS.items():
        written = value.get(name)
        if written is not None:
            parts = [part.strip() for part in str(written).split(",")]
            yield from ((name, part) for part in parts if part not in allowed)
    source: object = value.get("source")
    if (
        is_object(source)
        and source.get("type") is not None
        and str(source["type"]) not in _SOURCE_TYPES
    ):
        yield "type", str(source["type"])
    if (
        "multivalued" in value
        and str(value.get("type") or "string").lower() not in _ATTRIBUTE_TYPES
    ):
        yield "type", str(value["type"])
