"""Whatever the emulator accepted, its engine can live with: odd schemas, people, uploads, settings."""

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphsync.emulator import (
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    SCIM_RULE_ID,
    Emulator,
)

from .conftest import Caller

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
JOB = f"{SYNC}/jobs/{SCIM_JOB_ID}"
INBOUND = f"/servicePrincipals/{INBOUND_PRINCIPAL_ID}/synchronization/jobs/{INBOUND_JOB_ID}"

ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=4,
)
QUICK = settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
pytestmark = pytest.mark.usefixtures("unknown_members")


def fresh() -> Caller:
    return Caller(Emulator(start="2026-01-01T00:00:00Z", speed=0, throttling=False, seed=SEED))


SEED: dict[str, Any] = {
    "users": 3,
    "applications": [
        {
            "displayName": "Contoso Directory",
            "appId": "11111111-aaaa-4111-8111-111111111111",
            "servicePrincipalId": SCIM_PRINCIPAL_ID,
            "secrets": {
                "BaseAddress": "https://scim.contoso.com",
                "SecretToken": "t",
                "SyncAll": "true",
            },
            "jobs": [{"templateId": "scim", "started": True}],
        }
    ],
}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in pairs:
            found += places(inner, (*path, key))
    return found


def changed(document: Any, path: tuple[Any, ...], value: object) -> Any:
    document = copy.deepcopy(document)
    inner = document
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return document


SCHEMA: Any = fresh()("GET", f"{JOB}/schema")
RULE_PLACES = [
    path for path in places(SCHEMA) if path[0] == "synchronizationRules" and 2 not in path
]
OTHER_PLACES = [path for path in places(SCHEMA) if path[0] != "synchronizationRules"][:60]


@QUICK
@given(st.sampled_from(RULE_PLACES + OTHER_PLACES), ODD)
def test_odd_schemas(path: tuple[Any, ...], value: object) -> None:
    call = fresh()
    reply = call.reply("PUT", f"{JOB}/schema", changed(SCHEMA, path, value))
    assert reply.status in {204, 400, 406}
    call.emulator.advance(hours=2)
    user = {"objectId": next(iter(call.emulator.graph.tenant.users)), "objectTypeName": "User"}
    asked = {"parameters": [{"ruleId": SCIM_RULE_ID, "subjects": [user]}]}
    assert call.reply("POST", f"{JOB}/provisionOnDemand", asked).status in {200, 400}
    assert call.reply("GET", "/auditLogs/provisioning").status == 200


@QUICK
@given(
    st.dictionaries(
        st.sampled_from(["displayName", "manager", "members", "accountEnabled", "proxyAddresses"]),
        ODD,
    )
)
def test_odd_people(attributes: dict[str, object]) -> None:
    call = fresh()
    graph = call.emulator.graph
    for kind in ("user", "group"):
        from graphsync.emulator.tenant.people import put_source

        put_source(
            graph.tenant,
            kind,
            {"id": f"odd-{kind}", "userPrincipalName": "odd@contoso.com", **attributes},
        )
    call.emulator.advance(hours=2)
    assert call.reply("GET", JOB).status == 200
    assert call.reply("GET", "/auditLogs/provisioning").status == 200


@QUICK
@given(
    st.dictionaries(
        st.sampled_from(["emails", "name", "active", "urn:x:y", "userName", "title", "addresses"]),
        ODD,
    )
)
def test_odd_uploads(data: dict[str, object]) -> None:
    call = Caller(Emulator(start="2026-01-01T00:00:00Z", speed=0))
    operation = {
        "method": "POST",
        "bulkId": "1",
        "path": "/Users",
        "data": {
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "externalId": "e",
            **data,
        },
    }
    body = {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        "Operations": [operation],
    }
    reply = call.reply(
        "POST", f"{INBOUND}/bulkUpload", body, {"content-type": "application/scim+json"}
    )
    assert reply.status == 202
    call.emulator.advance(hours=2)
    assert call.reply("GET", INBOUND).status == 200


@QUICK
@given(
    st.sampled_from(["DeleteThresholdEnabled", "DeleteThresholdValue", "Recipients", "Enabled"]),
    ODD,
)
def test_odd_settings(name: str, value: object) -> None:
    call = fresh()
    text = json.dumps({"DeleteThresholdEnabled": True, name: value})
    secrets = {"BaseAddress": "x", "SecretToken": "t", "SyncNotificationSettings": text}
    pairs = [{"key": key, "value": item} for key, item in secrets.items()]
    assert call.reply("PUT", f"{SYNC}/secrets", {"value": pairs}).status == 204
    call.emulator.advance(hours=2)
    assert call.reply("GET", JOB).status == 200


@QUICK
@given(ODD, ODD)
def test_odd_actions(first: object, second: object) -> None:
    call = fresh()
    for path in ("restart", "provisionOnDemand", "validateCredentials", "schema/parseExpression"):
        name = {
            "restart": "criteria",
            "provisionOnDemand": "parameters",
            "validateCredentials": "credentials",
        }.get(path)
        body = {
            name or "expression": first,
            "testInputObject": second,
            "useSavedCredentials": second,
        }
        assert call.reply("POST", f"{JOB}/{path}", body).status < 500
        assert call.reply(
            "POST",
            "/$batch",
            {"requests": [{"id": "1", "method": "GET", "url": "/x", "headers": first}]},
        ).status
    assert call.reply("POST", "/$batch", {"requests": [first]}).status == 400
    assert call.reply("POST", f"{SYNC}/jobs", {"templateId": first}).status == 400
