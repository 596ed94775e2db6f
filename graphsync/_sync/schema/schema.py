# Derived from graphsync/_async/schema/schema.py by `python -m generator.unasync`: edit that file, not this one.
"""The schema of a job or a template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._core.batch.deferral import check_direct
from graphsync._core.domain.schema_operations import SchemaOperations
from graphsync._core.state.entity_state import EntityState
from graphsync._core.state.members import Editable, Loaded
from graphsync._core.state.named_items import NamedItems
from graphsync._core.state.outgoing import outgoing
from graphsync._sync.navigation.entity import Entity
from graphsync._sync.schema.directories import Directories
from graphsync._sync.schema.filter_operators import FilterOperators
from graphsync._sync.schema.functions import Functions
from graphsync._sync.schema.rule import Rule
from graphsync.errors import VersionMismatch
from graphsync_client import models
from graphsync_client.types import ABSENT, Operation

if TYPE_CHECKING:
    from graphsync._sync.client import GraphClient


class SynchronizationSchema(Entity[models.SynchronizationSchema]):
    """Say which objects and attributes flow where: read it, edit the data in place, and `replace()` it as a whole."""

    id = Loaded[str | None]("The schema's id.")
    version = Loaded[str | None]("The service's mark of this state of the schema; it changes with each write.")
    synchronization_rules = Editable["list[models.SynchronizationRule] | None"](
        "The rules as plain data; `rules` finds them by name."
    )

    def __init__(
        self,
        client: GraphClient,
        operations: SchemaOperations,
        state: EntityState[models.SynchronizationSchema] | None = None,
    ) -> None:
        super().__init__(client, state)
        self._operations = operations
        self._forget_children()

    def _forget_children(self) -> None:
        self._directories = Directories(self._client, self._operations)
        self._functions = Functions(self._client, self._operations)
        self._filter_operators = FilterOperators(self._client, self._operations)

    @property
    def directories(self) -> Directories:
        """Return the directories as the service's own collection; those of the loaded schema are in `data.directories`."""
        return self._directories

    @property
    def functions(self) -> Functions:
        """Return the functions that expressions may call."""
        return self._functions

    @property
    def filter_operators(self) -> FilterOperators:
        """Return the operators that scope filters may use."""
        return self._filter_operators

    @property
    def rules(self) -> NamedItems[Rule, models.SynchronizationRule]:
        """Return the rules by name, else by id, to look into them and edit them."""
        self._loaded("rules")
        return NamedItems(
            lambda: self.data,
            "synchronization_rules",
            "rule",
            lambda rule: (rule.name, rule.id),
            lambda rule, rules: Rule(self, rule, rules),
        )

    def replace(self, *, expected_version: str | None = ABSENT) -> None:
        """Write the whole schema; the job's next cycle will look at every object again. One request.

        With `expected_version` it is two: the schema is read once more, and `VersionMismatch` raised where somebody else
        has changed it. A change between the two requests is still overwritten: the service has no condition to send
        along. `None` raises ValueError: it is no version, and comparing it would check nothing.
        """
        document = self._whole("replace()")
        data = self.data
        if expected_version is None:
            raise ValueError(
                "expected_version is None, because the schema was sent without a version; leave it out to write unchecked"
            )
        if expected_version is not ABSENT:
            check_direct("replace() with expected_version=")
            current = self._client.send(self._operations.get())
            if current.version != expected_version:
                raise VersionMismatch(
                    f"the schema has version {current.version!r}, not {expected_version!r}; nothing was written. "
                    "get(discard_edits=True) loads it, to edit it anew",
                    expected_version,
                    current.version,
                )
        self._client.send(self._operations.replace(outgoing(models.SynchronizationSchema, document)))
        self._state.sent(data, document)

    def reset(self, *, if_match: str | None = None, discard_edits: bool = False) -> None:
        """Go back to the template's schema (a template: to its default); what is loaded here becomes unknown. One request.

        Raises `UnsentEdits` where the data was edited and not sent yet, unless the edits may be discarded.
        """
        if not discard_edits:
            self._keep_edits()
        self._client.send(self._operations.delete(if_match))
        self._state.forget()

    def parse_expression(
        self,
        expression: str,
        *,
        test_input_object: models.ExpressionInputObject | None = None,
        target_attribute_definition: models.AttributeDefinition | None = None,
    ) -> models.ParseExpressionResponse:
        """Have the service parse an expression, and evaluate it where there is something to try it on. One request."""
        body = models.ParseExpressionRequest(
            expression=expression,
            test_input_object=test_input_object,
            target_attribute_definition=target_attribute_definition,
        )
        return self._client.send(self._operations.parse(body))

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.SynchronizationSchema]:
        return self._operations.get(select, expand)
