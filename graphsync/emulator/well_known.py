"""Ids that every seeded tenant has, so that a test can name them."""

import uuid

TENANT_ID = "7b1c2f3e-5d64-4a8b-9c0d-1e2f3a4b5c6d"
DEFAULT_DOMAIN = "contoso.com"
# The id of an assignment without a role.
DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000"

SCIM_PRINCIPAL_ID = "11111111-1111-4111-8111-111111111111"
SCIM_APP_ID = "11111111-aaaa-4111-8111-111111111111"
SCIM_APPLICATION_ID = "11111111-bbbb-4111-8111-111111111111"

INBOUND_PRINCIPAL_ID = "22222222-2222-4222-8222-222222222222"
INBOUND_APP_ID = "22222222-aaaa-4222-8222-222222222222"
INBOUND_APPLICATION_ID = "22222222-bbbb-4222-8222-222222222222"

MANY_PRINCIPAL_ID = "33333333-3333-4333-8333-333333333333"
MANY_APP_ID = "33333333-aaaa-4333-8333-333333333333"
MANY_APPLICATION_ID = "33333333-bbbb-4333-8333-333333333333"
MANY_JOBS = 250

TROUBLED_PRINCIPAL_ID = "44444444-4444-4444-8444-444444444444"
TROUBLED_APP_ID = "44444444-aaaa-4444-8444-444444444444"
TROUBLED_APPLICATION_ID = "44444444-bbbb-4444-8444-444444444444"

CLIENT_ID = "99999999-aaaa-4999-8999-999999999999"
CLIENT_SECRET = "graphsync-emulator"  # noqa: S105 - accepted by the local token endpoint only

NON_GALLERY_TEMPLATE_ID = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621"
SCIM_RULE_ID = "03f7d90d-bf71-41b1-bda6-aaf0ddbee5d8"
_TWO_PARTS = frozenset({"BoxOutDelta", "SfSandboxOutDelta"})


def job_id(template_id: str, app_id: str, tenant_id: str = TENANT_ID) -> str:
    """Return the id the service gives to the job of a template: template, tenant without dashes,
    application id. The jobs of a few older templates have no third part.
    """
    tenant = f"{template_id}.{tenant_id.replace('-', '')}"
    return tenant if template_id in _TWO_PARTS else f"{tenant}.{app_id}"


def steady_id(*names: object) -> str:
    """Return a GUID that is always the same for the same names."""
    return str(uuid.uuid5(uuid.UUID(TENANT_ID), "/".join(map(str, names))))


SCIM_JOB_ID = job_id("scim", SCIM_APP_ID)
NEW_JOB_ID = job_id("customappsso", SCIM_APP_ID)
TROUBLED_JOB_ID = job_id("aWSSingleSignon", TROUBLED_APP_ID)
INBOUND_JOB_ID = job_id("API2AAD", INBOUND_APP_ID)
