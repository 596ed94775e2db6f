"""What a stored document must look like for the tenant to work with it."""

from collections.abc import Mapping

from graphsync.emulator.document import Document, is_array, is_object

# By kind of document, the members that are read without asking whether they are there.
_MEMBERS: dict[str, dict[str, type | tuple[type, ...]]] = {
    "application": {"id": str, "appId": str, "displayName": str},
    "principal": {"id": str, "appId": str, "displayName": str},
    "user": {"id": str, "change": int},
    "group": {"id": str, "change": int},
    "deleted": {"id": str, "kind": str, "change": int},
    "job": {"document": dict, "engine": dict},
    "account": {"type": str, "attributes": dict},
    "link": {"target": str, "type": str},
    "escrow": {"next": (int, float)},
    "replicating": {"at": (int, float)},
    "ghost": {"document": dict, "until": (int, float)},
    "upload": {"body": str},
    "log": {
        "id": str,
        "at": (int, float),
        "action": str,
        "status": str,
        "source": list,
        "target": list,
        "changes": list,
        "steps": str,
        "job": str,
        "principal": str,
    },
}
_JOB_MEMBERS = {"id": str, "templateId": str, "schedule": dict, "status": dict}
_ENGINE_MEMBERS = frozenset({"nextRun", "running", "initial", "watermark", "uploads", "counts"})


def checked(kind: str, document: object) -> Document:
    """Return a document of a kind.

    Raise ValueError, naming the member, for one that cannot be it.
    """
    if not is_object(document):
        raise ValueError("it is not a JSON object")
    _members(document, _MEMBERS.get(kind, {}))
    if kind == "job":
        _members(document["document"], _JOB_MEMBERS)
        missing = sorted(_ENGINE_MEMBERS - set(document["engine"]))
        if missing:
            raise ValueError(f"it has no engine.{missing[0]}")
    if kind == "secret" and not is_array(document.get("value")):
        raise ValueError("its 'value' is not a list")
    return document


def _members(document: Document, wanted: Mapping[str, type | tuple[type, ...]]) -> None:
    for name, kind in wanted.items():
        if name not in document:
            raise ValueError(f"it has no {name!r}")
        if not isinstance(document[name], kind):
            found = type(document[name]).__name__
            raise ValueError(f"its {name!r} cannot be {found}")  # noqa: TRY004 - a wrong file
