"""Lists, gets, pages and their errors, over a real socket."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from graphsync.emulator import (
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    MANY_JOBS,
    MANY_PRINCIPAL_ID,
    SCIM_APP_ID,
    SCIM_APPLICATION_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    Emulator,
    Fault,
)


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with (
        Emulator() as emulator,
        httpx.Client(base_url=emulator.url, headers={"Authorization": "Bearer x"}) as made,
    ):
        yield made


def jobs(principal: str) -> str:
    return f"/servicePrincipals/{principal}/synchronization/jobs"


@pytest.mark.parametrize(
    "owner",
    [
        f"servicePrincipals/{SCIM_PRINCIPAL_ID}",
        f"servicePrincipals(appId='{SCIM_APP_ID}')",
        f"servicePrincipals('{SCIM_PRINCIPAL_ID}')",
        f"serviceprincipals/{SCIM_PRINCIPAL_ID.upper()}",
        f"applications/{SCIM_APPLICATION_ID}",
        f"applications(appId='{SCIM_APP_ID}')",
    ],
)
def test_every_way_to_name_the_owner(client: httpx.Client, owner: str) -> None:
    answer = client.get(f"/{owner}/synchronization/jobs/{SCIM_JOB_ID}")
    assert (answer.status_code, answer.json()["id"]) == (200, SCIM_JOB_ID)


@pytest.mark.parametrize(
    ("query", "pages"), [("", 3), ("?$top=50", 5), ("?$top=250", 1), ("?$top=249", 2)]
)
def test_pages_bring_every_job_once(client: httpx.Client, query: str, pages: int) -> None:
    link: str | None = jobs(MANY_PRINCIPAL_ID) + query
    seen: list[str] = []
    requests = 0
    while link:
        page: dict[str, Any] = client.get(link).json()
        requests += 1
        seen += [job["id"] for job in page["value"]]
        link = page.get("@odata.nextLink")
    assert (requests, len(seen), len(set(seen))) == (pages, MANY_JOBS, MANY_JOBS)


def test_filter_on_the_template_is_honoured_and_survives_paging(client: httpx.Client) -> None:
    page = client.get(
        jobs(MANY_PRINCIPAL_ID), params={"$filter": "templateid eq 'scim'", "$top": "1"}
    ).json()
    following = client.get(page["@odata.nextLink"]).json()
    assert page["value"][0]["id"] != following["value"][0]["id"]
    none = client.get(jobs(MANY_PRINCIPAL_ID), params={"$filter": "templateId eq 'aws'"}).json()
    assert none["value"] == []


def test_templates_carry_their_schema(client: httpx.Client) -> None:
    value = client.get(f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/templates").json()[
        "value"
    ]
    assert [template["id"] for template in value] == ["scim", "customappsso"]
    rule = value[0]["schema"]["synchronizationRules"][0]
    assert rule["objectMappings"][0]["flowTypes"] == "Add,Update,Delete"


def test_an_api_driven_principal(client: httpx.Client) -> None:
    answer = client.get(f"{jobs(INBOUND_PRINCIPAL_ID)}/{INBOUND_JOB_ID}").json()
    assert answer["templateId"] == "API2AAD"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/servicePrincipals/not-there/synchronization/jobs", 401, "UnknownError"),
        (f"{jobs(SCIM_PRINCIPAL_ID)}/not-there", 404, "ResourceNotFound"),
        (
            f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/templates/nope",
            404,
            "ResourceNotFound",
        ),
        ("/nothing/here", 400, "BadRequest"),
        (f"{jobs(SCIM_PRINCIPAL_ID)}?$top=0", 400, "BadRequest"),
        (f"{jobs(SCIM_PRINCIPAL_ID)}?$skiptoken=x", 400, "BadRequest"),
        (f"{jobs(SCIM_PRINCIPAL_ID)}?$filter=templateId%20is%20'x'", 400, "BadRequest"),
    ],
)
def test_errors_have_graphs_shape(client: httpx.Client, path: str, status: int, code: str) -> None:
    answer = client.get(path, headers={"client-request-id": "12345678-0000-4000-8000-000000000000"})
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (status, code)
    assert error["innerError"]["request-id"] == answer.headers["request-id"]
    assert error["innerError"]["client-request-id"] == "12345678-0000-4000-8000-000000000000"


def test_no_token_is_401(client: httpx.Client) -> None:
    answer = httpx.get(f"{client.base_url}{jobs(SCIM_PRINCIPAL_ID)[1:]}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (
        401,
        "InvalidAuthenticationToken",
    )


def test_the_back_end_knows_no_patch_of_a_job(client: httpx.Client) -> None:
    answer = client.patch(f"{jobs(SCIM_PRINCIPAL_ID)}/{SCIM_JOB_ID}", json={})
    assert answer.status_code == 404
    assert "No HTTP resource was found" in answer.json()["error"]["message"]


def test_start_and_pause_without_a_socket() -> None:
    import asyncio

    async def story() -> list[str]:
        transport = httpx.ASGITransport(app=Emulator().app)
        async with httpx.AsyncClient(
            transport=transport,
            base_url="http://localhost/v1.0",
            headers={"Authorization": "Bearer x"},
        ) as graph:
            path = f"{jobs(SCIM_PRINCIPAL_ID)}/{SCIM_JOB_ID}"
            states: list[str] = []
            for action in ("start", "pause"):
                assert (await graph.post(f"{path}/{action}")).status_code == 204
                states.append((await graph.get(path)).json()["schedule"]["state"])
            return states

    assert asyncio.run(story()) == ["Active", "Paused"]


def test_synchronous_clients_need_no_socket_either() -> None:
    emulator = Emulator()
    emulator.faults.add(Fault(kind="reset", method="DELETE"))
    emulator.faults.add(Fault(kind="slow", seconds=0.01, method="PUT"))
    transport = httpx.WSGITransport(app=emulator.wsgi)  # type: ignore[arg-type]  # httpx has its own idea of the type
    with httpx.Client(
        transport=transport, base_url="http://localhost", headers={"Authorization": "Bearer x"}
    ) as graph:
        page = graph.get(f"/v1.0{jobs(MANY_PRINCIPAL_ID)}", params={"$top": "2"}).json()
        assert len(graph.get(page["@odata.nextLink"]).json()["value"]) == 2
        path = f"/v1.0/servicePrincipals(appId='{SCIM_APP_ID}')/synchronization/jobs/{SCIM_JOB_ID}"
        assert graph.post(f"{path}/pause").status_code == 204
        assert graph.post("/_emulator/advance", json={"duration": "PT1H"}).status_code == 200
        assert graph.get(path).json()["schedule"]["state"] == "Paused"
        assert (
            graph.put(f"{path}/schema", json=graph.get(f"{path}/schema").json()).status_code == 204
        )
        assert "contoso" in graph.get("/").text.lower()
        with pytest.raises(ConnectionResetError):
            graph.delete(path)
