"""An upload of user records: checked before it is sent, and the receipt that it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, cast

from attrs import frozen

from graphsync._core.json_values import as_list, as_object, text_at
from graphsync._core.request.query_options import literal, quoted
from graphsync_client.models import BulkRequest, BulkRequestOperation

MOST_OPERATIONS = 50
_SHOWN = 80  # characters of what names a record
_BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest"


def bulk_request(
    records: BulkRequest | Mapping[str, Any] | Iterable[Mapping[str, Any]],
) -> BulkRequest:
    """Take a whole request, or wrap SCIM user records, each as an operation with a `bulkId` of its
    own.

    Two records may have one `externalId`: the service takes them in their order.
    """
    if isinstance(records, BulkRequest):
        return _checked(records)
    if isinstance(records, Mapping):
        if "Operations" not in records:
            raise TypeError(
                "an upload takes a list of records, or a bulk request with Operations; pass"
                " [record]"
            )
        return _checked(BulkRequest.from_dict(cast("Mapping[str, Any]", records)))
    return _checked(
        BulkRequest(
            schemas=[_BULK],
            operations=[_operation(record, at) for at, record in enumerate(records)],
        ),
        wrapped=True,
    )


def _operation(record: Mapping[str, Any], at: int) -> BulkRequestOperation:
    if not isinstance(cast("object", record), Mapping):
        raise TypeError(
            f"record {at} is {type(record).__name__}; a record is a mapping, as its JSON object is"
        )
    return BulkRequestOperation(
        method="POST", bulk_id=str(at + 1), path="/Users", data=dict(record)
    )


def _checked(request: BulkRequest, *, wrapped: bool = False) -> BulkRequest:
    """Return the request.

    Raises ValueError, naming the operation, for what the service would answer with a bare 400.
    """
    operations = request.operations or []
    if not 1 <= len(operations) <= MOST_OPERATIONS:
        raise ValueError(
            f"an upload holds 1 to {MOST_OPERATIONS} operations, not {len(operations)}; send larger"
            " amounts in parts"
        )
    if _BULK not in (request.schemas or []):
        raise ValueError(f"schemas of a bulk request must name {_BULK}")
    seen: set[str] = set()
    for at, operation in enumerate(operations):
        problem = _problem(operation, seen)
        if problem is not None:
            named = "record" if wrapped else f"operation (bulkId {operation.bulk_id!r})"
            known = text_at(as_object(operation.data), "externalId", "userName")
            who = f" of {known[:_SHOWN]!r}" if known else ""
            raise ValueError(f"{named} {at}{who}: {problem}; nothing was sent")
        seen.add(operation.bulk_id or "")
    return request


def _problem(operation: BulkRequestOperation, seen: set[str]) -> str | None:
    data = as_object(operation.data)
    external_id = None if data is None else data.get("externalId")
    if external_id is not None and not isinstance(external_id, str):
        return f"data.externalId is {external_id!r}; it must be text"
    if operation.method != "POST":
        return (
            f"method is {operation.method!r}; it is always POST, the service decides what becomes"
            " of a record"
        )
    if operation.path != "/Users":
        return f"path is {operation.path!r}; it is always /Users"
    if not operation.bulk_id:
        return "bulkId is missing"
    if operation.bulk_id in seen:
        return "another operation has the same bulkId"
    if data is None:
        return "data is not a JSON object"
    if not as_list(data.get("schemas")):
        return "data.schemas is missing"
    return None if text_at(data, "externalId") else "data.externalId is missing"


@frozen
class UploadReceipt:
    """Where to read what became of an upload, once the job's next cycle has worked on it.

    Records appear in the provisioning log minutes after that, and only while the job runs. The
    service does not say which of them an upload led to; `job.upload` finds this out.
    `location` is where the service says to look, None where it does not. It can be passed to
    `graph.request("GET", location)`; one on another server is refused there. `began` is when the
    upload began, by this machine's clock.
    """

    job_id: str
    location: str | None
    began: datetime

    @property
    def filter(self) -> str:
        """A filter for the job's records in the provisioning log since the upload began."""
        moment = literal(self.began)
        return f"jobId eq {quoted(self.job_id)} and activityDateTime ge {moment}"
