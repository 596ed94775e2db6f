"""Facts about the language of expressions, its functions and the operators of scopes."""

import re

from .fact import ABSENT, Fact, request
from .jobs import GUID
from .schemas import parsed

_FUNCTIONS = (request("GET {job}/schema/functions"),)
_OPERATORS = (request("GET {job}/schema/filterOperators"),)
_BINARY = {"arity": "Binary", "multivaluedComparisonType": "All"}
_UNARY = {"arity": "Unary", "multivaluedComparisonType": "All"}


def gives(words: str, expression: str, *result: object, **values: object) -> Fact:
    """Return the fact that an expression has a result, over a test object of these values."""
    wanted = result[0] if result and isinstance(result[0], re.Pattern) else None
    members: dict[str, object] = {"evaluationResult.0": wanted}
    if wanted is None:
        members = {"evaluationResult": list(result)}
    return parsed(words, expression, members, **(values or {"any": "x"}))


def takes(name: str, *parameters: str) -> Fact:
    """Return the fact of a function's parameters.

    A parameter is written `name:Type`, with `?` where it may be left out and `*` where there may
    be several.
    """
    wanted = []
    for written in parameters:
        plain = written.rstrip("?*")
        called, _, kind = plain.partition(":")
        marks = written[len(plain) :]
        wanted.append(
            {
                "name": called,
                "type": kind or "String",
                "required": "?" not in marks,
                "allowMultipleOccurrences": "*" in marks,
            }
        )
    place = f"value.name={name}.parameters"
    return Fact(f"the parameters of {name}", _FUNCTIONS, 200, {place: wanted})


def operators(words: str, wanted: dict[str, object], *names: str) -> Fact:
    members = {f"value.name={n}.{key}": v for n in names for key, v in wanted.items()}
    return Fact(words, _OPERATORS, 200, members)


FACTS = (
    gives("a bare attribute", "[mail]", "a@contoso.com", mail="a@contoso.com"),
    gives("a bare constant", '"Contoso"', "Contoso"),
    gives("a truth value is a text", "IsPresent([a])", "True", a="x"),
    gives("Append", 'Append([upn], ".test")', "ada.test", upn="ada"),
    gives("CBool of a comparison", 'CBool([n]="9")', "True", n="9"),
    gives("Coalesce", 'Coalesce([a], [b], "c")', "x", b="x"),
    gives("ConvertToBase64", 'ConvertToBase64("Hello world!")', "SABlAGwAbABvACAAdwBvAHIAbABkACEA"),
    gives("ConvertToUTF8Hex", 'ConvertToUTF8Hex("Hello world!")', "48656C6C6F20776F726C6421"),
    gives("Count", "Count([p])", "2", p=["a", "b"]),
    gives("CStr", "CStr([n])", "5", n="5"),
    gives("DateAdd", 'DateAdd("ww", 2, "2026-01-01")', "1/15/2026 12:00:00 AM"),
    gives("DateDiff", 'DateDiff("ww", "2021-08-25", "2012-03-16")', "-493"),
    gives("DateFromNum", "DateFromNum(129699324000000000)", "1/1/2012 11:00:00 PM"),
    gives("DefaultDomain", "DefaultDomain()", "contoso.com"),
    gives(
        "FormatDateTime",
        'FormatDateTime([d], , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")',
        "2026-01-31",
        d="20260131235959.0Z",
    ),
    gives("Guid", "Guid()", GUID),
    gives("IIF without the attribute", 'IIF([a]="1", "yes", "no")', "no", b="1"),
    gives("InStr", 'InStr("The quick brown fox", "quick")', "5"),
    gives("Item", "Item([p], 2)", "b", p=["a", "b"]),
    gives("Join skips what is empty", 'Join(", ", "", [s], [g])', "Doe, John", s="Doe", g="John"),
    gives(
        "Left of nothing, of none and of fewer",
        'Append(Append(Left([none], 2), Left("Ada", 0)), Left("Ada", -1))',
        "Ada",
    ),
    gives("Mid", 'Mid("Adabert", 4, 99)', "bert"),
    gives("NormalizeDiacritics", 'NormalizeDiacritics("øre straße")', "oere strasse"),
    gives("Not", "Not([flag])", "False", flag="True"),
    gives("Now is the tenant's clock", "Now()", "1/1/2026 12:00:00 AM"),
    gives("NumFromDate", 'NumFromDate("2012-01-01T23:00:00Z")', "129699324000000000"),
    gives("PCase", 'PCase("PINTO-DE\'SILVA", " \'-")', "Pinto-De'Silva"),
    gives("Prepend", 'Prepend("S-", [a])', "S-1", a="1"),
    parsed(
        "RandomString of too many",
        "RandomString(257, 0, 0, 0, 0)",
        {"evaluationSucceeded": False, "error.message": re.compile("256")},
        a="x",
    ),
    gives("RemoveDuplicates", "RemoveDuplicates([p])", "a", "b", p=["a", "b", "a"]),
    parsed("SelectUniqueValue of one", 'SelectUniqueValue("a")', {"parsingSucceeded": False}),
    parsed(
        "SelectUniqueValue within another function",
        'Append(SelectUniqueValue("a", "b"), "c")',
        {"parsingSucceeded": False},
    ),
    parsed("Switch with a key and no value", 'Switch([a], "d", "k")', {"parsingSucceeded": False}),
    gives("Split", 'Split("a,b", ",")', "a", "b"),
    gives("StripSpaces", 'StripSpaces("a b  c")', "abc"),
    gives("Switch by case", 'Switch([c], "other", "NO", "Norway")', "other", c="no"),
    gives("Switch of nothing", 'Switch([c], "other", "", "empty")', "empty", d="x"),
    gives("ToUpper", "ToUpper([a])", "X", a="x"),
    gives(
        "ToLower in Turkish",
        'ToLower("TITLE", "tr-TR")',
        "t\N{LATIN SMALL LETTER DOTLESS I}tle",
    ),
    gives("Word", 'Word("This,string!has&many", 3, ",!&#")', "has"),
    gives("Replace of a text", 'Replace([a], "-", , , "_", , )', "x_y_z", a="x-y-z"),
    gives("Replace in a template", 'Replace([a], "#", , , , , "id-#")', "id-7", a="7"),
    gives(
        "Replace of one group",
        'Replace([line], ,"(?<streetNumber>^\\\\d*)","streetNumber","888", , )',
        "888 Tremont Street",
        line="545 Tremont Street",
    ),
    gives(
        "Replace by another attribute",
        'Replace([mail], , "(?<domain>@.*)", "domain", , [backup], )',
        "@contoso.com",
        backup="x@contoso.com",
    ),
    gives(
        "Replace by a pattern",
        'Replace([n], , "\\\\+(?<isd>\\\\d* )(?<phone>\\\\d{10})", , "${phone}", , )',
        "9998887777",
        n="+91 9998887777",
    ),
    Fact(
        "parsing nothing is refused",
        (request("POST {job}/schema/parseExpression", {"testInputObject": None}),),
        400,
    ),
    Fact(
        "a target attribute is taken",
        (
            request(
                "POST {job}/schema/parseExpression",
                {
                    "expression": '"x"',
                    "targetAttributeDefinition": {"name": "title", "type": "String"},
                },
            ),
        ),
        200,
        {"parsingSucceeded": True},
    ),
    parsed(
        "all parameters of Replace",
        'Replace([a], "b", "c", "d", "e", [f], "g")',
        {
            f"parsedExpression.parameters.{place}.key": key
            for place, key in enumerate(
                (
                    "source",
                    "Find",
                    "RegularExpression",
                    "RegularExpressionGroupName",
                    "Replacement",
                    "ReplacementPropertyName",
                    "Template",
                )
            )
        },
    ),
    Fact(
        "the shape of a function",
        _FUNCTIONS,
        200,
        {
            "@odata.context": re.compile("functions$"),
            "value.name=Append.id": ABSENT,
            "value.name=Append.parameters.0": {
                "name": "source",
                "type": "String",
                "required": True,
                "allowMultipleOccurrences": False,
            },
        },
    ),
    takes("Append", "source", "suffix"),
    takes("DefaultDomain"),
    takes("AppRoleAssignments", "source"),
    takes("FormatDateTime", "source", "inputFormat", "outputFormat"),
    takes("IsNothing", "source:Boolean"),
    takes("Join", "separator", "source*"),
    takes("Prepend", "prefix", "source"),
    takes("Mid", "source", "start:Integer", "length:Integer"),
    takes("Not", "source:Boolean"),
    takes(
        "Replace",
        "source",
        "Find?",
        "RegularExpression?",
        "RegularExpressionGroupName?",
        "Replacement?",
        "ReplacementPropertyName?",
        "Template?",
    ),
    takes("SingleAppRoleAssignment", "source"),
    takes("Split", "source", "delimiter?"),
    takes("StripSpaces", "source"),
    takes("Switch", "source", "defaultValue?", "switchValue?*"),
    operators(
        "operators of two operands",
        _BINARY | {"supportedAttributeTypes": ["Integer", "String"]},
        "EQUALS",
        "NOT EQUALS",
        "REGEX MATCH",
        "NOT REGEX MATCH",
    ),
    operators(
        "operators about null",
        _UNARY | {"supportedAttributeTypes": ["Integer", "String", "Binary", "Boolean"]},
        "IS NULL",
        "IS NOT NULL",
    ),
    operators(
        "operators about truth",
        _UNARY | {"supportedAttributeTypes": ["Boolean"]},
        "IS TRUE",
        "IS FALSE",
    ),
    operators(
        "operators of the portal",
        {"arity": "Binary"},
        "&",
        "!&",
        "ENDS_WITH",
        "Greater_Than",
        "Greater_Than_OR_EQUALS",
        "Includes",
    ),
)
