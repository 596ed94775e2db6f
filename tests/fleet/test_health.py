"""What a job's counts say: accounts that were removed, references that are missing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graphsync import models
from graphsync.fleet import RULES, JobHealth, health_of, judged

NOW = datetime(2026, 1, 8, tzinfo=UTC)


def run(days_ago: float = 0.02, **counts: int) -> dict[str, Any]:
    ended = NOW - timedelta(days=days_ago)
    zeros = dict.fromkeys(
        ("countExported", "countImported", "countEntitledForProvisioning", "countEscrowed"), 0
    )
    return {
        **zeros,
        "countEscrowedRaw": 0,
        **counts,
        "state": "Succeeded",
        "timeBegan": (ended - timedelta(minutes=1)).isoformat(),
        "timeEnded": ended.isoformat(),
    }


def health(wrote: dict[str, Any] | None, known: int | None = 100, **last: int) -> JobHealth:
    counts = [] if known is None else [{"key": "User to User", "value": known}]
    document = {
        "id": "scim.1",
        "schedule": {"interval": "PT40M", "state": "Active"},
        "status": {
            "code": "Active",
            "lastExecution": run(**last),
            "lastSuccessfulExecutionWithExports": wrote,
            "synchronizedEntryCountByType": counts,
        },
    }
    return judged(health_of(models.SynchronizationJob.from_dict(document), NOW), RULES)


MASS = {"countExported": 60, "countImported": 60, "countEntitledForProvisioning": 0}


@pytest.mark.parametrize(
    ("row", "removed", "rule"),
    [
        (health(run(1, **MASS)), 60, "most accounts removed"),
        (health(None, **MASS), 60, "most accounts removed"),
        (health(run(1, **{**MASS, "countEntitledForProvisioning": 40})), 20, "many accounts removed"),
        # A few who left, all of a small application, and what happened long ago.
        (health(run(1, countExported=3, countImported=3)), 3, ""),
        (health(run(1, countExported=3, countImported=3), known=3), 3, ""),
        (health(run(8, **MASS)), 60, ""),
        # Everybody read again and changed; everybody read, few assigned; late writes of what failed.
        (health(run(1, **{**MASS, "countEntitledForProvisioning": 60})), 0, ""),
        (health(run(1, countExported=60, countImported=9000, countEntitledForProvisioning=60)), 0, ""),
        (health(run(1, countExported=60)), 0, ""),
        # Repaired by a later cycle.
        (health(run(1, **MASS), **{**MASS, "countEntitledForProvisioning": 60}), 0, ""),
        # A share that is not known is not judged.
        (health(run(1, **MASS), known=None), 60, ""),
        (health(None), 0, ""),
    ],
    ids=range(12),
)  # fmt: skip
def test_accounts_that_were_removed(row: JobHealth, removed: int, rule: str) -> None:
    assert (row.removed, row.rule) == (removed, rule)


def test_references_are_missing_until_a_cycle_writes_again() -> None:
    wrote = run(
        1, countExported=1, countImported=1, countEntitledForProvisioning=1, countEscrowedRaw=2
    )
    assert (health(wrote).set_aside, health(wrote).rule) == (2, "references missing")
    assert health(run(1, countExported=1, countEntitledForProvisioning=1)).rule == ""
