"""What jobs did on each day, counted from the provisioning logs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from attrs import define, field

from graphsync_client import models


@define
class Day:
    """What a job did on one day, UTC: objects that went through, objects that failed, and runs."""

    done: int = 0
    failed: int = 0
    cycles: set[str] = field(factory=set[str])


@define
class Activity:
    """The days of one job; days without a record are missing."""

    days: dict[date, Day] = field(factory=dict[date, Day])

    def last(self, count: int, now: datetime) -> list[tuple[date, Day]]:
        """Return so many days up to today, the oldest first; a day without a record is empty."""
        today = now.astimezone(UTC).date()
        dates = [today - timedelta(days=back) for back in reversed(range(count))]
        return [(one, self.days.get(one) or Day()) for one in dates]


def activity_of(records: Iterable[models.ProvisioningObjectSummary]) -> Mapping[str, Activity]:
    """Count records by job id; what was skipped counts as done."""
    found: dict[str, Activity] = {}
    for record in records:
        if record.job_id is None or record.activity_date_time is None:
            continue
        when = record.activity_date_time.astimezone(UTC).date()
        day = found.setdefault(record.job_id, Activity()).days.setdefault(when, Day())
        info = record.provisioning_status_info
        if info is not None and str(info.status).lower() == "failure":
            day.failed += 1
        else:
            day.done += 1
        if record.cycle_id:
            day.cycles.add(record.cycle_id)
    return found
