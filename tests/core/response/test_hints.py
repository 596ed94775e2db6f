"""What to do about the known traps."""

from __future__ import annotations

import pytest

from graphsync._core.response.evidence import Evidence
from graphsync._core.response.hints import advise
from tests.core.telling import JOB, SYNC

APP = SYNC.replace("servicePrincipals", "applications")
BY_APP_ID = SYNC.replace("/11111111-1111-4111-8111-111111111111", "(appId='x')")


def given(
    status: int,
    path: str = JOB,
    *,
    code: str = "",
    message: str = "m",
    method: str = "GET",
    **headers: str,
) -> str:
    return advise(status, code, message, method, path, headers, Evidence()).text


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (
            given(302, location="https://graph.microsoft.us/v1.0/x?token=s3cr3t"),
            "named https://graph.microsoft.us/v1.0/x.",
        ),
        (given(302), "no other address"),
        (given(403, code="Authorization_RequestDenied"), "Synchronization.ReadWrite.All"),
        (given(403, f"{JOB}/bulkUpload"), "SynchronizationData-User.Upload"),
        (given(403, "/v1.0/auditLogs/provisioning"), "ProvisioningLog.Read.All"),
        (given(403, "/v1.0/applicationTemplates/x/instantiate"), "Application.ReadWrite"),
        (given(401, code="InvalidAuthenticationToken"), "another audience or cloud"),
        (given(400, code="CredentialsMissing"), "secrets.update"),
        (
            given(400, f"{JOB}/provisionOnDemand", code="RequestParameterInvalid"),
            "synchronization_rules",
        ),
        (given(400, code="RequestParameterInvalid"), "templates.list()"),
        (given(400, message="Empty Payload"), '{"value": [{"key"'),
        (given(400, f"{JOB}/bulkUpload"), "at most 50 operations"),
        (given(400, f"{JOB}/validateCredentials"), "refused the credentials"),
        (given(401, SYNC, message=""), "answers 401 without a word"),
        (given(401, SYNC), "not the application (client) id"),
        (given(404, APP), "the app registration"),
        (given(404, BY_APP_ID), "service principal of this tenant has"),
        (given(404, method="PATCH"), "schema.replace()"),
        (given(404, message="No HTTP resource was found"), "schema.replace()"),
        (
            given(404, f"{SYNC}/jobs/11111111-1111-4111-8111-111111111111"),
            "A job's id is not a GUID",
        ),
        (given(404), "No such job on this service principal"),
        (given(404, "/v1.0/applicationTemplates/x"), "The gallery has no application"),
        (
            given(404, "/v1.0/servicePrincipals/not-an-id/synchronization"),
            "'not-an-id' is not an object id",
        ),
        (given(406), "case-sensitive"),
        (given(409), "consistency=60"),
        (given(409, f"{JOB}/objectConnections('o')", method="DELETE"), "job.pause()"),
        (given(424), "depends on failed"),
        (given(429), "retry_after"),
        (given(503), "Quote the request-id"),
        (given(500, f"{SYNC}/jobs", method="POST"), "has no such template"),
    ],
)
def test_each_trap_has_its_advice(shown, words):
    assert words in shown


def test_a_job_id_in_the_place_of_the_principal_is_seen():
    job_id = JOB.rpartition("/")[2]
    assert f"{job_id!r} is the id of a job" in given(
        404, f"/v1.0/servicePrincipals/{job_id}/synchronization"
    )


@pytest.mark.parametrize(
    ("status", "path"), [(400, JOB), (404, "/v1.0/users/x"), (401, "/v1.0/users/x"), (412, JOB)]
)
def test_where_nothing_is_known_nothing_is_said(status, path):
    assert given(status, path) == ""


def test_a_redirects_query_is_not_repeated():
    assert "s3cr3t" not in given(302, location="https://x/?token=s3cr3t")
