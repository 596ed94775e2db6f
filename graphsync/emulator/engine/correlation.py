"""Account discovery: which accounts a target has, matched to the directory's users by the first
matching attribute.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphsync.emulator.document import Document
from graphsync.emulator.engine.assigned import Assigned
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.times import iso
from graphsync.expressions.tree import Attribute
from graphsync.mapping import source as sources
from graphsync.mapping.schema import Flow, ObjectPlan, Plan

# A report takes half an hour at least.
DURATION = 1800.0


@dataclass(frozen=True, slots=True)
class _Matching:
    """The attributes by which an account finds its user: a direct mapping of one to the other."""

    source: str
    target: str


def correlate(
    tenant: Tenant,
    principal_id: str,
    plan: Plan,
    new_id: Callable[[], str],
    now: float,
) -> Document:
    """Return the report of a principal's target as it is now.

    It is over after `DURATION`. Where no direct mapping matches users, it ends with the error
    `MissingJoiningProperty` and without identities.
    """
    report: Document = {
        "id": new_id(),
        "principal": principal_id,
        "began": now,
        "error": None,
        "identities": [],
    }
    people = next((item for item in plan.objects if item.kind == "user"), None)
    matching = _matching(people)
    if people is None or matching is None:
        message = "No direct mapping of a user's attribute is used for matching."
        return {**report, "error": {"code": "MissingJoiningProperty", "message": message}}
    assigned = Assigned(tenant, principal_id)
    found = _identities(tenant, principal_id, people, matching, assigned)
    moment = iso(now + DURATION)
    return {
        **report,
        "identities": [{"id": new_id(), "correlatedDateTime": moment, **item} for item in found],
    }


def _matching(people: ObjectPlan | None) -> _Matching | None:
    first: Flow | None = next(iter(people.matching), None) if people else None
    node = None if first is None else first.node
    return _Matching(node.name, first.target) if first and isinstance(node, Attribute) else None


def _identities(
    tenant: Tenant,
    principal_id: str,
    people: ObjectPlan,
    matching: _Matching,
    assigned: Assigned,
) -> Iterator[Document]:
    users: dict[str, list[Document]] = {}
    for key, user in tenant.users.items():
        value = sources.attributes(user, key).get(matching.source)
        if value and not user.get("isSoftDeleted"):
            users.setdefault(str(value).casefold(), []).append(user)
    accounts = [
        (key, account["attributes"])
        for key, account in tenant.table("account", principal_id).items()
        if account["type"] == people.target
    ]
    values = Counter(_value(attributes, matching) for _, attributes in accounts)
    for key, attributes in accounts:
        value = _value(attributes, matching)
        candidates = users.get(value, [])
        status, error = _status(value, candidates, values[value], assigned)
        matched = candidates[0] if status.startswith("correlated") else None
        yield {
            "sourceIdentity": None if matched is None else _user(matched, matching),
            "targetIdentity": _account(key, attributes, matching),
            "status": status,
            "error": error,
        }


def _value(attributes: Document, matching: _Matching) -> str:
    return str(attributes.get(matching.target) or "").casefold()


def _status(
    value: str, candidates: list[Document], accounts: int, assigned: Assigned
) -> tuple[str, Document | None]:
    if not value:
        return "failToCorrelate", _error(
            "MissingMatchingValue", "The account has no value of the matching attribute."
        )
    if accounts > 1:
        return "failToCorrelate", _error(
            "DuplicateTargetEntries", f"{accounts} accounts have this value."
        )
    if len(candidates) > 1:
        return "failToCorrelate", _error(
            "DuplicateSourceEntries", f"{len(candidates)} users have this value."
        )
    if not candidates:
        return "uncorrelated", None
    return (
        "correlatedAssigned" if candidates[0]["id"] in assigned else "correlatedNotAssigned"
    ), None


def _error(code: str, message: str) -> Document:
    return {"errorCode": code, "errorMessage": message}


def _user(user: Document, matching: _Matching) -> Document:
    value = sources.attributes(user, str(user["id"])).get(matching.source)
    return {
        "anchor": {"name": "objectId", "value": user["id"]},
        "matchingProperty": {"name": matching.source, "value": str(value)},
        "identityType": "User",
        "details": {"displayName": user.get("displayName")},
    }


def _account(key: str, attributes: Document, matching: _Matching) -> Document:
    value = attributes.get(matching.target)
    return {
        "anchor": {"name": "id", "value": key},
        "matchingProperty": {
            "name": matching.target,
            "value": None if value is None else str(value),
        },
        "identityType": "User",
        "details": {"displayName": attributes.get("displayName")},
    }
