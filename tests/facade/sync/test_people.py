# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_people.py
from __future__ import annotations

import pytest

from graphsync import models
from graphsync.errors import BadRequest, NotFound, NotLoaded, Refused

pytestmark = pytest.mark.anyio

ADA = "aaaaaaaa-1111-4111-8111-111111111111"
BOB = "bbbbbbbb-1111-4111-8111-111111111111"


def test_a_user_is_chosen_by_address_and_knows_the_id_once_loaded(graph, service):
    user = graph.users["ada@contoso.com"]
    with pytest.raises(NotLoaded):
        _ = user.id
    service.answer({"id": ADA, "displayName": "Ada", "department": "Math"})
    assert (user.get(select=["id", "displayName", "department"])).id == ADA
    assert service.sent == ["GET /users/ada%40contoso.com?$select=id,displayName,department"]


def test_an_update_sends_what_changed_and_nothing_else(graph, service):
    service.answer({"id": ADA, "displayName": "Ada", "department": "Math", "extension_x": 1})
    user = graph.users[ADA].get()
    with pytest.raises(Refused, match="no edits"):
        user.update()
    user.department, user.job_title = "Engines", None
    service.answer(status=204)
    user.update()
    assert service.sent[-1] == f"PATCH /users/{ADA}"
    assert service.body == {"department": "Engines", "jobTitle": None}
    assert not user.has_edits


def test_a_user_is_created_whole_or_not_at_all(graph, service):
    lacking = models.User(display_name="Ada", account_enabled=False)
    with pytest.raises(
        ValueError,
        match="without mail_nickname, user_principal_name, password_profile; nothing was sent",
    ):
        graph.users.create(lacking)
    assert service.sent == []
    whole = models.User(
        display_name="Ada",
        account_enabled=False,
        mail_nickname="ada",
        user_principal_name="ada@contoso.com",
        password_profile=models.PasswordProfile(password="Correct-horse-7"),
    )
    assert "Correct-horse-7" not in repr(whole)
    service.answer({"id": ADA, "displayName": "Ada"}, status=201)
    user = graph.users.create(whole)
    assert (user.id, user.display_name, service.body["passwordProfile"]["password"]) == (
        ADA,
        "Ada",
        "Correct-horse-7",
    )


def test_a_password_does_not_come_back_in_an_error(graph, service):
    service.answer({"error": {"code": "Bad", "message": "Correct-horse-7 is too weak"}}, status=400)
    body = models.User(
        display_name="Ada",
        account_enabled=True,
        mail_nickname="ada",
        user_principal_name="ada@contoso.com",
        password_profile=models.PasswordProfile(password="Correct-horse-7"),
    )
    with pytest.raises(BadRequest) as caught:
        graph.users.create(body)
    assert "Correct-horse-7" not in f"{caught.value} {caught.value.failure!r}"


def test_a_user_is_deleted_and_purged(graph, service):
    service.answer(status=204).answer(status=204)
    user = graph.users[ADA]
    user.delete()
    user.purge()
    assert service.sent == [f"DELETE /users/{ADA}", f"DELETE /directory/deletedItems/{ADA}"]


def test_the_manager_is_a_reference(graph, service):
    user = graph.users["ada@contoso.com"]
    service.answer(status=204).answer(
        {"@odata.type": "#microsoft.graph.user", "id": BOB, "displayName": "Bob"}
    )
    user.manager.assign(graph.users["bob@contoso.com"])
    assert service.body == {"@odata.id": f"{service.root}/users/bob@contoso.com"}
    manager = user.manager.get()
    assert (manager.id, manager.display_name) == (BOB, "Bob")
    service.answer(status=204).answer({"error": {"code": "Request_ResourceNotFound"}}, status=404)
    user.manager.remove()
    with pytest.raises(NotFound):
        user.manager.get()
    assert [line.partition(" ")[0] for line in service.sent] == ["PUT", "GET", "DELETE", "GET"]


def test_members_of_a_group(graph, service):
    members = graph.groups["g"].members
    service.answer(status=204).answer(status=204).answer(status=204)
    members.add(graph.users[ADA])
    assert service.body == {"@odata.id": f"{service.root}/directoryObjects/{ADA}"}
    members.add("bob@contoso.com")
    assert service.body == {"@odata.id": f"{service.root}/users/bob@contoso.com"}
    members.remove(ADA)
    assert service.sent[-1] == f"DELETE /groups/g/members/{ADA}/$ref"
    with pytest.raises(ValueError, match="takes an object id, not the address"):
        members.remove("bob@contoso.com")
    service.page(
        {"@odata.type": "#microsoft.graph.group", "id": "n", "displayName": "Nested"}, {"id": BOB}
    )
    assert [(one.id, one.kind, one.display_name) for one in members.list()] == [
        ("n", "group", "Nested"),
        (BOB, "", None),
    ]


def test_groups_are_listed_with_filters(graph, service):
    service.page({"id": "g", "displayName": "Staff"})
    (found,) = graph.groups.filter("startswith(displayName,'St')").list()
    assert found.display_name == "Staff"
    assert service.sent == ["GET /groups?$filter=startswith(displayName,'St')"]


def test_the_organization_is_one(graph, service):
    service.page({"id": "t", "verifiedDomains": [{"name": "contoso.com", "isDefault": True}]})
    tenant = graph.organization.get()
    assert [domain.name for domain in tenant.verified_domains] == ["contoso.com"]


def test_owners_of_an_application(graph, service):
    owners = graph.applications["a"].owners
    service.answer(status=204).page(
        {"@odata.type": "#microsoft.graph.user", "id": ADA, "userPrincipalName": "ada@x"}
    )
    owners.add(ADA)
    (owner,) = owners.list()
    assert (owner.kind, owner.user_principal_name) == ("user", "ada@x")
    assert service.sent == ["POST /applications/a/owners/$ref", "GET /applications/a/owners"]
