"""The gallery's tests 1 to 14: changes by Graph have to arrive at the endpoint."""

from graphsync.emulator.document import Document, objects
from graphsync.emulator.targets.paths import read
from graphsync.scim.result import Failed
from graphsync.scim.world import World

_CHANGES: Document = {
    "displayName": "Changed Name",
    "jobTitle": "Director",
    "givenName": "Zoë",
    "city": "Lisbon",
}
_ARRIVE = {
    "displayName": "displayName",
    "jobTitle": "title",
    "givenName": "name.givenName",
    "city": 'addresses[type eq "work"].locality',
}


def _new_user(world: World, test: str, **more: object) -> tuple[str, str]:
    user = world.create_user(test, **more)
    return user, world.assign(user)


def _new_group(world: World, test: str) -> tuple[str, str]:
    group = world.create_group(test)
    return group, world.assign(group)


def create_user(world: World) -> None:
    """A new and assigned user is created."""
    user, _ = _new_user(world, "create-user", jobTitle="Tester", givenName="Ada", surname="Ahlberg")
    world.cycle()
    world.expect_record(user, "create")
    world.expect_user("create-user")


def update_user(world: World) -> None:
    """Changed attributes arrive."""
    user, _ = _new_user(
        world, "update-user", jobTitle="Tester", givenName="Ada", surname="Ahlberg", city="Oslo"
    )
    world.cycle()
    world.change("users", user, **_CHANGES)
    world.cycle()
    world.expect_record(user, "update")
    account = world.expect_user("update-user")
    for name, path in _ARRIVE.items():
        if read(account, path) != _CHANGES[name]:
            raise Failed(
                f"{path} is {read(account, path)!r} after an update to {_CHANGES[name]!r}."
            )


def disable_user(world: World) -> None:
    """A user who may not sign in any more is disabled."""
    user, _ = _new_user(world, "disable-user")
    world.cycle()
    world.change("users", user, accountEnabled=False)
    world.cycle()
    world.expect_record(user, "disable")
    if read(world.expect_user("disable-user"), "active") != "False":
        raise Failed("active is not false after the user was disabled.")


def delete_user(world: World) -> None:
    """A user who was deleted for good is deleted."""
    user, _ = _new_user(world, "delete-user")
    world.cycle()
    world.delete("users", user)
    world.cycle()
    world.expect_record(user, "delete")
    if world.find("Users", "userName", f"{world.name('delete-user')}@{world.domain}"):
        raise Failed("The account is still there after the user was deleted for good.")


def user_update_manager(world: World) -> None:
    """A manager is set, changed and removed."""
    ids: list[str] = []
    people = ["manager-user", "manager-one", "manager-two"]
    for test in people:
        user, _ = _new_user(world, test)
        ids.append(user)
    world.cycle()
    accounts = [str(world.expect_user(test)["id"]) for test in people]
    before: str | None = None
    for manager, account in ((ids[1], accounts[1]), (ids[2], accounts[2])):
        world.graph.request("PUT", f"/users/{ids[0]}/manager/$ref", json=world.reference(manager))
        world.cycle()
        world.expect_change(ids[0], "manager", before, account)
        before = account
    world.graph.request("DELETE", f"/users/{ids[0]}/manager/$ref")
    world.cycle()
    world.expect_change(ids[0], "manager", before, None)


def restore_user(world: World) -> None:
    """A user who loses an assignment and gets it again is back."""
    user, assignment = _new_user(world, "restore-user")
    world.cycle()
    world.unassign(assignment)
    world.cycle()
    world.expect_record(user, "disable", "delete")
    account = world.find("Users", "userName", f"{world.name('restore-user')}@{world.domain}")
    if account is not None and read(account, "active") != "False":
        raise Failed("The account is still active after the user lost the assignment.")
    world.assign(user)
    world.cycle()
    if read(world.expect_user("restore-user"), "active") != "True":
        raise Failed("The account is not active after the user was assigned again.")


def pod_user(world: World) -> None:
    """A user is provisioned on demand, without a cycle."""
    user, _ = _new_user(world, "pod-user")
    _on_demand(world, user, "User")
    world.expect_record(user, "create")
    world.expect_user("pod-user")


def create_group(world: World) -> None:
    """A new and assigned group is created."""
    status, schemas = world.ask("GET", "/Schemas")
    known = (
        [str(item.get("id")).casefold() for item in schemas.get("Resources", [])]
        if status == 200
        else []
    )
    if not any(name.endswith(":group") for name in known):
        raise Failed("GET /Schemas has no Group; the endpoint has to support groups.")
    group, _ = _new_group(world, "create-group")
    world.cycle()
    world.expect_record(group, "create")
    world.expect_group("create-group")


def update_group(world: World) -> None:
    """A changed display name arrives."""
    group, _ = _new_group(world, "update-group")
    world.cycle()
    world.change("groups", group, displayName=world.name("update-group-2"))
    world.cycle()
    world.expect_record(group, "update")
    world.expect_group("update-group-2")


def delete_group(world: World) -> None:
    """A group that was deleted for good is deleted."""
    group, _ = _new_group(world, "delete-group")
    world.cycle()
    world.delete("groups", group)
    world.cycle()
    world.expect_record(group, "delete")
    if world.find("Groups", "displayName", world.name("delete-group")):
        raise Failed("The group is still there after it was deleted for good.")


def group_update_add_member(world: World) -> None:
    """A new member arrives."""
    _member(world, "add-member", remove=False)


def group_update_remove_member(world: World) -> None:
    """A member who left is removed."""
    _member(world, "remove-member", remove=True)


def _member(world: World, test: str, *, remove: bool) -> None:
    group, _ = _new_group(world, test)
    user, _ = _new_user(world, f"{test}-user")
    world.cycle()
    account = str(world.expect_user(f"{test}-user")["id"])
    world.graph.request("POST", f"/groups/{group}/members/$ref", json=world.reference(user))
    world.cycle()
    world.expect_change(group, "members", None, account)
    if remove:
        world.graph.request("DELETE", f"/groups/{group}/members/{user}/$ref")
        world.cycle()
        world.expect_change(group, "members", account, None)
    _, kept = world.ask("GET", f"/Groups/{world.expect_group(test)['id']}")
    members = [item.get("value") for item in objects(kept.get("members"))]
    if (account in members) is remove:
        raise Failed(
            f"members of the group are {members!r} after a member was"
            f" {'removed' if remove else 'added'}."
        )


def pod_group(world: World) -> None:
    """A group is provisioned on demand, without a cycle."""
    group, _ = _new_group(world, "pod-group")
    _on_demand(world, group, "Group")
    world.expect_record(group, "create")
    world.expect_group("pod-group")


def restore_group(world: World) -> None:
    """A group that loses an assignment and gets it again is back."""
    group, assignment = _new_group(world, "restore-group")
    world.cycle()
    world.unassign(assignment)
    world.cycle()
    world.assign(group)
    world.change("groups", group, displayName=world.name("restore-group-2"))
    world.cycle()
    world.expect_group("restore-group-2")


def _on_demand(world: World, object_id: str, kind: str) -> None:
    rule = world.job.schema.get().synchronization_rules or []
    result = world.job.provision_on_demand(
        str(rule[0].id), object_id, object_type_name=kind, check=False
    )
    if result.failed:
        raise Failed(f"Provisioning on demand failed: {result.error_code}: {result.reason}")
