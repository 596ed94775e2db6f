"""Graph's `parseExpressionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .attribute_mapping_source import AttributeMappingSource
    from .public_error import PublicError


@model
class ParseExpressionResponse(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    error: PublicError | None = field(default=ABSENT, metadata=member("error", ModelOf("public_error", "PublicError")))
    """As the Graph reference describes it."""

    evaluation_result: list[str | None] | None = field(
        default=ABSENT, metadata=member("evaluationResult", ListOf(TEXT))
    )
    """As the Graph reference describes it."""

    evaluation_succeeded: bool | None = field(default=ABSENT, metadata=member("evaluationSucceeded", BOOLEAN))
    """As the Graph reference describes it."""

    parsed_expression: AttributeMappingSource | None = field(
        default=ABSENT,
        metadata=member("parsedExpression", ModelOf("attribute_mapping_source", "AttributeMappingSource")),
    )
    """As the Graph reference describes it."""

    parsing_succeeded: bool | None = field(default=ABSENT, metadata=member("parsingSucceeded", BOOLEAN))
    """As the Graph reference describes it."""
