"""Facts about secrets, provisioning on demand and bulk uploads."""

import re

from .fact import Fact, request, wait

_PUT = "PUT {sync}/secrets"
_READ = request("GET {sync}/secrets")
_VALIDATE = "POST {job}/validateCredentials"
_DEMAND = "POST {job}/provisionOnDemand"
_UPLOAD = "POST {injob}/bulkUpload"
_SCIM = {"Content_Type": "application/scim+json"}
STATUS_INFO = "Microsoft.Identity.Health.CPP.Common.DataContracts.SyncFabric.StatusInfo"


def pairs(**values: str) -> object:
    return {"value": [{"key": key, "value": value} for key, value in values.items()]}


def demanded(rule: str = "{rule}", kind: str = "User", id: str = "{user}") -> object:
    subject = {"objectId": id, "objectTypeName": kind}
    return {"parameters": [{"ruleId": rule, "subjects": [subject]}]}


def upload(count: int = 1, **changes: object) -> object:
    data = {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "eve@contoso.com",
        "displayName": "Eve",
        "active": True,
    }
    operations = [
        {
            "method": "POST",
            "bulkId": f"{n}",
            "path": "/Users",
            "data": {**data, "externalId": f"e{n}"},
            **changes,
        }
        for n in range(count)
    ]
    return {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        "Operations": operations,
        "failOnErrors": None,
    }


FACTS = (
    Fact(
        "sensitive values are shown as *",
        (request(_PUT, pairs(BaseAddress="https://a.contoso.com", SecretToken="t")), _READ),
        200,
        {"value.0.value": "https://a.contoso.com", "value.1": {"key": "SecretToken", "value": "*"}},
    ),
    Fact(
        "a password is masked, a user name is not",
        (request(_PUT, pairs(UserName="u", Password="p")), _READ),
        200,
        {"value.0.value": "u", "value.1.value": "*"},
    ),
    Fact(
        "PUT answers 204",
        (request(_PUT, pairs(BaseAddress="https://a.contoso.com")),),
        204,
        {"": None},
    ),
    Fact("PUT replaces all", (request(_PUT, pairs(SyncAll="true")), _READ), 200, {"value.#": 1}),
    Fact(
        "PUT keeps what is not mentioned, say others",
        (request(_PUT, pairs(CompanyId="c")), _READ),
        200,
        {"value.#": 4},
        {"put_secrets": "merge"},
    ),
    Fact(
        "an empty text removes a key",
        (request(_PUT, pairs(SyncAll="", CompanyId="c")), _READ),
        200,
        {"value.#": 1},
    ),
    Fact(
        "empty notification settings: an error within an error",
        (request(_PUT, pairs(SyncNotificationSettings="")),),
        400,
        {"error.code": "UnknownError", "error.message": re.compile("InvalidNotificationSettings")},
    ),
    Fact(
        "notification settings of {} stay",
        (request(_PUT, pairs(SyncNotificationSettings="{}")), _READ),
        200,
        {"value.0": {"key": "SyncNotificationSettings", "value": "{}"}},
    ),
    Fact(
        "a body without value",
        (request(_PUT, {"credentials": []}),),
        400,
        {"error.code": "BadRequest", "error.message": "Empty Payload. JSON content expected."},
    ),
    Fact(
        "no body", (request(_PUT),), 400, {"error.message": "Empty Payload. JSON content expected."}
    ),
    Fact("secrets have no PATCH", (request("PATCH {sync}/secrets", pairs(SyncAll="true")),), 404),
    Fact(
        "secrets before any job",
        (
            request("POST {gallery}/instantiate", {"displayName": "New"}),
            request("PUT {new}/secrets", pairs(BaseAddress="https://a.contoso.com")),
        ),
        204,
    ),
    Fact(
        "validating saved credentials",
        (request(_VALIDATE, {"useSavedCredentials": True}),),
        204,
        {"": None},
    ),
    Fact(
        "saved credentials ignore those given",
        (
            request(
                _VALIDATE,
                {
                    "useSavedCredentials": True,
                    "credentials": [{"key": "SecretToken", "value": "invalid"}],
                },
            ),
        ),
        204,
    ),
    Fact(
        "validating given credentials",
        (
            request(
                _VALIDATE,
                {
                    "credentials": [
                        {"key": "BaseAddress", "value": "https://a.contoso.com"},
                        {"key": "SecretToken", "value": "t"},
                    ]
                },
            ),
        ),
        204,
    ),
    Fact(
        "credentials that are refused",
        (
            request("PATCH admin:/targets/{sp}", {"acceptedToken": "another"}),
            request(
                _VALIDATE,
                {
                    "credentials": [
                        {"key": "BaseAddress", "value": "https://a.contoso.com"},
                        {"key": "SecretToken", "value": "invalid"},
                    ]
                },
            ),
        ),
        400,
        {"error.code": "SystemForCrossDomainIdentityManagementInvalidCredentials"},
    ),
    Fact(
        "no credentials",
        (request(_VALIDATE, {"useSavedCredentials": False}),),
        400,
        {"error.code": "CredentialsMissing"},
    ),
    Fact(
        "validating before a job exists",
        (
            request(
                "POST {sync}/jobs/validateCredentials",
                {
                    "templateId": "scim",
                    "useSavedCredentials": False,
                    "credentials": [
                        {"key": "BaseAddress", "value": "https://a.contoso.com"},
                        {"key": "SecretToken", "value": "t"},
                    ],
                },
            ),
        ),
        204,
    ),
    Fact(
        "the truth value as a text",
        (
            request(
                "POST {sync}/jobs/validateCredentials",
                {
                    "templateId": "scim",
                    "useSavedCredentials": "false",
                    "credentials": [
                        {"key": "BaseAddress", "value": "https://a.contoso.com"},
                        {"key": "SecretToken", "value": "t"},
                    ],
                },
            ),
        ),
        204,
    ),
    Fact(
        "acquiring a token",
        (
            request(
                "POST {sync}/acquireAccessToken",
                {"credentials": [{"key": "Oauth2ClientId", "value": "x"}]},
            ),
        ),
        204,
        {"": None},
    ),
    Fact(
        "on demand: a pair whose value is a list",
        (request(_DEMAND, demanded()),),
        200,
        {"key": STATUS_INFO, "value": re.compile(r"^\[")},
    ),
    Fact(
        "on demand in 2022: an object",
        (request(_DEMAND, demanded()),),
        200,
        {"key": re.compile('"result"'), "value": re.compile(r"^\{")},
        {"on_demand_value": "object"},
    ),
    Fact(
        "its context",
        (request(_DEMAND, demanded()),),
        200,
        {"@odata.context": re.compile("microsoft.graph.stringKeyStringValuePair$")},
    ),
    Fact(
        "what has not changed is skipped",
        (request(_DEMAND, demanded()),),
        200,
        {"value": re.compile("RedundantExport")},
    ),
    Fact(
        "scoping has readable details",
        (request(_DEMAND, demanded()),),
        200,
        {"value": re.compile("Assigned to the application")},
    ),
    Fact(
        "a failure is a 200",
        (request(_DEMAND, demanded(id="00000000-0000-4000-8000-000000000000")),),
        200,
        {"value": re.compile('(?i)"status": ?"(failure|skipped)"')},
    ),
    Fact(
        "a rule that the job has not",
        (request(_DEMAND, demanded(rule="x")),),
        400,
        {"error.code": "RequestParameterInvalid", "error.message": re.compile("(?i)rule")},
    ),
    Fact("a bare list is refused", (request(_DEMAND, [{}]),), 400),
    Fact(
        "on demand without credentials",
        (request(_PUT, pairs(SyncAll="true")), request(_DEMAND, demanded())),
        400,
        {"error.code": "CredentialsMissing"},
    ),
    Fact(
        "two subjects are too many",
        (
            request(
                _DEMAND,
                {
                    "parameters": [
                        {
                            "ruleId": "{rule}",
                            "subjects": [{"objectId": "{user}", "objectTypeName": "User"}] * 2,
                        }
                    ]
                },
            ),
        ),
        400,
    ),
    Fact(
        "five in ten seconds",
        (*[request(_DEMAND, demanded())] * 6,),
        429,
        {"header:retry-after": ..., "error.code": "TooManyRequests"},
    ),
    Fact("an upload", (request(_UPLOAD, upload(), **_SCIM),), 202, {"": None}),
    Fact(
        "its Location is the log of the job",
        (request(_UPLOAD, upload(), **_SCIM),),
        202,
        {
            "header:location": re.compile(
                r"/auditLogs/provisioning/?\?\$filter=jobid%20eq%20'API2AAD"
            )
        },
    ),
    Fact("fifty records", (request(_UPLOAD, upload(50), **_SCIM),), 202),
    Fact(
        "fifty-one records",
        (request(_UPLOAD, upload(51), **_SCIM),),
        400,
        {"error.message": re.compile("Invalid Data Format")},
    ),
    Fact(
        "another content type",
        (request(_UPLOAD, upload()),),
        400,
        {"error.message": re.compile("Invalid Data Format")},
    ),
    Fact("another method", (request(_UPLOAD, upload(method="PATCH"), **_SCIM),), 400),
    Fact("another path", (request(_UPLOAD, upload(path="/Groups"), **_SCIM),), 400),
    Fact("no schemas", (request(_UPLOAD, upload(data={"externalId": "x"}), **_SCIM),), 400),
    Fact("the same bulkId twice", (request(_UPLOAD, upload(2, bulkId="1"), **_SCIM),), 400),
    Fact(
        "uploads of jobs that take none",
        (request("POST {job}/bulkUpload", upload(), **_SCIM),),
        400,
    ),
    Fact(
        "forty uploads in five seconds",
        (*[request(_UPLOAD, upload(), **_SCIM)] * 41,),
        429,
        {"header:retry-after": ...},
    ),
    Fact(
        "nothing is logged before a cycle",
        (
            request(_UPLOAD, upload(), **_SCIM),
            request(
                "GET /auditLogs/provisioning?$filter=jobId eq '{injobid}' and sourceIdentity/id eq 'e0'"
            ),
        ),
        200,
        {"value": []},
    ),
    Fact(
        "the next cycle works through uploads",
        (
            request(_UPLOAD, upload(), **_SCIM),
            wait(45),
            request(
                "GET /auditLogs/provisioning?$filter=jobId eq '{injobid}' and sourceIdentity/id eq 'e0'"
            ),
        ),
        200,
        {
            "value.0.provisioningAction": "create",
            "value.0.provisioningStatusInfo.status": "success",
        },
    ),
    Fact(
        "a paused job takes uploads and logs nothing",
        (
            request("POST {injob}/pause"),
            request(_UPLOAD, upload(), **_SCIM),
            wait(90),
            request(
                "GET /auditLogs/provisioning?$filter=jobId eq '{injobid}' and sourceIdentity/id eq 'e0'"
            ),
        ),
        200,
        {"value": []},
    ),
    Fact(
        "restart of an idle job drops uploads",
        (
            request(_UPLOAD, upload(), **_SCIM),
            request("POST {injob}/restart"),
            wait(45),
            request(
                "GET /auditLogs/provisioning?$filter=jobId eq '{injobid}' and sourceIdentity/id eq 'e0'"
            ),
        ),
        200,
        {"value": []},
    ),
    Fact(
        "the match is by employeeId",
        (
            request(_UPLOAD, upload(), **_SCIM),
            wait(45),
            request(
                "GET /users?$filter=userPrincipalName eq 'eve@contoso.com'"
                "&$select=employeeId,accountEnabled"
            ),
        ),
        200,
        {"value.0.employeeId": "e0", "value.0.accountEnabled": True},
    ),
    Fact(
        "US Government allows about 1 KB of credentials",
        (request(_PUT, pairs(SecretToken="t" * 2000)),),
        400,
        differs="the local Graph is the global service",
    ),
)
