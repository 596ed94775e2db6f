"""Users, groups and roles: how they are addressed and chosen."""

from __future__ import annotations

import pytest

from graphsync._core.domain.people import (
    DEFAULT_ROLE,
    Member,
    address_of,
    check_needed,
    check_object_id,
    chosen_role,
    id_of,
    reference_to,
    same_id,
)
from graphsync_client.models import AppRole, DirectoryObject, User

ROOT = "https://graph.microsoft.com/v1.0"
USER = AppRole(
    id="18d14569-c3bd-439b-9a66-3a2aee01d14f",
    display_name="User",
    value="User",
    is_enabled=True,
    allowed_member_types=["User"],
)
ADMIN = AppRole(
    id="28d14569-c3bd-439b-9a66-3a2aee01d14f",
    display_name="Administrator",
    value="Admin",
    is_enabled=True,
    allowed_member_types=["User"],
)


def test_a_member_says_what_it_is():
    data = {
        "@odata.type": "#microsoft.graph.user",
        "id": "1",
        "displayName": "Ada",
        "userPrincipalName": "ada@contoso.com",
    }
    member = Member.of(DirectoryObject.from_dict(data))
    assert (member.id, member.kind, member.display_name, member.user_principal_name) == (
        "1",
        "user",
        "Ada",
        "ada@contoso.com",
    )
    bare = Member.of(DirectoryObject.from_dict({"displayName": 5}))
    assert (bare.id, bare.kind, bare.display_name, bare.user_principal_name) == ("", "", None, None)


def test_references_hold_an_address_below_the_root():
    assert reference_to(ROOT, "1") == f"{ROOT}/directoryObjects/1"
    assert reference_to(ROOT, "a b@contoso.com") == f"{ROOT}/users/a%20b@contoso.com"
    assert address_of(ROOT, "groups", "a/../b") == f"{ROOT}/groups/a%2F..%2Fb"
    with pytest.raises(ValueError, match="one of the users is empty"):
        address_of(ROOT, "users", " ")


def test_ids_are_read_and_compared():
    assert id_of("1") == "1"
    assert id_of(Member("2", "user", None, None, DirectoryObject())) == "2"
    assert same_id("A-b", "a-B")
    assert not same_id("a", None)
    check_object_id("members.add()", "1")
    with pytest.raises(ValueError, match=r"takes an object id, not the address 'ada@contoso\.com'"):
        check_object_id("members.add()", "ada@contoso.com")


def test_what_the_service_needs_is_checked_before_anything_is_sent():
    check_needed("user", User(display_name="Ada"), ["display_name"])
    with pytest.raises(
        ValueError, match="a user cannot be created without mail_nickname; nothing was sent"
    ):
        check_needed("user", User(display_name="Ada"), ["display_name", "mail_nickname"])


def test_the_role_user_is_chosen_and_the_default_one_where_there_are_none():
    assert chosen_role([], None) == DEFAULT_ROLE
    assert chosen_role([ADMIN, USER], None) == USER.id
    for name in ("Admin", "administrator", ADMIN.id, ADMIN):
        assert chosen_role([USER, ADMIN], name) == ADMIN.id
    with pytest.raises(ValueError, match="Admin"):
        chosen_role([ADMIN], "Admn")
