"""What the schemas of a SCIM endpoint add to the directory of a job's target."""

from collections.abc import Iterator

from graphsync.emulator.document import Document, is_array, objects, strings
from graphsync.emulator.gallery.schema import attribute

_CORE = "urn:ietf:params:scim:schemas:core:"
_TYPES = {
    "binary": "Binary",
    "boolean": "Boolean",
    "datetime": "DateTime",
    "integer": "Integer",
}
_MUTABILITY = {"readonly": "ReadOnly", "immutable": "Immutable", "writeonly": "WriteOnly"}


def discovered(directory: Document, schemas: list[Document]) -> Document:
    """Return a directory with the attributes that an endpoint's schemas have and it has not.

    An attribute that the directory has already stays as it is, whatever the endpoint says.

    Args:
        directory: The directory of a job's target.
        schemas: The `Resources` of the answer to `GET /Schemas`.

    """
    return {**directory, "objects": [_grown(item, schemas) for item in _objects(directory)]}


def _objects(directory: Document) -> list[Document]:
    return objects(directory.get("objects"))


def _grown(item: Document, schemas: list[Document]) -> Document:
    kind = _kind(str(item.get("name")))
    held = objects(item.get("attributes"))
    known = {str(each.get("name")).casefold() for each in held}
    found: list[Document] = []
    for schema in schemas:
        urn = str(schema.get("id"))
        if _kind(urn) != kind:
            continue
        prefix = "" if urn.casefold().startswith(_CORE) else f"{urn}:"
        for each in objects(schema.get("attributes")):
            for path in _paths(prefix, each):
                if path.casefold() not in known:
                    known.add(path.casefold())
                    found.append(_described(path, each))
    return {**item, "attributes": [*held, *found]}


def _kind(urn: str) -> str:
    """Return whose schema this is: they all end with the name of the resource."""
    return urn.rpartition(":")[2].casefold()


def _paths(prefix: str, described: Document) -> Iterator[str]:
    """Return the paths by which mappings address an attribute."""
    name = f"{prefix}{described.get('name')}"
    parts = objects(described.get("subAttributes"))
    reference = described.get("name") in {"manager", "members"}
    if str(described.get("type")).casefold() != "complex" or not parts or reference:
        yield name
        return
    names = [str(part.get("name")) for part in parts]
    if not described.get("multiValued"):
        yield from (f"{name}.{inner}" for inner in names)
        return
    sorts = next((part.get("canonicalValues") for part in parts if part.get("name") == "type"), ())
    chosen = strings(sorts) if is_array(sorts) else []
    if not chosen:
        yield name
    for sort in chosen:
        for inner in names:
            if inner not in {"type", "primary", "$ref"}:
                yield f'{name}[type eq "{sort}"].{inner}'


def _described(path: str, described: Document) -> Document:
    found = attribute(path, anchor=False, required=described.get("required") is True)
    sort = _TYPES.get(str(described.get("type")).casefold())
    return {
        **found,
        "type": sort or found["type"],
        "caseExact": described.get("caseExact") is True,
        "multivalued": described.get("multiValued") is True and "[" not in path,
        "mutability": _MUTABILITY.get(str(described.get("mutability")).casefold(), "ReadWrite"),
    }
