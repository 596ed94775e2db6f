from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync._core.response.permissions import Granted
from graphsync._core.secrecy.hidden import Hidden

SYNC = "/v1.0/servicePrincipals/x/synchronization"
EVERYONE = "0997a1d0-0d1d-4acb-b408-d5ca73121e90"
ADMINISTRATOR = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"


def token(claims: object) -> Hidden[str]:
    payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return Hidden(f"e30.{payload}.c2lnbmF0dXJl")


@pytest.mark.parametrize(
    ("claims", "method", "path", "told"),
    [
        (
            {"scp": "User.Read openid"},
            "GET",
            f"{SYNC}/jobs",
            "holds User.Read, openid, and this call needs Sync",
        ),
        (
            {"scp": "Synchronization.Read.All"},
            "PUT",
            f"{SYNC}/secrets",
            "needs Synchronization.ReadWrite.All or App",
        ),
        ({"roles": ["User.Read.All"]}, "POST", f"{SYNC}/jobs/j/start", "holds User.Read.All"),
        ({"roles": []}, "GET", f"{SYNC}/jobs", "holds no permission at all"),
        ({"wids": [EVERYONE]}, "GET", f"{SYNC}/jobs", "no permission at all"),
        ({"scp": "User.Read", "wids": [ADMINISTRATOR]}, "GET", f"{SYNC}/jobs", "holds User.Read"),
        (
            {"roles": ["Synchronization.ReadWrite.All"]},
            "POST",
            f"{SYNC}/jobs/j/bulkUpload",
            "Data-User.Upload",
        ),
        (
            {"roles": ["User.Read.All"]},
            "GET",
            "/v1.0/auditLogs/provisioning",
            "ProvisioningLog.Read.All or AuditLog",
        ),
        (
            {"roles": []},
            "POST",
            "/v1.0/applicationTemplates/x/instantiate",
            "Application.ReadWrite.OwnedBy or",
        ),
    ],
)
def test_what_a_token_lacks(claims: dict[str, Any], method: str, path: str, told: str) -> None:
    said = Granted.of(token(claims), method, path).lacking
    assert said is not None
    assert told in said


@pytest.mark.parametrize(
    ("claims", "method", "path"),
    [
        ({"scp": "synchronization.read.all"}, "GET", f"{SYNC}/jobs"),
        ({"roles": ["Application.ReadWrite.OwnedBy"]}, "PUT", f"{SYNC}/secrets"),
        ({"roles": ["Directory.ReadWrite.All"]}, "PUT", f"{SYNC}/secrets"),
        ({"wids": [EVERYONE, ADMINISTRATOR]}, "GET", f"{SYNC}/jobs"),  # a role may open it
        ({"roles": []}, "GET", "/v1.0/devices"),  # nobody knows what that needs
        (["not", "an", "object"], "GET", f"{SYNC}/jobs"),
    ],
)
def test_what_cannot_be_said(claims: object, method: str, path: str) -> None:
    assert Granted.of(token(claims), method, path).lacking is None


@given(st.text() | st.from_regex(r"e30\.[A-Za-z0-9_=-]*\.x", fullmatch=True))
def test_other_tokens_say_nothing_and_never_fail(text: str) -> None:
    said = Granted.of(Hidden(text), "GET", f"{SYNC}/jobs").lacking
    if text.count(".") != 2:
        assert said is None


def test_a_token_nested_too_deeply_says_nothing() -> None:
    payload = base64.urlsafe_b64encode(b"[" * 40_000).decode()
    assert Granted.of(Hidden(f"e30.{payload}.x"), "GET", f"{SYNC}/jobs").lacking is None
