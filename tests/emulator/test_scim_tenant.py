"""The check with a tenant in place of the local Graph; a local Graph that only HTTP reaches stands for it."""

from collections.abc import Iterator

import pytest

from graphsync import GraphClient
from graphsync._sync.native import Calls
from graphsync._sync.tasks import waiting
from graphsync._sync.transport import transport
from graphsync.emulator import Emulator
from graphsync.scim import Outcome, TestResult, check_with_tenant
from tests.wire.payroll_upload import MovedClock

from .scim_server import scim_server

CHOSEN = [
    "Create_User",
    "Disable_User",
    "Restore_User",
    "POD_User",
    "Create_Group",
    "SCIM_User_Create",
]


@pytest.fixture
def tenant(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Emulator, GraphClient]]:
    with Emulator(start="2026-01-01T00:00:00Z", throttling=False, null_flow="clear") as emulator:
        clock = MovedClock(emulator.url)
        monkeypatch.setattr(Calls, "sleep", lambda calls, seconds: clock.sleep(calls, seconds))
        monkeypatch.setattr(transport, "time", clock)
        monkeypatch.setattr(waiting, "time", clock)
        with GraphClient("any", endpoint=emulator.url) as graph:
            yield emulator, graph


def left(emulator: Emulator, graph: GraphClient) -> list[str]:
    """Return what a run left in the tenant, the deleted items included."""
    texts = [repr(item) for item in (*emulator.users, *emulator.groups)]
    for path in (
        "/applications",
        "/servicePrincipals",
        "/directory/deletedItems/microsoft.graph.user",
        "/directory/deletedItems/microsoft.graph.group",
    ):
        texts += map(repr, graph.request("GET", path)["value"])
    return [text for text in texts if "check-" in text]


def test_the_tests_pass_and_nothing_stays(tenant: tuple[Emulator, GraphClient]) -> None:
    emulator, graph = tenant
    with scim_server() as server:
        report = check_with_tenant(
            graph,
            server.url,
            "right-token",
            tests=CHOSEN,
            pause=lambda s: emulator.advance(seconds=s),
        )
        assert (server.users, server.groups, report.left) == ({}, {}, ())
    assert [
        (item.name, item.message) for item in report.results if item.outcome != Outcome.PASSED
    ] == []
    assert [item.name for item in report.results] == CHOSEN
    assert left(emulator, graph) == []


def test_an_interruption_leaves_nothing(tenant: tuple[Emulator, GraphClient]) -> None:
    emulator, graph = tenant

    def interrupt(result: TestResult) -> None:
        raise KeyboardInterrupt

    with scim_server() as server, pytest.raises(KeyboardInterrupt):
        check_with_tenant(
            graph,
            server.url,
            "right-token",
            tests=CHOSEN,
            on_result=interrupt,
            pause=lambda s: None,
        )
    assert (server.users, server.groups) == ({}, {})
    assert left(emulator, graph) == []


def test_a_token_does_not_travel_in_the_clear(tenant: tuple[Emulator, GraphClient]) -> None:
    emulator, graph = tenant
    with pytest.raises(ValueError, match="without encryption"):
        check_with_tenant(graph, "http://scim.contoso.com/v2", "right-token")
    assert left(emulator, graph) == []
