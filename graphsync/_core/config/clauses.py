"""Scoping clauses as one line of text: `department EQUALS Sales`, `country IS NOT NULL`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import cast

from graphsync._core.json_values import as_list, as_object
from graphsync.expressions.filters import OPERATORS
from graphsync_client.types import Json

UNARY = frozenset(name for name, arity, _ in OPERATORS if arity == "Unary")
# The longest name first, since `EQUALS` is also the end of `NOT EQUALS`.
_NAMES = sorted((name for name, _, _ in OPERATORS), key=len, reverse=True)
_OPERATOR = re.compile(r" (?P<name>" + "|".join(map(re.escape, _NAMES)) + r")(?= |$)")


def parse_clause(text: str) -> dict[str, Json]:
    """Return the `filterClause` of a line; raises ValueError that names what is missing."""
    line = text.strip()
    found = next((one for one in _OPERATOR.finditer(line) if _is_outside(line, one.start())), None)
    if found is None:
        raise ValueError(
            f"{text!r} has no operator between an attribute and a value; the operators are"
            f" {', '.join(name for name, _, _ in OPERATORS)}"
        )
    operand, name = line[: found.start()].strip(), found["name"]
    if not operand:
        raise ValueError(f"{text!r} has no attribute in front of {name}")
    rest = line[found.end() :].strip()
    if name in UNARY and rest:
        raise ValueError(f"{text!r}: {name} takes no value, and there is {rest!r}")
    if name not in UNARY and not rest:
        raise ValueError(f"{text!r}: {name} needs a value")
    return {
        "sourceOperandName": operand,
        "operatorName": name,
        "targetOperand": {"values": _values(rest) if rest else []},
    }


def format_clause(clause: Mapping[str, Json]) -> str | None:
    """Return the line of a clause; None where a line cannot say it."""
    operand, name = clause.get("sourceOperandName"), clause.get("operatorName")
    values = as_list((as_object(clause.get("targetOperand")) or {}).get("values"))
    if not isinstance(operand, str) or not isinstance(name, str):
        return None
    if not all(isinstance(value, str) for value in values):
        return None
    line = f"{operand} {name} {_written(cast('list[str]', values))}".rstrip()
    try:
        read = parse_clause(line)
    except ValueError:
        return None
    return line if read == {**clause, "targetOperand": {"values": values}} else None


def _is_outside(line: str, place: int) -> bool:
    """Return whether a place is outside of brackets: SCIM paths have blanks and words in theirs."""
    before = line[:place]
    return before.count("[") == before.count("]") and before.count('"') % 2 == 0


def _values(text: str) -> list[str]:
    """Read one bare value, or several in quotes with commas between them."""
    if not text.startswith('"'):
        return [text]
    try:
        found = json.loads(f"[{text}]")
    except (ValueError, RecursionError):
        found = None
    values = as_list(found)
    if not values or not all(isinstance(one, str) for one in values):
        raise ValueError(f'{text} is not a list of values; write them as "one", "two"')
    return values


def _written(values: list[str]) -> str:
    if len(values) == 1 and _is_plain(values[0]):
        return values[0]
    return ", ".join(json.dumps(value, ensure_ascii=False) for value in values)


def _is_plain(value: str) -> bool:
    return value == value.strip() != "" and value.isprintable() and not value.startswith('"')
