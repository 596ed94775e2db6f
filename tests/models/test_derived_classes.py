"""`@odata.type` chooses the class of an object, where the package has one that fits."""

from __future__ import annotations

import pickle

import pytest

from graphsync_client.models import (
    DirectoryObject,
    DirectoryObjectCollectionResponse,
    Group,
    User,
)

ADA = {"@odata.type": "#microsoft.graph.user", "id": "a", "displayName": "Ada"}
SALES = {"@odata.type": "#microsoft.graph.group", "id": "s", "displayName": "Sales"}


def test_items_of_a_list_are_of_their_own_classes() -> None:
    page = DirectoryObjectCollectionResponse.from_dict(
        {"value": [ADA, SALES, {"id": "x"}, {"@odata.type": "#microsoft.graph.device", "id": "d"}]}
    )
    assert [type(item) for item in page.value or ()] == [
        User,
        Group,
        DirectoryObject,
        DirectoryObject,
    ]
    first = (page.value or [])[0]
    assert isinstance(first, User)
    assert first.display_name == "Ada"
    assert page.to_dict()["value"][0] == ADA


def test_one_object_is_too() -> None:
    assert isinstance(DirectoryObject.from_dict(ADA), User)
    assert isinstance(pickle.loads(pickle.dumps(DirectoryObject.from_dict(ADA))), User)


def test_a_class_that_was_asked_for_stays() -> None:
    assert type(User.from_dict(SALES)) is User

    class Mine(DirectoryObject):
        pass

    assert type(Mine.from_dict(ADA)) is Mine


@pytest.mark.parametrize("named", [None, 3, ["x"], "", "user", "#microsoft.graph.__class__"])
def test_a_strange_type_changes_nothing(named: object) -> None:
    found = DirectoryObject.from_dict({"@odata.type": named, "id": "a"})
    assert type(found) is (User if named == "user" else DirectoryObject)
