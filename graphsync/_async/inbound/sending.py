"""Sending the records of a journal."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graphsync._async.inbound.upload_time import UploadTime
from graphsync._async.navigation.session import Session
from graphsync._core.domain.bulk_upload import MOST_OPERATIONS, UploadReceipt
from graphsync._core.inbound.journal import Journal, Part
from graphsync._core.request.request import Request
from graphsync.errors import (
    BadRequest,
    ConnectionFailed,
    RateLimitExceeded,
    ServerFailure,
    Throttled,
)
from graphsync_client.api.bulk_upload.perform_bulk_upload import perform_bulk_upload
from graphsync_client.models import BulkRequest, BulkRequestOperation

if TYPE_CHECKING:
    from graphsync._core.inbound.report import UploadProgress
    from graphsync_client.types import Owner

_BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest"
# Requests whose end is not seen, in a row.
_TRIES = 3
_AFTER_FAILURE = 5.0
_AFTER_THROTTLING = 60.0
# Records that are refused one by one, before the reason is looked for elsewhere.
_REFUSED_IN_A_ROW = MOST_OPERATIONS


class Sender:
    """The requests of one upload."""

    def __init__(
        self,
        session: Session,
        owner: Owner,
        job_id: str,
        journal: Journal,
        time: UploadTime,
        progress: Callable[[UploadProgress], object] | None,
    ) -> None:
        self._session = session
        self._owner = owner
        self._job_id = job_id
        self._journal = journal
        self._time = time
        self._progress = progress
        self._failures = 0
        self._refusals = 0

    async def send_all(self) -> bool:
        """Send what has not been accepted; return False where the time did not suffice."""
        while (part := self._journal.next_part(MOST_OPERATIONS)) is not None:
            if self._time.left == 0:
                self._journal.leave(part)
                return False
            pause = await self._send(part)
            if pause and not await self._time.pause(pause):
                return False
            if self._progress is not None:
                self._progress(self._journal.progress())
        return True

    async def _send(self, part: Part) -> float:
        """Send one request; return for how many seconds to wait then."""
        try:
            await self._session.send(self._request(part))
        except (RateLimitExceeded, Throttled) as error:
            self._journal.leave(part)
            return error.retry_after or _AFTER_THROTTLING
        except BadRequest as error:
            self._refuse(part, error)
            return 0.0
        except (ConnectionFailed, ServerFailure) as error:
            if isinstance(error, ConnectionFailed) and not error.sent:
                self._journal.leave(part)
            self._failures += 1
            if self._failures >= _TRIES:
                raise
            return _AFTER_FAILURE * self._failures
        self._journal.accepted(part)
        self._failures = self._refusals = 0
        return 0.0

    def _refuse(self, part: Part, error: BadRequest) -> None:
        """Look for the record that the service does not take, by sending halves.

        It does not name one.
        """
        self._refusals += len(part.external_ids) == 1
        if self._refusals >= _REFUSED_IN_A_ROW:
            self._journal.leave(part)
            raise error
        self._journal.refused(part, error.code, error.message)

    def _request(self, part: Part) -> Request[UploadReceipt]:
        operations = [
            # A number of its own in the request, as SCIM asks for; `externalId` may be no valid
            # one.
            BulkRequestOperation(
                method="POST", bulk_id=str(number), path="/Users", data=json.loads(body)
            )
            for number, body in enumerate(part.bodies, 1)
        ]
        body = BulkRequest(schemas=[_BULK], operations=operations)
        operation = perform_bulk_upload(self._owner, self._job_id, body)
        began = datetime.now(UTC)
        return Request(operation, lambda location: UploadReceipt(self._job_id, location, began))
