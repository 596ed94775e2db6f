"""Calls that carry marked secrets, to services that repeat them in every way."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx

from graphsync import GraphClient, RetryPolicy

MARK = "LEAKED"
TOKEN = f"{MARK}-token-7b1e"
PASSWORD = f'{MARK}-password "quoted" \\ ümlaut'
SECRETS = {
    "SecretToken": PASSWORD,
    "Password": f"{MARK}-2",
    "BaseAddress": f"https://scim.contoso.com/{MARK}-3",
}

Reply = Callable[[httpx.Request], httpx.Response]


def _said(request: httpx.Request) -> str:
    return f"{request.headers['authorization']} {request.read().decode()}"


def _graph_error(status: int) -> Reply:
    def reply(request: httpx.Request) -> httpx.Response:
        error = {
            "code": "BadRequest",
            "message": f"cannot take {_said(request)}",
            "innerError": {"code": TOKEN},
        }
        return httpx.Response(status, json={"error": error})

    return reply


def _nested(request: httpx.Request) -> httpx.Response:
    hidden = json.dumps({"error": {"code": "InvalidCredentials", "message": _said(request)}})
    return httpx.Response(400, json={"error": {"code": "UnknownError", "message": hidden}})


def _header(request: httpx.Request) -> httpx.Response:
    told = request.headers["authorization"]
    return httpx.Response(
        403, headers={"x-told": told, "set-cookie": f"a={told}", "request-id": told}, content=told
    )


def _html(request: httpx.Request) -> httpx.Response:
    return httpx.Response(
        200, headers={"content-type": "text/html"}, content=f"<p>{_said(request)}</p>"
    )


def _broken(request: httpx.Request) -> httpx.Response:
    return httpx.Response(
        200, headers={"content-type": "application/json"}, content=f'{{"a": "{_said(request)}'
    )


def _redirect(request: httpx.Request) -> httpx.Response:
    return httpx.Response(
        302, headers={"location": f"https://contoso.com/?{request.headers['authorization']}"}
    )


def _lost(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadError(f"lost after {request.headers['authorization']}", request=request)


def _late(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout(f"late for {request.headers['authorization']}", request=request)


def _claims(request: httpx.Request) -> httpx.Response:
    challenge = f'Bearer error="insufficient_claims", claims="e30=", told="{TOKEN}"'
    return httpx.Response(401, headers={"www-authenticate": challenge}, content=_said(request))


REPLIES: tuple[Reply, ...] = (
    *(_graph_error(status) for status in (400, 401, 403, 404, 409, 429, 500, 503)),
    _nested, _header, _html, _broken, _redirect, _lost, _late, _claims,
)  # fmt: skip

CALLS: dict[str, Callable[[Any], object]] = {
    "replace": lambda sync: sync.secrets.replace(SECRETS),
    "acquire": lambda sync: sync.acquire_access_token(SECRETS),
    "validate": lambda sync: sync.jobs.validate_credentials(SECRETS, template_id="scim"),
    "validate job": lambda sync: sync.jobs["a-job"].validate_credentials(SECRETS),
    "list": lambda sync: sync.jobs.list(),
    "get": lambda sync: sync.jobs["a-job"].get(),
    "start": lambda sync: sync.jobs["a-job"].start(),
}


def client(reply: Reply) -> GraphClient:
    """Make a client with the marked token, at the mercy of one way to reply."""
    return GraphClient(
        TOKEN,
        endpoint="https://graph.microsoft.com/v1.0",
        transport=httpx.MockTransport(reply),
        retry=RetryPolicy(attempts=2, wait_initial=0, wait_max=0),
    )
