"""The tenant that a new emulator starts with."""

from graphsync.emulator import well_known as known
from graphsync.emulator.document import Document
from graphsync.emulator.gallery.templates import INBOUND_TEMPLATE_ID
from graphsync.emulator.switches import Switches
from graphsync.emulator.tenant import people
from graphsync.emulator.tenant.job import new_job
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.times import iso

_AWS_GALLERY_ID = "21ed01d2-ec13-4e9e-86c1-cd546719ebc4"

Ids = tuple[str, str, str]


def plant(tenant: Tenant, switches: Switches, now: float) -> list[tuple[str, str]]:
    """Fill an empty tenant; return the jobs that are meant to run, as principal id and job id."""
    put_profile(tenant, {})
    people.plant(tenant, 40)
    scim: Ids = (known.SCIM_APPLICATION_ID, known.SCIM_APP_ID, known.SCIM_PRINCIPAL_ID)
    inbound: Ids = (known.INBOUND_APPLICATION_ID, known.INBOUND_APP_ID, known.INBOUND_PRINCIPAL_ID)
    many: Ids = (known.MANY_APPLICATION_ID, known.MANY_APP_ID, known.MANY_PRINCIPAL_ID)
    troubled: Ids = (
        known.TROUBLED_APPLICATION_ID,
        known.TROUBLED_APP_ID,
        known.TROUBLED_PRINCIPAL_ID,
    )
    add_application(tenant, "Contoso Directory", scim, known.NON_GALLERY_TEMPLATE_ID, now)
    add_application(tenant, "Contoso HR inbound", inbound, INBOUND_TEMPLATE_ID, now)
    add_application(tenant, "Contoso Archive", many, known.NON_GALLERY_TEMPLATE_ID, now)
    add_application(tenant, "Contoso Cloud Accounts", troubled, _AWS_GALLERY_ID, now)
    put_secrets(
        tenant,
        known.SCIM_PRINCIPAL_ID,
        {
            "BaseAddress": "https://scim.contoso.com/v2",
            "SecretToken": "seeded-token",
            "SyncAll": "true",
        },
    )
    settings = '{"Enabled":true,"Recipients":"operations@contoso.com"}'
    put_secrets(tenant, known.INBOUND_PRINCIPAL_ID, {"SyncNotificationSettings": settings})
    for principal_id, job_id in (
        (known.SCIM_PRINCIPAL_ID, known.SCIM_JOB_ID),
        (known.SCIM_PRINCIPAL_ID, known.NEW_JOB_ID),
        (known.INBOUND_PRINCIPAL_ID, known.INBOUND_JOB_ID),
        (known.TROUBLED_PRINCIPAL_ID, known.TROUBLED_JOB_ID),
    ):
        put_job(tenant, principal_id, job_id, switches, now)
    for number in range(known.MANY_JOBS):
        put_job(
            tenant,
            known.MANY_PRINCIPAL_ID,
            known.job_id("scim", known.steady_id("job", number)),
            switches,
            now,
        )
    return [
        (known.SCIM_PRINCIPAL_ID, known.SCIM_JOB_ID),
        (known.INBOUND_PRINCIPAL_ID, known.INBOUND_JOB_ID),
        (known.TROUBLED_PRINCIPAL_ID, known.TROUBLED_JOB_ID),
    ]


def put_profile(tenant: Tenant, profile: Document) -> None:
    """Name the tenant; what the profile does not say is Contoso's."""
    usual = {"id": known.TENANT_ID, "displayName": "Contoso", "defaultDomain": known.DEFAULT_DOMAIN}
    tenant.table("tenant")["profile"] = {**usual, **profile}


def put_secrets(tenant: Tenant, principal_id: str, secrets: dict[str, str]) -> None:
    """Store a principal's secrets."""
    pairs = [{"key": key, "value": value} for key, value in secrets.items()]
    tenant.table("secret")[principal_id] = {"value": pairs}


def put_job(tenant: Tenant, principal_id: str, job_id: str, switches: Switches, now: float) -> None:
    """Put in a job that was just created; its id begins with its template."""
    domain = str(tenant.profile["defaultDomain"])
    tenant.jobs(principal_id)[job_id] = new_job(
        job_id, job_id.partition(".")[0], switches, domain, now
    )


def add_application(
    tenant: Tenant, name: str, ids: Ids, gallery_id: str, now: float
) -> tuple[Document, Document]:
    """Put in an application and its service principal.

    `ids` are object id, app id and the principal's id.
    """
    application_id, app_id, principal_id = ids
    application: Document = {
        "id": application_id,
        "appId": app_id,
        "applicationTemplateId": gallery_id,
        "displayName": name,
        "createdDateTime": iso(int(now)),
        "signInAudience": "AzureADMyOrg",
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
