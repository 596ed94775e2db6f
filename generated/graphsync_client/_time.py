"""Graph's times and durations: ISO 8601 text with .NET's precision and sentinels."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache

# TimeSpan.MaxValue of .NET stands for "no interval decided yet" in a job that has just been
# created.
NO_INTERVAL = "P10675199DT2H48M5.4775807S"


@cache
def _duration() -> re.Pattern[str]:
    return re.compile(
        r"(?P<sign>-?)P(?:(?P<weeks>\d{1,9})W)?(?:(?P<days>\d{1,9})D)?"
        r"(?:T(?:(?P<hours>\d{1,9})H)?(?:(?P<minutes>\d{1,9})M)?(?:(?P<seconds>\d{1,12})(?:[.,](?P<fraction>\d{1,12}))?S)?)?",
        re.ASCII,
    )


def parse_timestamp(text: str) -> datetime | None:
    """Read a point in time; year 1, the service's "never", is None; without an offset it is UTC.

    More digits than microseconds are cut off. Raises ValueError for anything that is not a date
    with a time.
    """
    moment = datetime.fromisoformat(text)
    if "T" not in text.upper() and " " not in text:
        raise ValueError("no time of day")
    if moment.year == 1:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def format_timestamp(moment: datetime) -> str:
    """Write a point in time in UTC; raises ValueError where the zone is missing."""
    if moment.tzinfo is None:
        raise ValueError(
            f"{moment.isoformat()} has no time zone; pass an aware datetime, e.g. with tzinfo=datetime.UTC"
        )
    try:
        return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:
        raise ValueError(f"{moment.isoformat()} lies outside the years 1 to 9999 in UTC") from None


def parse_duration(text: str) -> timedelta | None:
    """Read a duration of weeks, days, hours, minutes and seconds.

    TimeSpan.MaxValue, "none yet", is None.
    """
    if text == NO_INTERVAL:
        return None
    match = _duration().fullmatch(text)
    if match is None or text.endswith(("P", "T")):
        raise ValueError("not a duration")
    part = match.groupdict(default="0")
    length = timedelta(
        weeks=int(part["weeks"]),
        days=int(part["days"]),
        hours=int(part["hours"]),
        minutes=int(part["minutes"]),
        seconds=int(part["seconds"]),
        microseconds=int(part["fraction"][:6].ljust(6, "0")),
    )
    return -length if part["sign"] else length


def format_duration(length: timedelta) -> str:
    """Write a duration, e.g. `PT40M` or `P1DT2H`."""
    sign, length = ("-", -length) if length < timedelta(0) else ("", length)
    hours, rest = divmod(length.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    fraction = f".{length.microseconds:06d}".rstrip("0") if length.microseconds else ""
    days = f"{length.days}D" if length.days else ""
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if seconds or fraction or not (days or clock):
        clock += f"{seconds}{fraction}S"
    return f"{sign}P{days}{'T' if clock else ''}{clock}"
