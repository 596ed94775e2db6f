"""From an answer to the error: every row of what the service really sends, and whatever else may come."""

from __future__ import annotations

import json

import pytest

from tests.core.telling import JOB, ROUTE, SYNC, shape, told


@pytest.mark.parametrize(
    ("row", "error", "code", "message", "hint"),
    [
        (
            "E1",
            told(401, shape("InvalidAuthenticationToken", "expired")),
            "InvalidAuthenticationToken",
            "expired",
            "audience",
        ),
        ("E2", told(401, shape("UnknownError", "")), "UnknownError", "", "not replicated yet"),
        (
            "E3",
            told(403, shape("Authorization_RequestDenied", "Insufficient")),
            "Authorization_RequestDenied",
            "Insufficient",
            "permission",
        ),
        (
            "E4",
            told(404, shape("UnknownError", json.dumps({"Message": ROUTE})), method="PATCH"),
            "UnknownError",
            ROUTE,
            "PUT",
        ),
        ("E5", told(404, shape("ResourceNotFound", "no")), "ResourceNotFound", "no", "jobs.list()"),
        (
            "E6",
            told(
                400,
                shape(
                    "UnknownError",
                    json.dumps(shape("InvalidNotificationSettings", None), indent=1).replace(
                        "\n", "\r\n"
                    ),
                ),
            ),
            "InvalidNotificationSettings",
            "",
            "{}",
        ),
        (
            "E7",
            told(400, shape("RequestParameterInvalid", "rule"), path=f"{JOB}/provisionOnDemand"),
            "RequestParameterInvalid",
            "rule",
            "rules",
        ),
        (
            "E8",
            told(400, shape("BadRequest", "Empty Payload. JSON content expected.")),
            "BadRequest",
            "Empty Payload. JSON content expected.",
            '"value"',
        ),
        (
            "E9",
            told(406, shape("X", "'flowWhenChanged' was not found")),
            "X",
            "'flowWhenChanged' was not found",
            "case-sensitive",
        ),
        ("E10", told(409, shape("Conflict", "busy")), "Conflict", "busy", "Another change"),
        (
            "E11",
            told(400, shape("CredentialsMissing", "none")),
            "CredentialsMissing",
            "none",
            "secrets.update",
        ),
        (
            "E12",
            told(
                429,
                shape("TooManyRequests", "later", innerError={"code": "429"}),
                retry_after="2.5",
            ),
            "TooManyRequests",
            "later",
            "retry_after",
        ),
        (
            "E13",
            told(400, shape("BadRequest", "Invalid Data Format"), path=f"{JOB}/bulkUpload"),
            "BadRequest",
            "Invalid Data Format",
            "scim+json",
        ),
        ("E14", told(503, shape("ServiceUnavailable", "x")), "ServiceUnavailable", "x", "support"),
        (
            "upload",
            told(403, None, path=f"{JOB}/bulkUpload"),
            "Forbidden",
            "",
            "SynchronizationData-User.Upload",
        ),
        (
            "denied upload",
            told(403, shape("Authorization_RequestDenied", "no"), path=f"{JOB}/bulkUpload"),
            "Authorization_RequestDenied",
            "no",
            "SynchronizationData-User.Upload",
        ),
        (
            "template",
            told(400, shape("RequestParameterInvalid", "t"), path=f"{SYNC}/jobs"),
            "RequestParameterInvalid",
            "t",
            "templates.list()",
        ),
        ("patch", told(404, None, method="PATCH"), "NotFound", "", "PUT"),
        (
            "guid job",
            told(404, None, path=f"{SYNC}/jobs/11111111-1111-4111-8111-111111111111"),
            "NotFound",
            "",
            "not a GUID",
        ),
        (
            "job as owner",
            told(
                401,
                shape("UnknownError", ""),
                path=JOB.replace(
                    "11111111-1111-4111-8111-111111111111/s",
                    "scim.7b1c2f3e5d644a8b9c0d1e2f3a4b5c6d/s",
                ),
            ),
            "UnknownError",
            "",
            "id of a job",
        ),
        (
            "name as owner",
            told(
                401,
                shape("UnknownError", ""),
                path="/v1.0/servicePrincipals/My%20App/synchronization/jobs",
            ),
            "UnknownError",
            "",
            "find(display_name",
        ),
        (
            "application",
            told(
                401,
                shape("UnknownError", ""),
                path="/v1.0/applications/My%20App/synchronization/templates",
            ),
            "UnknownError",
            "",
            "'My App' is not an object id; object ids are GUIDs. The id in the path is the object id of the application",
        ),
        ("owner 404", told(404, None, path=f"{SYNC}/templates/x"), "NotFound", "", "object id"),
        (
            "validate",
            told(400, shape("X", "no"), path=f"{JOB}/validateCredentials"),
            "X",
            "no",
            "refused the credentials",
        ),
        (
            "innererror",
            told(
                400,
                {
                    "error": {
                        "code": "",
                        "message": "m",
                        "innererror": {"code": "Outer", "innererror": {"code": "Inmost"}},
                    }
                },
            ),
            "Inmost",
            "m",
            None,
        ),
        ("flat", told(400, {"code": "Flat", "Message": "told"}), "Flat", "told", None),
        ("424", told(424, None), "FailedDependency", "", "depends on"),
        (
            "redirect",
            told(302, None, location="https://contoso.com/x?y=1"),
            "Redirected",
            "",
            "https://contoso.com/x",
        ),
    ],
)
def test_each_known_error_is_unwrapped_and_explained(row, error, code, message, hint):
    assert (error.code, error.message) == (code, message)
    assert (error.hint is None) if hint is None else (hint in error.hint)
