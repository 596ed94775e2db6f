# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/schema/attribute_mapping.py
"""One attribute's way from source to target, to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._core.request.request import Request
from graphsync._core.state.named_items import NamedItem, NamedItems
from graphsync._sync.navigation.session import Session
from graphsync._sync.navigation.verb import verb
from graphsync.errors import ExpressionInvalid
from graphsync_client import models

if TYPE_CHECKING:
    from graphsync._core.domain.schema_operations import SchemaOperations


@resolvable
class AttributeMapping(NamedItem[models.AttributeMapping]):
    """One attribute mapping of a schema; `schema.replace()` sends its edits, with all else."""

    def __init__(
        self,
        session: Session,
        operations: SchemaOperations,
        data: models.AttributeMapping,
        siblings: NamedItems[NamedItem[models.AttributeMapping], models.AttributeMapping],
    ) -> None:
        super().__init__(data, siblings)
        self._session = session
        self._operations = operations

    @property
    def target_attribute_name(self) -> str | None:
        """The attribute that the value goes to."""
        return self.data.target_attribute_name

    @property
    def expression(self) -> str | None:
        """The expression that the value comes from; None for a constant."""
        return _expression(self.data)

    @verb
    def set_expression(
        self, expression: str, *, test_input_object: models.ExpressionInputObject | None = None
    ) -> Request[models.ParseExpressionResponse]:
        """Ask the service to parse an expression, and take the parsed tree as the source.

        One request.

        So the tree, which is what the service works with, never disagrees with the text. Returns
        the service's answer. Raises `ExpressionInvalid`, and then changes nothing.

        Args:
            test_input_object: An object to evaluate the expression on; the answer has the values.

        """
        data = self.data
        body = models.ParseExpressionRequest(
            expression=expression,
            test_input_object=test_input_object,
            target_attribute_definition=None,
        )
        return Request(self._operations.parse(body), lambda answer: _take(answer, expression, data))

    def __repr__(self) -> str:
        return f"<AttributeMapping {self._data.target_attribute_name} = {_expression(self._data)}>"


def _take(
    answer: models.ParseExpressionResponse, expression: str, data: models.AttributeMapping
) -> models.ParseExpressionResponse:
    if not answer.parsing_succeeded or answer.parsed_expression is None:
        reason = None if answer.error is None else answer.error.message or answer.error.code
        raise ExpressionInvalid(
            f"the service cannot parse {expression!r}: {reason or 'it gives no reason'}"
        )
    data.source = answer.parsed_expression
    return answer


def _expression(data: models.AttributeMapping) -> str | None:
    return None if data.source is None else data.source.expression
