"""Graph's `bulkRequest`, and what it alone is made of."""

from __future__ import annotations

from ..types import ANYTHING, INTEGER, TEXT, Json, ListOf, Model, ModelOf, member


class BulkRequest(Model):
    """User records for an API-driven job: a SCIM bulk request of at most 50 operations.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload
    """

    schemas: list[str] | None = member("schemas", ListOf(TEXT))
    """The URN `urn:ietf:params:scim:api:messages:2.0:BulkRequest`, in a list."""

    operations: list[BulkRequestOperation] | None = member("Operations", ListOf(ModelOf("BulkRequestOperation")))
    """The records, at most 50; on the wire with a capital O."""

    fail_on_errors: int | None = member("failOnErrors", INTEGER)
    """Part of SCIM's form; None in the reference's examples."""


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
