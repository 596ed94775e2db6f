"""Answers, headers, names and directory objects as the service and Graph have them.

Each test names its place in the collected facts about the service, or says that it is Graph's own.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_APP_ID,
    SCIM_APPLICATION_ID,
    SCIM_PRINCIPAL_ID,
    TENANT_ID,
    Emulator,
)
from graphsync.emulator import (
    NEW_JOB_ID as JOB_ID,
)

from .conftest import Caller

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
BEARER = {"Authorization": "Bearer x"}
EVENTUAL = {"consistencylevel": "eventual"}
SUFFIX = "is set and payload is of valid JSON format."


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with (
        Emulator(speed=0, start="2026-01-01T00:00:00Z", allow_hosts=["emulator"]) as emulator,
        httpx.Client(base_url=emulator.url, headers=BEARER) as made,
    ):
        yield made


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("", "must contain the Content-Type header declaration."),
        ("application/x-www-form-urlencoded", SUFFIX),
        ("text/plain", SUFFIX),
        ("application/json; charset=utf-8", None),
        ("APPLICATION/JSON", None),
    ],
)
def test_a_json_body_says_that_it_is_json(call: Caller, kind: str, said: str | None) -> None:
    """Graph: writes need a Content-Type; facts 8.2 E8 has the neighbouring message."""
    body = {"value": [{"key": "UserName", "value": "ada"}]}
    reply = call.reply("PUT", f"{SYNC}/secrets", body, {"content-type": kind})
    assert reply.status == (400 if said else 204)
    if said:
        assert isinstance(reply.body, dict)
        assert reply.body["error"]["code"] == "BadRequest"
        assert reply.body["error"]["message"].endswith(said)


def test_json_that_cannot_be_read(call: Caller) -> None:
    """Graph: the message ends so."""
    answer = call("PUT", f"{SYNC}/secrets", b"{", status=400)
    assert answer["error"]["message"].endswith(SUFFIX)


@pytest.mark.parametrize("collection", ["servicePrincipals", "applications"])
@pytest.mark.parametrize(
    ("query", "headers", "status"),
    [
        ({"filter": "displayName ne 'x'"}, {}, 400),
        ({"filter": "displayName ne 'x'"}, EVENTUAL, 400),
        ({"filter": "displayName ne 'x'", "count": "true"}, EVENTUAL, 200),
        ({"filter": "endswith(displayName,'x')", "count": "true"}, {}, 400),
        ({"filter": "endswith(displayName,'x')", "count": "true"}, EVENTUAL, 200),
        ({"filter": "not (displayName eq 'x')", "count": "true"}, EVENTUAL, 200),
        ({"filter": "displayName eq 'ne endswith(not'"}, {}, 200),
        ({"count": "true"}, {}, 400),
        ({"count": "true"}, EVENTUAL, 200),
        ({"search": '"displayName:HR"'}, {}, 400),
        ({"search": '"displayName:HR"'}, EVENTUAL, 200),
    ],
)
def test_advanced_queries_need_their_header(
    call: Caller, collection: str, query: dict[str, str], headers: dict[str, str], status: int
) -> None:
    """facts 7: directory objects need `ConsistencyLevel: eventual`."""
    reply = call.reply("GET", f"/{collection}", None, headers, **query)
    assert reply.status == status
    assert isinstance(reply.body, dict)
    if status == 400:
        assert reply.body["error"]["code"] == "Request_UnsupportedQuery"
    elif "search" in query:
        assert [item["displayName"] for item in reply.body["value"]] == ["Contoso HR inbound"]


@pytest.mark.parametrize("collection", ["servicePrincipals", "applications"])
def test_counting_directory_objects(call: Caller, collection: str) -> None:
    """facts 7: directory-object `$count` needs `ConsistencyLevel: eventual`."""
    assert call("GET", f"/{collection}/$count", headers=EVENTUAL) == b"4"
    filtered = call(
        "GET",
        f"/{collection}/$count",
        headers=EVENTUAL,
        filter="startswith(displayName,'Contoso A')",
    )
    assert filtered == b"1"
    error = call("GET", f"/{collection}/$count", status=400)["error"]
    assert error["code"] == "Request_UnsupportedQuery"


@pytest.mark.parametrize(
    ("path", "segment"),
    [
        ("/nothing/here", "nothing"),
        ("/v1.0/servicePrincipals", "v1.0"),
        (f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/odd/more", "odd"),
        ("/auditLogs", "auditLogs"),
    ],
)
def test_a_path_names_its_first_unknown_segment(call: Caller, path: str, segment: str) -> None:
    """Graph: the message names the segment."""
    error = call("GET", path, status=400)["error"]
    assert error["message"] == f"Resource not found for the segment '{segment}'."


def test_a_batch_url_with_a_version_names_the_version(call: Caller) -> None:
    """facts 7: `url` is relative to the version."""
    item = {"id": "1", "method": "get", "url": f"/v1.0{SYNC}/jobs"}
    answer = call("POST", "/$batch", {"requests": [item]})["responses"][0]
    assert "'v1.0'" in answer["body"]["error"]["message"]


def test_one_bad_request_of_a_batch_fails_alone(call: Caller) -> None:
    """facts 7: each request has its status; a body requires the Content-Type header."""
    requests = [
        {"id": "1", "method": "post", "url": f"{SYNC}/jobs/{JOB_ID}/restart", "body": {}},
        {"id": "2", "method": "Get", "url": f"{SYNC}/jobs"},
    ]
    answers = {
        item["id"]: item for item in call("POST", "/$batch", {"requests": requests})["responses"]
    }
    assert [answers[key]["status"] for key in "12"] == [400, 200]
    assert "Content-Type" in answers["1"]["body"]["error"]["message"]


@pytest.mark.parametrize(
    "tail", [f"jobs/{JOB_ID}", f"jobs/{JOB_ID}/schema", f"jobs('{JOB_ID}')/schema"]
)
def test_the_404_to_patch_writes_ids_as_keys(call: Caller, tail: str) -> None:
    """facts 8.2 E4."""
    error = call("PATCH", f"{SYNC}/{tail}", {}, status=404)["error"]
    key = f"servicePrincipals('{SCIM_PRINCIPAL_ID}')/synchronization/jobs('{JOB_ID}')"
    assert (error["code"], key in error["message"]) == ("UnknownError", True)
    assert error["message"].count(JOB_ID) == 1


def test_headers_of_every_answer(client: httpx.Client) -> None:
    """facts 1, headers in captures; OData: the version of the protocol."""
    answer = client.get(f"{SYNC}/jobs")
    assert answer.headers["Transfer-Encoding"] == "chunked"
    assert "Content-Length" not in answer.headers
    assert answer.headers["OData-Version"] == "4.0"
    refused = client.get(f"{SYNC}/jobs/nope")
    assert refused.headers["Transfer-Encoding"] == "chunked"
    started = client.post(f"{SYNC}/jobs/{JOB_ID}/start")
    assert (started.status_code, "Transfer-Encoding" in started.headers) == (204, False)


def test_the_date_of_an_error_is_the_tenants(call: Caller) -> None:
    """facts 8.1: date without offset, UTC."""
    assert (
        call("GET", f"{SYNC}/jobs/nope", status=404)["error"]["innerError"]["date"]
        == "2026-01-01T00:00:00"
    )


def test_times_of_steps_and_versions_have_seven_decimals(call: Caller) -> None:
    """facts 3.3 and 5: `2026-01-01T00:00:00.0000000Z`."""
    schema = call("GET", f"{SYNC}/jobs/{JOB_ID}/schema")
    call("PUT", f"{SYNC}/jobs/{JOB_ID}/schema", schema, status=204)
    version = call("GET", f"{SYNC}/jobs/{JOB_ID}/schema")["version"]
    assert re.fullmatch(r"Date:2026-01-01T00:00:00\.0000000Z, ActivityId:[0-9a-f-]{36}", version)


def test_what_a_429_says_of_its_limit(call: Caller) -> None:
    """facts 8.3: `x-ms-throttle-scope` ends with application and tenant."""
    for _ in range(5):
        call("GET", "/auditLogs/provisioning")
    reply = call.reply("GET", "/auditLogs/provisioning")
    assert reply.status == 429
    assert reply.headers["x-ms-throttle-scope"] == f"Tenant_Application/logs/any/{TENANT_ID}"


def test_validate_credentials_with_an_empty_body(call: Caller) -> None:
    """facts 4.5: every parameter may be null."""
    answer = call(
        "POST",
        f"{SYNC}/jobs/{JOB_ID}/validateCredentials",
        b"",
        status=400,
        headers={"content-type": ""},
    )
    assert answer["error"]["code"] == "CredentialsMissing"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("https://scim.contoso.com/v2", 204),
        ("http://10.0.0.7:8080", 204),
        ("scim.contoso.com", 400),
        ("ftp://scim.contoso.com", 400),
        ("https://", 400),
        ("https://scim.contoso.com:port", 400),
        ("https://[", 400),
        ("https://nowhere.invalid/scim", 400),
    ],
)
def test_an_address_that_leads_nowhere_does_not_validate(
    call: Caller, address: str, status: int
) -> None:
    """facts 4.5: `SystemForCrossDomainIdentityManagementCredentialValidationUnavailable`."""
    pairs = [{"key": "BaseAddress", "value": address}, {"key": "SecretToken", "value": "t"}]
    body = {"templateId": "scim", "credentials": pairs}
    answer = call("POST", f"{SYNC}/jobs/validateCredentials", body, status=status)
    if status == 400:
        assert answer["error"]["code"].endswith("CredentialValidationUnavailable")


@pytest.mark.parametrize(
    ("method", "tail", "status"),
    [
        ("POST", f"jobs/{JOB_ID}/microsoft.graph.start", 204),
        ("POST", f"jobs/{JOB_ID}/microsoft.graph.pause", 204),
        ("GET", f"jobs/{JOB_ID}/schema/microsoft.graph.filterOperators()", 200),
        ("GET", f"jobs('{JOB_ID}')/schema/microsoft.graph.functions", 200),
        ("POST", "microsoft.graph.nothing", 404),
    ],
)
def test_qualified_names(call: Caller, method: str, tail: str, status: int) -> None:
    """OData: actions and functions are bound by their qualified names; facts 1, 9 to 20."""
    assert call.reply(method, f"{SYNC}/{tail}").status == status


def test_principals_change_and_go(call: Caller) -> None:
    """Graph: PATCH and DELETE of service principals answer 204."""
    path = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}"
    call("PATCH", path, {"displayName": "Renamed", "accountEnabled": False}, status=204)
    assert call("GET", path)["displayName"] == "Renamed"
    assert "'appId'" in call("PATCH", path, {"appId": "x"}, status=400)["error"]["message"]
    call("DELETE", path, status=204)
    assert call("GET", path, status=404)["error"]["code"] == "Request_ResourceNotFound"
    assert call.reply("GET", f"{SYNC}/jobs").status == 401
    assert call("GET", f"/servicePrincipals(appId='{SCIM_APP_ID}')", status=404)
    # What it did is still in the log, and the engine goes on without it.
    call.emulator.advance(hours=2)
    assert len(call("GET", "/auditLogs/provisioning")["value"]) > 0
    call("GET", f"/applications/{SCIM_APPLICATION_ID}")


def test_applications_come_and_go(call: Caller) -> None:
    """Graph: POST answers 201, PATCH and DELETE 204; the principal goes with its application."""
    made = call("POST", "/applications", {"displayName": "New"}, status=201)
    path = f"/applications/{made['id']}"
    assert call("GET", path)["appId"] == made["appId"]
    call("PATCH", path, {"displayName": "Other"}, status=204)
    assert call("GET", path)["displayName"] == "Other"
    call("DELETE", path, status=204)
    call("GET", path, status=404)
    assert "displayName" in call("POST", "/applications", {}, status=400)["error"]["message"]
    call("DELETE", f"/applications/{SCIM_APPLICATION_ID}", status=204)
    call("GET", f"/servicePrincipals/{SCIM_PRINCIPAL_ID}", status=404)


def test_head_is_get_without_its_body(client: httpx.Client) -> None:
    """HTTP: the same headers, no content."""
    found = client.head(f"{SYNC}/jobs/{JOB_ID}")
    assert (found.status_code, found.content) == (200, b"")
    assert (
        found.headers["Content-Type"] == client.get(f"{SYNC}/jobs/{JOB_ID}").headers["Content-Type"]
    )
    assert client.head(f"{SYNC}/jobs/nope").status_code == 404
    assert client.head(f"{SYNC}/jobs/{NEW_JOB_ID}/start").status_code == 404
    root = str(client.base_url).removesuffix("v1.0/")
    assert httpx.head(root).status_code == 200
    assert httpx.head(f"{root}{TENANT_ID}/discovery/v2.0/keys").status_code == 200


def preflight(client: httpx.Client, page: str, **headers: str) -> httpx.Response:
    asked = {
        "Origin": page,
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    return client.request("OPTIONS", f"{SYNC}/secrets", headers={**asked, **headers})


@pytest.mark.parametrize(
    "page", ["http://localhost:3000", "http://127.0.0.1:5173", "https://emulator"]
)
def test_a_browser_client_of_this_machine(client: httpx.Client, page: str) -> None:
    """Graph answers browser clients (CORS); the emulator only those of this machine and named hosts."""
    asked = preflight(client, page)
    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Origin"] == page
    assert asked.headers["Access-Control-Allow-Headers"] == "authorization,content-type"
    assert "PUT" in asked.headers["Access-Control-Allow-Methods"]
    answer = client.get(f"{SYNC}/jobs", headers={"Origin": page})
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (200, page)
    assert "request-id" in answer.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize(
    "page", ["https://contoso.com", "null", "http://localhost.contoso.com", "http://["]
)
def test_pages_of_other_hosts_cannot_read_the_tenant(client: httpx.Client, page: str) -> None:
    asked = preflight(client, page)
    assert (asked.status_code, "Access-Control-Allow-Origin" in asked.headers) == (403, False)
    assert (
        "Access-Control-Allow-Origin"
        not in client.get(f"{SYNC}/jobs", headers={"Origin": page}).headers
    )


def test_from_another_container() -> None:
    """The certificate and the `Host` header may have the name of a container."""
    with Emulator(host="0.0.0.0", tls=True, tls_names=["emulator"]) as emulator:
        port = httpx.URL(emulator.authority).port
        context = ssl.create_default_context(cafile=emulator.ca_file)
        with httpx.Client(verify=context) as client:
            for name, status in (("emulator", 200), ("localhost", 200)):
                answer: Any = client.get(
                    f"https://127.0.0.1:{port}/v1.0{SYNC}/jobs",
                    headers={**BEARER, "Host": f"{name}:{port}"},
                    extensions={"sni_hostname": name},
                )
                assert answer.status_code == status
        with (
            httpx.Client(verify=context) as other,
            pytest.raises(httpx.ConnectError, match="mismatch"),
        ):
            other.get(
                f"https://127.0.0.1:{port}/v1.0{SYNC}/jobs",
                extensions={"sni_hostname": "other"},
            )
