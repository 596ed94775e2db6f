"""The expression language: examples that captures vouch for, and the semantics around them."""

from datetime import UTC, datetime
from random import Random

import pytest

from graphsync.expressions import (
    SKIPPED,
    ExpressionError,
    Redacted,
    Surroundings,
    describe,
    evaluate,
)

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC).timestamp()


def run(expression: str, **attributes: object) -> object:
    return evaluate(expression, Surroundings(attributes, now=NOW, random=Random(1)))


ADMIN = '{"id":"1","value":"25","displayName":"Role1234"}'
USER = '{"id":"2","value":"User","displayName":"User"}'
COMPLEX = (
    '{"primary": false, "type": "WindowsAzureActiveDirectoryRole", "NAME": "User", "value": "User"}'
)

DOCUMENTED = [
    ('Append([upn], ".test")', {"upn": "ada@contoso.com"}, "ada@contoso.com.test"),
    ("BitAnd(&HF, &HF7)", {}, "7"),
    ('CDate("2020-03-16-07:00")', {}, "3/16/2020 7:00:00 AM"),
    ('CDate("2021-06-30+08:00")', {}, "6/29/2021 4:00:00 PM"),
    ('ConvertToBase64("Hello world!")', {}, "SABlAGwAbABvACAAdwBvAHIAbABkACEA"),
    ('ConvertToUTF8Hex("Hello world!")', {}, "48656C6C6F20776F726C6421"),
    ('DateDiff("d", "2021-08-25", "2012-03-16")', {}, "-3449"),
    ('DateDiff("ww", "2021-08-25", "2012-03-16")', {}, "-493"),
    ('DateDiff("m", "2021-08-25", "2012-03-16")', {}, "-113"),
    ('DateDiff("yyyy", "2021-08-25", "2012-03-16")', {}, "-9"),
    ("DateFromNum(129699324000000000)", {}, "1/1/2012 11:00:00 PM"),
    ('InStr("The quick brown fox", "quick")', {}, "5"),
    ('InStr("repEated", "e", 3, vbBinaryCompare)', {}, "7"),
    (
        'Join(", ", "", [surname], [givenName])',
        {"surname": "Doe", "givenName": "John"},
        "Doe, John",
    ),
    ('PCase("PINTO-DE\'SILVA", " \'-")', {}, "Pinto-De'Silva"),
    ('Replace([preferredLanguage], "-", , , "_", , )', {"preferredLanguage": "EN-US"}, "EN_US"),
    (
        'Replace([telephoneNumber], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>\\\\d{10})", , "${phoneNumber}", , )',
        {"telephoneNumber": "+91 9998887777"},
        "9998887777",
    ),
    (
        'Replace([AddressLineData], ,"(?<streetNumber>^\\\\d*)","streetNumber","888", , )',
        {"AddressLineData": "545 Tremont Street"},
        "888 Tremont Street",
    ),
    (
        (
            'IIF(IsPresent([userAccountControl]), IIF(BitAnd([userAccountControl], 2)="0", "True", "False"), '
            "Not([accountDisabled]))"
        ),
        {"userAccountControl": "512"},
        "True",
    ),
    (
        'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
        {"IsSoftDeleted": "False"},
        "True",
    ),
]
SEMANTICS = [
    ("[mail]", {"mail": "a@contoso.com"}, "a@contoso.com"),
    ("[mail]", {}, None),
    ("[flag]", {"flag": True}, "True"),
    ('[emails[type eq "work"].value]', {'emails[type eq "work"].value': "x"}, "x"),
    ('"a \\"quoted\\" \\\\ text"', {}, 'a "quoted" \\ text'),
    ('Left("Ada", 2)', {}, "Ad"),
    ('Left("Ada", 0)', {}, ""),
    ('Left("Ada", -1)', {}, "Ada"),
    ("Left([none], 2)", {}, ""),
    ('Mid("Adabert", 4, 99)', {}, "bert"),
    ('Word("This,string!has&many separators", 3, ",!&#")', {}, "has"),
    ('Word("one two", 5, " ")', {}, ""),
    ('PCase("ada NATO brandt")', {}, "Ada Nato Brandt"),
    ('PCase("o\'BRIEN-smith 2ND (x)")', {}, "O'brien-Smith 2Nd (X)"),
    (
        'ToLower("TITLE I", "tr-TR")',
        {},
        "t\N{LATIN SMALL LETTER DOTLESS I}tle \N{LATIN SMALL LETTER DOTLESS I}",
    ),
    ('ToUpper("istanbul", "tr-TR")', {}, "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}STANBUL"),
    ('ToUpper("straße")', {}, "STRAßE"),
    ('ToLower("ΟΔΟΣ")', {}, "οδοσ"),
    ('"a" & [b] & "c"', {"b": "x"}, "axc"),
    ('IIF("a" & [b]="ax", "yes", "no")', {"b": "x"}, "yes"),
    ('Mid("abcdef", 3)', {}, "cdef"),
    ('Contains([p], "x")', {"p": ["a", "bx"]}, "2"),
    ('Contains([p], "y")', {"p": ["a", "bx"]}, "0"),
    ("DNComponent(CRef([dn]), 2)", {"dn": "CN=Doe\\, Joe,OU=Sales"}, "Sales"),
    ("DNComponent(CRef([dn]), 1)", {"dn": "CN=Doe\\, Joe,OU=Sales"}, "Doe, Joe"),
    (
        "StringFromSid([s])",
        {"s": "AQUAAAAAAAUVAAAAFmFSRgNyVGRzCDBO9AEAAA=="},
        "S-1-5-21-1179803926-1683255811-1311770739-500",
    ),
    ("IIF([x]=2, NULL, 1)", {"x": "2"}, None),
    ("Not([a])", {}, "True"),
    ('Not("x")', {}, "True"),
    (
        'NormalizeDiacritics("Æble øre Ćwikła straße \N{LATIN SMALL LETTER DOTLESS I}")',
        {},
        "AEble oere Cwikla strasse i",
    ),
    ('Split("a, b,c", ",")', {}, ("a", "b", "c")),
    ("Count([proxyAddresses])", {"proxyAddresses": ["a", "b"]}, "2"),
    ("Item([proxyAddresses], 2)", {"proxyAddresses": ["a", "b"]}, "b"),
    ("Item([none], 3)", {}, None),
    ("RemoveDuplicates([x])", {"x": ["a", "b", "a"]}, ("a", "b")),
    ('Join(";", [x], "c")', {"x": ["a", "b"]}, "a;b;c"),
    ('Switch([c], "other", "NO", "Norway")', {"c": "no"}, "other"),
    ('Switch([c], "other", "", "empty")', {}, "empty"),
    ('Coalesce([a], [b], "c")', {"b": "x"}, "x"),
    ('IIF([a]="1", "yes", "no")', {}, "no"),
    ('IIF([a]<>"1", "yes", "no")', {}, "no"),
    ('IIF([a]<>"1", "yes", "no")', {"a": "2"}, "yes"),
    ('IIF([n]>=10, "big", "small")', {"n": "9"}, "small"),
    ('IIF([name]="Nan", "yes", "no")', {"name": "Nan"}, "yes"),
    ('CBool([n]="9")', {"n": "9"}, "True"),
    ('CBool("0")', {}, "False"),
    ("IsNull([a])", {}, "True"),
    ("IsNullOrEmpty([a])", {"a": ""}, "True"),
    ("IsString([a])", {"a": "x"}, "True"),
    ('Replace("[id]@contoso.com", "[id]", , , , , "x")', {}, "x"),
    ('Replace([a], "$", , , , , "$-suffix")', {"a": "1"}, "1-suffix"),
    (
        'Replace([mail], , "(?<domain>@.*)", "domain", , [backup], )',
        {"backup": "x@contoso.com"},
        "@contoso.com",
    ),
    (
        'Replace([mail], , "(?<domain>@.*)", "domain", , [backup], )',
        {"mail": "m", "backup": "x@y"},
        "m",
    ),
    ('Replace("2026-01", , "(\\\\d+)-(\\\\d+)", , "$2/$1 $$", , )', {}, "01/2026 $"),
    ('DateAdd("m", 1, "2026-01-31")', {}, "2/28/2026 12:00:00 AM"),
    ('DateAdd("d", -10, "2026-01-31")', {}, "1/21/2026 12:00:00 AM"),
    ('DateAdd("h", 13, "2026-01-31")', {}, "1/31/2026 1:00:00 PM"),
    ("Now()", {}, "3/1/2026 12:00:00 PM"),
    ('DateDiff("h", Now(), DateAdd("d", 1, Now()))', {}, "24"),
    ('NumFromDate("2012-01-01T23:00:00Z")', {}, "129699324000000000"),
    (
        'FormatDateTime([d], , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")',
        {"d": "20260131235959.0Z"},
        "2026-01-31",
    ),
    ('FormatDateTime([d], "yyyy-MM-dd", "ddd d MMM yy")', {"d": "2026-01-31"}, "Sat 31 Jan 26"),
    ("ToUpper([a])", {"a": "x"}, "X"),
    ('StripSpaces("a b  c")', {}, "abc"),
    ("DefaultDomain()", {}, "contoso.com"),
    ('Prepend("S-", [a])', {"a": "1"}, "S-1"),
    ("SingleAppRoleAssignment([appRoleAssignments])", {"appRoleAssignments": ["Admin"]}, "Admin"),
    ("SingleAppRoleAssignment([r])", {"r": [ADMIN, USER]}, "25"),
    ("AppRoleAssignments([r])", {"r": [ADMIN, USER]}, ("25", "User")),
    ("AppRoleAssignmentsComplex([r])", {"r": [USER]}, (COMPLEX.replace("NAME", "displayName"),)),
    (
        "AssertiveAppRoleAssignmentsComplex([r])",
        {"r": [USER]},
        (COMPLEX.replace("NAME", "display"),),
    ),
    ("AppRoleAssignmentsComplex([r])", {}, ()),
    ("IgnoreFlowIfNullOrEmpty([a])", {}, SKIPPED),
    ("CStr([a])", {"a": 5}, "5"),
]


@pytest.mark.parametrize(("expression", "attributes", "result"), DOCUMENTED)
def test_documented_examples(
    expression: str, attributes: dict[str, object], result: object
) -> None:
    assert run(expression, **attributes) == result


@pytest.mark.parametrize(("expression", "attributes", "result"), SEMANTICS)
def test_semantics(expression: str, attributes: dict[str, object], result: object) -> None:
    assert run(expression, **attributes) == result


def test_redacted_values_are_marked() -> None:
    assert isinstance(run("Redact([a])", a="x"), Redacted)


def test_random_string_keeps_its_minimums() -> None:
    made = run('RandomString(12, 3, 2, 2, 2, "0O")')
    assert isinstance(made, str)
    assert len(made) == 12
    assert sum(char.isdigit() for char in made) >= 3
    assert not set("0O") & set(made)


def test_unique_value_takes_the_first_that_is_free() -> None:
    around = Surroundings({"a": "x"}, taken=lambda value: value == "x")
    assert evaluate('SelectUniqueValue([a], Append([a], "1"))', around) == "x1"
    around.taken = lambda _: True
    with pytest.raises(ExpressionError, match="taken"):
        evaluate('SelectUniqueValue([a], Append([a], "1"))', around)


def test_description_is_the_captured_one() -> None:
    assert describe('Replace([preferredLanguage], "-", , , "_", ,  )') == {
        "expression": 'Replace([preferredLanguage], "-", , , "_", , )',
        "name": "Replace",
        "type": "Function",
        "parameters": [
            {
                "key": "source",
                "value": {
                    "expression": "[preferredLanguage]",
                    "name": "preferredLanguage",
                    "type": "Attribute",
                    "parameters": [],
                },
            },
            {
                "key": "Find",
                "value": {"expression": '"-"', "name": "-", "type": "Constant", "parameters": []},
            },
            {
                "key": "Replacement",
                "value": {"expression": '"_"', "name": "_", "type": "Constant", "parameters": []},
            },
        ],
    }
