"""The gallery: applications that can be added to a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._async.applications.application_template import ApplicationTemplate
from graphsync._async.navigation.listing import Listing
from graphsync._core.request.ids import check_key
from graphsync._core.state.entity_state import EntityState
from graphsync_client.api.application_templates.list_application_templates import (
    list_application_templates,
)
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync_client import models


class ApplicationTemplates(Listing[ApplicationTemplate, "models.ApplicationTemplate"]):
    """The applications of the gallery, to iterate over; one is `application_templates[id]`, which
    sends nothing.

    `filter` works on displayName and categories, such as `displayName eq 'Databricks'`. Any valid
    token will do.
    """

    def __getitem__(self, id: str) -> ApplicationTemplate:
        check_key("application_templates", id, "async for")
        return ApplicationTemplate(self._session, id, None)

    def get_by_id(self, id: str) -> ApplicationTemplate:
        """Return the gallery application with this id; sends nothing, `get()` does."""
        return self[id]

    def _list_operation(self) -> Operation[models.ApplicationTemplateCollectionResponse]:
        return list_application_templates()

    def _item(self, data: models.ApplicationTemplate) -> ApplicationTemplate:
        return ApplicationTemplate(
            self._session, data.id, EntityState(data, self._options.select, self._options.expand)
        )
