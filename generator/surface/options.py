"""What the templates need to know of an operation's query options and headers."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from generator.document.names import TAKEN_ARGUMENTS, snake
from generator.errors import GeneratorError
from generator.openapi.walk import Node
from generator.surface.shapes import shape

_AS_TEXT = {"datetime", "date", "timedelta"}
_OPTIONS = {"query": {"str", "int", "bool", "list[str]"}, "header": {"str"}}


@frozen
class OptionFacts:
    """A query option or header: its argument, its wire name, its annotation without None, and
    whether it must be given.
    """

    name: str
    wire: str
    annotation: str
    required: bool = False


def options(operation: Node, where: str, components: Node, place: str) -> tuple[OptionFacts, ...]:
    """Return the query options or headers of an operation."""
    found: list[OptionFacts] = []
    for at, parameter in enumerate(operation.get("parameters", ())):
        spot = f"{place}/parameters/{at}"
        if parameter["in"] not in {"path", *_OPTIONS}:
            raise GeneratorError(
                spot, found=f"a parameter in {parameter['in']}", expected="one in query or header"
            )
        if parameter["in"] != where:
            continue
        if "schema" not in parameter:
            raise GeneratorError(spot, found="a parameter without schema", expected="a schema")
        described = shape(parameter["schema"], components, f"{spot}/schema")
        if described.annotation in _AS_TEXT:
            # Text of the caller's: how the service wants a time or a number in an address differs
            # from place to place.
            described = evolve(described, annotation="str")
        if described.annotation not in _OPTIONS[where]:
            raise GeneratorError(
                f"{spot}/schema",
                found=f"{described.annotation} in a {where}",
                expected=" or ".join(sorted(_OPTIONS[where])),
            )
        # Without a word about it a list is written as one option for each item; Graph joins them by
        # commas.
        if described.annotation == "list[str]" and parameter.get("explode", True):
            raise GeneratorError(
                spot, found="a list of one option for each item", expected="explode: false"
            )
        name = snake(parameter["name"], spot)
        annotation = (
            "Sequence[str]" if described.annotation == "list[str]" else described.annotation
        )
        argument = f"{name}_" if name in TAKEN_ARGUMENTS else name
        found.append(
            OptionFacts(argument, parameter["name"], annotation, bool(parameter.get("required")))
        )
    return tuple(found)


def check_arguments(ids: Sequence[str], options: Sequence[OptionFacts], place: str) -> None:
    """Raise where two arguments of an operation would have one name."""
    described: dict[str, str] = {}
    for name, wire in [
        *((name, f"{{{name}}}") for name in ids),
        *((option.name, option.wire) for option in options),
    ]:
        if name in described:
            found = f"{wire!r} becomes {name}, and so does {described[name]!r}"
            raise GeneratorError(f"{place}/parameters", found=found, expected="names that differ")
        described[name] = wire
