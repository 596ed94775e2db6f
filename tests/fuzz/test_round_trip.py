"""What a caller passes arrives byte for byte, over a real socket."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphsync import GraphClient
from graphsync_client.api.jobs.get_job import get_job
from graphsync_client.types import Owner, query, segment

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
# One server and one client for all examples: nothing of one stays for the next.
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(scope="module")
def graph(echo: str) -> Iterator[GraphClient]:
    with GraphClient("a-token", endpoint=echo) as client:
        yield client


def encodable(text: str) -> bool:
    try:
        segment(text, "the id")
    except ValueError:
        return False
    return True


@SHARED
@given(principal=TEXTS.filter(encodable), job=TEXTS.filter(encodable))
def test_ids(graph: GraphClient, principal: str, job: str) -> None:
    target = graph.send(get_job(Owner.service_principal(principal), job)).id
    assert target is not None
    root, version, kind, owner, synchronization, jobs, last = target.split("/")
    assert (root, version, kind, synchronization, jobs) == (
        "",
        "v1.0",
        "servicePrincipals",
        "synchronization",
        "jobs",
    )
    assert (unquote_to_bytes(owner), unquote_to_bytes(last)) == (principal.encode(), job.encode())


@SHARED
@given(app_id=TEXTS.filter(encodable))
def test_keys_in_quotes(graph: GraphClient, app_id: str) -> None:
    target = graph.send(get_job(Owner.service_principal_by_app_id(app_id), "a-job")).id
    assert target is not None
    key = unquote_to_bytes(
        target.removeprefix("/v1.0/servicePrincipals(appId='").partition("')/synchronization")[0]
    )
    assert key == app_id.replace("'", "''").encode()


@SHARED
@given(
    values=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5, unique_by=lambda pair: pair[0])
)
def test_query_values(graph: GraphClient, values: list[tuple[str, str]]) -> None:
    target = graph.send(
        get_job(Owner.service_principal("an-id"), "a-job").with_query(*query(*values))
    ).id
    assert target is not None
    _, _, text = target.partition("?")
    arrived = [
        tuple(unquote_to_bytes(part) for part in pair.split("=", 1)) for pair in text.split("&")
    ]
    assert arrived == [(name.encode(), value.encode()) for name, value in values]
