"""Scoping filters: groups of clauses; one group suffices, and in it every clause counts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from graphsync.expressions import dotnet_regex
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.json_shapes import Document, is_object, member, objects
from graphsync.expressions.value import Value, text, texts, value_of

OPERATORS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("EQUALS", "Binary", ("Integer", "String")),
    ("NOT EQUALS", "Binary", ("Integer", "String")),
    ("REGEX MATCH", "Binary", ("Integer", "String")),
    ("NOT REGEX MATCH", "Binary", ("Integer", "String")),
    ("IS NULL", "Unary", ("Integer", "String", "Binary", "Boolean")),
    ("IS NOT NULL", "Unary", ("Integer", "String", "Binary", "Boolean")),
    ("IS TRUE", "Unary", ("Boolean",)),
    ("IS FALSE", "Unary", ("Boolean",)),
    ("&", "Binary", ("Integer", "String")),
    ("!&", "Binary", ("Integer", "String")),
    ("ENDS_WITH", "Binary", ("String",)),
    ("Greater_Than", "Binary", ("Integer",)),
    ("Greater_Than_OR_EQUALS", "Binary", ("Integer",)),
    ("Includes", "Binary", ("String",)),
)
# The service does not evaluate these, whatever the operator.
UNSUPPORTED = frozenset({"appRoleAssignments", "userType", "manager", "members", "IsMemberOf"})
# The directory's dates, by name, for schemas that do not define them.
_DATES = frozenset(
    {
        "createdDateTime",
        "deletedDateTime",
        "employeeHireDate",
        "employeeLeaveDateTime",
        "lastPasswordChangeDateTime",
        "onPremisesLastSyncDateTime",
    }
)

_ARITY = {name: arity for name, arity, _ in OPERATORS}
_GROUPS = ("groups", "inputFilterGroups", "categoryFilterGroups")


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a scoping filter says about one object.

    `clauses` holds the result of each clause by a readable name. `considered` is False when an
    input filter hides the object: it is then neither provisioned nor deprovisioned.
    """

    inside: bool
    considered: bool
    clauses: dict[str, bool]


@dataclass(frozen=True, slots=True)
class ClauseResult:
    """One clause of a scoping filter, with the value that an object has for it.

    `group` is the name of the group that the clause belongs to.
    """

    group: str
    attribute: str
    operator: str
    wanted: tuple[str, ...]
    value: Value
    holds: bool

    @property
    def rule(self) -> str:
        """The clause as one line, such as `department EQUALS 'Sales'`."""
        quoted = " ".join(f"'{item}'" for item in self.wanted)
        return f"{self.attribute} {self.operator} {quoted}".rstrip()


@dataclass(frozen=True, slots=True)
class Examined:
    """A scoping filter, clause by clause, for one object.

    Each item is a group. `inputs` are the groups that decide whether the object is considered at
    all.
    """

    inputs: list[list[ClauseResult]]
    groups: list[list[ClauseResult]]


@dataclass(frozen=True, slots=True)
class _Clause:
    group: str
    attribute: str
    operator: str
    wanted: tuple[str, ...]
    test: Callable[[Value], bool]

    @property
    def label(self) -> str:
        quoted = " ".join(f"'{item}'" for item in self.wanted)
        return f"{self.group}.{self.attribute} {self.operator} {quoted}".rstrip()

    def examine(self, attributes: Mapping[str, object]) -> ClauseResult:
        value = value_of(attributes.get(self.attribute))
        return ClauseResult(
            self.group, self.attribute, self.operator, self.wanted, value, self.test(value)
        )


@dataclass(slots=True)
class Scope:
    """A scoping filter, compiled; an absent one lets everything through.

    Args:
        document: the `scope` of an object mapping, or None. A clause that cannot be used, such as
            one with a broken regular expression, is false for every object; `problems` lists them.

    """

    document: object = None
    _groups: list[list[_Clause]] = field(init=False)
    _inputs: list[list[_Clause]] = field(init=False)

    def __post_init__(self) -> None:
        scope = self.document if is_object(self.document) else {}
        self._groups = [_clauses(group) for group in objects(scope.get("groups"))]
        self._inputs = [_clauses(group) for group in objects(scope.get("inputFilterGroups"))]

    def judge(self, attributes: Mapping[str, object]) -> Verdict:
        """Decide about an object by its source attributes."""
        said: dict[str, bool] = {}
        inputs = [_every(clauses, attributes, said) for clauses in self._inputs]
        groups = [_every(clauses, attributes, said) for clauses in self._groups]
        considered = not inputs or any(inputs)
        return Verdict(considered and (not groups or any(groups)), considered, said)

    def examine(self, attributes: Mapping[str, object]) -> Examined:
        """Return every clause with the object's value and whether it holds."""
        return Examined(
            [[clause.examine(attributes) for clause in group] for group in self._inputs],
            [[clause.examine(attributes) for clause in group] for group in self._groups],
        )


def problems(
    document: object, definitions: Mapping[str, Document] | None = None
) -> Iterator[tuple[str, str]]:
    """Yield what the service would not accept in a scoping filter: the clause's place, and why.

    Args:
        document: the `scope` of an object mapping, or None.
        definitions: attribute definitions of the source object by name. Where they are given,
            multi-valued and date attributes are found out by them; dates of the directory are known
            by name too.

    """
    scope = document if is_object(document) else {}
    for kind in _GROUPS:
        for at, group in enumerate(objects(scope.get(kind))):
            for number, clause in enumerate(objects(group.get("clauses"))):
                problem = _problem(clause, definitions or {})
                if problem:
                    yield f"{kind}[{at}].clauses[{number}]", problem


def _problem(clause: Document, definitions: Mapping[str, Document]) -> str | None:
    name, operator = str(clause.get("sourceOperandName", "")), str(clause.get("operatorName", ""))
    wanted = _wanted(clause)
    definition = definitions.get(name, {})
    if operator not in _ARITY:
        near = next((known for known in _ARITY if known.casefold() == operator.casefold()), None)
        hint = f"use '{near}'" if near else f"there are {', '.join(_ARITY)}"
        return f"'{operator}' is not an operator; {hint}"
    if not name:
        return "'sourceOperandName' is missing"
    if name.casefold() in {item.casefold() for item in UNSUPPORTED}:
        return f"the attribute '{name}' cannot be used in a scoping filter"
    if definition.get("type") == "DateTime" or (not definition and name in _DATES):
        return f"the attribute '{name}' is a date; dates cannot be used in a scoping filter"
    if definition.get("multivalued"):
        return f"the attribute '{name}' has several values and cannot be used in a scoping filter"
    if _ARITY[operator] == "Binary" and not wanted:
        return f"{operator} needs a value in 'targetOperand'"
    if operator.endswith("REGEX MATCH"):
        return next(filter(None, map(_broken, wanted)), None)
    if operator.startswith("Greater") and not all(_number(item) is not None for item in wanted):
        return f"{operator} compares whole numbers, not '{wanted[0][:100]}'"
    return None


def _broken(pattern: str) -> str | None:
    try:
        dotnet_regex.compiled(pattern)
    except ExpressionError as error:
        return str(error)
    return None


def _wanted(clause: Document) -> tuple[str, ...]:
    return texts(value_of(member(clause, "targetOperand").get("values")))


def _clauses(group: Document) -> list[_Clause]:
    title = str(group.get("name") or "Scope")
    return [_clause(title, clause) for clause in objects(group.get("clauses"))]


def _clause(title: str, clause: Document) -> _Clause:
    name, operator = str(clause.get("sourceOperandName", "")), str(clause.get("operatorName", ""))
    wanted = _wanted(clause)
    return _Clause(title, name, operator, wanted, _test(operator, wanted))


def _every(clauses: list[_Clause], attributes: Mapping[str, object], said: dict[str, bool]) -> bool:
    result = True
    for clause in clauses:
        verdict = clause.test(value_of(attributes.get(clause.attribute)))
        said[clause.label] = verdict
        result = result and verdict
    return result


def _test(operator: str, wanted: tuple[str, ...]) -> Callable[[Value], bool]:
    if operator in _UNARY:
        return _UNARY[operator]
    single = _BINARY.get(operator)
    if single is None:
        return lambda _value: False

    def test(value: Value) -> bool:
        found = [item for item in texts(value) if item]
        # Whatever the operator, also a negative one: without a value the clause is false.
        return bool(found) and all(single(item, wanted) for item in found)

    return test


def _matches(value: str, patterns: tuple[str, ...]) -> bool | None:
    try:
        return any(dotnet_regex.compiled(pattern).found_in(value) for pattern in patterns)
    except ExpressionError:
        return None


def _listed(value: str, wanted: tuple[str, ...]) -> bool:
    return any(value == part.strip() for item in wanted for part in (item, *item.split(",")))


def _number(value: str) -> int | None:
    try:
        return int(value)
    except ValueError:
        return None


def _greater(value: str, wanted: tuple[str, ...], *, equal: bool) -> bool:
    found = _number(value)
    limits = [_number(item) for item in wanted]
    return found is not None and any(
        limit is not None and (found > limit or (equal and found == limit)) for limit in limits
    )


_UNARY: dict[str, Callable[[Value], bool]] = {
    "IS NULL": lambda value: not text(value),
    "IS NOT NULL": lambda value: bool(text(value)),
    "IS TRUE": lambda value: text(value).casefold() == "true",
    "IS FALSE": lambda value: text(value).casefold() == "false",
}
_BINARY: dict[str, Callable[[str, tuple[str, ...]], bool]] = {
    "EQUALS": lambda value, wanted: value in wanted,
    "NOT EQUALS": lambda value, wanted: value not in wanted,
    "REGEX MATCH": lambda value, wanted: _matches(value, wanted) is True,
    "NOT REGEX MATCH": lambda value, wanted: _matches(value, wanted) is False,
    "&": _listed,
    "!&": lambda value, wanted: not _listed(value, wanted),
    "ENDS_WITH": lambda value, wanted: value.endswith(wanted),
    "Greater_Than": lambda value, wanted: _greater(value, wanted, equal=False),
    "Greater_Than_OR_EQUALS": lambda value, wanted: _greater(value, wanted, equal=True),
    "Includes": lambda value, wanted: any(item in value for item in wanted),
}
