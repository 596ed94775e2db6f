"""Graph's `bulkRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import INTEGER, TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .bulk_request_operation import BulkRequestOperation


class BulkRequest(Model):
    """User records for an API-driven job: a SCIM bulk request of at most 50 operations.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload
    """

    schemas: list[str] | None = member("schemas", ListOf(TEXT))
    """The URN `urn:ietf:params:scim:api:messages:2.0:BulkRequest`, in a list."""

    operations: list[BulkRequestOperation] | None = member(
        "Operations", ListOf(ModelOf("bulk_request_operation", "BulkRequestOperation"))
    )
    """The records, at most 50; on the wire with a capital O."""

    fail_on_errors: int | None = member("failOnErrors", INTEGER)
    """Part of SCIM's form; None in the reference's examples."""
