"""Facts about headers, errors, batches, limits and logs."""

import re

from .fact import ABSENT, Fact, request
from .jobs import GUID

_LOG = "GET /auditLogs/provisioning"
_CREATED = f"{_LOG}?$filter=sourceIdentity/id eq '{{user}}'&$top=1"


def batch(*items: object) -> object:
    return {"requests": list(items)}


_GET = {"id": "1", "method": "GET", "url": "/servicePrincipals/{sp}/synchronization/jobs"}

FACTS = (
    Fact(
        "every answer has a request id", (request("GET {job}"),), 200, {"header:request-id": GUID}
    ),
    Fact(
        "a client's request id comes back",
        (request("GET {job}", client_request_id="11111111-2222-4333-8444-555555555555"),),
        200,
        {"header:client-request-id": "11111111-2222-4333-8444-555555555555"},
    ),
    Fact(
        "diagnostics",
        (request("GET {job}"),),
        200,
        {"header:x-ms-ags-diagnostic": re.compile("^{")},
    ),
    Fact(
        "strict transport security",
        (request("GET {job}"),),
        200,
        {"header:strict-transport-security": ...},
    ),
    Fact("Vary", (request("GET {job}"),), 200, {"header:vary": re.compile("Accept-Encoding")}),
    Fact(
        "answers come in chunks",
        (request("GET {job}"),),
        200,
        {"header:transfer-encoding": "chunked"},
    ),
    Fact(
        "an error has the ids and the time",
        (request("GET {sync}/jobs/none"),),
        404,
        {
            "error.innerError.request-id": GUID,
            "error.innerError.client-request-id": ...,
            "error.innerError.date": re.compile(r"^2026-01-01T00:00:0\d$"),
        },
    ),
    Fact(
        "no token",
        (request("GET {job}", authorization=""),),
        401,
        {"error.code": "InvalidAuthenticationToken"},
    ),
    Fact(
        "a token that is none",
        (request("GET {job}", authorization="Bearer x.y.z"),),
        401,
        {"error.code": "InvalidAuthenticationToken"},
        {"authentication": "issued token"},
    ),
    Fact(
        "unreadable JSON",
        (request("POST {sync}/jobs", b"{"),),
        400,
        {"error.message": re.compile("payload is of valid JSON format")},
    ),
    Fact(
        "a path names its first unknown segment",
        (request("GET /nonsense"),),
        400,
        {"error.message": re.compile("nonsense")},
    ),
    Fact(
        "beta has what v1.0 has",
        (request("GET beta:{sync}/jobs"),),
        200,
        {"value.0.templateId": "scim"},
    ),
    Fact("the log has records", (request(_LOG),), 200, {"value.0": ...}),
    Fact(
        "a batch answers 200",
        (request("POST /$batch", batch(_GET)),),
        200,
        {"responses.0.id": "1", "responses.0.status": 200, "responses.0.body.value": ...},
    ),
    Fact(
        "an address without a slash in a batch",
        (
            request(
                "POST /$batch",
                batch({**_GET, "url": "servicePrincipals/{sp}/synchronization/jobs"}),
            ),
        ),
        200,
        {"responses.0.status": 200},
    ),
    Fact(
        "twenty requests",
        (request("POST /$batch", batch(*({**_GET, "id": str(n)} for n in range(20)))),),
        200,
        {"responses.#": 20},
    ),
    Fact(
        "twenty-one requests",
        (request("POST /$batch", batch(*({**_GET, "id": str(n)} for n in range(21)))),),
        400,
    ),
    Fact(
        "one id twice",
        (request("POST /$batch", batch({**_GET, "id": "a"}, {**_GET, "id": "A"})),),
        400,
    ),
    Fact(
        "a dependant of a failure",
        (
            request(
                "POST /$batch",
                batch(
                    {**_GET, "url": "/servicePrincipals/{sp}/synchronization/jobs/none"},
                    {**_GET, "id": "2", "dependsOn": ["1"]},
                ),
            ),
        ),
        200,
        {"responses.1.status": 424},
    ),
    Fact("a batch that cannot be read", (request("POST /$batch", b"["),), 400),
    Fact(
        "logs page",
        (request(f"{_LOG}?$top=2"),),
        200,
        {"value.#": 2, "@odata.nextLink": re.compile("skiptoken")},
    ),
    Fact(
        "logs: newest first",
        (request(f"{_LOG}?$orderby=activityDateTime desc&$top=1"),),
        200,
        {"value.#": 1},
    ),
    Fact(
        "a record's members",
        (request(_CREATED),),
        200,
        {
            "value.0.id": GUID,
            "value.0.activityDateTime": ...,
            "value.0.tenantId": GUID,
            "value.0.jobId": ...,
            "value.0.cycleId": GUID,
            "value.0.changeId": GUID,
            "value.0.durationInMilliseconds": ...,
            "value.0.servicePrincipal.id": GUID,
            "value.0.provisioningSteps.#": 4,
        },
    ),
    Fact(
        "who initiated it",
        (request(_CREATED),),
        200,
        {
            "value.0.initiatedBy": {
                "id": "",
                "displayName": "Azure AD Provisioning Service",
                "initiatorType": "system",
            }
        },
    ),
    Fact(
        "a success has no error information",
        (request(_CREATED),),
        200,
        {"value.0.provisioningStatusInfo": {"status": "success", "errorInformation": None}},
    ),
    Fact(
        "steps by name and type",
        (request(_CREATED),),
        200,
        {
            "value.0.provisioningSteps.0.name": "EntryImportAdd",
            "value.0.provisioningSteps.0.provisioningStepType": "import",
            "value.0.provisioningSteps.1.name": "EntrySynchronizationScoping",
            "value.0.provisioningSteps.2.provisioningStepType": "matching",
            "value.0.provisioningSteps.3.name": "EntryExportAdd",
        },
    ),
    Fact(
        "v1.0 has no action",
        (request(_CREATED),),
        200,
        {"value.0.action": ABSENT, "value.0.statusInfo": ABSENT},
    ),
    Fact(
        "beta has action and statusInfo",
        (request("GET beta:/auditLogs/provisioning?$top=1"),),
        200,
        {
            "value.0.action": "Create",
            "value.0.statusInfo.@odata.type": "#microsoft.graph.statusDetails",
        },
    ),
    Fact(
        "filter names in any case",
        (
            request(
                f"{_LOG}?$filter=jobid eq '{{jobid}}' and provisioningstatusinfo/status eq 'success'&$top=1"
            ),
        ),
        200,
        {"value.#": 1},
    ),
    Fact(
        "statusInfo/status in a filter",
        (request(f"{_LOG}?$filter=statusInfo/status eq 'failure' and jobid eq '{{jobid}}'"),),
        200,
        {"value": []},
    ),
    Fact(
        "a filter by time",
        (request(f"{_LOG}?$filter=activityDateTime ge 2030-01-01T00:00:00Z"),),
        200,
        {"value": []},
    ),
    Fact(
        "contains",
        (request(f"{_LOG}?$filter=contains(jobId, 'scim')&$top=1"),),
        200,
        {"value.#": 1},
    ),
    Fact(
        "five reads of logs in ten seconds",
        (*[request(_LOG)] * 6,),
        429,
        {
            "header:retry-after": ...,
            "error.code": "TooManyRequests",
            "error.innerError.code": "429",
        },
    ),
    Fact(
        "logs name the display names of principals",
        (request(f"{_LOG}?$filter=servicePrincipal/name eq 'Contoso Directory'&$top=1"),),
        200,
        {"value.#": 1},
    ),
    Fact(
        "a missing permission of the back end is silent",
        (request("GET {job}", authorization="role:User.Read"),),
        401,
        {"error.code": "UnknownError", "error.message": ""},
        {"authentication": "permissions"},
    ),
    Fact(
        "a missing permission of the front door is not",
        (request(_LOG, authorization="role:User.Read"),),
        403,
        {"error.code": "Authorization_RequestDenied"},
        {"authentication": "permissions"},
    ),
    Fact(
        "audits of a pause",
        (
            request("POST {job}/pause"),
            request(
                "GET /auditLogs/directoryAudits?$filter=activityDisplayName eq 'Disable/pause provisioning configuration'"
            ),
        ),
        200,
        {
            "value.0.category": "ProvisioningManagement",
            "value.0.loggedByService": "Account Provisioning",
        },
    ),
    Fact(
        "audits of a restart",
        (
            request("POST {job}/restart"),
            request(
                "GET /auditLogs/directoryAudits?$filter=activityDisplayName eq 'Enable/restart provisioning configuration'"
            ),
        ),
        200,
        {"value.#": 1},
    ),
    Fact(
        "2,000 requests a second for all tenants",
        (request("GET {job}"),),
        200,
        {"header:x-ms-throttle-limit-percentage": ...},
        differs="one process does not get near it; no header until a limit is near",
    ),
)
