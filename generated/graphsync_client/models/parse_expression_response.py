"""Graph's `parseExpressionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_mapping_source import AttributeMappingSource
    from .public_error import PublicError


class ParseExpressionResponse(Model):
    """What the service made of an expression: its tree, its value for the sample, or an error.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-parseexpressionresponse
    """

    error: PublicError | None = member("error", ModelOf("public_error", "PublicError"))
    """Why it could not be parsed or evaluated; None if it could."""

    evaluation_result: list[str | None] | None = member("evaluationResult", ListOf(TEXT))
    """Values for the sample object, as text; empty without a sample."""

    evaluation_succeeded: bool | None = member("evaluationSucceeded", BOOLEAN)
    """True if the expression was evaluated; false without a sample."""

    parsed_expression: AttributeMappingSource | None = member(
        "parsedExpression", ModelOf("attribute_mapping_source", "AttributeMappingSource")
    )
    """The expression as a tree, ready to be a mapping's source; None if parsing failed."""

    parsing_succeeded: bool | None = member("parsingSucceeded", BOOLEAN)
    """True if the expression is well formed."""
