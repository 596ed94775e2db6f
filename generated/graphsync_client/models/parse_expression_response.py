"""Graph's `parseExpressionResponse`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_mapping_source import AttributeMappingSource


class ParseExpressionResponse(Model):
    """What the service made of an expression: its tree, its value for the sample, or an error.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-parseexpressionresponse
    """

    error: PublicError | None = member("error", ModelOf("PublicError"))
    """Why it could not be parsed or evaluated; None if it could."""

    evaluation_result: list[str | None] | None = member("evaluationResult", ListOf(TEXT))
    """Values for the sample object, as text; empty without a sample."""

    evaluation_succeeded: bool | None = member("evaluationSucceeded", BOOLEAN)
    """True if the expression was evaluated; false without a sample."""

    parsed_expression: AttributeMappingSource | None = member("parsedExpression", ModelOf("AttributeMappingSource"))
    """The expression as a tree, ready to be a mapping's source; None if parsing failed."""

    parsing_succeeded: bool | None = member("parsingSucceeded", BOOLEAN)
    """True if the expression is well formed."""


class PublicError(Model):
    """An error inside an answer that succeeded.

    Reference: https://learn.microsoft.com/graph/api/resources/publicerror
    """

    code: str | None = member("code", TEXT)
    """Name of the error."""

    details: list[PublicErrorDetail] | None = member("details", ListOf(ModelOf("PublicErrorDetail")))
    """Further errors behind this one."""

    inner_error: PublicInnerError | None = member("innerError", ModelOf("PublicInnerError"))
    """What the layer below reported."""

    message: str | None = member("message", TEXT)
    """What went wrong, for developers."""

    target: str | None = member("target", TEXT)
    """What the error is about, such as a parameter."""


class PublicErrorDetail(Model):
    """One of several errors behind an error.

    Reference: https://learn.microsoft.com/graph/api/resources/publicerrordetail
    """

    code: str | None = member("code", TEXT)
    """Name of the error."""

    message: str | None = member("message", TEXT)
    """What went wrong, for developers."""

    target: str | None = member("target", TEXT)
    """What the error is about, such as a parameter."""


class PublicInnerError(Model):
    """What a lower layer reported; may carry members that the metadata does not declare.

    Reference: https://learn.microsoft.com/graph/api/resources/publicinnererror
    """

    code: str | None = member("code", TEXT)
    """Name of the error, more specific than the outer one."""

    details: list[PublicErrorDetail] | None = member("details", ListOf(ModelOf("PublicErrorDetail")))
    """Further errors behind this one."""

    message: str | None = member("message", TEXT)
    """What went wrong, for developers."""

    target: str | None = member("target", TEXT)
    """What the error is about, such as a parameter."""
