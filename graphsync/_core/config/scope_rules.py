"""Mistakes in scoping filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from graphsync._core.config.clauses import UNARY
from graphsync._core.config.findings import Finding, Severity
from graphsync._core.config.place import Place
from graphsync._core.config.regular_expressions import is_slow
from graphsync._core.json_values import as_list, as_object
from graphsync.expressions import ExpressionError
from graphsync.expressions.dotnet_regex import compiled
from graphsync.expressions.filters import OPERATORS
from graphsync_client.types import Json

_OPERATORS: Final = tuple(name for name, _, _ in OPERATORS)
_KEYS: Final = {"groups": "scope", "inputFilterGroups": "input_scope"}
# Pairs of operators that no value meets at once.
_EXCLUDE: Final = (
    ("IS NULL", "IS NOT NULL"),
    ("IS TRUE", "IS FALSE"),
    ("IS NULL", "EQUALS"),
    ("IS NULL", "REGEX MATCH"),
    ("IS NULL", "Includes"),
    ("IS NULL", "ENDS_WITH"),
)


def scope_findings(
    scope: Json, place: Place, look: Callable[[str, Place], Iterator[Finding]]
) -> Iterator[Finding]:
    """Yield the mistakes in a scope; `look` yields what is wrong with the name of an attribute."""
    for name, key in _KEYS.items():
        for group in map(as_object, as_list((as_object(scope) or {}).get(name))):
            clauses = [one for one in map(as_object, as_list((group or {}).get("clauses"))) if one]
            for clause in clauses:
                yield from look(str(clause.get("sourceOperandName")), place / key)
                yield from _clause_findings(clause, place / key)
            yield from _contradictions(clauses, place / key)


def _clause_findings(clause: Mapping[str, Json], place: Place) -> Iterator[Finding]:
    operator = str(clause.get("operatorName"))
    values = _values(clause)
    where = f"{clause.get('sourceOperandName')} {operator}"
    if operator not in _OPERATORS:
        right = [one for one in _OPERATORS if one.casefold() == operator.casefold()]
        near = right or get_close_matches(operator, _OPERATORS, 1)
        remedy = f"write {near[0]}" if near else f"write one of {', '.join(_OPERATORS)}"
        yield Finding(
            "unknown-operator", Severity.ERROR, place, f"{where}: there is no such operator", remedy
        )
        return
    if operator in UNARY and values:
        yield Finding(
            "wrong-values", Severity.ERROR, place, f"{where} takes no value", "take the value out"
        )
    if operator not in UNARY and not values:
        yield Finding(
            "wrong-values",
            Severity.ERROR,
            place,
            f"{where} has no value",
            "add the value to compare with",
        )
    if operator.endswith("REGEX MATCH"):
        for value in values:
            yield from _pattern_findings(value, where, place)
    if operator.startswith("Greater_Than"):
        for value in values:
            if not value.removeprefix("-").isdigit():
                yield Finding(
                    "wrong-values",
                    Severity.ERROR,
                    place,
                    f"{where} {value}: not a number",
                    "write a whole number",
                )


def _pattern_findings(pattern: str, where: str, place: Place) -> Iterator[Finding]:
    try:
        compiled(pattern)
    except ExpressionError as error:
        yield Finding(
            "broken-regular-expression",
            Severity.ERROR,
            place,
            f"{where} {pattern}: {error}",
            "correct the pattern",
        )
        return
    if is_slow(pattern):
        yield Finding(
            "slow-regular-expression",
            Severity.ERROR,
            place,
            f"{where} {pattern} can take for ever on a text that does not match",
            "take out the repetition inside of the repetition",
        )


def _contradictions(clauses: list[dict[str, Json]], place: Place) -> Iterator[Finding]:
    for at, one in enumerate(clauses):
        for other in clauses[at + 1 :]:
            name = str(one.get("sourceOperandName"))
            if name.casefold() == str(other.get("sourceOperandName")).casefold() and _exclude(
                one, other
            ):
                yield Finding(
                    "contradicting-clauses",
                    Severity.ERROR,
                    place,
                    f"{_line(one)} and {_line(other)} can never both hold, so nobody is in scope",
                    "put them into groups of their own, of which one is enough",
                )


def _exclude(one: Mapping[str, Json], other: Mapping[str, Json]) -> bool:
    first, second = str(one.get("operatorName")), str(other.get("operatorName"))
    mine, theirs = set(_values(one)), set(_values(other))
    if (first, second) in _EXCLUDE or (second, first) in _EXCLUDE:
        return True
    if first == second == "EQUALS":
        return bool(mine and theirs) and not mine & theirs
    if {first, second} == {"EQUALS", "NOT EQUALS"}:
        wanted, refused = (mine, theirs) if first == "EQUALS" else (theirs, mine)
        return bool(wanted) and wanted <= refused
    return False


def _values(clause: Mapping[str, Json]) -> list[str]:
    values = as_list((as_object(clause.get("targetOperand")) or {}).get("values"))
    return [value for value in values if isinstance(value, str)]


def _line(clause: Mapping[str, Json]) -> str:
    return " ".join(
        [str(clause.get("sourceOperandName")), str(clause.get("operatorName")), *_values(clause)]
    )
