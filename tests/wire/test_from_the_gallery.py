"""The example that brings up a gallery application, and the repair of a wrong object connection."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from examples.from_the_gallery import bring_up
from graphsync import GraphClient, models
from graphsync._sync.native import Calls
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator
from graphsync.errors import Conflict, NotFound

from .payroll_upload import MovedClock

ENABLED = "accountEnabled eq true"
EXAMPLE = Path(__file__).parents[2] / "examples" / "from_the_gallery.py"


@pytest.fixture
def local(monkeypatch):
    with Emulator(speed=0) as emulator:
        clock = MovedClock(emulator.url)
        monkeypatch.setattr(Calls, "sleep", lambda calls, seconds: clock.sleep(calls, seconds))
        monkeypatch.setattr("graphsync._sync.transport.transport.time", clock)
        monkeypatch.setattr("graphsync._sync.tasks.waiting.time", clock)
        yield emulator


def test_an_application_of_the_gallery_gets_its_accounts(local, capsys):
    with GraphClient("token", endpoint=local.url) as graph:
        name = next(iter(graph.application_templates)).display_name
        people = [str(user.user_principal_name) for user in graph.users.filter(ENABLED).top(2)][:2]
        bring_up(graph, name, "https://scim.contoso.com", "t0ken", *people)
        names = [graph.users[person].get().display_name for person in people]
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "2 exported"
    done = {line for line in said[1:] if not line.endswith("other skipped")}
    assert done == {f"{name} create success" for name in names}


def test_it_is_as_short_as_it_says():
    tree = ast.parse(EXAMPLE.read_text("utf-8"))
    lines: set[int] = set()
    for node in ast.walk(tree):
        is_prose = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, ast.stmt) and not is_prose:
            last = node.lineno if hasattr(node, "body") else node.end_lineno
            lines |= set(range(node.lineno, (last or node.lineno) + 1))
    assert len(lines) <= 25


def test_a_wrong_connection_is_repaired_by_verbs(local):
    with GraphClient("token", endpoint=local.url) as graph:
        principal = graph.service_principals[SCIM_PRINCIPAL_ID]
        job = principal.synchronization.jobs[SCIM_JOB_ID]
        ada = graph.users["ada.ahlberg@contoso.com"].get()
        job.run()
        wrong = job.object_connections[ada.id].get().target_anchor
        account = local.graph.tenant.table("account", SCIM_PRINCIPAL_ID)[wrong]
        account["attributes"]["userName"] = "a.ahlberg@contoso.com"
        right = local.put_account(
            SCIM_PRINCIPAL_ID, {"userName": "ada.ahlberg@contoso.com", "active": True}
        )
        local.graph.engine.workshop.forget(SCIM_PRINCIPAL_ID)
        with pytest.raises(Conflict) as refused:
            job.object_connections[ada.id].delete()
        assert "job.pause()" in str(refused.value)
        job.pause()
        assert str(job.get().status.code) == "Paused"
        job.object_connections[ada.id].delete()
        with pytest.raises(NotFound):
            job.object_connections[ada.id].get()
        job.run()
        assert job.object_connections[ada.id].get().target_anchor == right
        with pytest.raises(NotFound):
            job.object_connections[wrong].get()
        assert isinstance(job.status, models.SynchronizationStatus)
