"""Whatever a server answers ends in a value or in one of graphsync's errors."""

# ruff: noqa: PT017  # an error is one of two right outcomes
from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from typing import Any

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from graphsync import GraphClient, RetryPolicy
from graphsync._core.request.endpoint import Endpoint
from graphsync._core.response.retry_after import retry_after
from graphsync.errors import GraphError, ServiceError
from graphsync_client.api.jobs.get_job import get_job
from graphsync_client.types import DecodeError, Owner

TOKEN = "a-token-nobody-else-has"
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
JOB = {
    "id": "a",
    "status": {"code": "Active", "lastExecution": {"timeBegan": "2026-03-01T08:12:44Z"}},
    "schedule": {},
}
NAMES = st.text(
    st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=":"),
    min_size=1,
    max_size=20,
)
VALUES = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=60).map(str.strip)


def client(answer: httpx.Response) -> GraphClient:
    return GraphClient(
        TOKEN,
        endpoint="https://graph.microsoft.com/v1.0",
        transport=httpx.MockTransport(lambda _: answer),
        retry=RetryPolicy(attempts=2, wait_initial=0, wait_max=0),
        timeout=5.0,
    )


def is_named(error: GraphError) -> bool:
    return TOKEN not in f"{error} {error!r}" and type(error).__module__.startswith("graphsync")


@settings(deadline=None)
@given(
    st.integers(200, 599),
    st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()),
    NAMES,
    VALUES,
)
def test_any_answer(status: int, body: bytes, name: str, value: str) -> None:
    # Longer waits than the call has are refused at once, shorter ones are waited for.
    headers = (
        {name: value.encode("latin-1")}
        if name.lower() not in {"retry-after", "content-encoding"}
        else {}
    )
    with client(httpx.Response(status, headers=list(headers.items()), content=body)) as graph:
        try:
            job = graph.send(get_job(Owner.service_principal("an-id"), "a-job"))
        except GraphError as error:
            assert is_named(error)
            if isinstance(error, ServiceError):
                assert error.status == status
        else:
            assert 200 <= status < 300
            assert job.to_dict() == json.loads(body)


@settings(deadline=None)
@given(
    st.sampled_from(["id", "templateId", "schedule", "status", "synchronizationJobSettings"]), JSON
)
def test_any_value_in_a_member_s_place(name: str, value: Any) -> None:
    body = json.dumps({**JOB, name: value}).encode()
    with client(httpx.Response(200, content=body)) as graph:
        job = graph.send(get_job(Owner.service_principal("an-id"), "a-job"))
        for member in type(job).MEMBERS:
            try:
                getattr(job, member)
            except DecodeError as error:
                assert f"SynchronizationJob.{member}" in str(error)
        assert (
            job.to_dict() == json.loads(body) or "NaN" in body.decode()
        )  # which is not equal to itself


@given(VALUES, VALUES)
def test_any_retry_after(text: str, date: str) -> None:
    seconds = retry_after({"retry-after": text, "date": date}, datetime(2026, 3, 1, tzinfo=UTC))
    assert seconds is None or (math.isfinite(seconds) and seconds >= 0)


ROOT = "https://graph.microsoft.com/v1.0"
LINKS = st.text(max_size=60) | st.builds(
    lambda scheme, host, rest: f"{scheme}{host}{rest}",
    st.sampled_from(["https://", "http://", "//", "HTTPS://", "https:\\\\", "javascript:", "/"]),
    st.sampled_from(
        [
            "graph.microsoft.com",
            "graph.microsoft.com.contoso.com",
            "user@graph.microsoft.com",
            "graph.microsoft.com:443",
            "graph.microsoft.com@contoso.com",
            "contoso.com#graph.microsoft.com",
            "contoso.com\\@graph.microsoft.com",
            "[::1]",
            "",
        ]
    ),
    st.sampled_from(
        ["/v1.0/next", "", "/..//x", ":99999/", "?x=1", "\t/x", "/x\r\nhost: contoso.com"]
    ),
)


@settings(deadline=None)
@given(LINKS)
def test_any_next_link(link: str) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        first = len(asked) == 1
        return httpx.Response(
            200, json={"value": [], **({"@odata.nextLink": link} if first else {})}
        )

    with GraphClient(TOKEN, endpoint=ROOT, transport=httpx.MockTransport(answer)) as graph:
        try:
            graph.service_principals["an-id"].synchronization.jobs.list()
        except GraphError as error:
            assert is_named(error)
    for request in asked:
        assert (request.url.scheme, request.url.host) == ("https", "graph.microsoft.com")
        assert request.url.port in {None, 443}
        assert Endpoint.of(ROOT).absolute("/x").startswith(ROOT)
