"""Errors raised before anything is sent: their frames show no token and no secret either."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Any, cast

import httpx
import pytest
from azure.core.credentials import AccessToken

from graphsync import AsyncGraphClient, GraphClient, auth, models
from graphsync.emulator import SCIM_JOB_ID

from .rendering import drop_program_frames, leaks, rich_page
from .secrets_in_play import MARK, SECRETS, TOKEN

JOB = SCIM_JOB_ID
ELSEWHERE = "https://elsewhere.contoso.com/v1.0/users"
Verb = Callable[[Any], Any]


def quiet(_: httpx.Request) -> httpx.Response:
    return httpx.Response(
        200, json={"value": [{"key": "SecretToken", "value": "*"}, {"key": "Domain", "value": "d"}]}
    )


def secret_settings() -> models.SyncNotificationSettings:
    settings = models.SyncNotificationSettings(enabled=True)
    settings["Recipients2"] = f"{MARK}@contoso.com"
    settings["Impossible"] = cast("Any", date(2026, 3, 1))
    return settings


def secrets(graph: Any) -> Any:
    return graph.service_principals["an-id"].synchronization.secrets


def jobs(graph: Any) -> Any:
    return graph.service_principals["an-id"].synchronization.jobs


BAD_VALUES: dict[str, Callable[[], dict[str, Any]]] = {
    "not text": lambda: {**SECRETS, "SyncAll": True},
    "twice": lambda: {**SECRETS, "secrettoken": f"{MARK}-twice"},
    "an asterisk": lambda: {**SECRETS, "UserName": "*"},
    "not a mapping": lambda: cast("Any", [*SECRETS.items()]),
    "unwritable": lambda: {**SECRETS, "SyncNotificationSettings": secret_settings()},
    "misspelt": lambda: {**SECRETS, "SecretTokn": f"{MARK}-misspelt"},
}
VERBS: dict[str, Callable[[Any, dict[str, Any]], Any]] = {
    "replace": lambda graph, values: secrets(graph).replace(values),
    "update": lambda graph, values: secrets(graph).update(values),
    "acquire": lambda graph, values: graph.service_principals[
        "an-id"
    ].synchronization.acquire_access_token(values),
    "validate": lambda graph, values: jobs(graph).validate_credentials(values, template_id="scim"),
    "validate job": lambda graph, values: jobs(graph)[JOB].validate_credentials(values),
}
REFUSED: dict[str, Verb] = {
    "masked": lambda graph: secrets(graph).update({"Password": f"{MARK}-p"}),
    "foreign": lambda graph: graph.request("POST", ELSEWHERE, json=SECRETS),
    "own header": lambda graph: graph.request(
        "GET", "/users", headers={"Authorization": f"Bearer {TOKEN}"}
    ),
    "bad header": lambda graph: graph.request("GET", "/users", headers={"x-key": f"{TOKEN}\n"}),
    "bad path": lambda graph: graph.request("PUT", "users", json=SECRETS),
    "not JSON": lambda graph: graph.request(
        "PUT", "/users", json={**SECRETS, "now": date(2026, 3, 1)}
    ),
    "dry run of update": lambda graph: called(
        lambda: graph.dry_run(secrets(graph).update, SECRETS)
    ),
    "dry run of no verb": lambda graph: called(lambda: graph.dry_run(dict, SECRETS)),
    "dry run of a bad value": lambda graph: called(
        lambda: graph.dry_run(secrets(graph).replace, {**SECRETS, "SyncAll": True})
    ),
    "batch of update": lambda graph: called(
        lambda: graph.batch().add(secrets(graph).update, SECRETS)
    ),
    "batch of a bad value": lambda graph: called(
        lambda: graph.batch().add(secrets(graph).replace, {**SECRETS, "SyncAll": True})
    ),
    "batch that was sent": lambda graph: called(
        lambda: sent_batch(graph).add(secrets(graph).replace, SECRETS)
    ),
    "no method": lambda graph: graph.request(
        None, "/users", json=SECRETS, headers={"x-key": TOKEN}
    ),
}


def called(call: Callable[[], object]) -> Any:
    """Make a call that both clients refuse before there is anything to await."""
    return call()


def sent_batch(graph: Any) -> Any:
    batch = graph.batch()
    batch._is_sent = True
    return batch


def check_hidden(error: BaseException | None, what: str) -> None:
    assert error is not None, f"{what}: nothing was raised"
    found = leaks(drop_program_frames(error), MARK)
    assert not found, f"{what}: " + "\n".join(found)
    assert MARK not in rich_page(error)


def sync_error(call: Verb, **options: Any) -> BaseException | None:
    def run() -> BaseException | None:
        with GraphClient(TOKEN, transport=httpx.MockTransport(quiet), **options) as graph:
            try:
                call(graph)
            except Exception as error:  # noqa: BLE001  # whatever it is, it must not show anything
                return error
        return None

    return run()


def async_error(call: Verb, **options: Any) -> BaseException | None:
    async def run() -> BaseException | None:
        async with AsyncGraphClient(
            TOKEN, transport=httpx.MockTransport(quiet), **options
        ) as graph:
            try:
                await call(graph)
            except Exception as error:  # noqa: BLE001  # as above
                return error
        return None

    return asyncio.run(run())


@pytest.mark.parametrize("raised", [sync_error, async_error], ids=["sync", "async"])
@pytest.mark.parametrize("values", BAD_VALUES)
@pytest.mark.parametrize("verb", VERBS)
def test_values_that_are_refused(
    raised: Callable[..., BaseException | None], verb: str, values: str
) -> None:
    error = raised(lambda graph: VERBS[verb](graph, BAD_VALUES[values]()))
    check_hidden(error, f"{verb} {values}")


@pytest.mark.parametrize("raised", [sync_error, async_error], ids=["sync", "async"])
@pytest.mark.parametrize("name", REFUSED)
def test_requests_that_are_refused(raised: Callable[..., BaseException | None], name: str) -> None:
    check_hidden(raised(REFUSED[name]), name)


OPTIONS: dict[str, dict[str, Any]] = {
    "plain http": {"endpoint": "http://graph.contoso.com/v1.0"},
    "unknown option": {"tiemout": 3},
    "timeout": {"timeout": -1},
    "authority": {"authority": "http://login.contoso.com"},
    "hooks": {"event_hooks": {"before": []}},
    "proxy of a plain endpoint": {
        "endpoint": "http://127.0.0.1:9/v1.0",
        "proxy": f"http://u:{MARK}@p.contoso.com",
    },
    "proxy without a scheme": {"proxy": f"u:{MARK}@127.0.0.1:9"},
    "proxy of another kind": {"proxy": f"ftp://u:{MARK}@127.0.0.1:9"},
    "proxy and transport": {"proxy": f"http://u:{MARK}@p", "transport": httpx.MockTransport(quiet)},
    "certificate that is not there": {
        "cert": ("/nowhere/a.pem", "/nowhere/a.key", f"{MARK}-password")
    },
    "certificate and transport": {
        "cert": ("a.pem", "a.key", MARK),
        "transport": httpx.MockTransport(quiet),
    },
}


@pytest.mark.parametrize("client", [GraphClient, AsyncGraphClient])
@pytest.mark.parametrize("name", OPTIONS)
def test_clients_that_are_refused(client: Any, name: str) -> None:
    def with_token() -> None:
        client(TOKEN, **OPTIONS[name])

    def with_secret() -> None:
        client.with_credentials("t", "c", TOKEN, **OPTIONS[name])

    for make in (with_token, with_secret):
        with pytest.raises((ValueError, TypeError, OSError)) as raised:
            make()
        check_hidden(raised.value, name)


@pytest.mark.parametrize("client", [GraphClient, AsyncGraphClient])
@pytest.mark.parametrize(
    "wrong",
    [TOKEN.encode(), AccessToken(TOKEN, 0), {"token": TOKEN}],
    ids=["bytes", "tuple", "dict"],
)
def test_credentials_that_are_refused(client: Any, wrong: Any) -> None:
    with pytest.raises(TypeError) as raised:
        client(wrong)
    check_hidden(raised.value, "credential")


def bad_token(*_: object, **__: object) -> AccessToken:
    return AccessToken(f"{TOKEN}\n", 9_999_999_999)


class BadCredential:
    get_token = staticmethod(bad_token)


class FailingPost:
    """Stand for azure's own way to send, which has the secret in its frames."""

    def __call__(self, *_: object, **__: object) -> None:
        raise RuntimeError("the authority cannot be reached")


SIGN_INS: dict[str, Callable[[], Any]] = {
    "function": lambda: lambda: f"{TOKEN} {TOKEN}",
    "empty": lambda: "",
    "string": lambda: f"{TOKEN}\n",
    "credential": BadCredential,
    "certificate": lambda: auth.certificate(
        "t", "c", f"{TOKEN}".encode(), password=f"{MARK}-password"
    ),
    "certificate file": lambda: auth.certificate(
        "t", "c", "/nowhere/at/all", password=f"{MARK}-password"
    ),
}


@pytest.mark.parametrize("name", SIGN_INS)
def test_sign_ins_that_fail(name: str) -> None:
    def ask() -> None:
        with GraphClient(SIGN_INS[name](), transport=httpx.MockTransport(quiet)) as graph:
            secrets(graph).list()

    with pytest.raises(Exception) as raised:
        ask()
    check_hidden(raised.value, name)

    async def ask_async() -> None:
        async with AsyncGraphClient(
            SIGN_INS[name](), transport=httpx.MockTransport(quiet)
        ) as graph:
            await secrets(graph).list()

    with pytest.raises(Exception) as raised:
        asyncio.run(ask_async())
    check_hidden(raised.value, name)


def test_a_sign_in_whose_library_fails_shows_its_error_and_not_its_frames(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("azure.core.pipeline.transport.RequestsTransport.send", FailingPost())

    def ask() -> None:
        with GraphClient.with_credentials(
            "contoso", "c", TOKEN, transport=httpx.MockTransport(quiet)
        ) as graph:
            secrets(graph).list()

    with pytest.raises(Exception, match="cannot be reached") as raised:
        ask()
    check_hidden(raised.value, "library")
    assert type(raised.value.__cause__).__name__ == "ClientAuthenticationError"
    assert str(raised.value.__cause__.__cause__) == "the authority cannot be reached"


def test_a_stored_secret_of_another_type_stays_hidden() -> None:
    """Whoever reads a member sees no value that does not fit it."""
    pair = models.SynchronizationSecretKeyStringValuePair.from_dict(
        {"key": "Password", "value": {"a": f"{MARK}-b"}}
    )
    with pytest.raises(ValueError) as raised:
        str(pair.value)
    check_hidden(raised.value, "member")


def test_the_checks_see_what_they_look_for() -> None:
    def show() -> None:
        told = f"{MARK} in a variable"
        raise ValueError(len(told))

    with pytest.raises(ValueError) as raised:
        show()
    assert leaks(raised.value, MARK)
    assert MARK in rich_page(raised.value)
