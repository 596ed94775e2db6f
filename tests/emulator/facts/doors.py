"""Facts about secrets, queries, batches, refusals and logs."""

import re

from .fact import ABSENT, Fact, request, wait
from .protocol import batch
from .secrets_and_uploads import pairs
from .states import FAILING

_LOG = "/auditLogs/provisioning"
_SCIM = {"Content_Type": "application/scim+json"}
_NEW = request("POST {gallery}/instantiate", {"displayName": "New"})
_MADE = request("POST {new}/jobs", {"templateId": "scim"})
_READ = request("GET {sync}/secrets")
_SENSITIVE = (
    "SecretToken",
    "Password",
    "ClientSecret",
    "ConsumerSecret",
    "Oauth2AccessToken",
    "Oauth2RefreshToken",
    "Oauth2ClientSecret",
)
_CLEAR = {
    "BaseAddress": "https://a.contoso.com",
    "UserName": "u",
    "SyncAll": "true",
    "Domain": '{"domain":"contoso.com"}',
    "CompanyId": "c",
}
_KEYS = [
    "None",
    "UserName",
    "Password",
    "SecretToken",
    "AppKey",
    "BaseAddress",
    "ClientIdentifier",
    "ClientSecret",
    "SingleSignOnType",
    "Sandbox",
    "Url",
    "Domain",
    "ConsumerKey",
    "ConsumerSecret",
    "TokenKey",
    "TokenExpiration",
    "Oauth2AccessToken",
    "Oauth2AccessTokenCreationTime",
    "Oauth2RefreshToken",
    "SyncAll",
    "InstanceName",
    "Oauth2ClientId",
    "Oauth2ClientSecret",
    "CompanyId",
    "UpdateKeyOnSoftDelete",
    "SynchronizationSchedule",
    "SystemOfRecord",
    "SandboxName",
    "EnforceDomain",
    "SkipOutOfScopeDeletions",
    "Oauth2AuthorizationCode",
    "Oauth2RedirectUri",
    "ApplicationTemplateIdentifier",
    "Oauth2TokenExchangeUri",
    "Oauth2AuthorizationUri",
    "AuthenticationType",
    "Server",
    "PerformInboundEntitlementGrants",
    "HardDeletesEnabled",
    "SyncAgentCompatibilityKey",
    "SyncAgentADContainer",
    "ValidateDomain",
    "TestReferences",
    "ConnectionString",
]


def put(words: str, members: dict[str, object], **values: str) -> Fact:
    return Fact(words, (request("PUT {sync}/secrets", pairs(**values)), _READ), 200, members)


def planned(words: str, status: int, **more: object) -> Fact:
    fault = {"kind": "status", "status": status, "path": "*/start", "times": 1, **more}
    members = {"header:retry-after": "2"} if "retry_after" in more else {}
    steps = (request("POST admin:/faults", fault), request("POST {job}/start"))
    return Fact(words, steps, status, members)


def number(words: str, path: str, count: bytes) -> Fact:
    return Fact(words, (request(f"GET {path}/$count"),), 200, {"": count})


_ITEM = {"id": "1", "method": "GET", "url": "/servicePrincipals/{sp}/synchronization/jobs"}

FACTS = (
    Fact(
        "secrets of the application",
        (request("GET /applications/{application}/synchronization/secrets"),),
        200,
        {"value.0.key": "BaseAddress"},
    ),
    Fact(
        "templates of the application",
        (request("GET /applications/{application}/synchronization/templates"),),
        200,
        {"value.id=scim.factoryTag": "customappsso"},
    ),
    Fact(
        "principals by a filter",
        (request("GET /servicePrincipals?$filter=appId eq '{appId}'"),),
        200,
        {"value.#": 1, "value.0.id": "{sp}"},
    ),
    Fact(
        "an assignment",
        (
            request(
                "POST /servicePrincipals/{sp}/appRoleAssignedTo",
                {"principalId": "{user}", "resourceId": "{sp}"},
            ),
        ),
        201,
        {"principalId": "{user}", "resourceId": "{sp}"},
    ),
    Fact("a Date", (request("GET {job}"),), 200, {"header:date": re.compile("GMT$")}),
    Fact(
        "a new job shows after a while",
        (_NEW, wait(2), _MADE, request("GET {newjob}")),
        404,
        {},
        {"replication_delay": 60.0},
    ),
    Fact(
        "secrets are read late",
        (request("PUT {sync}/secrets", pairs(CompanyId="c")), _READ),
        200,
        {"value.key=CompanyId": ABSENT, "value.key=BaseAddress": ...},
        {"replication_delay": 60.0},
    ),
    planned("a planned 403", 403),
    planned("a planned 503", 503, retry_after=2),
    planned("a planned 504", 504),
    Fact("secrets have no DELETE", (request("DELETE {sync}/secrets"),), 404),
    Fact("secrets have no POST", (request("POST {sync}/secrets", pairs(SyncAll="true")),), 404),
    put("each documented key is taken", {"value.#": len(_KEYS)}, **dict.fromkeys(_KEYS, "x")),
    Fact(
        "a value that is not a text",
        (request("PUT {sync}/secrets", {"value": [{"key": "SyncAll", "value": True}]}),),
        400,
    ),
    put(
        "notification settings in part",
        {"value.0.value": '{"Recipients":"a@contoso.com"}'},
        SyncNotificationSettings='{"Recipients":"a@contoso.com"}',
    ),
    put(
        "a domain is kept as it is",
        {"value.0.value": '{"domain":"contoso.com"}'},
        Domain='{"domain":"contoso.com"}',
    ),
    put(
        "an application key is taken",
        {"value.0.key": "AppKey"},
        AppKey='{"appKeyScenario":"AD2AADPasswordHash"}',
    ),
    put(
        "the secrets of cross-tenant synchronization",
        {"value.key=AuthenticationType.value": "SyncPolicy", "value.key=CompanyId.value": "c"},
        AuthenticationType="SyncPolicy",
        CompanyId="c",
    ),
    put(
        "each sensitive key is masked",
        {f"value.key={key}.value": "*" for key in _SENSITIVE},
        **dict.fromkeys(_SENSITIVE, "x"),
    ),
    put(
        "each key that is not sensitive is shown",
        {f"value.key={key}.value": value for key, value in _CLEAR.items()},
        **_CLEAR,
    ),
    Fact(
        "an application acquires a token",
        (
            request(
                "POST /applications/{application}/synchronization/acquireAccessToken",
                {"credentials": [{"key": "Oauth2AuthorizationCode", "value": "x"}]},
            ),
        ),
        204,
        {"": None},
    ),
    Fact(
        "a list of jobs has no next page",
        (request("GET {sync}/jobs"),),
        200,
        {"@odata.nextLink": ABSENT},
    ),
    Fact(
        "jobs page when asked to",
        (request("GET {sync}/jobs?$top=1"),),
        200,
        {"@odata.nextLink": re.compile(r"^http://127\.0\.0\.1:\d+/v1\.0/servicePrincipals/.*skip")},
    ),
    Fact(
        "the count of users",
        (request("GET /users?$count=true&$top=2", ConsistencyLevel="eventual"),),
        200,
        {"@odata.count": 40, "value.#": 2},
    ),
    Fact(
        "the count is not repeated",
        (
            request("GET /users?$count=true&$top=2", ConsistencyLevel="eventual"),
            request("GET next:", ConsistencyLevel="eventual"),
        ),
        200,
        {"@odata.count": ABSENT, "value.#": 2},
    ),
    number("the number of jobs", "{sync}/jobs", b"2"),
    number("the number of templates", "{sync}/templates", b"2"),
    number("the number of secrets", "{sync}/secrets", b"3"),
    number("the number of directories", "{job}/schema/directories", b"2"),
    Fact(
        "a job with its schema",
        (request("GET {job}?$expand=schema"),),
        200,
        {"schema.synchronizationRules.0.id": "{rule}"},
    ),
    Fact(
        "a batch that depends and has a body",
        (
            _NEW,
            request(
                "POST /$batch",
                batch(
                    {**_ITEM, "url": "{new}/jobs"},
                    {
                        "id": "2",
                        "method": "POST",
                        "url": "{new}/jobs",
                        "dependsOn": ["1"],
                        "headers": {"Content-Type": "application/json"},
                        "body": {"templateId": "scim"},
                    },
                ),
            ),
        ),
        200,
        {"responses.id=1.status": 200, "responses.id=2.status": 201},
    ),
    Fact(
        "a body without a content type in a batch",
        (
            request(
                "POST /$batch",
                batch(
                    {
                        "id": "1",
                        "method": "POST",
                        "url": "{sync}/jobs",
                        "body": {"templateId": "scim"},
                    }
                ),
            ),
        ),
        200,
        {"responses.0.status": 400, "responses.0.body.error.message": re.compile("Content-Type")},
    ),
    Fact(
        "a token of another tenant",
        (request("GET {job}", authorization="Bearer e30.e30.x"),),
        401,
        {"error.code": "InvalidAuthenticationToken"},
        {"authentication": "issued token"},
    ),
    Fact(
        "the code of a missing job",
        (request("GET {sync}/jobs/none"),),
        404,
        {"error.code": "ResourceNotFound"},
    ),
    Fact(
        "the inner error has line ends",
        (request("PUT {sync}/secrets", pairs(SyncNotificationSettings="")),),
        400,
        {"error.message": re.compile(r'\{\r\n  "error": \{\r\n')},
    ),
    Fact(
        "the words of a 429",
        tuple([request(f"GET {_LOG}")] * 6),
        429,
        {
            "error.message": "Please retry again later.",
            "error.innerError.status": "429",
            "error.innerError.message": ...,
        },
    ),
    Fact("synchronization has no limit of its own", tuple([request("GET {job}")] * 50), 200),
    Fact(
        "one run has one cycleId",
        (
            request(f"GET {_LOG}?$filter=jobId eq '{{jobid}}'&$top=1"),
            request(
                f"GET {_LOG}?$filter=jobId eq '{{jobid}}' and cycleId eq '{{value.0.cycleId}}'"
            ),
        ),
        200,
        {"value.#": 45},
    ),
    Fact(
        "runs other than one",
        (
            request(f"GET {_LOG}?$filter=jobId eq '{{jobid}}'&$top=1"),
            request(
                f"GET {_LOG}?$filter=jobId eq '{{jobid}}' and cycleId ne '{{value.0.cycleId}}'"
            ),
        ),
        200,
        {"value": []},
    ),
    Fact(
        "the context of the log",
        (request(f"GET {_LOG}?$top=1"),),
        200,
        {"@odata.context": re.compile(r"\$metadata#auditLogs/provisioning$")},
    ),
    Fact(
        "values count by case",
        (request(f"GET {_LOG}?$filter=sourceSystem/displayName eq 'microsoft entra id'"),),
        200,
        {"value": []},
    ),
    Fact(
        "statuses do not",
        (request(f"GET {_LOG}?$filter=provisioningStatusInfo/status eq 'SUCCESS'&$top=1"),),
        200,
        {"value.#": 1},
    ),
    Fact(
        "a failure in the log",
        (*FAILING, request(f"GET {_LOG}?$filter=provisioningStatusInfo/status eq 'failure'")),
        200,
        {
            "value.0.provisioningAction": "create",
            "value.0.provisioningStatusInfo.errorInformation.errorCategory": "nonServiceFailure",
            "value.0.provisioningStatusInfo.errorInformation.errorCode": ...,
            "value.0.provisioningStatusInfo.errorInformation.reason": ...,
            "value.0.provisioningSteps.3.status": "failure",
        },
    ),
)
