"""Scope filters: groups of clauses, any group suffices, every clause of it counts."""

import re
from collections.abc import Callable, Mapping

from graphsync.expressions.json_shapes import Document, is_object, member, objects
from graphsync.expressions.value import text, texts, value_of

OPERATORS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("EQUALS", "Binary", ("Integer", "String")),
    ("NOT EQUALS", "Binary", ("Integer", "String")),
    ("REGEX MATCH", "Binary", ("Integer", "String")),
    ("NOT REGEX MATCH", "Binary", ("Integer", "String")),
    ("IS NULL", "Unary", ("Integer", "String", "Binary", "Boolean")),
    ("IS NOT NULL", "Unary", ("Integer", "String", "Binary", "Boolean")),
    ("IS TRUE", "Unary", ("Boolean",)),
    ("IS FALSE", "Unary", ("Boolean",)),
    ("&", "Binary", ("Integer",)),
    ("!&", "Binary", ("Integer",)),
    ("ENDS_WITH", "Binary", ("String",)),
    ("Greater_Than", "Binary", ("Integer",)),
    ("Greater_Than_OR_EQUALS", "Binary", ("Integer",)),
    ("Includes", "Binary", ("String",)),
)


def operator_schemas() -> list[Document]:
    """Describe the operators as the schema's `filterOperators` does."""
    return [
        {
            "name": name,
            "arity": arity,
            "multivaluedComparisonType": "All",
            "supportedAttributeTypes": list(kinds),
        }
        for name, arity, kinds in OPERATORS
    ]


class Scope:
    """A compiled `filter`; none at all lets everything through."""

    def __init__(self, document: object) -> None:
        self._groups = objects(document.get("groups")) if is_object(document) else []
        self._inputs = objects(document.get("inputFilterGroups")) if is_object(document) else []

    def judge(self, attributes: Mapping[str, object]) -> tuple[bool, dict[str, bool]]:
        """Tell whether an object is in scope, and what each clause said, by a readable name."""
        said: dict[str, bool] = {}
        passed = [_every(group, attributes, said) for group in self._groups]
        inputs = [_every(group, attributes, said) for group in self._inputs]
        return (not passed or any(passed)) and (not inputs or any(inputs)), said


def _every(group: Document, attributes: Mapping[str, object], said: dict[str, bool]) -> bool:
    result = True
    for clause in objects(group.get("clauses")):
        name, operator = str(clause.get("sourceOperandName", "")), str(clause.get("operatorName", ""))
        operand = member(clause, "targetOperand")
        wanted = list(texts(value_of(operand.get("values"))))
        verdict = _holds(operator, value_of(attributes.get(name)), wanted)
        quoted = " ".join(f"'{item}'" for item in wanted)
        said[f"{group.get('name') or 'Scope'}.{name} {operator} {quoted}".rstrip()] = verdict
        result = result and verdict
    return result


def _holds(operator: str, found: "str | tuple[str, ...] | None", wanted: list[str]) -> bool:
    value, values = text(found), texts(found)
    unary: dict[str, bool] = {
        "IS NULL": not value,
        "IS NOT NULL": bool(value),
        "IS TRUE": value == "True",
        "IS FALSE": value == "False",
    }
    if operator in unary:
        return unary[operator]
    negative = operator.startswith(("NOT ", "!"))
    test = _BINARY.get(operator.removeprefix("NOT ").removeprefix("!"))
    if test is None or (not value and not negative):
        return False
    return any(test(item, want) for item in values for want in wanted) != negative


def _matches(value: str, pattern: str) -> bool:
    try:
        return re.search(pattern, value) is not None
    except re.error:
        return False


def _number(value: str) -> int:
    return int(value) if value.lstrip("-").isdigit() else 0


_BINARY: dict[str, Callable[[str, str], bool]] = {
    "EQUALS": lambda value, want: value == want,
    "REGEX MATCH": _matches,
    "&": lambda value, want: bool(_number(value) & _number(want)),
    "ENDS_WITH": lambda value, want: value.endswith(want),
    "Greater_Than": lambda value, want: _number(value) > _number(want),
    "Greater_Than_OR_EQUALS": lambda value, want: _number(value) >= _number(want),
    "Includes": lambda value, want: want in value,
}
