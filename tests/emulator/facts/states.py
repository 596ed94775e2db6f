"""Facts about what steering a job does to it and to its cycles."""

import re

from .fact import Fact, Step, request, wait
from .jobs import NEVER, job, restarted
from .secrets_and_uploads import pairs, upload

_RESTART = "POST {job}/restart"
_REFUSED = (request("PATCH admin:/targets/{sp}", {"acceptedToken": "another"}), wait(31))
_TAKEN = request("PATCH admin:/targets/{sp}", {"acceptedToken": ""})
_PUT_SAME = request("PUT {job}/schema", {"=": "GET {job}/schema"})
ADA = {
    "displayName": "Ada",
    "userPrincipalName": "ada@contoso.com",
    "mailNickname": "ada",
    "accountEnabled": True,
}
FAILING = (
    request("PATCH admin:/targets/{sp}", {"rejects": [{"attribute": "userName"}]}),
    request("POST admin:/users", ADA),
    wait(45),
)
_REMADE = (request("DELETE {job}"), request("POST {sync}/jobs", {"templateId": "scim"}))
_GONE = request("DELETE admin:/users/{user}")
_ACCOUNTS = request("GET admin:/targets/{sp}/accounts")
_THRESHOLD = '{"Enabled":true,"DeleteThresholdEnabled":true,"DeleteThresholdValue":1}'
_AUDITS = "GET /auditLogs/directoryAudits?$filter=activityDisplayName eq "
_LIFTED = {"status.code": "Active", "status.quarantine": None}
_COUNT = "status.synchronizedEntryCountByType.0.value"


def _scope(name: str) -> Step:
    return request(_RESTART, restarted(name))


def _audited(words: str, activity: str, *steps: Step) -> Fact:
    members = {"value.0.category": "ProvisioningManagement"}
    return Fact(words, (*steps, request(f"{_AUDITS}'{activity}'")), 200, members)


FACTS = (
    Fact(
        "a job's members",
        (request("GET {job}"),),
        200,
        {
            "status.escrowsPruned": False,
            "status.countSuccessiveCompleteFailures": 0,
            "status.lastExecution.activityIdentifier": ...,
            "status.lastExecution.countEntitled": ...,
            "status.lastExecution.countEntitledForProvisioning": ...,
            "status.lastExecution.countEscrowed": 0,
            "status.lastExecution.countEscrowedRaw": 0,
            "status.lastExecution.countExported": ...,
            "status.lastExecution.countExports": ...,
            "status.lastExecution.countImported": ...,
            "status.lastExecution.countImportedDeltas": ...,
            "status.lastExecution.countImportedReferenceDeltas": ...,
            "schedule.expiration": None,
            "synchronizationJobSettings": ...,
        },
    ),
    job(
        "a quarantine on demand",
        request("POST admin:/quarantine", {"jobId": "{jobid}"}),
        members={"status.quarantine.reason": "QuarantinedOnDemand"},
    ),
    job(
        "its first execution is empty",
        *_REMADE,
        request("POST {job}/start"),
        members={
            "status.lastExecution.activityIdentifier": None,
            "status.lastExecution.countImported": 0,
            "status.lastExecution.countExported": 0,
            "status.lastExecution.timeEnded": NEVER,
            "status.lastExecution.error": {
                "code": "None",
                "message": "",
                "tenantActionable": False,
            },
        },
    ),
    job(
        "a healthy job became steady",
        members={
            "status.steadyStateFirstAchievedTime": re.compile("^2025-12-31T"),
            "status.steadyStateLastAchievedTime": re.compile("^2025-12-31T"),
        },
    ),
    job(
        "the execution repeats the error of the quarantine",
        *_REFUSED,
        members={
            "status.lastExecution.error.code": re.compile("InvalidCredentials$"),
            "status.lastExecution.error.tenantActionable": True,
        },
    ),
    job(
        "a quarantine as it was captured",
        *_REFUSED,
        members={
            "status.code": "Quarantine",
            "status.escrowsPruned": False,
            "status.progress": [],
            "status.countSuccessiveCompleteFailures": 1,
            "status.quarantine.currentBegan": "2026-01-01T00:30:10Z",
            "status.quarantine.nextAttempt": "2026-01-01T00:35:10Z",
            "status.quarantine.reason": "EncounteredQuarantineException",
            "status.quarantine.seriesBegan": "2026-01-01T00:30:10Z",
            "status.quarantine.seriesCount": 1,
            "status.lastExecution.timeBegan": "2026-01-01T00:30:09Z",
            "status.lastExecution.timeEnded": "2026-01-01T00:30:10Z",
        },
        switches={"first_retry_hours": 1 / 12},
    ),
    job(
        "NotRun while the first run goes on",
        *_REMADE,
        request("POST {job}/start"),
        wait(0.3),
        members={"status.code": "NotRun", "status.lastExecution.timeBegan": re.compile("^2026")},
    ),
    job(
        "a job runs every interval",
        wait(85),
        members={"status.lastExecution.timeBegan": re.compile("^2026-01-01T01:1")},
    ),
    job(
        "a paused job does not run",
        request("POST {job}/pause"),
        wait(100),
        members={"status.lastExecution.timeBegan": re.compile("^2025-12-31")},
    ),
    Fact(
        "a new job as a whole",
        (*_REMADE, request("GET {job}")),
        200,
        {
            "@odata.context": re.compile(r"servicePrincipals.*/synchronization/jobs/\$entity$"),
            "schedule": {"expiration": None, "interval": "PT40M", "state": "Disabled"},
            "status": {
                "countSuccessiveCompleteFailures": 0,
                "escrowsPruned": False,
                "code": "Paused",
                "lastExecution": None,
                "lastSuccessfulExecution": None,
                "lastSuccessfulExecutionWithExports": None,
                "quarantine": None,
                "steadyStateFirstAchievedTime": NEVER,
                "steadyStateLastAchievedTime": NEVER,
                "troubleshootingUrl": None,
                "progress": [],
                "synchronizedEntryCountByType": [],
            },
        },
    ),
    Fact(
        "a new job's schema is its template's",
        (*_REMADE, request("GET {job}/schema")),
        200,
        {"version": "6.0", "synchronizationRules.0.id": "{rule}"},
    ),
    job(
        "a started job goes on from its watermark",
        request("POST {job}/pause"),
        request("POST {job}/start"),
        wait(2),
        members={
            "status.lastExecution.timeBegan": re.compile("^2026"),
            "status.lastExecution.countImported": 0,
        },
    ),
    job("start lifts a quarantine", *_REFUSED, request("POST {job}/start"), members=_LIFTED),
    job(
        "pausing a job that never ran",
        *_REMADE,
        request("POST {job}/pause"),
        members={"schedule.state": "Disabled", "status.code": "Paused"},
    ),
    job(
        "the next cycle comes soon after a restart",
        request(_RESTART),
        wait(0.2),
        members={"status.lastExecution.timeBegan": re.compile("^2026-01-01T00:00:")},
    ),
    job(
        "a reset schema makes an initial cycle",
        request("DELETE {job}/schema"),
        wait(45),
        members={"status.lastExecution.countImported": 45},
    ),
    job(
        "a running cycle outlives a changed schema",
        request(_RESTART),
        wait(0.2),
        _PUT_SAME,
        wait(1),
        members={
            "status.lastExecution.timeBegan": "2026-01-01T00:00:10Z",
            "status.lastExecution.state": "Succeeded",
            "status.lastExecution.countImported": 45,
        },
    ),
    job(
        "new secrets lift no quarantine",
        *_REFUSED,
        request("PUT {sync}/secrets", pairs(BaseAddress="https://a.contoso.com", SecretToken="t")),
        members={"status.code": "Quarantine"},
    ),
    job(
        "None starts a paused job",
        request("POST {job}/pause"),
        _scope("None"),
        members={"schedule.state": "Active", "status.code": "Active"},
    ),
    job("None lifts a quarantine", *_REFUSED, _scope("None"), members=_LIFTED),
    job("counts do not go down", _GONE, wait(45), members={_COUNT: 40}),
    job(
        "links are forgotten",
        _GONE,
        wait(45),
        _scope("ConnectorDataStore"),
        wait(2),
        members={_COUNT: 39, "status.lastExecution.countImported": 44},
    ),
    job(
        "an object that fails is an escrow",
        *FAILING,
        members={
            "status.lastExecution.countEscrowed": 1,
            "status.lastExecution.state": "EntryLevelErrors",
        },
    ),
    job(
        "escrows are forgotten",
        *FAILING,
        _scope("Escrows"),
        members={
            "status.lastExecution.countEscrowed": 0,
            "status.lastExecution.countEscrowedRaw": 0,
        },
    ),
    job(
        "forgotten escrows are not tried again",
        *FAILING,
        _scope("Escrows"),
        wait(600),
        members={"status.lastExecution.countEscrowed": 0, "status.lastExecution.countImported": 0},
    ),
    job(
        "a full evaluation tries them again",
        *FAILING,
        _scope("Escrows"),
        _scope("Watermark"),
        wait(2),
        members={"status.lastExecution.countEscrowed": 1},
    ),
    job(
        "the next attempt uses new secrets",
        *_REFUSED,
        request(
            "PUT {sync}/secrets",
            pairs(BaseAddress="https://a.contoso.com", SecretToken="another", SyncAll="true"),
        ),
        wait(370),
        members=_LIFTED,
    ),
    job(
        "the scope of the quarantine lifts it",
        *_REFUSED,
        _scope("QuarantineState"),
        members=_LIFTED,
    ),
    job(
        "it is back with the next failure",
        *_REFUSED,
        _scope("QuarantineState"),
        wait(2),
        members={"status.code": "Quarantine", "status.quarantine.seriesCount": 1},
    ),
    Fact(
        "Full does not force deletions",
        (
            request(
                "PUT {sync}/secrets",
                pairs(
                    BaseAddress="https://a.contoso.com",
                    SecretToken="t",
                    SyncAll="true",
                    SyncNotificationSettings=_THRESHOLD,
                ),
            ),
            _GONE,
            wait(45),
            _scope("Full"),
            wait(2),
            _ACCOUNTS,
        ),
        200,
        {"totalResults": 45},
    ),
    job(
        "a restart without a scope looks at every object",
        request(_RESTART, {"criteria": {}}),
        wait(2),
        members={"status.lastExecution.countImported": 45},
    ),
    job(
        "a restart without a scope lifts a quarantine",
        *_REFUSED,
        request(_RESTART),
        members=_LIFTED,
    ),
    Fact("an empty scope", (_scope(""),), 204),
    Fact(
        "a running cycle of uploads goes on",
        (
            request("POST {injob}/bulkUpload", upload(50), Content_Type="application/scim+json"),
            wait(30.4),
            request("POST {injob}/restart"),
            wait(3),
            request(
                "GET /auditLogs/provisioning?$filter=jobId eq '{injobid}'"
                " and sourceIdentity/id eq 'e49'"
            ),
        ),
        200,
        {"value.0.provisioningAction": ...},
    ),
    job(
        "an initial cycle takes its time",
        request(_RESTART),
        wait(2),
        members={"status.lastExecution.timeEnded": "2026-01-01T00:00:37Z"},
    ),
    job(
        "the end of a quarantine makes an initial cycle",
        *_REFUSED,
        _TAKEN,
        wait(365),
        members={"status.code": "Active", "status.lastSuccessfulExecution.countImported": 45},
    ),
    Fact(
        "a redacted value in the log",
        (
            request(
                "PUT {job}/schema",
                {
                    "=": "GET {job}/schema",
                    "places": {
                        "synchronizationRules.0.objectMappings.0.attributeMappings"
                        ".targetAttributeName=title.source": {
                            "type": "Function",
                            "name": "Redact",
                            "expression": "Redact([jobTitle])",
                            "parameters": [],
                        }
                    },
                },
            ),
            request("POST admin:/users", {**ADA, "jobTitle": "Spy"}),
            wait(45),
            request(
                "GET /auditLogs/provisioning?$filter=sourceIdentity/displayName eq 'Ada'&$top=1"
            ),
        ),
        200,
        {"value.0.modifiedProperties.displayName=title.newValue": "[Redact]"},
    ),
    job("an idle job has no progress", members={"status.progress": []}),
    _audited(
        "audits of a start",
        "Enable/start provisioning configuration",
        request("POST {job}/pause"),
        request("POST {job}/start"),
    ),
    _audited(
        "audits of settings",
        "Update provisioning setting or credentials",
        request("PUT {sync}/secrets", pairs(SyncAll="true")),
    ),
    _audited("audits of mappings", "Update attribute mappings or scope", _PUT_SAME),
)
