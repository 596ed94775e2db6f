"""Moments and durations as the service writes them."""

import re
from datetime import UTC, datetime, timedelta

NEVER = "0001-01-01T00:00:00Z"
# The last second that the service, and Python, can write.
LATEST = 253_402_300_799.0

_LONGEST_TEXT = 200
_DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?",
    re.ASCII,
)


def iso(moment: float) -> str:
    """Write a moment as the service does: UTC, seven digits where there is a fraction, none where
    not.

    Anything after the year 9999 is written as its last second, and anything before 1970 as 1970.
    """
    text = datetime.fromtimestamp(min(max(moment, 0.0), LATEST), UTC).strftime(
        "%Y-%m-%dT%H:%M:%S.%f"
    )
    return text[:-7] + "Z" if text.endswith(".000000") else text + "0Z"


def iso_long(moment: float) -> str:
    """Write a moment with seven digits of its second always, as versions and steps have it."""
    text = iso(moment)
    return text if "." in text else text[:-1] + ".0000000Z"


def moment(text: str) -> float:
    """Read an ISO 8601 moment; one without an offset is UTC. Raise ValueError for anything else."""
    try:
        read = datetime.fromisoformat(text)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        raise ValueError(f"{text[:100]!r} is not a time; write it like 2026-01-01T00:00Z") from None


def seconds(text: str) -> float:
    """Read an ISO 8601 duration such as `PT40M` or `P28D`.

    Raise ValueError for anything else, and for one that is longer than Python's longest, 2.7
    million years.
    """
    match = _DURATION.fullmatch(text) if len(text) <= _LONGEST_TEXT else None
    if not match or not any(match.groups()):
        raise ValueError(f"{text[:100]!r} is not an ISO 8601 duration; write it like PT40M or P28D")
    parts = {name: float(value) for name, value in match.groupdict().items() if value}
    try:
        return timedelta(**parts).total_seconds()
    except OverflowError:
        raise ValueError(f"{text[:100]!r} is too long for a duration") from None
