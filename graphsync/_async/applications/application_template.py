"""One application of the gallery."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._async.navigation.identified import Identified
from graphsync._core.state.members import Loaded
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync._async.applications.application_service_principal import ApplicationServicePrincipal
    from graphsync_client import models


class ApplicationTemplate(Identified["models.ApplicationTemplate"]):
    """Describe an application of the gallery, ready to be added to a tenant."""

    categories = Loaded[list[str | None] | None]("The kinds of application it is listed under, such as `crm`.")
    description = Loaded[str | None]("What the application is for, in words.")
    display_name = Loaded[str | None]("Its name in the gallery.")
    home_page_url = Loaded[str | None]("The application's own page.")
    logo_url = Loaded[str | None]("A picture of its logo.")
    publisher = Loaded[str | None]("Who publishes it.")
    supported_provisioning_types = Loaded[list[str | None] | None]("What can be provisioned to it, such as `sync`.")
    supported_single_sign_on_modes = Loaded[list[str | None] | None]("How people can sign in to it, such as `saml`.")

    async def instantiate(
        self, display_name: str, *, service_management_reference: str | None = None
    ) -> ApplicationServicePrincipal:
        """Add the application to the tenant under a name of your own, and return its two new objects. One request.

        Each call adds another one, also under a name that exists, so it is not sent again where the answer got lost.
        The new objects show with a delay, and until then calls below them are answered with 401, 403 or 404:
        `with_options(consistency=60)`, on the client, the template or one of the two, waits. Some tenants demand a
        `service_management_reference`, which names who looks after the application.
        """
        from graphsync._async.applications.application import Application
        from graphsync._async.applications.application_service_principal import ApplicationServicePrincipal
        from graphsync._async.applications.service_principal import ServicePrincipal
        from graphsync._core.domain.made_ids import made_ids
        from graphsync._core.state.entity_state import EntityState
        from graphsync_client.api.application_templates.instantiate_application_template import (
            instantiate_application_template,
        )
        from graphsync_client.models import InstantiateApplicationTemplateRequest
        from graphsync_client.types import Owner

        if not display_name.strip():
            raise ValueError("the display name is empty; the new application needs one to be found by")
        body = InstantiateApplicationTemplateRequest(display_name=display_name)
        if service_management_reference is not None:
            body.service_management_reference = service_management_reference
        data = await self._client.send(instantiate_application_template(self.id, body))
        application, principal = made_ids(data, display_name)
        return ApplicationServicePrincipal(
            Application(self._client, Owner.application(application), application, EntityState(data.application)),
            ServicePrincipal(
                self._client, Owner.service_principal(principal), principal, EntityState(data.service_principal)
            ),
        )

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.ApplicationTemplate]:
        from graphsync_client.api.application_templates.get_application_template import get_application_template

        return get_application_template(self.id, select=select, expand=expand)
