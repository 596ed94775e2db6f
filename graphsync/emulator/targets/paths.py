"""Attributes of a SCIM resource by the paths that mappings give them."""

import re

from graphsync.emulator.document import Document, is_array, is_object

# A path that chooses among several values, such as `emails[type eq "work"].value`.
FILTERED = re.compile(
    r'(?P<list>\w+)\[(?P<member>\w+) eq "(?P<value>[^"]*)"\](?:\.(?P<rest>\w+))?', re.IGNORECASE
)


def read(resource: Document, path: str) -> object:
    """Return what a resource holds at a path, in the form in which accounts keep values.

    Names are compared without regard to case, as SCIM demands. A truth value is the word that
    expressions give, a complex value is its `value`, several values are a list.
    """
    match = FILTERED.fullmatch(path)
    if match:
        items = _member(resource, match["list"])
        wanted = match["value"].casefold()
        inner = match["rest"] or "value"
        found = [
            _member(item, inner)
            for item in (items if is_array(items) else [])
            if is_object(item) and str(_member(item, match["member"])).casefold() == wanted
        ]
        values = [_plain(item) for item in found if item is not None]
        return values[0] if len(values) == 1 else values or None
    if path.casefold().startswith("urn:"):
        extension, _, name = path.rpartition(":")
        inside = _member(resource, extension)
        return read(inside, name) if is_object(inside) else None
    parent, _, name = path.partition(".")
    value = _member(resource, parent)
    if name:
        return _plain(_member(value, name)) if is_object(value) else None
    return _plain(value)


def is_filtered(path: str) -> bool:
    """Return whether a path chooses among several values, as `emails[type eq "work"].value`
    does.
    """
    return "[" in path


def whole_list(path: str, values: list[object]) -> tuple[str, list[object]]:
    """Return the path and the items that replace all values that a filtered path chooses."""
    match = FILTERED.fullmatch(path)
    if not match:
        return path, values
    inner = match["rest"] or "value"
    items: list[object] = [{match["member"]: match["value"], inner: value} for value in values]
    return f'{match["list"]}[{match["member"]} eq "{match["value"]}"]', items


def _member(document: Document, name: str) -> object:
    if name in document:
        found: object = document[name]
        return found
    wanted = name.casefold()
    return next((value for key, value in document.items() if key.casefold() == wanted), None)


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return str(value)
    if is_object(value):
        return _plain(_member(value, "value"))
    if is_array(value):
        return [_plain(item) for item in value]
    return value
