"""Scoping filters, by the page that describes their operators, and .NET's regular expressions."""

from typing import Any

import pytest

from graphsync.expressions import ExpressionError, Scope
from graphsync.expressions.dotnet_regex import compiled
from graphsync.expressions.filters import OPERATORS, problems


def judged(operator: str, found: object, *wanted: str) -> bool:
    clause = {
        "sourceOperandName": "a",
        "operatorName": operator,
        "targetOperand": {"values": list(wanted)},
    }
    return Scope({"groups": [{"name": "g", "clauses": [clause]}]}).judge({"a": found}).inside


# define-conditional-rules-for-provisioning-user-accounts
@pytest.mark.parametrize("operator", [name for name, _, _ in OPERATORS if name != "IS NULL"])
@pytest.mark.parametrize("nothing", [None, "", []])
def test_every_operator_is_false_without_a_value(operator: str, nothing: object) -> None:
    assert judged(operator, nothing, "1") is False


@pytest.mark.parametrize(
    ("operator", "found", "wanted", "result"),
    [
        ("IS NULL", None, [], True),
        ("IS NULL", "", [], True),
        ("IS NULL", "x", [], False),
        ("IS NOT NULL", "x", [], True),
        ("IS TRUE", True, [], True),
        ("IS TRUE", "true", [], True),
        ("IS TRUE", "yes", [], False),
        ("IS FALSE", False, [], True),
        ("EQUALS", "Sales", ["Sales"], True),
        ("EQUALS", "sales", ["Sales"], False),
        ("EQUALS", "Sales", ["Legal", "Sales"], True),
        ("NOT EQUALS", "sales", ["Sales"], True),
        ("NOT EQUALS", "Sales", ["Sales"], False),
        ("NOT EQUALS", "Sales", ["Legal", "Sales"], False),
        ("&", "NO", ["US,NO"], True),
        ("&", "NO", ["US", "NO"], True),
        ("&", "N", ["US,NO"], False),
        ("&", "3", ["1"], False),
        ("!&", "NO", ["US,NO"], False),
        ("!&", "SE", ["US,NO"], True),
        ("ENDS_WITH", "ada@contoso.com", ["@contoso.com"], True),
        ("ENDS_WITH", "ada@contoso.com", ["@Contoso.com"], False),
        ("Includes", "Head of Sales", ["of S"], True),
        ("Includes", "Head of Sales", ["Of"], False),
        ("Greater_Than", "7", ["6"], True),
        ("Greater_Than", "7", ["7"], False),
        ("Greater_Than", "10", ["9"], True),
        ("Greater_Than", 10, ["9"], True),
        ("Greater_Than", "ten", ["-1"], False),
        ("Greater_Than", "1.5", ["1"], False),
        ("Greater_Than_OR_EQUALS", "7", ["7"], True),
        ("Greater_Than_OR_EQUALS", "x", ["0"], False),
        ("REGEX MATCH", "1500000", ["(1[0-9][0-9][0-9][0-9][0-9][0-9])"], True),
        ("REGEX MATCH", "ada@domain.com", [r".*\@domain.com"], True),
        ("NOT REGEX MATCH", "ada@domain.com", [r".*\@domain.com"], False),
        ("NOT REGEX MATCH", "ada@contoso.com", [r".*\@domain.com"], True),
        ("REGEX MATCH", "x", ["("], False),
        ("NOT REGEX MATCH", "x", ["("], False),
        ("EQUALS", ["a", "a"], ["a"], True),
        ("EQUALS", ["a", "b"], ["a"], False),
        ("Unknown", "a", ["a"], False),
    ],
)
def test_operators(operator: str, found: object, wanted: list[str], result: bool) -> None:
    assert judged(operator, found, *wanted) is result


def clause(name: str, operator: str, *wanted: str) -> dict[str, Any]:
    return {
        "sourceOperandName": name,
        "operatorName": operator,
        "targetOperand": {"values": list(wanted)},
    }


def test_one_group_suffices_and_in_it_every_clause_counts() -> None:
    oslo, boss = clause("city", "EQUALS", "Oslo"), clause("title", "EQUALS", "Boss")
    scope = Scope(
        {
            "groups": [
                {"name": "Both", "clauses": [oslo, boss]},
                {"clauses": [clause("id", "EQUALS", "7")]},
            ]
        }
    )
    assert scope.judge({"city": "Oslo", "title": "Boss"}).inside
    assert not scope.judge({"city": "Oslo"}).inside
    assert scope.judge({"id": "7"}).inside
    assert scope.judge({"id": "7"}).clauses == {
        "Both.city EQUALS 'Oslo'": False,
        "Both.title EQUALS 'Boss'": False,
        "Scope.id EQUALS '7'": True,
    }


def test_an_object_that_an_input_filter_hides_is_not_considered() -> None:
    scope = Scope(
        {"groups": [], "inputFilterGroups": [{"clauses": [clause("city", "EQUALS", "Oslo")]}]}
    )
    assert scope.judge({"city": "Oslo"}).considered
    hidden = scope.judge({"city": "Bergen"})
    assert (hidden.inside, hidden.considered) == (False, False)


@pytest.mark.parametrize("document", [None, {}, {"groups": None}, {"groups": []}])
def test_no_filter_lets_everything_through(document: object) -> None:
    assert Scope(document).judge({}).inside


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (clause("manager", "EQUALS", "x"), "'manager' cannot be used"),
        (clause("userType", "EQUALS", "Guest"), "'userType' cannot be used"),
        (clause("appRoleAssignments", "IS NOT NULL"), "cannot be used"),
        (clause("members", "EQUALS", "x"), "'members' cannot be used"),
        (clause("hired", "EQUALS", "2026-01-01"), "'hired' is a date"),
        (clause("employeeHireDate", "IS NOT NULL"), "'employeeHireDate' is a date"),
        (clause("proxyAddresses", "Includes", "x"), "several values"),
        (clause("city", "equals", "x"), "use 'EQUALS'"),
        (clause("city", "LIKE", "x"), "'LIKE' is not an operator"),
        (clause("", "EQUALS", "x"), "'sourceOperandName' is missing"),
        (clause("city", "EQUALS"), "needs a value"),
        (clause("city", "REGEX MATCH", "(a"), "not a regular expression"),
        (clause("city", "Greater_Than", "x"), "whole numbers"),
    ],
)
def test_what_the_service_does_not_accept(bad: dict[str, Any], said: str) -> None:
    definitions = {
        "hired": {"type": "DateTime"},
        "proxyAddresses": {"type": "String", "multivalued": True},
    }
    found = list(
        problems({"groups": [{"clauses": [clause("city", "EQUALS", "Oslo"), bad]}]}, definitions)
    )
    assert [place for place, _ in found] == ["groups[0].clauses[1]"]
    assert said in found[0][1]


@pytest.mark.parametrize(
    ("pattern", "text", "result"),
    [
        (r"^(?<first>\w+)\s\k<first>$", "ha ha", True),
        (r"(?'q'a)\k'q'", "aa", True),
        (r"^\p{Lu}\p{Ll}+$", "Ærlig", True),
        (r"^\p{L}+$", "abc1", False),
        (r"^\d$", "٣", True),
        (r"^[a-z-[aeiou]]+$", "xyz", True),
        (r"^[a-z-[aeiou]]+$", "xya", False),
        (r"^[^a-z-[A-C]]+$", "D", True),
        (r"^[^a-z-[A-C]]+$", "A", False),
        (r"a\Z", "a\n", True),
        (r"a\z", "a\n", False),
        (r"^[[:alpha:]]", ":", False),
        (r"^[[:alpha:]]", ":]", True),
        (r"^a{,2}$", "a{,2}", True),
        (r"^a{2}$", "aa", True),
        (r"^{}$", "{}", True),
        (r"\u00e6\x41\e\cA", "æA\x1b\x01", True),
        (r"^[\b]$", "\x08", True),
        (r"(?i)ÆRLIG", "ærlig", True),
        (r"(?<=\w{2,5}:)x", "abc:x", True),
        (r"(?<!a)b(?=c)(?!d)(?:c)(?>c)", "bcc", True),
        (r"a(?# a comment)b", "ab", True),
        (r"a+?b*?", "aab", True),
        (r"[]a]", "]", True),
    ],
)
def test_dotnet_patterns(pattern: str, text: str, result: bool) -> None:
    assert compiled(pattern).found_in(text) is result


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "[a",
        r"\q",
        r"\_",
        "a++",
        "a**",
        "(?P<n>a)",
        "(?<a-b>x)",
        "(?<1a>x)",
        "a\\",
        r"\cé",
        r"[a-z-[b]c]",
        r"\N{DASH}",
    ],
)
def test_what_dotnet_refuses_is_refused(pattern: str) -> None:
    with pytest.raises(ExpressionError, match="is not a regular expression"):
        compiled(pattern)


def test_a_pattern_that_never_ends_is_ended() -> None:
    pattern = compiled(r"^(a|aa)+$")
    with pytest.raises(ExpressionError, match="took longer"):
        pattern.found_in("a" * 60 + "!")
    assert judged("REGEX MATCH", "a" * 60 + "!", pattern.source) is False
    assert judged("NOT REGEX MATCH", "a" * 60 + "!", pattern.source) is False
