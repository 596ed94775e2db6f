"""The switches: each changes what it is about, and says what is wrong with a value."""

from collections.abc import Callable
from typing import Any

import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_APPLICATION_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
)

from .conftest import Caller

JOBS = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"


def test_the_directory_limit_counts_units(new: Callable[..., Caller]) -> None:
    call = new(directory_limit=True)
    replies = [call.reply("GET", f"{JOBS}/{SCIM_JOB_ID}") for _ in range(3501)]
    assert ([item.status for item in replies].count(200), replies[-1].status) == (3500, 429)
    spent = [item.headers.get("x-ms-throttle-limit-percentage") for item in replies]
    assert (spent[0], spent[3000], spent[3499]) == (None, "0.9", "1.0")
    assert replies[0].headers["x-ms-resource-unit"] == "1"
    assert replies[-1].headers["x-ms-throttle-scope"].startswith("Tenant_Application/ReadWrite/")


@pytest.mark.parametrize(
    ("switch", "check"),
    [
        ({"new_job_code": "NotConfigured"}, ("status", "code", "NotConfigured")),
        (
            {"new_job_interval": "P10675199DT2H48M5.4775807S"},
            ("schedule", "interval", "P10675199DT2H48M5.4775807S"),
        ),
    ],
)
def test_new_jobs_by_switch(
    new: Callable[..., Caller], switch: dict[str, Any], check: tuple[str, str, str]
) -> None:
    job = new(**switch)("GET", f"{JOBS}/{NEW_JOB_ID}")
    assert job[check[0]][check[1]] == check[2]


def test_the_other_switches(new: Callable[..., Caller]) -> None:
    path = f"{JOBS}/{NEW_JOB_ID}"
    assert new(missing_job_code="Request_ResourceNotFound")("GET", f"{JOBS}/x", status=404)[
        "error"
    ]["code"] == ("Request_ResourceNotFound")
    new(unknown_template_status=404)("POST", JOBS, {"templateId": "nope"}, status=404)
    another = new(duplicate_job="another id")("POST", JOBS, {"templateId": "scim"}, status=201)[
        "id"
    ]
    assert another != SCIM_JOB_ID
    call = new(location_on_create=True)
    call("DELETE", path, status=204)
    assert (
        call.reply("POST", JOBS, {"templateId": "customappsso"}).headers["Location"].endswith(path)
    )
    new(start_active="conflict")("POST", f"{JOBS}/{SCIM_JOB_ID}/start", status=409)
    call = new(restart_paused="Paused")
    call("POST", f"{JOBS}/{SCIM_JOB_ID}/pause", status=204)
    call("POST", f"{JOBS}/{SCIM_JOB_ID}/restart", status=204)
    assert call("GET", f"{JOBS}/{SCIM_JOB_ID}")["schedule"]["state"] == "Paused"
    call = new(restart_paused="Active")
    call("POST", f"{JOBS}/{SCIM_JOB_ID}/pause", status=204)
    call("POST", f"{JOBS}/{SCIM_JOB_ID}/restart", status=204)
    assert call("GET", f"{JOBS}/{SCIM_JOB_ID}")["schedule"]["state"] == "Active"
    new(query_options="refuse")("GET", JOBS, top="1", status=400)
    selected = new(query_options="all")("GET", f"{JOBS}/{SCIM_JOB_ID}", select="templateId")
    assert selected.keys() == {"@odata.context", "id", "templateId"}
    assert "status" in new()("GET", f"{JOBS}/{SCIM_JOB_ID}", select="templateId")
    new(application_jobs="not found")(
        "GET", f"/applications/{SCIM_APPLICATION_ID}/synchronization/jobs", status=404
    )
    assert "schema" in new()("GET", f"{JOBS}/{SCIM_JOB_ID}", expand="schema")


@pytest.mark.parametrize(
    ("switches", "said"),
    [
        ({"colour": "red"}, "no switch is called 'colour'"),
        ({"put_secrets": "maybe"}, "'replace', 'merge'"),
        ({"page_size": 0}, "at least 1"),
        ({"page_size": True}, "whole number"),
        ({"log_delay": -1}, "at least 0"),
        ({"roles": "x"}, "list of texts"),
        ({"client_secrets": []}, "object of texts"),
        ({"random_seed": "x"}, "whole number"),
        ({"throttling": 1}, "truth value"),
    ],
)
def test_switches_name_what_is_wrong(
    new: Callable[..., Caller], switches: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        new(**switches)
