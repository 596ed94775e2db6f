"""Graph's `correlationCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from datetime import datetime

from ..types import TEXT, TIMESTAMP, ListOf, Model, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse


class CorrelationCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of reports of account discovery (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    value: list[Correlation] | None = member("value", ListOf(ModelOf("Correlation")))
    """The reports of this page."""


class Correlation(Model):
    """A report of account discovery: which accounts of a target match which users (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    id: str | None = member("id", TEXT)
    """Identifier of the report."""

    start_date_time: datetime | None = member("startDateTime", TIMESTAMP)
    """When it was begun, UTC."""

    end_date_time: datetime | None = member("endDateTime", TIMESTAMP)
    """When it was finished, UTC; None while it is under way."""

    error: CorrelationError | None = member("error", ModelOf("CorrelationError"))
    """Why there is no result, such as `MissingJoiningProperty`; None where all went well."""

    service_principal: CorrelationServicePrincipal | None = member(
        "servicePrincipal", ModelOf("CorrelationServicePrincipal")
    )
    """The application whose accounts were read."""


class CorrelationError(Model):
    """Why a report of account discovery failed (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    code: str | None = member("code", TEXT)
    """Name of the error, such as `MissingJoiningProperty`."""

    message: str | None = member("message", TEXT)
    """What went wrong."""


class CorrelationServicePrincipal(Model):
    """The application that a report of account discovery is about (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    id: str | None = member("id", TEXT)
    """Object id of the service principal."""
