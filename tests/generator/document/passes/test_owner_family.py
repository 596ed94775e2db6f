"""The trees of all owners are one."""

from __future__ import annotations

import pytest

from generator.document.passes.owner_family import owner_family, owners_of
from generator.errors import GeneratorError
from generator.openapi.walk import Node
from tests.generator.documents import APPLICATIONS, PRINCIPALS, openapi, operation, parameter

OWNERS = (PRINCIPALS, APPLICATIONS)


def owned(owner: str, **more: Node) -> Node:
    """Make an operation as one owner has it: with its own id, tags and operation id."""
    key = owner.split("{")[1].rstrip("}")
    made = operation(
        parameters=[parameter(key, "path", type="string"), parameter("$top", type="integer")]
    )
    return {**made, "operationId": f"{key}.list", "tags": [key], **more}


def test_twins_are_folded_into_one_that_takes_the_owner() -> None:
    cured = owner_family(
        openapi(paths={f"{owner}/jobs": {"get": owned(owner)} for owner in OWNERS}), OWNERS
    )
    made = operation(
        parameters=[parameter("owner", "path", type="string"), parameter("$top", type="integer")]
    )
    assert cured["paths"] == {"/{owner}/jobs": {"get": made}}


def test_what_only_one_owner_has_says_so() -> None:
    paths: Node = {f"{owner}/jobs": {"get": owned(owner)} for owner in OWNERS}
    paths[f"{APPLICATIONS}/jobs"]["post"] = owned(APPLICATIONS)
    item = owner_family(openapi(paths=paths), OWNERS)["paths"]["/{owner}/jobs"]
    assert "x-graphsync-owners" not in item["get"]
    assert item["post"]["x-graphsync-owners"] == [APPLICATIONS]


def test_a_mark_of_the_document_itself_does_not_count() -> None:
    held = {**operation(), "x-graphsync-owners": ["/x"]}
    paths = {
        "/jobs": {"get": held},
        f"{PRINCIPALS}/jobs": {"get": {**owned(PRINCIPALS), "x-graphsync-owners": "x"}},
    }
    folded = owner_family(openapi(paths=paths), [PRINCIPALS])["paths"]
    assert "x-graphsync-owners" not in folded["/jobs"]["get"]
    assert "x-graphsync-owners" not in folded["/{owner}/jobs"]["get"]


def test_other_paths_stay_and_an_owner_that_only_begins_alike_is_another() -> None:
    paths = {
        "/jobs": {"get": operation()},
        PRINCIPALS: {"get": operation()},
        f"{PRINCIPALS}s/jobs": {"get": operation()},
    }
    assert list(owner_family(openapi(paths=paths), OWNERS)["paths"]) == list(paths)


def test_a_query_option_called_as_the_owners_id_is_not_the_owner() -> None:
    asked = parameter("application-id", "query")
    paths = {f"{APPLICATIONS}/jobs": {"get": operation(parameters=[asked])}}
    folded = owner_family(openapi(paths=paths), OWNERS)["paths"]["/{owner}/jobs"]["get"]
    assert folded["parameters"] == [asked]


@pytest.mark.parametrize(
    "difference",
    [
        {"requestBody": {"content": {}}},
        {"responses": {"200": {"description": ""}}},
        {"parameters": []},
        {"x-graphsync-served": False},
    ],
)
def test_twins_that_differ_are_refused(difference: Node) -> None:
    paths = {
        f"{PRINCIPALS}/jobs": {"get": owned(PRINCIPALS)},
        f"{APPLICATIONS}/jobs": {"get": owned(APPLICATIONS, **difference)},
    }
    with pytest.raises(GeneratorError) as caught:
        owner_family(openapi(paths=paths), OWNERS)
    assert caught.value.place == "/paths/~1applications~1{application-id}~1jobs/get"
    assert PRINCIPALS in caught.value.found


def test_owners_are_the_prefixes_below_which_paths_are_repeated() -> None:
    paths = {
        f"{PRINCIPALS}/jobs": {},
        f"{APPLICATIONS}/jobs": {},
        "/users/{user-id}/name": {},
        "/jobs": {},
    }
    assert owners_of(openapi(paths=paths)) == [PRINCIPALS, APPLICATIONS]
    assert owners_of(openapi(paths={f"{PRINCIPALS}/jobs": {}})) == []
    assert owners_of({}) == owners_of({"paths": []}) == []


@pytest.mark.parametrize("item", ["{assignment-id}", "$ref"])
def test_a_collection_that_many_have_makes_no_owners(item: str) -> None:
    people = {
        f"/{kind}/{{{kind}-id}}/assignments{end}": {}
        for kind in ("users", "groups")
        for end in ("", f"/{item}")
    }
    paths = {f"{PRINCIPALS}/jobs": {}, f"{APPLICATIONS}/jobs": {}, **people}
    assert owners_of(openapi(paths=paths)) == [PRINCIPALS, APPLICATIONS]
