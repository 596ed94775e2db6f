"""Graph's `bulkRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, INTEGER, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .bulk_request_operation import BulkRequestOperation


@model
class BulkRequest(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    schemas: list[str] | None = field(default=ABSENT, metadata=member("schemas", ListOf(TEXT)))
    """As the Graph reference describes it."""

    operations: list[BulkRequestOperation] | None = field(
        default=ABSENT, metadata=member("Operations", ListOf(ModelOf("bulk_request_operation", "BulkRequestOperation")))
    )
    """As the Graph reference describes it."""

    fail_on_errors: int | None = field(default=ABSENT, metadata=member("failOnErrors", INTEGER))
    """As the Graph reference describes it."""
