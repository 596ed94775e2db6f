"""What a check created is removed again, whatever became of the tests."""

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from graphsync.errors import GraphError, NotFound
from graphsync.scim.result import Failed
from graphsync.scim.world import World


def clean(world: World) -> tuple[str, ...]:
    """Delete what was created, and return what could not be deleted, each with the reason.

    The directory comes first: a user who is still assigned there would be created again.
    """
    left: list[str] = []
    for object_id, kind in list(world.made.items()):
        _try(left, f"/{kind}/{object_id}", partial(world.delete, kind, object_id))
    for kind, ids in world.evidence.made.items():
        for account_id in ids:
            path = f"/{kind}/{quote(account_id, safe='')}"
            _try(left, f"{path} of the endpoint", partial(_delete, world, path))
    return tuple(world.secrets.cut(item) for item in left)


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
