# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/schema/schema.py
"""The schema of a job or a template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._core.domain.schema_operations import SchemaOperations
from graphsync._core.request.request import Request
from graphsync._core.state.entity_state import EntityState
from graphsync._core.state.members import Editable, Loaded
from graphsync._sync.navigation.entity import Entity
from graphsync._sync.navigation.session import Session
from graphsync._sync.navigation.verb import prepared_by, several, verb
from graphsync.errors import VersionMismatch
from graphsync_client import models
from graphsync_client.types import ABSENT, Operation

if TYPE_CHECKING:
    from graphsync._core.state.named_items import NamedItems
    from graphsync._sync.schema.directories import Directories
    from graphsync._sync.schema.filter_operators import FilterOperators
    from graphsync._sync.schema.functions import Functions
    from graphsync._sync.schema.rule import Rule


@resolvable
class SynchronizationSchema(Entity[models.SynchronizationSchema]):
    """Which objects and attributes flow where.

    Read it, edit the data in place, and `replace()` it as a whole.
    """

    id = Loaded[str | None]("The schema's id.")
    version = Loaded[str | None](
        "The service's mark of this state of the schema; it changes with each write."
    )
    synchronization_rules = Editable["list[models.SynchronizationRule] | None"](
        "The rules as plain data; `rules` finds them by name."
    )
    # Made when they are first used: most programs read the data, and their modules take as long to
    # import as the data takes to parse.
    _directories: Directories | None = None
    _functions: Functions | None = None
    _filter_operators: FilterOperators | None = None

    def __init__(
        self,
        session: Session,
        operations: SchemaOperations,
        state: EntityState[models.SynchronizationSchema] | None = None,
    ) -> None:
        super().__init__(session, state)
        self._operations = operations

    def _forget_children(self) -> None:
        self._directories = self._functions = self._filter_operators = None

    @property
    def directories(self) -> Directories:
        """The directories as the service's own collection.

        Those of the loaded schema are in `data.directories`.
        """
        if self._directories is None:
            from graphsync._sync.schema.directories import Directories

            self._directories = Directories(self._session, self._operations)
        return self._directories

    @property
    def functions(self) -> Functions:
        """The functions that expressions may call."""
        if self._functions is None:
            from graphsync._sync.schema.functions import Functions

            self._functions = Functions(self._session, self._operations)
        return self._functions

    @property
    def filter_operators(self) -> FilterOperators:
        """The operators that scope filters may use."""
        if self._filter_operators is None:
            from graphsync._sync.schema.filter_operators import FilterOperators

            self._filter_operators = FilterOperators(self._session, self._operations)
        return self._filter_operators

    @property
    def rules(self) -> NamedItems[Rule, models.SynchronizationRule]:
        """The rules by name, else by id, to look into them and edit them."""
        self._loaded("rules")
        from graphsync._core.state.named_items import NamedItems
        from graphsync._sync.schema.rule import Rule

        return NamedItems(
            lambda: self.data,
            "synchronization_rules",
            "rule",
            lambda rule: (rule.name, rule.id),
            lambda rule, rules: Rule(self._session, self._operations, rule, rules),
        )

    def _repr_html_(self) -> str | None:
        """Show a notebook the mappings, where they are loaded; sends nothing."""
        from graphsync._core.display.schemas import schema_html

        return schema_html(self.data) if self.is_loaded else None

    def _replace_request(self, *, expected_version: str | None = ABSENT) -> Request[None]:
        if expected_version is not ABSENT:
            raise several("replace() of a schema with expected_version=")
        return self._whole("replace()", self._operations.replace)

    @prepared_by(_replace_request)
    def replace(self, *, expected_version: str | None = ABSENT) -> None:
        """Write the whole schema; the job's next cycle will look at every object again.

        One request.

        Args:
            expected_version: The version that the service must still have. With it there are two
                requests: the schema is read once more, and `VersionMismatch` raised where somebody
                else has changed it. A change between the two is still overwritten, because the
                service has no condition to send along. `None` raises ValueError: comparing with it
                would check nothing.

        """
        request = self._replace_request()
        if expected_version is None:
            raise ValueError(
                "expected_version is None, because the schema was sent without a version; "
                "leave it out to write without a check"
            )
        if expected_version is not ABSENT:
            current = self._session.send(self._operations.get())
            if current.version != expected_version:
                raise VersionMismatch(
                    f"the schema has version {current.version!r}, not {expected_version!r}; nothing"
                    " was written. get(discard_edits=True) loads the new version to edit",
                    expected_version,
                    current.version,
                )
        self._session.send(request)

    @verb
    def reset(self, *, if_match: str | None = None, discard_edits: bool = False) -> Request[None]:
        """Go back to the template's schema (a template: to its default). One request.

        What is loaded here becomes unknown. Raises `UnsentEdits` where the data was edited and not
        sent yet, unless the edits may be discarded. Edits made while the request is under way are
        kept, with the data that they belong to.
        """
        if not discard_edits:
            self._keep_edits()
        return Request(
            self._operations.delete(if_match), lambda _: self._forget(discard_edits=discard_edits)
        )

    def _forget(self, *, discard_edits: bool) -> None:
        if discard_edits or not self.has_edits:
            self._state.forget()

    @verb
    def parse_expression(
        self,
        expression: str,
        *,
        test_input_object: models.ExpressionInputObject | None = None,
        target_attribute_definition: models.AttributeDefinition | None = None,
    ) -> Operation[models.ParseExpressionResponse]:
        """Ask the service to parse an expression, and to evaluate it where it gets an object.

        One request.
        """
        body = models.ParseExpressionRequest(
            expression=expression,
            test_input_object=test_input_object,
            target_attribute_definition=target_attribute_definition,
        )
        return self._operations.parse(body)

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.SynchronizationSchema]:
        return self._operations.get(select, expand)
