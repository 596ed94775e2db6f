"""The entries: who sends what, and what has to come of it.

Facts only: methods, paths and the order are what the named program was seen to use; bodies are our
own. `{sync}`, `{job}` and the like are filled in by the runner; `<name` keeps a member of an answer
for later steps.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A request and the status that the program needs; `keep` names members of the answer."""

    request: str
    status: int = 200
    body: object = None
    keep: tuple[tuple[str, str], ...] = ()
    kind: str = "application/json"
    wait: int = 0


@dataclass(frozen=True)
class Entry:
    """One sequence: its program, the language, and what it does silently wrong, if anything."""

    program: str
    language: str
    does: str
    steps: tuple[Step, ...]
    silently: str = ""


def pairs(**values: str) -> object:
    return {"value": [{"key": key, "value": value} for key, value in values.items()]}


def bulk(*ids: str) -> object:
    schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"]
    return {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        "Operations": [
            {
                "method": "POST",
                "bulkId": one,
                "path": "/Users",
                "data": {"schemas": schemas, "externalId": one, "userName": f"{one}@contoso.com"},
            }
            for one in ids
        ],
        "failOnErrors": None,
    }


def demand(rule: str) -> object:
    subject = {"objectId": "{user}", "objectTypeName": "User"}
    return {"parameters": [{"ruleId": rule, "subjects": [subject]}]}


SCIM = "application/scim+json"
_BASE = {"BaseAddress": "https://scim.contoso.com", "SecretToken": "t"}
_NEW_APP = Step(
    "POST /applicationTemplates/{gallery}/instantiate",
    201,
    {"displayName": "New"},
    (("new", "servicePrincipal.id"),),
)
_NEW_JOB = Step(
    "POST /servicePrincipals/{new}/synchronization/jobs",
    201,
    {"templateId": "scim"},
    (("newjob", "id"),),
)
_RESTART = "POST {job}/restart"
_FULL = {"criteria": {"resetScope": "Full"}}
_MSR = "AzureAD/entra-id-inbound-provisioning"

ENTRIES = (
    Entry(
        f"{_MSR} CSV2SCIM.ps1",
        "PowerShell",
        "uploads a CSV file and reads the log of the job",
        (
            Step("GET {insync}/jobs", keep=(("first", "value.0.id"),)),
            Step("POST {injob}/bulkUpload", 202, bulk("a1", "a2"), kind=SCIM),
            Step("GET /auditLogs/provisioning?$filter=jobid eq '{first}'&$top=1", wait=45),
        ),
        silently="takes the first job of a principal for the right one",
    ),
    Entry(
        f"{_MSR} CSV2SCIM.ps1",
        "PowerShell",
        "adds an attribute to the schema by GET and PUT",
        (
            Step("GET {injob}/schema", keep=(("schema", ""),)),
            Step("PUT {injob}/schema", 204, "{schema}"),
        ),
    ),
    Entry(
        f"{_MSR} entra-provisioning-client routes/provisioning.js",
        "JavaScript",
        "uploads and reads the last half hour of the log",
        (
            Step("POST {injob}/bulkUpload", 202, bulk("b1"), kind=SCIM),
            Step(
                "GET /auditLogs/provisioning?$filter=jobId eq '{injobid}' and activityDateTime ge"
                " 2026-01-01T00:15:00Z",
                wait=45,
            ),
        ),
    ),
    Entry(
        "retaildevcrews/databricks-scim-automation src/app/graph-wrapper/index.js",
        "JavaScript",
        "sets an application up: job, credentials, secrets, start, status",
        (
            _NEW_APP,
            _NEW_JOB,
            Step(
                "POST /servicePrincipals/{new}/synchronization/jobs/{newjob}/validateCredentials",
                204,
                {"credentials": pairs(**_BASE)["value"]},  # type: ignore[index]  # a dict
            ),
            Step("PUT /servicePrincipals/{new}/synchronization/secrets", 204, pairs(**_BASE)),
            Step("POST /servicePrincipals/{new}/synchronization/jobs/{newjob}/start", 204),
            Step("GET /servicePrincipals/{new}/synchronization/jobs/{newjob}"),
        ),
        silently="sleeps ten seconds after each step",
    ),
    Entry(
        "aws-samples/aws-iam-identity-center-sync-script Sync.ps1",
        "PowerShell",
        "finds a principal among all and starts its first job",
        (
            Step("GET /servicePrincipals?$top=100"),
            Step("GET {sync}/jobs", keep=(("first", "value.0.id"),)),
            Step("POST {sync}/jobs/{first}/start", 204),
        ),
        silently="takes the first page for all",
    ),
    Entry(
        "bastienperez/PS365 Get-MgApplicationSCIM.ps1",
        "PowerShell",
        "mails the health of every job",
        (Step("GET /servicePrincipals"), Step("GET {sync}/jobs"), Step("GET {sync}/secrets")),
        silently="compares the code with 'Steady', which no job ever has",
    ),
    Entry(
        "bastienperez/PS365 Restart-MgSynchronizationJob.ps1",
        "PowerShell",
        "restarts every job of a principal",
        (Step("GET {sync}/jobs"), Step(_RESTART, 204, _FULL)),
        silently="restarts with Full, which drops all links",
    ),
    Entry(
        "goodworkaround/EntraIDInboundProvisioningHelper",
        "PowerShell",
        "backs mappings up and puts them back",
        (
            Step("GET {injob}/schema", keep=(("schema", ""),)),
            Step("PUT {injob}/schema", 204, "{schema}"),
            Step("POST {injob}/restart", 204, _FULL),
        ),
    ),
    Entry(
        "goodworkaround/EntraIDInboundProvisioningHelper",
        "PowerShell",
        "lays an expression out",
        (Step("POST {injob}/schema/parseExpression", 200, {"expression": 'Append([a], "b")'}),),
    ),
    Entry(
        "tiredithumans/azapptoolkit directory.rs",
        "Rust",
        "shows the status of a principal's jobs",
        (Step("GET {sync}/jobs"),),
    ),
    Entry(
        "timfee/easy-cep configure-microsoft-sync-and-sso.ts",
        "TypeScript",
        "sets a Google application up and undoes it",
        (
            _NEW_APP,
            _NEW_JOB,
            Step("PUT /servicePrincipals/{new}/synchronization/secrets", 204, pairs(**_BASE)),
            Step("POST /servicePrincipals/{new}/synchronization/jobs/{newjob}/start", 204),
            Step("DELETE /servicePrincipals/{new}/synchronization/jobs/{newjob}", 204),
        ),
    ),
    Entry(
        "hashicorp/terraform-provider-azuread synchronization_job_resource.go",
        "Go",
        "creates a job, reads it until it is there, pauses and deletes it",
        (
            _NEW_APP,
            _NEW_JOB,
            Step("GET /servicePrincipals/{new}/synchronization/jobs/{newjob}"),
            Step("POST /servicePrincipals/{new}/synchronization/jobs/{newjob}/start", 204),
            Step("POST /servicePrincipals/{new}/synchronization/jobs/{newjob}/pause", 204),
            Step("DELETE /servicePrincipals/{new}/synchronization/jobs/{newjob}", 204),
            Step("GET /servicePrincipals/{new}/synchronization/jobs/{newjob}", 404),
        ),
    ),
    Entry(
        "hashicorp/terraform-provider-azuread synchronization_secret_resource.go",
        "Go",
        "writes secrets, compares their number, removes them by empty texts",
        (
            Step("PUT {sync}/secrets", 204, pairs(**_BASE)),
            Step("GET {sync}/secrets"),
            Step("PUT {sync}/secrets", 204, pairs(BaseAddress="", SecretToken="")),
            Step("GET {sync}/secrets"),
        ),
        silently="keeps * as the value of a secret that it reads back",
    ),
    Entry(
        "hashicorp/terraform-provider-azuread synchronization_job_provision_on_demand.go",
        "Go",
        "provisions one user on demand",
        (Step("POST {job}/provisionOnDemand", 200, demand("{rule}")),),
        silently="takes the 200 for success although a step failed",
    ),
    Entry(
        "manicminer/hamilton msgraph/synchronization.go",
        "Go",
        "reads, starts and pauses a job",
        (
            Step("GET {job}"),
            Step("POST {job}/pause", 204),
            Step("POST {job}/start", 204),
        ),
    ),
    Entry(
        "efeoncepro/greenhouse-eo scim-entra-provisioning.md",
        "bash",
        "a runbook: status, on demand, restart of escrows",
        (
            Step("GET {job}"),
            Step("POST {job}/provisionOnDemand", 200, demand("{rule}")),
            Step(_RESTART, 204, {"criteria": {"resetScope": "Escrows"}}),
            Step("POST {job}/start", 204),
        ),
    ),
    Entry(
        "martin-rublik/HRProvisioningTests",
        "PowerShell",
        "tests expressions by parseExpression with an object",
        (
            Step(
                "POST {injob}/schema/parseExpression",
                200,
                {
                    "expression": "ToUpper([a], )",
                    "testInputObject": {"properties": [{"key": "a", "value": "x"}]},
                },
            ),
        ),
    ),
    Entry(
        "a scheduled full synchronization (index 36926090337)",
        "PowerShell",
        "restarts with Full every night",
        (Step("GET {sync}/jobs"), Step(_RESTART, 204, _FULL), Step("GET {job}", wait=45)),
        silently="restarts with Full where the watermark is meant",
    ),
    Entry(
        "damienbod/Aad-cross-tenant-synchronization cross-tenant.md",
        "PowerShell",
        "sets cross-tenant synchronization up",
        (
            Step(
                "POST /applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate",
                201,
                {"displayName": "Fabrikam"},
                (("new", "servicePrincipal.id"),),
            ),
            Step(
                "POST /servicePrincipals/{new}/synchronization/jobs",
                201,
                {"templateId": "Azure2Azure"},
                (("newjob", "id"),),
            ),
            Step(
                "PUT /servicePrincipals/{new}/synchronization/secrets",
                204,
                pairs(AuthenticationType="SyncPolicy", CompanyId="{tenant}"),
            ),
            Step("POST /servicePrincipals/{new}/synchronization/jobs/{newjob}/start", 204),
        ),
    ),
    Entry(
        "GitHub EMU accounts on demand (index 52494164187)",
        "PowerShell",
        "resolves job and rule, provisions on demand, reads the steps",
        (
            Step("GET {sync}/jobs"),
            Step("GET {job}/schema", keep=(("found", "synchronizationRules.0.id"),)),
            Step("POST {job}/provisionOnDemand", 200, demand("{found}")),
        ),
        silently="passes a job's id as the rule's where no rule is found",
    ),
    Entry(
        "an inventory of all principals (index 71069994971)",
        "PowerShell",
        "asks for jobs in batches of four calls",
        (
            Step(
                "POST /$batch",
                200,
                {
                    "requests": [
                        {"id": str(n), "method": "GET", "url": f"{{sync}}/{part}"}
                        for n, part in enumerate(("jobs", "templates", "secrets"))
                    ]
                },
            ),
        ),
        silently="reads the envelope's 200 for the status of each call",
    ),
    Entry(
        "functions start, stop, get (index 33784865800)",
        "PowerShell",
        "starts and stops a job",
        (Step("POST {job}/start", 204), Step("POST {job}/stop", 404)),
        silently="calls stop, which does not exist, and hides the 404",
    ),
)
