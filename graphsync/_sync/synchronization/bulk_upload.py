# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/bulk_upload.py
"""The uploads of an API-driven job."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from graphsync._core.domain.bulk_upload import UploadReceipt, bulk_request
from graphsync._core.request.request import Request, nothing
from graphsync._core.state.members import Loaded
from graphsync._sync.navigation.entity import Entity
from graphsync._sync.navigation.session import Session
from graphsync._sync.navigation.verb import verb
from graphsync_client import models
from graphsync_client.api.bulk_upload.delete_bulk_upload import delete_bulk_upload
from graphsync_client.api.bulk_upload.delete_bulk_upload_content import delete_bulk_upload_content
from graphsync_client.api.bulk_upload.get_bulk_upload import get_bulk_upload
from graphsync_client.api.bulk_upload.get_bulk_upload_content import get_bulk_upload_content
from graphsync_client.api.bulk_upload.perform_bulk_upload import perform_bulk_upload
from graphsync_client.api.bulk_upload.replace_bulk_upload_content import replace_bulk_upload_content
from graphsync_client.api.bulk_upload.update_bulk_upload import update_bulk_upload
from graphsync_client.types import Operation, Owner


class BulkUpload(Entity[models.BulkUpload]):
    """The upload of user records to an API-driven job (templates `API2AAD` and `API2AD`)."""

    id = Loaded[str | None]("The upload's id.")

    def __init__(self, session: Session, owner: Owner, job_id: str) -> None:
        super().__init__(session)
        self._owner = owner
        self._job_id = job_id

    @verb
    def perform(
        self, records: models.BulkRequest | Mapping[str, Any] | Iterable[Mapping[str, Any]]
    ) -> Request[UploadReceipt]:
        """Upload up to 50 SCIM user records, or a whole bulk request, also as its JSON.

        They are checked first; ValueError names the record that the service would refuse. One
        request, never repeated blindly. The client waits where the service's known limits (40 in 5
        seconds, 6,000 a day) ask for it.
        """
        operation = perform_bulk_upload(self._owner, self._job_id, bulk_request(records))
        began = datetime.now(UTC)
        return Request(operation, lambda location: UploadReceipt(self._job_id, location, began))

    @verb
    def get_content(self) -> Operation[bytes]:
        """Return the upload's content as the service keeps it. One request."""
        return get_bulk_upload_content(self._owner, self._job_id)

    @verb
    def replace_content(self, content: bytes) -> Operation[None]:
        """Replace the upload's content. One request."""
        return replace_bulk_upload_content(self._owner, self._job_id, content)

    @verb
    def delete_content(self, *, if_match: str | None = None) -> Operation[None]:
        """Delete the upload's content. One request."""
        return delete_bulk_upload_content(self._owner, self._job_id, if_match=if_match)

    @verb
    def update(self, body: models.BulkUpload) -> Request[None]:
        """Change the upload's members. One request."""
        return Request(update_bulk_upload(self._owner, self._job_id, body), nothing)

    @verb
    def delete(self, *, if_match: str | None = None) -> Operation[None]:
        """Delete the upload. One request."""
        return delete_bulk_upload(self._owner, self._job_id, if_match=if_match)

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.BulkUpload]:
        return get_bulk_upload(self._owner, self._job_id, select=select, expand=expand)
