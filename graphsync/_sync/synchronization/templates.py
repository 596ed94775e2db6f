# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/templates.py
"""The templates of a synchronization."""

from __future__ import annotations

from graphsync._core.request.ids import check_key
from graphsync._core.state.entity_state import EntityState
from graphsync._sync.navigation.listing import Listing
from graphsync._sync.navigation.session import Session
from graphsync._sync.navigation.verb import verb
from graphsync._sync.synchronization.template import SynchronizationTemplate
from graphsync_client import models
from graphsync_client.api.templates.count_templates import count_templates
from graphsync_client.api.templates.list_templates import list_templates
from graphsync_client.types import Operation, Owner


class Templates(Listing[SynchronizationTemplate, models.SynchronizationTemplate]):
    """The templates, to iterate over; `templates[id]` is one of them, and sends nothing."""

    def __init__(self, session: Session, owner: Owner) -> None:
        super().__init__(session)
        self._owner = owner

    def __getitem__(self, id: str) -> SynchronizationTemplate:
        check_key("templates", id, "for")
        return SynchronizationTemplate(self._session, self._owner, id)

    def get_by_id(self, id: str) -> SynchronizationTemplate:
        """Return the template with this id; sends nothing, `get()` does."""
        return self[id]

    @verb
    def count(self) -> Operation[int]:
        """Return how many there are, as filter and search say. One request."""
        operation = count_templates(
            self._owner, filter=self._options.filter, search=self._options.search_term
        )
        return operation.with_headers(self._options.headers())

    def _list_operation(self) -> Operation[models.SynchronizationTemplateCollectionResponse]:
        return list_templates(self._owner)

    def _item(self, data: models.SynchronizationTemplate) -> SynchronizationTemplate:
        return SynchronizationTemplate(
            self._session,
            self._owner,
            data.id,
            EntityState(data, self._options.select, self._options.expand),
        )
