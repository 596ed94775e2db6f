"""What the service refuses in a schema: values of enumerations that it does not know, in exactly its spelling."""

from collections.abc import Iterator

from graphsync.emulator.document import Document, is_array, is_object, objects
from graphsync.emulator.protocol.errors import GraphError, bad_request

_ENUMS: dict[str, frozenset[str]] = {
    "flowBehavior": frozenset({"FlowWhenChanged", "FlowAlways"}),
    "flowType": frozenset({"Always", "ObjectAddOnly", "MultiValueAddOnly", "ValueAddOnly", "AttributeAddOnly"}),
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
_ARRAYS = ("synchronizationRules", "directories", "objectMappings", "attributeMappings", "objects", "attributes")
_DEEPEST = 60


def check_schema(schema: object) -> Document:
    """Return a schema as a document; a 400 when its shape is wrong, a 406 for an enumeration value that is unknown."""
    if not is_object(schema):
        raise bad_request("A schema must be an object.")
    _check(schema, 0)
    return schema


def _check(value: Document, depth: int) -> None:
    if depth > _DEEPEST:
        raise bad_request("The schema is nested too deeply.")
    for name in _ARRAYS:
        if value.get(name) is not None and not (
            is_array(value[name]) and len(objects(value[name])) == len(value[name])
        ):
            raise bad_request(f"'{name}' must be an array of objects.")
    for name, written in _enumerations(value):
        raise GraphError(406, "NotAcceptable", f"Requested value '{written[:100]}' was not found. ('{name}')")
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
    if is_object(source) and source.get("type") is not None and str(source["type"]) not in _SOURCE_TYPES:
        yield "type", str(source["type"])
    if "multivalued" in value and str(value.get("type") or "string").lower() not in _ATTRIBUTE_TYPES:
        yield "type", str(value["type"])
