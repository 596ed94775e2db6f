"""Graph's `filterClause`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .filter_operand import FilterOperand


@model
class FilterClause(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    operator_name: str | None = field(default=ABSENT, metadata=member("operatorName", TEXT))
    """As the Graph reference describes it."""

    source_operand_name: str | None = field(default=ABSENT, metadata=member("sourceOperandName", TEXT))
    """As the Graph reference describes it."""

    target_operand: FilterOperand | None = field(
        default=ABSENT, metadata=member("targetOperand", ModelOf("filter_operand", "FilterOperand"))
    )
    """As the Graph reference describes it."""
