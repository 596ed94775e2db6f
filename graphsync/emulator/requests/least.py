"""The smallest set of permissions that a run needed."""

from collections.abc import Collection, Iterable

from graphsync.emulator.document import Document
from graphsync.emulator.requests.seen import Requests

# From the weakest to the strongest, by what a holder can read or change.
_BY_POWER = (
    "User.Read",
    "SynchronizationData-User.Upload.OwnedBy",
    "Application.ReadWrite.OwnedBy",
    "SynchronizationData-User.Upload",
    "ProvisioningLog.Read.All",
    "Synchronization.Read.All",
    "Organization.Read.All",
    "GroupMember.Read.All",
    "User.Read.All",
    "Group.Read.All",
    "Application.Read.All",
    "AuditLog.Read.All",
    "CustomSecAttributeProvisioning.Read.All",
    "Directory.Read.All",
    "Synchronization.ReadWrite.All",
    "CustomSecAttributeProvisioning.ReadWrite.All",
    "Organization.ReadWrite.All",
    "GroupMember.ReadWrite.All",
    "User.ReadWrite.All",
    "Group.ReadWrite.All",
    "AppRoleAssignment.ReadWrite.All",
    "Application.ReadWrite.All",
    "Directory.ReadWrite.All",
)
_OF_PEOPLE = frozenset({"User.Read"})
_POWER = {name: number for number, name in enumerate(_BY_POWER)}


def least(needed: Iterable[frozenset[str]], without: Collection[str] = ()) -> list[str] | None:
    """Return the permissions that open every operation, with as little power as possible.

    Of two sets the one whose strongest permission is weaker is taken, then the one whose second
    strongest is, and so on; so a permission that is there for another operation is used again. The
    result is in the order of the alphabet, and None where an operation stays closed.

    Args:
        needed: For each operation, the permissions of which any one is enough.
        without: Permissions that cannot be granted.

    """
    open_to = {names - frozenset(without) for names in needed if names}
    if any(not names for names in open_to):
        return None
    # A larger set is opened by whatever opens a set within it.
    sets = [names for names in open_to if not any(other < names for other in open_to)]
    best = _search(sorted(sets, key=lambda names: (len(names), sorted(names))), frozenset(), None)
    return None if best is None else sorted(best)


def needed(requests: Requests) -> Document:
    """Return what an administrator has to grant for the operations that were called.

    `application` is for a program on its own, `owningApplication` for one that owns every service
    principal concerned, `person` for a program that somebody has signed in to. Each is None where
    nothing that can be granted opens every operation.
    """
    called = requests.operations()
    sets = [operation.permissions for operation in called]
    owned = {name for names in sets for name in names if name.endswith(".OwnedBy")}
    return {
        "application": least(sets, without={*owned, *_OF_PEOPLE}),
        "owningApplication": least(sets, without=_OF_PEOPLE) if owned else None,
        "person": least(sets, without=owned),
        "operations": [
            {
                "method": operation.method,
                "path": f"/{operation.template}",
                "calls": times,
                "anyOf": sorted(operation.permissions, key=_strength),
            }
            for operation, times in called.items()
        ],
    }


def _search(
    sets: list[frozenset[str]], chosen: frozenset[str], best: frozenset[str] | None
) -> frozenset[str] | None:
    if best is not None and _weight(chosen) >= _weight(best):
        return best
    closed = next((names for names in sets if not names & chosen), None)
    if closed is None:
        return chosen
    for name in sorted(closed, key=_strength):
        best = _search(sets, chosen | {name}, best)
    return best


def _weight(names: Iterable[str]) -> list[int]:
    return sorted((_strength(name) for name in names), reverse=True)


def _strength(name: str) -> int:
    return _POWER.get(name, len(_BY_POWER))
