"""Graph's `bulkRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, INTEGER, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .bulk_request_operation import BulkRequestOperation


@model
class BulkRequest(Model):
    """User records for an API-driven job: a SCIM bulk request of at most 50 operations.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload
    """

    schemas: list[str] | None = field(default=ABSENT, metadata=member("schemas", ListOf(TEXT)))
    """The URN `urn:ietf:params:scim:api:messages:2.0:BulkRequest`, in a list."""

    operations: list[BulkRequestOperation] | None = field(
        default=ABSENT, metadata=member("Operations", ListOf(ModelOf("bulk_request_operation", "BulkRequestOperation")))
    )
    """The records, at most 50; on the wire with a capital O."""

    fail_on_errors: int | None = field(default=ABSENT, metadata=member("failOnErrors", INTEGER))
    """Part of SCIM's form; None in the reference's examples."""
