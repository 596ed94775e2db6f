"""Directory roles: what a person who signs in has to be besides the permissions of the token."""

from collections.abc import Iterable
from difflib import get_close_matches

EVERYONE = "b79fbf4d-3ef9-4689-8143-76b194e85509"
"""What stands in `wids` of every person's token."""

GLOBAL_ADMINISTRATOR = "Global Administrator"
APPLICATION_ADMINISTRATORS = frozenset(
    {GLOBAL_ADMINISTRATOR, "Application Administrator", "Cloud Application Administrator"}
)
HYBRID_ADMINISTRATOR = "Hybrid Identity Administrator"
LOG_READERS = APPLICATION_ADMINISTRATORS | {
    "Global Reader",
    "Reports Reader",
    "Security Administrator",
    "Security Operator",
    "Security Reader",
}

# The role template ids, which are the same in every tenant.
IDS = {
    "Application Administrator": "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
    "Cloud Application Administrator": "158c047a-c907-4556-b7ef-446551a6b5f7",
    GLOBAL_ADMINISTRATOR: "62e90394-69f5-4237-9190-012177145e10",
    "Global Reader": "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
    HYBRID_ADMINISTRATOR: "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2",
    "Reports Reader": "4a5d8f65-41da-4de4-8968-e035b65339cf",
    "Security Administrator": "194ae4cb-b126-40b2-bd5b-6091b380977d",
    "Security Operator": "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f",
    "Security Reader": "5d6b6bb7-de71-4623-b4af-96380a352509",
}
_NAMES = {role_id: name for name, role_id in IDS.items()}


def check(names: Iterable[str]) -> None:
    """Raise ValueError for a name that is not one of a known role; it gives the nearest."""
    for name in names:
        if name not in IDS:
            near = get_close_matches(name, IDS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(IDS)}"
            raise ValueError(f"directory_roles: there is no role {name!r} here; {hint}")


def ids(names: Iterable[str]) -> list[str]:
    """Return the `wids` of somebody who has these roles."""
    return [*(IDS[name] for name in names), EVERYONE]


def names(ids: Iterable[object]) -> frozenset[str]:
    """Return the names of the roles in `wids`."""
    return frozenset(_NAMES[item] for item in ids if isinstance(item, str) and item in _NAMES)


def accepted(
    *, is_synchronization: bool, is_cloud_sync: bool, is_log: bool
) -> frozenset[str] | None:
    """Return the roles of which a person needs one for an operation; None where none is asked for.

    Args:
        is_synchronization: Whether it is below a principal's `synchronization`.
        is_cloud_sync: Whether that principal is one of cloud sync.
        is_log: Whether it reads logs.

    """
    if is_synchronization:
        hybrid = {HYBRID_ADMINISTRATOR} if is_cloud_sync else frozenset[str]()
        return APPLICATION_ADMINISTRATORS | hybrid
    return LOG_READERS if is_log else None
