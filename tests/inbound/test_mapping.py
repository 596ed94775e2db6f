"""From columns to SCIM attributes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphsync.inbound import RowMapping

ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


def record(row: dict[str, Any], **paths: Any) -> dict[str, Any]:
    return RowMapping({"externalId": "id", **paths}).record({"id": "1", **row})


def test_values_go_to_their_places() -> None:
    mapping = RowMapping(
        {
            "externalId": "id",
            "urn:ietf:params:scim:schemas:core:2.0:User:userName": "mail",
            "name.givenName": "first",
            'emails[type eq "work"].value': "mail",
            'emails[type eq "work"].primary': lambda _: True,
            'emails[type eq "home"].value': "private",
            'addresses[type eq "work"].country': "country",
            "department": "department",
            "manager": "boss",
            "urn:contoso:employee:JobCode": "code",
            "active": lambda row: row["left"] is None,
        }
    )
    row = {
        "id": 7,
        "mail": "a@contoso.com",
        "first": "A",
        "private": "",
        "country": "SE",
        "department": "R",
    }
    assert mapping.record({**row, "boss": "8", "code": "X", "left": None}) == {
        "externalId": "7",
        "userName": "a@contoso.com",
        "name": {"givenName": "A"},
        "emails": [{"type": "work", "value": "a@contoso.com", "primary": True}],
        "addresses": [{"type": "work", "country": "SE"}],
        ENTERPRISE: {"department": "R", "manager": {"value": "8"}},
        "urn:contoso:employee": {"JobCode": "X"},
        "active": True,
    }
    assert mapping.columns == (
        "id",
        "mail",
        "first",
        "private",
        "country",
        "department",
        "boss",
        "code",
    )


@pytest.mark.parametrize(
    ("text", "value"), [("Yes", True), ("0", False), (1, True), (False, False), ("INACTIVE", False)]
)
def test_truth_is_read_as_people_write_it(text: object, value: bool) -> None:
    assert record({"a": text}, active="a")["active"] is value


def test_values_of_queries_become_json() -> None:
    assert record({"d": date(2026, 1, 2)}, title="d")["title"] == "2026-01-02"
    assert "title" not in record({"d": None}, title="d")
    with pytest.raises(ValueError, match="title: a object cannot be written as JSON"):
        record({"d": object()}, title="d")
    with pytest.raises(ValueError, match="active: 'maybe' is neither true nor false"):
        record({"a": "maybe"}, active="a")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("userNam", "did you mean 'userName'"),
        ("name.givnName", "did you mean 'givenName'"),
        ("name", "name a part of it"),
        ("emails", r'write emails\[type eq "work"\]\.value'),
        ('title[type eq "work"]', "write title without a type"),
        (f"{ENTERPRISE}:departmnt", "did you mean 'department'"),
        ("a b", "is not an attribute's path"),
    ],
)
def test_an_attribute_that_scim_does_not_have_is_named(path: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        RowMapping({"externalId": "id", path: "x"})


def test_mappings_that_cannot_be_meant() -> None:
    with pytest.raises(ValueError, match="no externalId"):
        RowMapping({"userName": "x"})
    with pytest.raises(TypeError, match="userName: it comes from 7"):
        RowMapping({"externalId": "x", "userName": 7})  # type: ignore[dict-item]
    with pytest.raises(ValueError, match="both Pay as a whole"):
        RowMapping({"externalId": "x", "urn:contoso:e:Pay": "a", "urn:contoso:e:Pay.Grade": "b"})


def test_a_function_that_fails_names_its_attribute() -> None:
    with pytest.raises(ValueError, match="title: its function failed: KeyError: 'nothing'"):
        record({}, title=lambda row: row["nothing"])
