"""Graph's `filterClause`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .filter_operand import FilterOperand


@model
class FilterClause(Model):
    """One condition: an attribute, an operator and values.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filterclause
    """

    operator_name: str | None = field(default=ABSENT, metadata=member("operatorName", TEXT))
    """Operator as the filter operators list has it, such as `EQUALS` or `IS NOT NULL`."""

    source_operand_name: str | None = field(default=ABSENT, metadata=member("sourceOperandName", TEXT))
    """Attribute of the source object."""

    target_operand: FilterOperand | None = field(
        default=ABSENT, metadata=member("targetOperand", ModelOf("filter_operand", "FilterOperand"))
    )
    """Values to compare with; None for an operator that takes none."""
