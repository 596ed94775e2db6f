"""The gallery's tests 15 to 25: the endpoint is asked directly."""

from graphsync.emulator.document import Document, objects
from graphsync.emulator.targets.dialect import CORE_USER, PATCH_OP
from graphsync.emulator.targets.paths import read
from graphsync.scim.result import Failed, Skipped
from graphsync.scim.world import World

_GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
_MANAGER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager"
_USER_VALUES = {
    "displayName": "Direct Name",
    "title": "Director",
    "preferredLanguage": "pt-PT",
    "externalId": "direct-external",
    "name.givenName": "Zoë",
    "name.familyName": "Ünal",
}
_PAGE, _LEAST = 5, 11
_SHORTEST, _LONGEST = 3600, 21_600


def schema_discoverability(world: World) -> None:
    """`/Schemas` has every attribute that a mapping writes to."""
    status, answer = world.ask("GET", "/Schemas")
    if status != 200 or not objects(answer.get("Resources")):
        raise Failed(
            f"GET /Schemas was answered with {status} and without Resources; 200 is expected."
        )
    known = {
        path.casefold() for resource in objects(answer["Resources"]) for path in _paths(resource)
    }
    known.add("externalid")  # an attribute of every resource, which RFC 7643 leaves out of schemas
    missing = [name for name in _mapped(world) if _bare(name).casefold() not in known]
    if missing:
        raise Failed(f"GET /Schemas does not have these mapped attributes: {', '.join(missing)}.")


def _mapped(world: World) -> list[str]:
    schema = world.job.schema.get()
    return [
        str(item.target_attribute_name)
        for rule in schema.synchronization_rules or []
        for mapping in rule.object_mappings or []
        for item in mapping.attribute_mappings or []
    ]


def _bare(path: str) -> str:
    """Return `emails[type eq "work"].value` as `emails.value`, and a schema's attribute without
    the schema.
    """
    head, bracket, rest = path.partition("[")
    if bracket:
        return head + rest.partition("]")[2]
    return path.rpartition(":")[2] if path.startswith("urn:") else path


def _paths(resource: Document) -> list[str]:
    found: list[str] = []
    for attribute in objects(resource.get("attributes")):
        name = str(attribute.get("name"))
        found += [
            name,
            *(f"{name}.{item.get('name')}" for item in objects(attribute.get("subAttributes"))),
        ]
    return found


def scim_null_update(world: World) -> None:
    """An attribute that is set to an empty text, then to null, is empty."""
    account = _post_user(world, "null-update", displayName="Somebody", title="Somebody")
    for empty in ("", None):
        _patch(world, f"/Users/{account}", [{"op": "replace", "path": "title", "value": empty}])
        _, now = world.ask("GET", f"/Users/{account}")
        if read(now, "title"):
            raise Failed(f"title is {read(now, 'title')!r} after it was set to {empty!r}.")


def scim_user_create(world: World) -> None:
    """A user is made by POST."""
    _post_user(world, "direct-create")


def scim_user_update(world: World) -> None:
    """Single-valued attributes of a user are changed by PATCH."""
    account = _post_user(world, "direct-update")
    operations: list[Document] = [
        {"op": "replace", "path": path, "value": value} for path, value in _USER_VALUES.items()
    ]
    _patch(world, f"/Users/{account}", operations)
    _expect(world, f"/Users/{account}", _USER_VALUES)


def scim_group_create(world: World) -> None:
    """A group is made by POST."""
    _post_group(world, "direct-made-group")


def scim_group_update(world: World) -> None:
    """The display name of a group is changed by PATCH."""
    group = _post_group(world, "direct-changed-group")
    values = {"displayName": world.name("direct-changed-group-2")}
    _patch(
        world,
        f"/Groups/{group}",
        [{"op": "replace", "path": "displayName", "value": values["displayName"]}],
    )
    _expect(world, f"/Groups/{group}", values)


def validate_credentials(world: World) -> None:
    """A token of the vendor's token endpoint is accepted; a static token has none."""
    if world.credentials is None:
        raise Skipped(
            "The endpoint is checked with a static token; there is no token endpoint to ask."
        )
    token, seconds = world.credentials.acquire()
    if not _SHORTEST <= seconds <= _LONGEST:
        raise Failed(f"expires_in is {seconds} seconds; {_SHORTEST} to {_LONGEST} are expected.")
    accepted = world.credentials.status_with(token, f"{world.endpoint.root}/Users?count=1")
    if accepted != 200:
        raise Failed(
            f"GET /Users with the token of the token endpoint was answered with {accepted}; 200 is"
            " expected."
        )


def federated_identity(world: World) -> None:  # noqa: ARG001 - as every test
    """An Entra token is exchanged for the vendor's."""
    raise Skipped("No parameters of a token exchange were given.")


def scim_user_pagination(world: World) -> None:
    """Users come in pages."""
    for number in range(_LEAST):
        _post_user(world, f"page-{number}")
    _pages(world, "Users")


def scim_group_pagination(world: World) -> None:
    """Groups come in pages."""
    for number in range(_LEAST):
        _post_group(world, f"page-group-{number}")
    _pages(world, "Groups")


def scim_update_manager(world: World) -> None:
    """A manager is set, changed and removed by PATCH."""
    person, one, two = (_post_user(world, f"boss-{item}") for item in ("user", "one", "two"))
    for op, manager in (("add", one), ("replace", two), ("replace", "")):
        _patch(
            world,
            f"/Users/{person}",
            [{"op": op, "path": _MANAGER, "value": {"value": manager} if manager else ""}],
        )
        _, now = world.ask("GET", f"/Users/{person}")
        if (read(now, _MANAGER) or "") != manager:
            raise Failed(f"manager is {read(now, _MANAGER)!r} after {op} with {manager!r}.")


def _post_user(world: World, test: str, **more: object) -> str:
    name = f"{world.name(test)}@{world.domain}"
    body: Document = {"schemas": [CORE_USER], "userName": name, "active": True, **more}
    return _post(world, "/Users", body, "userName")


def _post_group(world: World, test: str) -> str:
    return _post(
        world, "/Groups", {"schemas": [_GROUP], "displayName": world.name(test)}, "displayName"
    )


def _post(world: World, path: str, body: Document, key: str) -> str:
    status, made = world.ask("POST", path, body=body)
    if status not in {200, 201} or not isinstance(made.get("id"), str):
        raise Failed(
            f"POST {path} was answered with {status} and the id {made.get('id')!r}; 201 and an id"
            " are expected."
        )
    if made.get(key) != body[key]:
        raise Failed(f"POST {path} gives {key} back as {made.get(key)!r}; {body[key]!r} was sent.")
    return str(made["id"])


def _patch(world: World, path: str, operations: list[Document]) -> None:
    status, _ = world.ask("PATCH", path, body={"schemas": [PATCH_OP], "Operations": operations})
    if status not in {200, 204}:
        raise Failed(f"PATCH {path} was answered with {status}; 200 or 204 is expected.")


def _expect(world: World, path: str, values: dict[str, str]) -> None:
    _, now = world.ask("GET", path)
    wrong = {name: read(now, name) for name, value in values.items() if read(now, name) != value}
    if wrong:
        raise Failed(
            f"{', '.join(f'{name} is {value!r}' for name, value in wrong.items())} after PATCH."
        )


def _pages(world: World, kind: str) -> None:
    seen: list[object] = []
    for start in (1, 1 + _PAGE):
        status, page = world.ask("GET", f"/{kind}", {"startIndex": str(start), "count": str(_PAGE)})
        if status != 200:
            raise Failed(
                f"GET /{kind} with startIndex={start} was answered with {status}; 200 is expected."
            )
        if page.get("startIndex") != start:
            raise Failed(f"startIndex is {page.get('startIndex')!r}; {start} was asked for.")
        seen += [item.get("id") for item in objects(page.get("Resources"))]
    if len(set(map(str, seen))) != 2 * _PAGE:
        raise Failed(
            f"Two pages of {_PAGE} hold {len(set(map(str, seen)))} different {kind.lower()}."
        )
