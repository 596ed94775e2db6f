"""What an operation's path says: its verb, its noun, the noun's parent and the family it belongs to."""

from __future__ import annotations

from attrs import frozen

from generator.document.names import singular, snake
from generator.openapi.walk import METHODS, Node

_ONE = {"get": "get", "put": "replace", "patch": "update", "delete": "delete"}
_MANY = {"get": "list", "put": "replace", "post": "create", "patch": "update", "delete": "delete"}
_CONTENT = {"get": "get", "put": "replace", "delete": "delete"}


@frozen
class Phrase:
    """A verb and what it acts on."""

    verb: str
    noun: str
    parent: str
    family: str

    def name(self, *, qualified: bool = False) -> str:
        """Return verb and noun joined, with the parent between them on request."""
        parts = (self.verb, self.parent if qualified else "", self.noun)
        # A part that is a keyword ends in an underscore, and the whole is none.
        return "_".join(part.rstrip("_") for part in parts if part)


def phrase(document: Node, path: str, method: str, operation: Node, place: str) -> Phrase:
    """Read the phrase of one operation."""
    paths: Node = document["paths"]
    parts = path.strip("/").split("/")
    steps = [part for part in parts if part != "{owner}"]
    last = steps[-1]
    if last in {"$count", "$value"}:
        parent, family = _above(steps[:-1], place)
        noun = snake(family, place)
        if last == "$count":
            return Phrase("count", noun, parent, noun)
        return Phrase(_CONTENT.get(method, method), f"{noun}_content", parent, noun)
    if last.startswith("{"):
        parent, family = _above(steps[:-1], place)
        return Phrase(_ONE.get(method, method), singular(snake(family, place)), parent, snake(family, place))
    if _is_bound(paths[path], last):
        return _bound(steps, operation, place)
    parent, family = _above(steps, place)
    noun = snake(family, place)
    many = _is_collection(paths, path, operation)
    return Phrase(
        (_MANY if many else _ONE).get(method, "create"),
        singular(noun) if many and method == "post" else noun,
        parent,
        noun,
    )


def _above(steps: list[str], place: str) -> tuple[str, str]:
    """Return the noun of the item above the last step, and the last step's own name."""
    nouns = [steps[at - 1] for at, step in enumerate(steps[:-1]) if step.startswith("{") and at]
    return (singular(snake(nouns[-1], place)) if nouns else ""), _plain(steps[-1])


def _plain(step: str) -> str:
    return step.split("(", 1)[0].rsplit("microsoft.graph.", 1)[-1]


def _is_bound(item: Node, last: str) -> bool:
    """Return whether an item is an action or a function: called with parentheses, or a path that can only be posted to."""
    return (
        last.endswith(")") or last.startswith("microsoft.graph.") or [key for key in METHODS if key in item] == ["post"]
    )


def _bound(steps: list[str], operation: Node, place: str) -> Phrase:
    """Read an action or function: `jobs/{}/restart` is "restart job", `schema/parseExpression` is "parse expression"."""
    call = snake(_plain(steps[-1]), place)
    above = [step for step in steps[:-1] if not step.startswith("{")]
    family = snake(_plain(above[-1]), place) if above else call
    parent = _above(steps, place)[0]
    if _returns_collection(operation):
        return Phrase("list", call, parent, family)
    verb, _, rest = call.partition("_")
    if steps[-2:-1] and steps[-2].startswith("{"):
        own = singular(family)
        grand = _above(steps[:-2], place)[0]
        return Phrase(verb, "_".join(part for part in (own, rest) if part), grand, family)
    return Phrase(verb, rest, parent, family)


def _is_collection(paths: Node, path: str, operation: Node) -> bool:
    return (
        f"{path}/$count" in paths
        or any(other.startswith(f"{path}/{{") for other in paths)
        or _returns_collection(operation)
    )


def _returns_collection(operation: Node) -> bool:
    for answer in operation["responses"].values():
        for media in answer.get("content", {}).values():
            ref = str(media.get("schema", {}).get("$ref", ""))
            if ref.endswith("CollectionResponse"):
                return True
    return False
