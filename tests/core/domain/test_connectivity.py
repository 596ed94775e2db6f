"""Connectivity parameters in each of the shapes that were seen; values never show."""

from __future__ import annotations

import pytest

from graphsync._core.domain.connectivity import ConnectivityValues


@pytest.mark.parametrize(
    "answer",
    [
        [
            {"key": "BaseAddress", "value": "https://scim.contoso.com"},
            {"key": "Token", "value": "s3cret"},
        ],
        {
            "value": [
                {"name": "BaseAddress", "value": "https://scim.contoso.com"},
                {"id": "Token", "values": "s3cret"},
            ]
        },
        {"@odata.context": "x", "BaseAddress": "https://scim.contoso.com", "Token": "s3cret"},
        {
            "parameters": [
                {"key": "BaseAddress", "parameters": "https://scim.contoso.com"},
                {"key": "Token", "value": "s3cret"},
            ]
        },
    ],
)
def test_each_shape_gives_values_by_name(answer):
    found = ConnectivityValues.read(answer)
    assert dict(found) == {"BaseAddress": "https://scim.contoso.com", "Token": "s3cret"}
    assert len(found) == 2
    assert repr(found) == "<ConnectivityValues BaseAddress, Token>"


@pytest.mark.parametrize("answer", [None, [], {}, "x", 1, [1, None, {"value": "x"}], {"value": []}])
def test_what_has_no_names_is_empty(answer):
    assert dict(ConnectivityValues.read(answer)) == {}


def test_an_entry_of_several_members_keeps_them():
    assert ConnectivityValues.read([{"key": "OAuth", "a": 1, "b": 2}])["OAuth"] == {"a": 1, "b": 2}
    assert ConnectivityValues.read([{"key": "Nothing"}])["Nothing"] is None
