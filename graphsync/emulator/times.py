"""Moments and durations as the service writes them."""

import re
from datetime import UTC, datetime, timedelta

NEVER = "0001-01-01T00:00:00Z"

_DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?",
    re.ASCII,
)


def iso(moment: float) -> str:
    """Write a moment as the service does: UTC, seven digits where there is a fraction, none where not."""
    text = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    return text[:-7] + "Z" if text.endswith(".000000") else text + "0Z"


def moment(text: str) -> float:
    """Read an ISO 8601 moment; one without an offset is UTC. Raise ValueError for anything else."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text[:100]!r} is no moment; write it like 2026-01-01T00:00Z") from None
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()


def seconds(text: str) -> float:
    """Read an ISO 8601 duration such as `PT40M` or `P28D`. Raise ValueError for anything else."""
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        raise ValueError(f"{text!r} is no ISO 8601 duration; write it like PT40M or P28D")
    parts = {name: float(value) for name, value in match.groupdict().items() if value}
    return timedelta(**parts).total_seconds()
