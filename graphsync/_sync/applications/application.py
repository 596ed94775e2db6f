# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/applications/application.py
"""One application."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from graphsync._core.state.members import Loaded
from graphsync._sync.applications.owner_entity import OwnerEntity
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync_client import models


class Application(OwnerEntity["models.Application"]):
    """An application (in the portal: an app registration).

    Its templates can be changed.
    """

    created_date_time = Loaded[datetime | None]("When it was registered.")
    publisher_domain = Loaded[str | None]("The verified domain of who publishes it.")
    sign_in_audience = Loaded[str | None]("Which accounts may sign in, such as `AzureADMyOrg`.")

    def _get_by_id(
        self, id: str, select: Sequence[str] | None, expand: Sequence[str] | None
    ) -> Operation[models.Application]:
        from graphsync_client.api.applications.get_application import get_application

        return get_application(id, select=select, expand=expand)
