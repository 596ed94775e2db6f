"""POST /applicationTemplates/{application_template_id}/instantiate"""

from __future__ import annotations

from ...models.application_service_principal import ApplicationServicePrincipal
from ...models.instantiate_application_template_request import InstantiateApplicationTemplateRequest
from ...types import Operation, Reads, segment


def instantiate_application_template(
    application_template_id: str,
    body: InstantiateApplicationTemplateRequest,
) -> Operation[ApplicationServicePrincipal]:
    """Add an application of the gallery to the tenant, with registration and service principal.

    Both take a while to replicate: calls below the new service principal's synchronization are
    answered with 401, 403 or 404 until then.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Application.ReadWrite.All.
    Delegated permission: Application.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/applicationtemplate-instantiate
    """
    return Operation[ApplicationServicePrincipal](
        name="instantiate_application_template",
        method="POST",
        path="/applicationTemplates/"
        + segment(application_template_id, "the application_template_id")
        + "/instantiate",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=ApplicationServicePrincipal.from_dict,
        repeatable=False,
    )
