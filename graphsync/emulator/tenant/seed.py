"""The tenant that a new emulator starts with."""

from graphsync.emulator.document import Document
from graphsync.emulator.gallery.templates import INBOUND_TEMPLATE_ID
from graphsync.emulator.switches import Switches
from graphsync.emulator.tenant import people
from graphsync.emulator.tenant.job import new_job
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.times import iso
from graphsync.emulator.well_known import (
    DEFAULT_DOMAIN,
    INBOUND_APP_ID,
    INBOUND_APPLICATION_ID,
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    MANY_APP_ID,
    MANY_APPLICATION_ID,
    MANY_JOBS,
    MANY_PRINCIPAL_ID,
    NEW_JOB_ID,
    NON_GALLERY_TEMPLATE_ID,
    SCIM_APP_ID,
    SCIM_APPLICATION_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TENANT_ID,
    job_id,
    steady_id,
)


def plant(tenant: Tenant, switches: Switches, now: float) -> None:
    """Fill an empty tenant: directory objects, three applications with their principals, jobs and secrets."""
    tenant.table("tenant")["profile"] = {
        "id": TENANT_ID,
        "displayName": "Contoso",
        "defaultDomain": DEFAULT_DOMAIN,
    }
    people.plant(tenant, 40)
    add_application(
        tenant, "Contoso Directory", (SCIM_APPLICATION_ID, SCIM_APP_ID, SCIM_PRINCIPAL_ID), NON_GALLERY_TEMPLATE_ID, now
    )
    add_application(
        tenant,
        "Contoso HR inbound",
        (INBOUND_APPLICATION_ID, INBOUND_APP_ID, INBOUND_PRINCIPAL_ID),
        INBOUND_TEMPLATE_ID,
        now,
    )
    add_application(
        tenant, "Contoso Archive", (MANY_APPLICATION_ID, MANY_APP_ID, MANY_PRINCIPAL_ID), NON_GALLERY_TEMPLATE_ID, now
    )
    tenant.table("secret")[SCIM_PRINCIPAL_ID] = {
        "value": [
            {"key": "BaseAddress", "value": "https://scim.contoso.com/v2"},
            {"key": "SecretToken", "value": "seeded-token"},
            {"key": "SyncAll", "value": "true"},
        ]
    }
    tenant.table("secret")[INBOUND_PRINCIPAL_ID] = {
        "value": [
            {"key": "SyncNotificationSettings", "value": '{"Enabled":true,"Recipients":"operations@contoso.com"}'}
        ]
    }
    jobs = tenant.jobs(SCIM_PRINCIPAL_ID)
    jobs[SCIM_JOB_ID] = new_job(SCIM_JOB_ID, "scim", switches)
    jobs[NEW_JOB_ID] = new_job(NEW_JOB_ID, "customappsso", switches)
    tenant.jobs(INBOUND_PRINCIPAL_ID)[INBOUND_JOB_ID] = new_job(INBOUND_JOB_ID, "API2AAD", switches)
    many = tenant.jobs(MANY_PRINCIPAL_ID)
    for number in range(MANY_JOBS):
        key = job_id("scim", steady_id("job", number))
        many[key] = new_job(key, "scim", switches)


def add_application(
    tenant: Tenant, name: str, ids: tuple[str, str, str], gallery_id: str, now: float
) -> tuple[Document, Document]:
    """Put in an application and its service principal; `ids` are object id, app id and the principal's id."""
    application_id, app_id, principal_id = ids
    application: Document = {
        "id": application_id,
        "appId": app_id,
        "applicationTemplateId": gallery_id,
        "displayName": name,
        "createdDateTime": iso(int(now)),
        "signInAudience": "AzureADMyOrg",
        "identifierUris": [],
        "publisherDomain": str(tenant.profile["defaultDomain"]),
    }
    principal: Document = {
        "id": principal_id,
        "appId": app_id,
        "applicationTemplateId": gallery_id,
        "displayName": name,
        "appDisplayName": name,
        "accountEnabled": True,
        "servicePrincipalType": "Application",
        "appOwnerOrganizationId": tenant.id,
        "tags": ["WindowsAzureActiveDirectoryIntegratedApp"],
    }
    tenant.applications[application_id] = application
    tenant.principals[principal_id] = principal
    return application, principal
