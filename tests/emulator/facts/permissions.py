"""Facts about which permission opens what."""

from .fact import Fact, request
from .secrets_and_uploads import upload

_LOG = "/auditLogs/provisioning"
_CHECKED = {"authentication": "permissions"}
_SCIM = {"Content_Type": "application/scim+json"}


def allowed(words: str, role: str, asked: str, status: int, body: object = None) -> Fact:
    """Return the fact of what an application with one permission is answered."""
    scim = _SCIM if "bulkUpload" in asked else {}
    step = request(asked, body, authorization=f"role:{role}", **scim)
    return Fact(words, (step,), status, {}, _CHECKED)


FACTS = (
    allowed(
        "writing with the permission for everything",
        "Synchronization.ReadWrite.All",
        "POST {job}/start",
        204,
    ),
    allowed(
        "writing with the permission of owners",
        "Application.ReadWrite.OwnedBy",
        "POST {job}/start",
        204,
    ),
    allowed(
        "writing with the permission to read", "Synchronization.Read.All", "POST {job}/start", 401
    ),
    allowed("reading with the permission to read", "Synchronization.Read.All", "GET {job}", 200),
    allowed(
        "reading with a permission of the directory", "Directory.ReadWrite.All", "GET {job}", 200
    ),
    allowed(
        "reading a schema with the permission for security attributes",
        "CustomSecAttributeProvisioning.Read.All",
        "GET {job}/schema",
        200,
    ),
    allowed(
        "security attributes open no job",
        "CustomSecAttributeProvisioning.Read.All",
        "GET {job}",
        401,
    ),
    allowed(
        "writing a schema with the permission for security attributes",
        "CustomSecAttributeProvisioning.ReadWrite.All",
        "DELETE {job}/schema",
        204,
    ),
    allowed(
        "an upload without the permission", "User.Read", "POST {injob}/bulkUpload", 403, upload()
    ),
    allowed(
        "an upload with its permission",
        "SynchronizationData-User.Upload",
        "POST {injob}/bulkUpload",
        202,
        upload(),
    ),
    allowed(
        "an upload with the permission of owners",
        "SynchronizationData-User.Upload.OwnedBy",
        "POST {injob}/bulkUpload",
        202,
        upload(),
    ),
    allowed(
        "the permission of uploads does not open the log",
        "SynchronizationData-User.Upload",
        f"GET {_LOG}",
        403,
    ),
    allowed("the log with the permission for audits", "AuditLog.Read.All", f"GET {_LOG}", 200),
    allowed("the log with its own permission", "ProvisioningLog.Read.All", f"GET {_LOG}", 200),
)
