"""Slow work of one client does not keep the others waiting."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from graphsync.emulator import NEW_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync.emulator.engine import engine as engine_module
from graphsync.emulator.engine.provisioner import Provisioner

from .conftest import Caller

JOB = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{NEW_JOB_ID}"


def test_a_budget_ends_within_a_page_and_nothing_is_lost(
    new: Callable[..., Caller], monkeypatch: pytest.MonkeyPatch
) -> None:
    def started() -> Caller:
        made = new()
        made("POST", f"{JOB}/start", status=204)
        state = made.emulator.graph.state
        state.advance(60.0)
        return made

    whole, shared = started(), started()
    whole.emulator.graph.state.catch_up()
    ticks = itertools.count()
    monkeypatch.setattr(engine_module.time, "monotonic", lambda: float(next(ticks)))
    looked_at: list[str] = []
    provision = Provisioner.provision

    def counted(
        self: Provisioner, plan: object, source_id: str, *rest: object, **more: object
    ) -> object:
        looked_at.append(source_id)
        return provision(self, plan, source_id, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Provisioner, "provision", counted)
    state = shared.emulator.graph.state
    most = 0
    for _ in range(500):
        before = len(looked_at)
        done = state.catch_up(3.0)  # with this clock, three looks at the time
        most = max(most, len(looked_at) - before)
        if done:
            break
    assert done
    assert 0 < most <= 3
    ours, theirs = (item("GET", JOB)["status"]["lastExecution"] for item in (shared, whole))
    counts = [name for name in ours if name.startswith("count")]
    assert {name: ours[name] for name in counts} == {name: theirs[name] for name in counts}
    assert ours["timeEnded"] == theirs["timeEnded"]
