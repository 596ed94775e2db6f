"""Large tenants: how many requests, and how much memory."""

from __future__ import annotations

import gc
import tracemalloc
from datetime import UTC, datetime

import httpx
import pytest

from graphsync import GraphClient

from .big_tenant import BigTenant

NOW = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)


def sweep(service: BigTenant) -> int:
    """Read all rows; return the most memory that was in use meanwhile."""
    # What earlier tests left would put off the collection of what this one leaves.
    gc.collect()
    gc.freeze()
    gc.collect()  # counts anew how many objects live long, without those that are frozen
    with GraphClient("t", transport=httpx.MockTransport(service)) as graph:
        tracemalloc.start()
        for _ in graph.fleet(now=lambda: NOW):
            pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    gc.unfreeze()
    return peak


@pytest.mark.parametrize(("with_jobs", "requests"), [(1, 510), (50, 270)])
def test_five_thousand_principals_take_few_requests(with_jobs, requests):
    service = BigTenant(5000, with_jobs=with_jobs)
    with GraphClient("t", transport=httpx.MockTransport(service)) as graph:
        assert sum(row.is_ok for row in graph.fleet(now=lambda: NOW)) == 5000 // with_jobs
    assert service.requests <= requests


@pytest.mark.parametrize("with_jobs", [1, 50])
def test_those_with_jobs_are_found_among_five_thousand(with_jobs):
    service = BigTenant(5000, with_jobs=with_jobs)
    with GraphClient("t", transport=httpx.MockTransport(service)) as graph:
        found = graph.principals_with_jobs().list()
    assert len(found) == 5000 // with_jobs
    assert all(len(one.jobs) == 1 and one.error is None for one in found)
    assert service.requests == 257


def test_memory_does_not_grow_with_the_tenant(monkeypatch):
    monkeypatch.setattr("graphsync._sync.fleet.sweep._LARGEST_PAGE", 200)
    # Imports: msgspec, too, which comes after 3 MB.
    with GraphClient("t", transport=httpx.MockTransport(BigTenant(1500))) as graph:
        graph.fleet(now=lambda: NOW).list()
    # A page is still in memory while the next one is read, so both have more than two.
    small, large = (sweep(BigTenant(size)) for size in (500, 1000))
    assert large < 1.3 * small
