"""One template."""

from __future__ import annotations

from collections.abc import Sequence

from graphsync._async.navigation.identified import Identified
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._async.schema.schema import SynchronizationSchema
from graphsync._core.domain.schema_operations import SchemaOperations
from graphsync._core.request.request import Request
from graphsync._core.state.entity_state import EntityState
from graphsync._core.state.members import Editable
from graphsync_client import models
from graphsync_client.api.templates.delete_template import delete_template
from graphsync_client.api.templates.get_template import get_template
from graphsync_client.api.templates.update_template import update_template
from graphsync_client.types import Operation, Owner


class SynchronizationTemplate(Identified[models.SynchronizationTemplate]):
    """A kind of job that the application supports, with the schema that new jobs begin with."""

    application_id = Editable[str | None]("The application that the template belongs to.")
    default = Editable[bool | None]("Whether new jobs of the application are made from this one.")
    description = Editable[str | None]("What the template is for, in words.")
    discoverable = Editable[bool | None](
        "Whether the template shows up among those that a job can be made from."
    )
    factory_tag = Editable[str | None]("A name that templates of the same kind share.")
    metadata = Editable["list[models.SynchronizationMetadataEntry] | None"](
        "Further facts about the template, as keys and values."
    )

    _schema: SynchronizationSchema | None = None

    def __init__(
        self,
        session: Session,
        owner: Owner,
        id: str | None,
        state: EntityState[models.SynchronizationTemplate] | None = None,
    ) -> None:
        self._owner = owner
        super().__init__(session, id, state)

    def _forget_children(self) -> None:
        self._schema = None

    @property
    def schema(self) -> SynchronizationSchema:
        """The template's schema; loaded already where the service sent it along with the
        template.

        Its data is that of `data.schema`: what was edited here, `update()` of the template sends
        too.
        """
        if self._schema is None:
            operations = SchemaOperations(self._owner, self.id, is_template=True)
            self._schema = SynchronizationSchema(
                self._session, operations, self._state.below("schema")
            )
        return self._schema

    @verb
    def update(self) -> Request[None]:
        """Write the whole template as it is here, edits included.

        The service erases what is not sent. One request.
        """
        return self._whole("update()", lambda body: update_template(self._owner, self.id, body))

    @verb
    def delete(self, *, if_match: str | None = None) -> Operation[None]:
        """Delete the template. One request."""
        return delete_template(self._owner, self.id, if_match=if_match)

    def _edits(self) -> list[str]:
        return [*super()._edits(), *self._state.edits_below()]

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.SynchronizationTemplate]:
        return get_template(self._owner, self.id, select=select, expand=expand)
