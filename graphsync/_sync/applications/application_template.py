# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/applications/application_template.py
"""One application of the gallery."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._core.json_values import as_object, text_at
from graphsync._core.request.request import Request
from graphsync._core.state.members import Loaded
from graphsync._sync.navigation.identified import Identified
from graphsync._sync.navigation.verb import verb
from graphsync.errors import UnreadableAnswer
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync._sync.applications.application_service_principal import (
        ApplicationServicePrincipal,
    )
    from graphsync_client import models


@resolvable
class ApplicationTemplate(Identified["models.ApplicationTemplate"]):
    """An application of the gallery, ready to be added to a tenant."""

    categories = Loaded[list[str | None] | None](
        "The kinds of application it is listed under, such as `crm`."
    )
    description = Loaded[str | None]("What the application is for, in words.")
    display_name = Loaded[str | None]("Its name in the gallery.")
    home_page_url = Loaded[str | None]("The application's own page.")
    logo_url = Loaded[str | None]("A picture of its logo.")
    publisher = Loaded[str | None]("Who publishes it.")
    supported_provisioning_types = Loaded[list[str | None] | None](
        "What can be provisioned to it, such as `sync`."
    )
    supported_single_sign_on_modes = Loaded[list[str | None] | None](
        "How people can sign in to it, such as `saml`."
    )

    @verb
    def instantiate(
        self, display_name: str, *, service_management_reference: str | None = None
    ) -> Request[ApplicationServicePrincipal]:
        """Add the application to the tenant under a name of your own.

        Returns its two new objects. One request. Each call adds another one, also under a name that
        exists, so it is not sent again where the answer got lost.

        The new objects show with a delay, and until then calls below them are answered with 401,
        403 or 404: `with_options(consistency=60)`, on the client, the template or one of the two,
        waits. Some tenants demand a `service_management_reference`, which names who looks after the
        application.
        """
        from graphsync_client.api.application_templates.instantiate_application_template import (
            instantiate_application_template,
        )
        from graphsync_client.models import InstantiateApplicationTemplateRequest

        if not display_name.strip():
            raise ValueError(
                "the display name is empty; the new application needs one to be found by"
            )
        body = InstantiateApplicationTemplateRequest(display_name=display_name)
        if service_management_reference is not None:
            body.service_management_reference = service_management_reference
        return Request(
            instantiate_application_template(self.id, body),
            lambda data: self._instantiated(data, display_name),
        )

    def _instantiated(
        self, data: models.ApplicationServicePrincipal, display_name: str
    ) -> ApplicationServicePrincipal:
        from graphsync._core.state.entity_state import EntityState
        from graphsync._sync.applications.application import Application
        from graphsync._sync.applications.application_service_principal import (
            ApplicationServicePrincipal,
        )
        from graphsync._sync.applications.service_principal import ServicePrincipal
        from graphsync_client.types import Owner

        application, principal = _made_ids(data, display_name)
        return ApplicationServicePrincipal(
            Application(
                self._session,
                Owner.application(application),
                application,
                EntityState(data.application),
            ),
            ServicePrincipal(
                self._session,
                Owner.service_principal(principal),
                principal,
                EntityState(data.service_principal),
            ),
        )

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.ApplicationTemplate]:
        from graphsync_client.api.application_templates.get_application_template import (
            get_application_template,
        )

        return get_application_template(self.id, select=select, expand=expand)


def _made_ids(answer: models.ApplicationServicePrincipal, display_name: str) -> tuple[str, str]:
    """Return the object ids of the application and the service principal."""
    document = answer.to_dict()
    # The reference's example has them as `objectId` alone.
    application, principal = (
        text_at(as_object(document.get(name)), "id", "objectId")
        for name in ("application", "servicePrincipal")
    )
    if application is None or principal is None:
        raise UnreadableAnswer(
            f"the service has added {display_name!r}, but its answer lacks an id of what it made;"
            " applications.find(display_name=...) and service_principals.find(display_name=...)"
            " look them up",
            status=201,
            headers={},
            body="",
        )
    return application, principal
