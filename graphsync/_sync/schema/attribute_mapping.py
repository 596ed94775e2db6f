# Derived from graphsync/_async/schema/attribute_mapping.py by `python -m generator.unasync`: edit that file, not this one.
"""One attribute's way from source to target, to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._core.state.named_item import NamedItem
from graphsync._core.state.named_items import NamedItems
from graphsync.errors import ExpressionInvalid
from graphsync_client import models

if TYPE_CHECKING:
    from graphsync._sync.schema.schema import SynchronizationSchema


class AttributeMapping(NamedItem[models.AttributeMapping]):
    """Edit one attribute mapping of a schema; `schema.replace()` sends it, with everything else."""

    def __init__(
        self,
        schema: SynchronizationSchema,
        data: models.AttributeMapping,
        siblings: NamedItems[NamedItem[models.AttributeMapping], models.AttributeMapping],
    ) -> None:
        super().__init__(data, siblings)
        self._schema = schema

    @property
    def target_attribute_name(self) -> str | None:
        """Return the attribute that the value goes to."""
        return self.data.target_attribute_name

    @property
    def expression(self) -> str | None:
        """Return the expression that the value comes from; None for a constant."""
        return _expression(self.data)

    def set_expression(
        self, expression: str, *, test_input_object: models.ExpressionInputObject | None = None
    ) -> models.ParseExpressionResponse:
        """Have the service parse an expression and take the parsed tree as the source. One request.

        So the tree, which is what the service works with, never disagrees with the text. Returns what the service said; with a
        `test_input_object` that includes the values it gives. Raises `ExpressionInvalid`, and changes nothing then.
        """
        data = self.data
        answer = self._schema.parse_expression(expression, test_input_object=test_input_object)
        if not answer.parsing_succeeded or answer.parsed_expression is None:
            reason = None if answer.error is None else answer.error.message or answer.error.code
            raise ExpressionInvalid(f"the service cannot parse {expression!r}: {reason or 'it gives no reason'}")
        data.source = answer.parsed_expression
        return answer

    def __repr__(self) -> str:
        return f"<AttributeMapping {self._data.target_attribute_name} = {_expression(self._data)}>"


def _expression(data: models.AttributeMapping) -> str | None:
    return None if data.source is None else data.source.expression
