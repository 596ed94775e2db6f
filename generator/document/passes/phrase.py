"""What an operation's path says: its verb, its noun, the noun's parent and the family it belongs
to.
"""

from __future__ import annotations

import re

from attrs import evolve, frozen

from generator.document.names import singular, snake
from generator.openapi.walk import METHODS, Node

_ONE = {"get": "get", "put": "replace", "patch": "update", "delete": "delete"}
_MANY = {"get": "list", "put": "replace", "post": "create", "patch": "update", "delete": "delete"}
_ARGUMENT = re.compile(r"[(,](\w+)=")
_REFERENCE = {"get": "list_references_of", "post": "add", "put": "assign", "delete": "remove"}
_CONTENT = {"get": "get", "put": "replace", "delete": "delete"}


@frozen
class Phrase:
    """A verb and what it acts on."""

    verb: str
    noun: str
    parent: str
    family: str
    context: tuple[str, ...] = ()
    """The nouns of the path above, the first one first."""
    plural: tuple[str, ...] = ()
    """The whole path as it is spelled, in words."""
    arguments: str = ""
    """The arguments of a function, as part of a name: `by_start_and_end`."""
    item: bool = False
    """Whether the path ends in an id, or in the reference to one: `members/{id}/$ref`."""

    @property
    def levels(self) -> int:
        """The highest level that a name has."""
        return 3 + len(self.context)

    def name(self, level: int = 0) -> str:
        """Return verb and noun joined.

        Args:
            level: how much stands between and behind them: at 1 the parent, at 2 also the arguments
                of a function, from 3 on the path above, the nearest nouns first, and at the highest
                all of it as it is spelled.

        """
        if level >= self.levels:
            return "_".join((self.verb.rstrip("_"), *self.plural))
        between: tuple[str, ...] = (self.parent,) if level else ()
        if level > 2:
            between = self.context[-(level - 2) :]
        parts = (self.verb, *between, self.noun, self.arguments if level > 1 else "")
        # A part that is a keyword ends in an underscore, and the whole is none.
        return "_".join(part.rstrip("_") for part in parts if part)


def phrase(document: Node, path: str, method: str, operation: Node, place: str) -> Phrase:
    """Read the phrase of one operation."""
    read = _phrase(document, path, method, operation, place)
    steps = [part for part in path.strip("/").split("/") if part != "{owner}"]
    above = (
        steps[:-2] if steps[-1] in {"$count", "$value"} or steps[-1].startswith("{") else steps[:-1]
    )
    context = [
        _in_name(step, place, one=above[at + 1 : at + 2] != [] and above[at + 1].startswith("{"))
        for at, step in enumerate(above)
        if not step.startswith("{")
    ]
    # `restart_job` has the item that it acts on in its noun already.
    of_item = (
        steps[-2:-1] != []
        and steps[-2].startswith("{")
        and _is_bound(document["paths"][path], steps[-1])
    )
    if of_item and context and read.noun.startswith(context[-1]):
        context.pop()
    spelled = [
        _in_name(step, place, one=False) for step in steps if not step.startswith(("{", "$"))
    ]
    if steps[-1] == "$value":
        spelled.append("content")  # else `files/{id}/$value` would be called like `files/{id}`
    arguments = "" if read.noun.endswith(found := _arguments(steps[-1], place)) else found
    return evolve(
        read,
        context=tuple(context),
        plural=tuple(spelled),
        arguments=arguments,
        item=steps[-1].startswith("{")
        or (steps[-1] == "$ref" and steps[-2:-1] != [] and steps[-2].startswith("{")),
    )


def _in_name(step: str, place: str, *, one: bool) -> str:
    noun = snake(_plain(step), place)
    arguments = _arguments(step, place)
    return "_".join(
        part.rstrip("_") for part in (singular(noun) if one else noun, arguments) if part
    )


def _arguments(step: str, place: str) -> str:
    names = [snake(name, place).rstrip("_") for name in _ARGUMENT.findall(step)]
    return f"by_{'_and_'.join(names)}" if names else ""


def _phrase(document: Node, path: str, method: str, operation: Node, place: str) -> Phrase:
    paths: Node = document["paths"]
    parts = path.strip("/").split("/")
    steps = [part for part in parts if part != "{owner}"]
    last = steps[-1]
    if last in {"$count", "$value"}:
        of_item = steps[-2:-1] != [] and steps[-2].startswith("{")
        parent, family = _above(steps[:-2] if of_item else steps[:-1], place)
        noun = snake(family, place)
        if of_item:
            # `files/{id}/$value` is the content of a file, not of the id.
            return Phrase(_CONTENT.get(method, method), f"{singular(noun)}_content", parent, noun)
        if last == "$count":
            return Phrase("count", noun, parent, noun)
        return Phrase(_CONTENT.get(method, method), f"{noun}_content", parent, noun)
    if last == "$ref":
        return _reference(steps[:-1], method, place)
    if last.startswith("{"):
        parent, family = _above(steps[:-1], place)
        return Phrase(
            _ONE.get(method, method), singular(snake(family, place)), parent, snake(family, place)
        )
    if last.endswith(")") and paths[path].keys() & {"patch", "put", "delete"}:
        # `groups(uniqueName='{uniqueName}')` is an item of the collection, by another key than its
        # id.
        parent, family = _above(steps, place)
        noun = snake(family, place)
        item = "_".join(filter(None, (singular(noun).rstrip("_"), _arguments(last, place))))
        return Phrase(_ONE.get(method, method), item, parent, noun)
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


def _reference(steps: list[str], method: str, place: str) -> Phrase:
    """Read a call on the reference alone: `members/$ref` is "add member", `manager/$ref` "assign
    manager".
    """
    parent, family = _above(steps[:-1] if steps[-1].startswith("{") else steps, place)
    return Phrase(
        _REFERENCE.get(method, method), singular(snake(family, place)), parent, snake(family, place)
    )


def _above(steps: list[str], place: str) -> tuple[str, str]:
    """Return the noun of the item above the last step, and the last step's own name."""
    nouns = [steps[at - 1] for at, step in enumerate(steps[:-1]) if step.startswith("{") and at]
    return (singular(snake(nouns[-1], place)) if nouns else ""), _plain(steps[-1])


def _plain(step: str) -> str:
    plain = step.split("(", 1)[0].rsplit("microsoft.graph.", 1)[-1]
    # `members/{id}/graph.user`: the same object as one of a derived type.
    return f"as_{plain.removeprefix('graph.')}" if plain.startswith("graph.") else plain


def _is_bound(item: Node, last: str) -> bool:
    """Return whether an item is an action or a function: called with parentheses, or a path that
    can only be posted to.
    """
    return (
        last.endswith(")")
        or last.startswith("microsoft.graph.")
        or [key for key in METHODS if key in item] == ["post"]
    )


def _bound(steps: list[str], operation: Node, place: str) -> Phrase:
    """Read an action or function: `jobs/{}/restart` is "restart job", `schema/parseExpression`
    is "parse expression".
    """
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
