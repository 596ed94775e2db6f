"""An upload of user records, checked before it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graphsync._core.shapes import as_list, as_object, text_at
from graphsync_client.models import BulkRequest, BulkRequestOperation

MOST_OPERATIONS = 50
_BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest"


def bulk_request(records: Iterable[Mapping[str, Any]]) -> BulkRequest:
    """Wrap SCIM user records; each one's `externalId` becomes its `bulkId`."""
    operations = [
        BulkRequestOperation(
            method="POST", bulk_id=text_at(dict(record), "externalId"), path="/Users", data=dict(record)
        )
        for record in records
    ]
    return checked(BulkRequest(schemas=[_BULK], operations=operations))


def checked(request: BulkRequest) -> BulkRequest:
    """Return the request; raises ValueError, naming the operation, for what the service would answer with a bare 400."""
    operations = request.operations or []
    if not 1 <= len(operations) <= MOST_OPERATIONS:
        raise ValueError(
            f"an upload holds 1 to {MOST_OPERATIONS} operations, not {len(operations)}; send larger amounts in parts"
        )
    if _BULK not in (request.schemas or []):
        raise ValueError(f"schemas of a bulk request must name {_BULK}")
    seen: set[str] = set()
    for at, operation in enumerate(operations):
        problem = _problem(operation, seen)
        if problem is not None:
            raise ValueError(f"operation {at} (bulkId {operation.bulk_id!r}): {problem}")
        seen.add(operation.bulk_id or "")
    return request


def _problem(operation: BulkRequestOperation, seen: set[str]) -> str | None:
    data = as_object(operation.data)
    if operation.method != "POST":
        return f"method is {operation.method!r}; it is always POST, the service decides what becomes of a record"
    if operation.path != "/Users":
        return f"path is {operation.path!r}; it is always /Users"
    if not operation.bulk_id:
        return "bulkId is missing"
    if operation.bulk_id in seen:
        return "another operation has the same bulkId"
    if data is None:
        return "data is no JSON object"
    if not as_list(data.get("schemas")):
        return "data.schemas is missing"
    return None if text_at(data, "externalId") else "data.externalId is missing"
