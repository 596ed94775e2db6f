"""Evaluate attribute-mapping expressions and scoping filters, and print how many a second.

Trees are parsed once, as a job does; the last column parses the text each time. One process, one
thread, the best of several rounds.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from graphsync.expressions import Scope, Surroundings, check, evaluate, parse

_ROUNDS = 5
_SECONDS = 0.2
_GOAL = 10_000

ATTRIBUTES: dict[str, object] = {
    "givenName": "José",
    "surname": "García-López",
    "userPrincipalName": "jose@contoso.com",
    "telephoneNumber": "+91 9998887777",
    "IsSoftDeleted": "False",
    "department": "Sales",
    "hired": "2012-03-16-07:00",
}
EXPRESSIONS = {
    "attribute": "[userPrincipalName]",
    "state": 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    "join": 'Join(" ", [givenName], [surname])',
    "address": (
        'ToLower(Join("@", NormalizeDiacritics(StripSpaces(Join(".", [givenName], [surname]))),'
        ' "contoso.com"))'
    ),
    "regex": (
        'Replace([telephoneNumber], , "\\\\+(?<isd>\\\\d* )(?<number>\\\\d{10})", ,'
        ' "${number}", , )'
    ),
    "dates": 'IIF(DateDiff("d", Now(), CDate([hired])) > 5, "False", "True")',
}


def _clause(name: str, operator: str, value: str) -> dict[str, object]:
    operand = {"values": [value]}
    return {"sourceOperandName": name, "operatorName": operator, "targetOperand": operand}


FILTER = {
    "groups": [
        {
            "name": "People",
            "clauses": [
                _clause("department", "EQUALS", "Sales"),
                _clause("userPrincipalName", "REGEX MATCH", r".*\@contoso\.com"),
            ],
        }
    ]
}


def rate(call: Callable[[], object]) -> float:
    """Return how often a second something can be called, the best of the rounds."""
    best = 0.0
    for _ in range(_ROUNDS):
        count, start = 0, perf_counter()
        while perf_counter() - start < _SECONDS:
            for _ in range(50):
                call()
            count += 50
        best = max(best, count / (perf_counter() - start))
    return best


def main() -> None:
    """Print a row for each expression and one for the filter."""
    around = Surroundings(ATTRIBUTES, now=1_767_225_600.0)
    print(f"{'':<10} {'a second':>10} {'with parsing':>13}")
    slowest = float("inf")
    for name, text in EXPRESSIONS.items():
        tree = parse(text)
        check(tree)
        fast = rate(lambda tree=tree: evaluate(tree, around))
        slow = rate(lambda text=text: evaluate(text, around))
        slowest = min(slowest, fast)
        print(f"{name:<10} {fast:>10,.0f} {slow:>13,.0f}")
    scope = Scope(FILTER)
    fast = rate(lambda: scope.judge(ATTRIBUTES))
    slow = rate(lambda: Scope(FILTER).judge(ATTRIBUTES))
    print(f"{'filter':<10} {fast:>10,.0f} {slow:>13,.0f}")
    verdict = "reached" if min(slowest, fast) >= _GOAL else "missed"
    print(f"goal of {_GOAL:,} evaluations a second: {verdict}")


if __name__ == "__main__":
    main()
