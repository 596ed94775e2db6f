"""Secrets: masked in answers, replaced or merged by PUT, tried out on the target."""

from collections.abc import Callable
from typing import Any

import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID

from .conftest import Caller

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
SECRETS = f"{SYNC}/secrets"


def pairs(**values: str) -> dict[str, Any]:
    return {"value": [{"key": key, "value": value} for key, value in values.items()]}


def shown(call: Caller) -> dict[str, str]:
    return {item["key"]: item["value"] for item in call("GET", SECRETS)["value"]}


def test_sensitive_values_are_an_asterisk_and_others_clear(call: Caller) -> None:
    assert shown(call) == {
        "BaseAddress": "https://scim.contoso.com/v2",
        "SecretToken": "*",
        "SyncAll": "true",
    }


def test_put_replaces_everything(call: Caller) -> None:
    call("PUT", SECRETS, pairs(UserName="u", Password="p"), status=204)
    assert shown(call) == {"UserName": "u", "Password": "*"}
    assert call("GET", f"{SECRETS}/$count") == b"2"


def test_put_merges_when_asked_to_and_an_empty_text_removes(new: Callable[..., Caller]) -> None:
    call = new(put_secrets="merge")
    call("PUT", SECRETS, pairs(SyncAll="", UserName="u"), status=204)
    assert shown(call) == {
        "BaseAddress": "https://scim.contoso.com/v2",
        "SecretToken": "*",
        "UserName": "u",
    }


def test_an_asterisk_that_is_sent_back_is_stored(call: Caller) -> None:
    call("PUT", SECRETS, pairs(SecretToken="*"), status=204)
    assert call.emulator.graph.tenant.table("secret")[SCIM_PRINCIPAL_ID]["value"][0]["value"] == "*"


@pytest.mark.parametrize("body", [b"", {}, {"credentials": []}, {"value": None}])
def test_a_body_without_the_wrapper_is_an_empty_payload(call: Caller, body: object) -> None:
    error = call("PUT", SECRETS, body, status=400)["error"]
    assert (error["code"], error["message"]) == (
        "BadRequest",
        "Empty Payload. JSON content expected.",
    )


def test_empty_notification_settings_answer_an_error_within_an_error(call: Caller) -> None:
    import json

    error = call("PUT", SECRETS, pairs(SyncNotificationSettings=""), status=400)["error"]
    assert error["code"] == "UnknownError"
    assert json.loads(error["message"])["error"]["code"] == "InvalidNotificationSettings"
    assert "\r\n" in error["message"]
    call("PUT", SECRETS, pairs(SyncNotificationSettings="{}"), status=204)


def test_keys_that_no_secret_has(call: Caller) -> None:
    assert "Colour" in call("PUT", SECRETS, pairs(Colour="x"), status=400)["error"]["message"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"useSavedCredentials": True}, 204, None),
        ({"useSavedCredentials": "true"}, 204, None),
        ({"useSavedCredentials": "false", "credentials": []}, 400, "CredentialsMissing"),
        (
            {
                "credentials": pairs(BaseAddress="https://a.contoso.com", SecretToken="wrong")[
                    "value"
                ]
            },
            400,
            "InvalidCredentials",
        ),
        (
            {
                "credentials": pairs(
                    BaseAddress="https://a.contoso.com", SecretToken="seeded-token"
                )["value"]
            },
            204,
            None,
        ),
    ],
)
@pytest.mark.parametrize("with_job", [True, False])
def test_validate_credentials(
    call: Caller, body: dict[str, Any], status: int, code: str | None, with_job: bool
) -> None:
    call.emulator.graph.tenant.table("target")[SCIM_PRINCIPAL_ID] = {
        "acceptedToken": "seeded-token"
    }
    path = f"{SYNC}/jobs/{SCIM_JOB_ID}" if with_job else f"{SYNC}/jobs"
    answer = call(
        "POST",
        f"{path}/validateCredentials",
        body if with_job else {"templateId": "scim", **body},
        status=status,
    )
    assert code is None or answer["error"]["code"].endswith(code)


def test_validation_before_a_job_needs_a_template_that_exists(call: Caller) -> None:
    call("POST", f"{SYNC}/jobs/validateCredentials", {"useSavedCredentials": True}, status=400)


def test_a_target_that_is_away_cannot_validate(call: Caller) -> None:
    call.emulator.graph.tenant.table("target")[SCIM_PRINCIPAL_ID] = {"available": False}
    path = f"{SYNC}/jobs/{SCIM_JOB_ID}/validateCredentials"
    error = call("POST", path, {"useSavedCredentials": True}, status=400)["error"]
    assert error["code"] == "SystemForCrossDomainIdentityManagementCredentialValidationUnavailable"


def test_acquired_tokens_are_kept_and_never_shown(call: Caller) -> None:
    body = {"credentials": [{"key": "Oauth2AuthorizationCode", "value": "c"}]}
    assert call("POST", f"{SYNC}/acquireAccessToken", body, status=204) == b""
    assert shown(call)["Oauth2AccessToken"] == "*"
    assert shown(call)["SyncAll"] == "true"


def test_secrets_may_come_before_any_job(call: Caller) -> None:
    path = f"/servicePrincipals/{TROUBLED_PRINCIPAL_ID}/synchronization"
    call("DELETE", path, status=204)
    call("PUT", f"{path}/secrets", pairs(UserName="u"), status=204)
    assert call("GET", path)["secrets"] == [{"key": "UserName", "value": "u"}]


def test_the_synchronization_as_a_whole(call: Caller) -> None:
    answer = call("GET", SYNC, expand="jobs,templates")
    assert (len(answer["jobs"]), len(answer["templates"]), answer["id"]) == (
        2,
        2,
        SCIM_PRINCIPAL_ID,
    )
    assert (
        call("PUT", SYNC, {"secrets": pairs(UserName="u")["value"]})["secrets"]
        == pairs(UserName="u")["value"]
    )


def test_half_a_surrogate_pair_comes_back_as_it_was_sent(call: Caller) -> None:
    body = b'{"value": [{"key": "UserName", "value": "\\ud800"}]}'
    call("PUT", SECRETS, body, status=204)
    assert shown(call) == {"UserName": "\ud800"}


@pytest.mark.parametrize(
    "body", [b'{"value": NaN}', b"[" * 100_000, b'{"value": ' + b"[" * 500 + b"]" * 500 + b"}"]
)
def test_json_that_no_service_would_take(call: Caller, body: bytes) -> None:
    call("PUT", SECRETS, body, status=400)
