"""The few shapes of JSON that expressions and scoping filters read and write."""

from typing import Any, TypeAlias, TypeGuard

# Any: schemas carry members that nobody here knows, and what they hold has to survive unchanged.
Document: TypeAlias = dict[str, Any]


def is_object(value: object) -> TypeGuard[Document]:
    """Return whether a JSON value is an object."""
    return isinstance(value, dict)


# Any: the items of an array that a caller sent.
def is_array(value: object) -> TypeGuard[list[Any]]:
    """Return whether a JSON value is an array."""
    return isinstance(value, list)


def member(document: Document, name: str) -> Document:
    """Return the object that is a member of another; an empty one where there is none."""
    value: object = document.get(name)
    return value if is_object(value) else {}


def objects(value: object) -> list[Document]:
    """Return the objects among the items of a JSON array; none where it is not an array."""
    return [item for item in value if is_object(item)] if is_array(value) else []


def strings(value: object) -> list[str]:
    """Return the items of a JSON array as text; none where it is not an array."""
    return [str(item) for item in value] if is_array(value) else []


def whole(value: object, default: int) -> int:
    """Return a whole number, the default for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else default
