"""Graph's `bulkRequestOperation`."""

from __future__ import annotations

from ..types import ANYTHING, TEXT, Json, Model, member


class BulkRequestOperation(Model):
    """One user record of a bulk upload.

    The service decides from the mappings and the record whether to create, update, enable or
    disable, so an update may carry just the attributes that change. No record is answered on its
    own.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload
    """

    method: str | None = member("method", TEXT)
    """Always `POST`, whatever becomes of the record."""

    bulk_id: str | None = member("bulkId", TEXT)
    """Name of the record in this request; no other may have it."""

    path: str | None = member("path", TEXT)
    """Always `/Users`."""

    data: Json | None = member("data", ANYTHING)
    """The record in SCIM's form; `schemas` and `externalId` are required."""
