"""Facts about jobs, their states and their cycles."""

import re

from .fact import ABSENT, Fact, request, wait

GUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
NEVER = "0001-01-01T00:00:00Z"
_NEW = request("POST {gallery}/instantiate", {"displayName": "New"})
_MADE = request("POST {new}/jobs", {"templateId": "scim"})
_RESTART = "POST {job}/restart"


def restarted(scope: str) -> object:
    return {"criteria": {"resetScope": scope}}


def job(words: str, *steps: object, **more: object) -> Fact:
    return Fact(words, (*steps, request("GET {job}")), **more)  # type: ignore[arg-type]  # a table


FACTS = (
    Fact(
        "a list of jobs is value",
        (request("GET {sync}/jobs"),),
        members={"value.0.id": ..., "@odata.context": re.compile("jobs$")},
    ),
    Fact("a job by its id", (request("GET {job}"),), members={"templateId": "scim"}),
    Fact(
        "a job's schema is not in the job",
        (request("GET {job}"),),
        members={"schema": ABSENT, "bulkUpload": ABSENT},
    ),
    Fact("creating a job answers 201", (_NEW, _MADE), 201, {"templateId": "scim"}),
    Fact("creating a job has no Location", (_NEW, _MADE), 201, {"header:location": ABSENT}),
    Fact("a new job is disabled", (_NEW, _MADE), 201, {"schedule.state": "Disabled"}),
    Fact("a new job's code is Paused", (_NEW, _MADE), 201, {"status.code": "Paused"}),
    Fact(
        "a new job's code is NotConfigured in the reference",
        (_NEW, _MADE),
        201,
        {"status.code": "NotConfigured"},
        {"new_job_code": "NotConfigured"},
    ),
    Fact("a new job's interval is PT40M", (_NEW, _MADE), 201, {"schedule.interval": "PT40M"}),
    Fact(
        "a new job's interval is the longest in the reference",
        (_NEW, _MADE),
        201,
        {"schedule.interval": "P10675199DT2H48M5.4775807S"},
        {"new_job_interval": "P10675199DT2H48M5.4775807S"},
    ),
    Fact(
        "a new job has no execution",
        (_NEW, _MADE),
        201,
        {
            "status.lastExecution": None,
            "status.lastSuccessfulExecution": None,
            "status.lastSuccessfulExecutionWithExports": None,
        },
    ),
    Fact(
        "a new job was never steady",
        (_NEW, _MADE),
        201,
        {"status.steadyStateFirstAchievedTime": NEVER, "status.steadyStateLastAchievedTime": NEVER},
    ),
    Fact(
        "a new job has no progress, counts, quarantine",
        (_NEW, _MADE),
        201,
        {
            "status.progress": [],
            "status.synchronizedEntryCountByType": [],
            "status.quarantine": None,
        },
    ),
    Fact(
        "a new job has no troubleshooting address",
        (_NEW, _MADE),
        201,
        {"status.troubleshootingUrl": None},
    ),
    Fact("an expiration of null", (_NEW, _MADE), 201, {"schedule.expiration": None}),
    Fact(
        "settings are pairs of texts",
        (_NEW, _MADE),
        201,
        {
            "synchronizationJobSettings.0": {
                "name": "AzureIngestionAttributeOptimization",
                "value": "False",
            }
        },
    ),
    Fact(
        "a job's id: template, tenant, application",
        (_NEW, _MADE),
        201,
        {"id": re.compile(r"^scim\.[0-9a-f]{32}\.[0-9a-f-]{36}$")},
    ),
    Fact(
        "an unknown template is refused",
        (_NEW, request("POST {new}/jobs", {"templateId": "x"})),
        400,
        {"error.code": "RequestParameterInvalid"},
    ),
    Fact("a second job of one template is a conflict", (_NEW, _MADE, _MADE), 409),
    Fact(
        "several jobs of different templates",
        (_NEW, _MADE, request("POST {new}/jobs", {"templateId": "customappsso"})),
        201,
    ),
    Fact("a job that is not there", (request("GET {sync}/jobs/none"),), 404),
    Fact("deleting a job", (request("DELETE {job}"),), 204, {"": None}),
    Fact("a deleted job is gone", (request("DELETE {job}"), request("GET {job}")), 404),
    Fact(
        "deleting a job keeps secrets",
        (request("DELETE {job}"), request("GET {sync}/secrets")),
        200,
        {"value.0.key": "BaseAddress"},
    ),
    Fact("start", (request("POST {job}/start"),), 204, {"": None}),
    Fact("pause", (request("POST {job}/pause"),), 204, {"": None}),
    Fact("restart", (request(_RESTART, restarted("Full")),), 204, {"": None}),
    Fact("restart of a body without a scope", (request(_RESTART, {"criteria": {}}),), 204),
    Fact("restart without a body", (request(_RESTART),), 204),
    Fact(
        "restart by several scopes",
        (request(_RESTART, restarted("Watermark, Escrows, QuarantineState")),),
        204,
    ),
    Fact("an unknown scope is refused", (request(_RESTART, restarted("Everything")),), 400),
    Fact("there is no stop", (request("POST {job}/stop"),), 404),
    Fact(
        "PATCH of a job is a 404",
        (request("PATCH {job}", {}),),
        404,
        {
            "error.code": "UnknownError",
            "error.message": re.compile("No HTTP resource was found that matches the request URI"),
        },
    ),
    job(
        "after start and before the first run: NotRun",
        request("DELETE {job}"),
        request("POST {sync}/jobs", {"templateId": "scim"}),
        request("POST {job}/start"),
        members={
            "schedule.state": "Active",
            "status.code": "NotRun",
            "status.lastExecution.state": "Failed",
            "status.lastExecution.error.code": "None",
            "status.lastExecution.timeBegan": NEVER,
            "status.troubleshootingUrl": "",
        },
    ),
    job(
        "a healthy job is Active",
        members={
            "schedule.state": "Active",
            "status.code": "Active",
            "status.lastExecution.state": "Succeeded",
            "status.lastExecution.error": None,
        },
    ),
    job(
        "counts go by source and target type",
        members={"status.synchronizedEntryCountByType.0.key": re.compile("^User to ")},
    ),
    job(
        "a paused job",
        request("POST {job}/pause"),
        members={"schedule.state": "Paused", "status.code": "Paused", "status.lastExecution": ...},
    ),
    job(
        "pausing twice changes nothing",
        request("POST {job}/pause"),
        request("POST {job}/pause"),
        members={"schedule.state": "Paused"},
    ),
    job(
        "starting a paused job that has run",
        request("POST {job}/pause"),
        request("POST {job}/start"),
        members={"schedule.state": "Active", "status.code": "Active"},
    ),
    job(
        "starting a job that runs changes nothing",
        request("POST {job}/start"),
        members={"schedule.state": "Active", "status.code": "Active"},
    ),
    job(
        "restart lets a paused job run",
        request("POST {job}/pause"),
        request(_RESTART),
        members={"schedule.state": "Active"},
    ),
    job(
        "the restart of a full cycle looks at every object",
        request(_RESTART, restarted("Full")),
        wait(2),
        members={"status.lastExecution.countImported": 45},
    ),
    job(
        "an incremental cycle looks at what changed",
        wait(45),
        members={"status.lastExecution.countImported": 0},
    ),
    job(
        "the watermark alone makes an initial cycle",
        request(_RESTART, restarted("Watermark")),
        wait(2),
        members={"status.lastExecution.countImported": 45, "status.lastExecution.countExports": 0},
    ),
    job(
        "escrows alone do not",
        request(_RESTART, restarted("Escrows")),
        wait(45),
        members={"status.lastExecution.countImported": 0},
    ),
    job(
        "a changed schema makes an initial cycle",
        request("PUT {job}/schema", {"=": "GET {job}/schema"}),
        wait(45),
        members={"status.lastExecution.countImported": 45},
    ),
    job(
        "a run in progress has begun after it ended",
        request(_RESTART),
        wait(0.2),
        members={"status.lastExecution.timeBegan": "2026-01-01T00:00:10Z"},
    ),
    job(
        "progress in pages while an initial cycle runs",
        request(_RESTART),
        wait(0.4),
        members={
            "status.progress.0.units": "pages",
            "status.progress.0.totalUnits": ...,
            "status.progress.0.completedUnits": ...,
            "status.progress.0.progressObservationDateTime": ...,
        },
    ),
    job(
        "refused credentials quarantine at once",
        request("PATCH admin:/targets/{sp}", {"acceptedToken": "another"}),
        wait(45),
        members={
            "status.code": "Quarantine",
            "schedule.state": "Active",
            "status.quarantine.reason": "EncounteredQuarantineException",
            "status.quarantine.error.code": re.compile("InvalidCredentials$"),
            "status.quarantine.error.tenantActionable": True,
            "status.quarantine.seriesCount": 1,
            "status.countSuccessiveCompleteFailures": 1,
            "status.lastExecution.state": "Failed",
        },
    ),
    Fact(
        "jobs by templateId, in any case",
        (request("GET {sync}/jobs?$filter=templateid eq 'scim'"),),
        200,
        {"value.#": 1},
    ),
    Fact("$top of jobs", (request("GET {sync}/jobs?$top=1"),), 200, {"value.#": 1}),
    Fact(
        "jobs of the principal by its appId",
        (request("GET /servicePrincipals(appId='{appId}')/synchronization/jobs"),),
        200,
        {"value.0.templateId": "scim"},
    ),
    Fact(
        "jobs of the application",
        (request("GET /applications/{application}/synchronization/jobs"),),
        200,
        {"value.0.templateId": "scim"},
    ),
    Fact(
        "a wrong id of the principal is an empty 401",
        (request("GET /servicePrincipals/{appId}/synchronization/jobs"),),
        401,
        {"error.code": "UnknownError", "error.message": ""},
    ),
    Fact(
        "instantiating gives both objects",
        (_NEW,),
        201,
        {"application.appId": GUID, "servicePrincipal.id": GUID},
    ),
    Fact(
        "a principal that has not replicated is an empty 401",
        (_NEW, request("GET {new}/jobs")),
        401,
        {"error.code": "UnknownError", "error.message": ""},
        {"replication_delay": 60.0},
    ),
    Fact(
        "a change soon after another is a conflict",
        (_NEW, _MADE, request("POST {newjob}/start")),
        409,
        {},
        {"conflict_window": 60.0},
    ),
    Fact(
        "DELETE honours no ETag: there is none",
        (request("GET {job}"),),
        200,
        {"header:etag": ABSENT, "@odata.etag": ABSENT},
    ),
    Fact(
        "a deleted job stays visible for a while",
        (request("DELETE {job}"), request("GET {job}")),
        200,
        {},
        {"replication_delay": 60.0},
    ),
)
