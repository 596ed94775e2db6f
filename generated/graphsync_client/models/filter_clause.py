"""Graph's `filterClause`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, Model, ModelOf, member

if TYPE_CHECKING:
    from .filter_operand import FilterOperand


class FilterClause(Model):
    """One condition: an attribute, an operator and values.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filterclause
    """

    operator_name: str | None = member("operatorName", TEXT)
    """Operator as the filter operators list has it, such as `EQUALS` or `IS NOT NULL`."""

    source_operand_name: str | None = member("sourceOperandName", TEXT)
    """Attribute of the source object."""

    target_operand: FilterOperand | None = member("targetOperand", ModelOf("filter_operand", "FilterOperand"))
    """Values to compare with; None for an operator that takes none."""
