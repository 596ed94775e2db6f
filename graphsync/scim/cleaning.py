"""What a check created is removed again, whatever became of the tests."""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote

from graphsync.emulator.document import objects
from graphsync.errors import GraphError, NotFound
from graphsync.scim.result import Failed
from graphsync.scim.world import World


def clean(world: World, *, by_name: bool) -> tuple[str, ...]:
    """Delete what was created, and return what could not be deleted, each with the reason.

    The directory comes first: a user who is still assigned there would be created again.

    Args:
        world: Both sides, with what was created.
        by_name: Look for every name that was given out as well: where the answer to a request was
            lost, nobody knows the id of what it made.

    """
    left: list[str] = []
    if by_name:
        for name in world.names:
            _try(left, f"{name} in the directory", partial(_find_in_graph, world, name))
    for object_id, kind in list(world.made.items()):
        _try(left, f"/{kind}/{object_id}", partial(world.delete, kind, object_id))
    made = world.evidence.made
    if by_name:
        for name in world.names:
            _try(left, f"{name} at the endpoint", partial(_find_at_endpoint, world, name))
    for kind, ids in made.items():
        for account_id in ids:
            path = f"/{kind}/{quote(account_id, safe='')}"
            _try(left, f"{path} of the endpoint", partial(_delete, world, path))
    return tuple(world.secrets.cut(item) for item in left)


def _find_in_graph(world: World, name: str) -> None:
    for kind, wanted in (
        ("users", f"userPrincipalName eq '{name}@{world.domain}'"),
        ("groups", f"displayName eq '{name}'"),
    ):
        # Any: what Graph answers with
        page: Any = world.graph.request(
            "GET", f"/{kind}", params={"$filter": wanted, "$select": "id"}
        )
        for item in objects(page.get("value")):
            world.made[str(item["id"])] = kind


def _find_at_endpoint(world: World, name: str) -> None:
    for kind, attribute, value in (
        ("Users", "userName", f"{name}@{world.domain}"),
        ("Groups", "displayName", name),
    ):
        found = world.find(kind, attribute, value, may_be_404=True)
        if found and isinstance(found.get("id"), str):
            world.evidence.made[kind][str(found["id"])] = None


def _delete(world: World, path: str) -> None:
    world.ask("DELETE", path)
    status, _ = world.ask("GET", path)
    if status != 404:
        raise Failed(f"GET {path} was answered with {status} after it was deleted.")


def _try(left: list[str], what: str, delete: Callable[[], object]) -> None:
    try:
        delete()
    except NotFound:
        return  # a test has deleted it
    except (Failed, GraphError) as error:
        left.append(f"{what}: {error}")
