"""SCIM resources as flat attributes by their mapping paths, and back."""

import json

from graphsync.emulator.document import Document, is_array, is_object
from graphsync.emulator.targets.paths import FILTERED

_WORDS = {"active": {"True": True, "False": False}}
_ROLE_MEMBERS = ("primary", "type", "displayName", "display", "value")
_TRUTH = {"True": True, "False": False}


def flatten(resource: Document) -> Document:
    """Turn a SCIM resource into attributes such as `name.givenName` and `emails[type eq
    "work"].value`.
    """
    flat: Document = {}
    for name, value in resource.items():
        if name == "schemas":
            continue
        if name.startswith("urn:") and is_object(value):
            for member, inner in value.items():
                flat[f"{name}:{member}"] = inner.get("value") if is_object(inner) else inner
        elif is_object(value):
            flat.update({f"{name}.{member}": inner for member, inner in value.items()})
        elif is_array(value):
            flat.update(_list(name, value))
        else:
            flat[name] = value
    return flat


def _list(name: str, items: list[object]) -> Document:
    flat: Document = {}
    for item in items:
        if not is_object(item):
            return {name: items}
        prefix = f'{name}[type eq "{item["type"]}"]' if "type" in item else name
        flat.update(
            {
                f"{prefix}.{member}": value
                for member, value in item.items()
                if member not in {"type", "primary"}
            }
        )
    return flat


def nest(account_id: str, object_name: str, attributes: Document) -> Document:
    """Turn a target account into the SCIM resource that it stands for."""
    resource: Document = {"id": account_id, "schemas": [object_name]}
    for path, value in attributes.items():
        shown = _WORDS.get(path, {}).get(value, value) if isinstance(value, str) else value
        match = FILTERED.fullmatch(path)
        if match:
            items: list[Document] = resource.setdefault(match["list"], [])
            # `roles[primary eq "True"]` filters by a truth value, the others by a text.
            primary = match["member"] == "primary"
            filtered = _TRUTH.get(match["value"], match["value"]) if primary else match["value"]
            name = match["rest"] or "value"
            if is_array(shown):  # several values become several items
                items += [{match["member"]: filtered, name: value} for value in shown]
                continue
            entry = next((item for item in items if item.get(match["member"]) == filtered), None)
            if entry is None:
                entry = {match["member"]: filtered}
                items.append(entry)
            entry[name] = shown
        elif path.startswith("urn:"):
            extension, _, member = path.rpartition(":")
            if extension not in resource["schemas"]:
                resource["schemas"].append(extension)
            resource.setdefault(extension, {})[member] = (
                {"value": shown} if member == "manager" else shown
            )
        elif "." in path:
            parent, _, member = path.partition(".")
            resource.setdefault(parent, {})[member] = shown
        elif path == "roles" and is_array(shown):
            resource[path] = [role(str(item)) for item in shown]
        elif path == "members" and is_array(shown):
            resource[path] = [{"value": item} for item in shown]
        else:
            resource[path] = shown
    return resource


def role(text: str) -> object:
    """Return a role as the object that an expression described, or as it is."""
    try:
        found: object = json.loads(text)
    except ValueError:
        return {"value": text}
    return found if is_object(found) else {"value": text}


def role_text(item: object) -> object:
    """Return a role of a resource as the text that an expression describes it by.

    Members stand in the order in which expressions write them, so that a role that came back as it
    was sent is not a change.
    """
    if not is_object(item):
        return item
    if set(item) <= {"value"}:
        return item.get("value")
    known = {name: item[name] for name in _ROLE_MEMBERS if name in item}
    others = {name: value for name, value in item.items() if name not in known}
    return json.dumps({**known, **others})
