"""Rows of health for whatever monitoring there is: dictionaries, CSV, JSON lines, OpenMetrics."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TextIO, cast

from attrs import fields

from graphsync.errors import GraphError
from graphsync.fleet.health import JobHealth
from graphsync.fleet.severity import Severity

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric

COLUMNS: Final = tuple(field.name for field in fields(JobHealth))
_LABELS: Final = ("tenant", "principal_id", "principal_name", "job_id", "template_id")
# What spreadsheets take for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_dict(health: JobHealth) -> dict[str, Any]:  # values as JSON has them
    """Return a row as JSON values: times in ISO 8601, durations in seconds."""
    return {name: _plain(getattr(health, name)) for name in COLUMNS}


def write_csv(rows: Iterable[JobHealth], file: TextIO) -> int:
    """Write rows as CSV with a header, one at a time, and return how many.

    Open the file with `newline=""`. A text that a spreadsheet would run as a formula gets an
    apostrophe in front.
    """
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    count = 0
    for health in rows:
        writer.writerow([_cell(value) for value in as_dict(health).values()])
        count += 1
    return count


def write_json_lines(rows: Iterable[JobHealth], file: TextIO) -> int:
    """Write rows as JSON, one a line, and return how many."""
    count = 0
    for health in rows:
        file.write(json.dumps(as_dict(health), ensure_ascii=False) + "\n")
        count += 1
    return count


def openmetrics(rows: Iterable[JobHealth]) -> str:
    """Return rows as OpenMetrics text, as Prometheus and others read it; needs the extra `metrics`.

    `graphsync_job_severity` is 0 for `ok`, 1 for `warning`, 2 for `unknown`, 3 for `critical`.
    `graphsync_jobs` counts jobs by severity. A value that is not known is left out.
    """
    try:
        from prometheus_client import CollectorRegistry
        from prometheus_client.openmetrics import exposition
    except ModuleNotFoundError as error:
        raise GraphError(
            "openmetrics() needs the extra: pip install 'graphsync-client[metrics]'"
        ) from error

    class Collector:
        def collect(self) -> Iterator[Metric]:
            yield from _metrics(rows)

    # Registering would collect once for the names alone, and use up an iterator.
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Collector())
    # It has no types.
    write = cast("Callable[[CollectorRegistry], bytes]", exposition.generate_latest)  # pyright: ignore[reportUnknownMemberType]
    return write(registry).decode()


def _metrics(rows: Iterable[JobHealth]) -> list[Metric]:
    from prometheus_client.core import GaugeMetricFamily

    names = {
        "severity": "0 ok, 1 warning, 2 unknown, 3 critical",
        "intervals_behind": "Intervals since a cycle went through",
        "quarantine_days_left": "Days until a quarantined job is disabled",
        "last_success_timestamp_seconds": "End of the latest cycle without a failure",
        "imported_objects": "Objects read in the last cycle",
        "exported_objects": "Objects written in the last cycle",
        "escrowed_objects": "Objects that fail and are tried again",
        "staged_deletions": "Deletions that are held back",
        "removed_objects": "Accounts that the latest cycle with changes disabled or deleted",
    }
    gauges = {
        name: GaugeMetricFamily(f"graphsync_job_{name}", text, labels=_LABELS)
        for name, text in names.items()
    }
    total = GaugeMetricFamily("graphsync_jobs", "Jobs by severity", labels=["severity"])
    counts = dict.fromkeys(Severity, 0)
    for health in rows:
        counts[health.severity] += 1
        labels = [str(getattr(health, name) or "") for name in _LABELS]
        for name, value in _values(health).items():
            if value is not None:
                gauges[name].add_metric(labels, value)
    for severity, count in counts.items():
        total.add_metric([severity.value], count)
    return [*gauges.values(), total]


def _values(health: JobHealth) -> dict[str, float | None]:
    success = health.last_success
    values: dict[str, float | None] = {
        "severity": health.severity.rank,
        "intervals_behind": health.intervals_behind,
        "quarantine_days_left": health.days_left,
        "last_success_timestamp_seconds": None if success is None else success.timestamp(),
        "staged_deletions": health.deletions_staged,
    }
    if health.error is None:
        values |= {
            "imported_objects": health.imported,
            "exported_objects": health.exported,
            "escrowed_objects": health.escrowed,
            "removed_objects": health.removed,
        }
    return values


def _plain(value: object) -> Any:  # JSON
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value.value if isinstance(value, Enum) else value


def _cell(value: Any) -> Any:  # as `as_dict` gives them
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
