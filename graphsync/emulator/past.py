"""Gives seeded jobs a past, by letting the engine run them before anybody looks."""

from graphsync.emulator.graph import LocalGraph

_AGO = 3000.0


def live_through(graph: LocalGraph, active: list[tuple[str, str]]) -> None:
    """Start jobs fifty minutes ago and run whatever was due since: an initial cycle, and an incremental one."""
    now = graph.clock.now()
    for principal_id, job_id in active:
        record = graph.tenant.jobs(principal_id)[job_id]
        graph.lifecycle.start(principal_id, record, now - _AGO)
    graph.engine.catch_up(now)
    graph.tenant.flush()
