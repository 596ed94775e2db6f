"""Arguments of functions stand in the path itself."""

from __future__ import annotations

from generator.document.passes.argument_aliases import argument_aliases
from tests.generator.documents import openapi, operation, parameter


def test_an_alias_becomes_an_argument_in_its_place() -> None:
    options = [
        parameter("userId"),
        parameter("since", format="date-time", type="string"),
        parameter("$top"),
    ]
    paths = {"/calls/all(userId='@userId',since=@since)": {"get": operation(parameters=options)}}
    cured = argument_aliases(openapi(paths=paths))["paths"]
    assert list(cured) == ["/calls/all(userId='{userId}',since={since})"]
    found = cured["/calls/all(userId='{userId}',since={since})"]["get"]["parameters"]
    assert [(one["name"], one["in"], one.get("required")) for one in found] == [
        ("userId", "path", True),
        ("since", "path", True),
        ("$top", "query", None),
    ]


def test_an_alias_without_its_option_stays_text() -> None:
    paths = {"/calls/all(userId='@userId')": {"get": operation(parameters=[parameter("$top")])}}
    assert list(argument_aliases(openapi(paths=paths))["paths"]) == ["/calls/all(userId='@userId')"]
