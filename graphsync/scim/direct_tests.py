"""The gallery's tests 15 to 25: the endpoint is asked directly."""

import json
from collections.abc import Mapping

from graphsync._core.secrecy.hidden import Hidden
from graphsync.emulator.document import Document, objects
from graphsync.emulator.targets.dialect import CORE_USER, PATCH_OP
from graphsync.emulator.targets.paths import read
from graphsync.scim.attributes import CORE_GROUP, Attribute, nested, of_groups, of_users
from graphsync.scim.credentials import status_with
from graphsync.scim.result import Failed, Skipped, said
from graphsync.scim.world import World

_MANAGER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager"
_PAGE, _LEAST = 5, 11
_KEYS = frozenset({"username", "externalid"})
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
    """Attributes that are set to an empty text, then to null, are empty."""
    chosen = [
        item
        for item in of_users(world.schemas())
        if item.type == "string" and not item.required and item.name not in _KEYS
    ]
    account = post_user(
        world, "null-update", **nested({item.path: item.value() for item in chosen})
    )
    for empty in ("", None):
        _patch(world, f"/Users/{account}", {item.path: empty for item in chosen})
        _, now = world.ask("GET", f"/Users/{account}")
        kept = {item.path: read(now, item.path) for item in chosen if read(now, item.path)}
        if kept:
            raise Failed(f"{_values(kept)} after these were set to {json.dumps(empty)}.")


def scim_user_create(world: World) -> None:
    """A user is made by POST."""
    post_user(world, "direct-create")


def scim_user_update(world: World) -> None:
    """Single-valued attributes of a user are changed by PATCH."""
    account = post_user(world, "direct-update")
    values = {item: item.value() for item in of_users(world.schemas())}
    for item in values:
        if item.name == "username":
            values[item] = f"{world.name('direct-update-2')}@{world.domain}"
    _update(world, f"/Users/{account}", values)


def scim_group_create(world: World) -> None:
    """A group is made by POST."""
    world.expect_group_schema()
    post_group(world, "direct-made-group")


def scim_group_update(world: World) -> None:
    """Single-valued attributes of a group are changed by PATCH."""
    world.expect_group_schema()
    group = post_group(world, "direct-changed-group")
    values = {item: item.value() for item in of_groups(world.schemas())}
    for item in values:
        if item.name == "displayname":
            values[item] = world.name("direct-changed-group-2")
    _update(world, f"/Groups/{group}", values)


def validate_credentials(world: World) -> None:
    """A token of the vendor's token endpoint is accepted; a static token has none."""
    if world.credentials is None:
        raise Skipped(
            "The endpoint is checked with a static token; there is no token endpoint to ask."
        )
    token, seconds = world.credentials.acquire(world.evidence.add)
    if not _SHORTEST <= seconds <= _LONGEST:
        raise Failed(f"expires_in is {seconds} seconds; {_SHORTEST} to {_LONGEST} are expected.")
    _expect_accepted(world, token)


def federated_identity(world: World) -> None:
    """A token of Entra is exchanged for the vendor's, which is accepted."""
    if world.federation is None:
        raise Skipped("No token endpoint that takes a token of Entra was given.")
    assertion = world.federation.assertion or world.entra_token()
    world.secrets.add(assertion)
    _expect_accepted(world, world.federation.exchange(assertion, world.evidence.add))


def _expect_accepted(world: World, token: Hidden[str]) -> None:
    world.secrets.add(token.reveal())
    address = f"{world.endpoint.root}/Users?count=1"
    accepted = status_with(token, address, world.evidence.add)
    if accepted != 200:
        raise Failed(
            f"GET /Users with the token of the token endpoint was answered with {accepted}; 200 is"
            " expected."
        )


def scim_user_pagination(world: World) -> None:
    """Users come in pages."""
    for number in range(_LEAST):
        post_user(world, f"page-{number}")
    _pages(world, "Users")


def scim_group_pagination(world: World) -> None:
    """Groups come in pages."""
    if not world.has_group_schema():
        raise Skipped("GET /Schemas has no Group.")
    for number in range(_LEAST):
        post_group(world, f"page-group-{number}")
    _pages(world, "Groups")


def scim_update_manager(world: World) -> None:
    """A manager is set, changed and removed by PATCH."""
    person, one, two = (post_user(world, f"boss-{item}") for item in ("user", "one", "two"))
    for op, manager in (("add", one), ("replace", two), ("replace", "")):
        value = {"value": manager} if manager else ""
        _patch(world, f"/Users/{person}", {_MANAGER: value}, op)
        _, now = world.ask("GET", f"/Users/{person}")
        if (read(now, _MANAGER) or "") != manager:
            raise Failed(f"manager is {said(read(now, _MANAGER))} after {op} with {said(manager)}.")


def post_user(world: World, test: str, **more: object) -> str:
    """Make a user by POST and return its id; raise Failed where that is not done."""
    name = f"{world.name(test)}@{world.domain}"
    extensions = [item for item in more if item.startswith("urn:")]
    body: Document = {
        "schemas": [CORE_USER, *extensions],
        "userName": name,
        "active": True,
        **more,
    }
    return _post(world, "/Users", body, "userName")


def post_group(world: World, test: str) -> str:
    """Make a group by POST and return its id; raise Failed where that is not done."""
    body: Document = {"schemas": [CORE_GROUP], "displayName": world.name(test)}
    return _post(world, "/Groups", body, "displayName")


def _post(world: World, path: str, body: Document, key: str) -> str:
    status, made = world.ask("POST", path, body=body)
    if status not in {200, 201} or not isinstance(made.get("id"), str):
        raise Failed(
            f"POST {path} was answered with {status} and the id {said(made.get('id'))}; 201 and an"
            " id are expected."
        )
    if made.get(key) != body[key]:
        raise Failed(
            f"POST {path} gives {key} back as {said(made.get(key))}; {said(body[key])} was sent."
        )
    return str(made["id"])


def _patch(world: World, path: str, values: Mapping[str, object], op: str = "replace") -> None:
    operations = [{"op": op, "path": name, "value": value} for name, value in values.items()]
    status, _ = world.ask("PATCH", path, body={"schemas": [PATCH_OP], "Operations": operations})
    if status not in {200, 204}:
        raise Failed(f"PATCH {path} was answered with {status}; 200 or 204 is expected.")


def _update(world: World, path: str, values: Mapping[Attribute, object]) -> None:
    _patch(world, path, {item.path: value for item, value in values.items()})
    status, now = world.ask("GET", path)
    if status != 200:
        raise Failed(f"GET {path} was answered with {status} after PATCH; 200 is expected.")
    wrong = {
        item.path: read(now, item.path)
        for item, value in values.items()
        if not item.is_same(now, value)
    }
    if wrong:
        sent = {item.path: value for item, value in values.items() if item.path in wrong}
        raise Failed(f"{_values(wrong)} after PATCH; what was sent: {_values(sent)}.")


def _values(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name} is {said(value)}" for name, value in values.items())


def _pages(world: World, kind: str) -> None:
    seen: list[object] = []
    for start in (1, 1 + _PAGE):
        status, page = world.ask("GET", f"/{kind}", {"startIndex": str(start), "count": str(_PAGE)})
        if status != 200:
            raise Failed(
                f"GET /{kind} with startIndex={start} was answered with {status}; 200 is expected."
            )
        if page.get("startIndex") != start:
            raise Failed(f"startIndex is {said(page.get('startIndex'))}; {start} was asked for.")
        seen += [item.get("id") for item in objects(page.get("Resources"))]
    if len(set(map(str, seen))) != 2 * _PAGE:
        raise Failed(
            f"Two pages of {_PAGE} hold {len(set(map(str, seen)))} different {kind.lower()}."
        )
