"""Graph's `correlatedIdentityCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from datetime import datetime

from ..types import ANYTHING, TEXT, TIMESTAMP, Json, ListOf, Model, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse


class CorrelatedIdentityCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of accounts of a report (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    value: list[CorrelatedIdentity] | None = member("value", ListOf(ModelOf("CorrelatedIdentity")))
    """The accounts of this page."""


class CorrelatedIdentity(Model):
    """An account of the target, and the user that it was matched to, if any (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    id: str | None = member("id", TEXT)
    """Identifier of the entry."""

    correlated_date_time: datetime | None = member("correlatedDateTime", TIMESTAMP)
    """When it was matched, UTC."""

    source_identity: CorrelationIdentity | None = member("sourceIdentity", ModelOf("CorrelationIdentity"))
    """The user; None where nothing matched."""

    target_identity: CorrelationIdentity | None = member("targetIdentity", ModelOf("CorrelationIdentity"))
    """The account in the target."""

    status: str | None = member("status", TEXT)
    """`correlatedAssigned`, `correlatedNotAssigned`, `uncorrelated` or `failToCorrelate`; more may come."""

    error: CorrelatedIdentityError | None = member("error", ModelOf("CorrelatedIdentityError"))
    """Why matching failed; None where it did not."""


class CorrelationIdentity(Model):
    """One side of a match: a user or an account (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    anchor: CorrelationProperty | None = member("anchor", ModelOf("CorrelationProperty"))
    """What identifies it."""

    matching_property: CorrelationProperty | None = member("matchingProperty", ModelOf("CorrelationProperty"))
    """The attribute that was compared."""

    identity_type: str | None = member("identityType", TEXT)
    """What it is, such as `User`."""

    details: Json | None = member("details", ANYTHING)
    """Further facts, of any shape."""


class CorrelationProperty(Model):
    """An attribute and its value (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    name: str | None = member("name", TEXT)
    """Name of the attribute."""

    value: str | None = member("value", TEXT)
    """Its value."""


class CorrelatedIdentityError(Model):
    """Why an account could not be matched (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    error_code: str | None = member("errorCode", TEXT)
    """Name of the error."""

    error_message: str | None = member("errorMessage", TEXT)
    """What went wrong."""
