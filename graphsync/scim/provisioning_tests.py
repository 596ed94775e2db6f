"""The gallery's tests 1 to 14: changes by Graph have to arrive at the endpoint."""

from graphsync.emulator.document import Document, objects
from graphsync.emulator.targets.paths import read
from graphsync.errors import BadRequest
from graphsync.scim.result import Failed, Skipped, said
from graphsync.scim.world import World

# What Graph can change of a user, by the name that mappings have for it.
_CHANGES: dict[str, tuple[str, str]] = {
    "displayName": ("displayName", "Changed Name"),
    "jobTitle": ("jobTitle", "Director"),
    "givenName": ("givenName", "Zoë"),
    "surname": ("surname", "Ünal"),
    "department": ("department", "Research"),
    "employeeId": ("employeeId", "4711"),
    "preferredLanguage": ("preferredLanguage", "pt-PT"),
    "physicalDeliveryOfficeName": ("officeLocation", "12/1110"),
    "streetAddress": ("streetAddress", "Rua Augusta 1"),
    "city": ("city", "Lisbon"),
    "state": ("state", "Lisboa"),
    "postalCode": ("postalCode", "1100-048"),
    "country": ("country", "Portugal"),
    "telephoneNumber": ("businessPhones", "+351 21 000 0000"),
    "mobile": ("mobilePhone", "+351 91 000 0000"),
    "facsimileTelephoneNumber": ("faxNumber", "+351 21 000 0001"),
}
_BEFORE: Document = {
    "jobTitle": "Tester",
    "givenName": "Ada",
    "surname": "Ahlberg",
    "city": "Oslo",
    "department": "Tests",
    "mobilePhone": "+47 900 00 000",
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
    """Changed attributes arrive: all that a mapping reads directly and Graph can change."""
    user, _ = _new_user(world, "update-user", **_BEFORE)
    world.cycle()
    arrive = {target: _CHANGES[source] for source, target in _direct(world) if source in _CHANGES}
    if not arrive:
        raise Failed("The mappings have no attribute that Graph can change.")
    changes: Document = {
        name: [value] if name == "businessPhones" else value for name, value in arrive.values()
    }
    world.change("users", user, **changes)
    world.cycle()
    world.expect_record(user, "update")
    account = world.expect_user("update-user")
    wrong = [
        f"{path} is {said(read(account, path))} after an update to {said(value)}"
        for path, (_, value) in arrive.items()
        if read(account, path) != value
    ]
    if wrong:
        raise Failed(f"{'; '.join(wrong)}.")


def _direct(world: World) -> list[tuple[str, str]]:
    """Return source and target of each mapping of users that is an attribute and nothing else."""
    found: list[tuple[str, str]] = []
    for rule in world.job.schema.get().synchronization_rules or []:
        for mapping in rule.object_mappings or []:
            if str(mapping.source_object_name).casefold() != "user":
                continue
            for item in mapping.attribute_mappings or []:
                source = item.source
                if source and str(source.type).casefold() == "attribute" and source.name:
                    found.append((source.name, str(item.target_attribute_name)))
    return found


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
    name = f"{world.name('delete-user')}@{world.domain}"
    if world.find("Users", "userName", name, may_be_404=True):
        raise Failed("The account is still there after the user was deleted for good.")


def user_update_manager(world: World) -> None:
    """A manager is set, changed and removed."""
    if not any(target.casefold().endswith(":manager") for _, target in _direct(world)):
        raise Skipped("No mapping writes a manager.")
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
    world.expect_group_schema()
    group, _ = _new_group(world, "create-group")
    world.cycle()
    world.expect_record(group, "create")
    world.expect_group("create-group")


def update_group(world: World) -> None:
    """A changed display name arrives."""
    world.expect_group_schema()
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
    if world.find("Groups", "displayName", world.name("delete-group"), may_be_404=True):
        raise Failed("The group is still there after it was deleted for good.")


def group_update_add_member(world: World) -> None:
    """A new member arrives."""
    _member(world, "add-member", remove=False)


def group_update_remove_member(world: World) -> None:
    """A member who left is removed."""
    _member(world, "remove-member", remove=True)


def _member(world: World, test: str, *, remove: bool) -> None:
    world.expect_group_schema()
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
            f"members of the group are {said(members)} after a member was"
            f" {'removed' if remove else 'added'}."
        )


def pod_group(world: World) -> None:
    """A group is provisioned on demand, without a cycle."""
    world.expect_group_schema()
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
    try:
        result = world.job.provision_on_demand(
            str(rule[0].id), object_id, object_type_name=kind, check=False
        )
    except BadRequest as error:  # how the service answers where the endpoint is closed to it
        raise Failed(f"Provisioning on demand was refused: {error.message}") from None
    if result.failed:
        raise Failed(f"Provisioning on demand failed: {result.error_code}: {result.reason}")
