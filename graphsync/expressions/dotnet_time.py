"""Dates the way .NET writes them, in custom formats such as `yyyy-MM-dd HH:mm:ss`."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from graphsync.expressions.error import ExpressionError

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOKEN = re.compile(
    r"(?P<field>d{1,4}|M{1,4}|y{1,5}|h{1,2}|H{1,2}|m{1,2}|s{1,2}|f{1,7}|F{1,7}|t{1,2}|z{1,3}|K)"
    r"|(?P<literal>'[^']*'|\"[^\"]*\"|\\.|%|.)",
    re.DOTALL,
)
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def _offset(moment: datetime, *, colon: bool) -> str:
    minutes = int((moment.utcoffset() or timedelta()).total_seconds() // 60)
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return (
        f"{sign}{minutes // 60:02d}:{minutes % 60:02d}" if colon else f"{sign}{minutes // 60:02d}"
    )


_WRITE: dict[str, Callable[[datetime], str]] = {
    "d": lambda at: str(at.day),
    "dd": lambda at: f"{at.day:02d}",
    "ddd": lambda at: _DAYS[at.weekday()][:3],
    "dddd": lambda at: _DAYS[at.weekday()],
    "M": lambda at: str(at.month),
    "MM": lambda at: f"{at.month:02d}",
    "MMM": lambda at: _MONTHS[at.month - 1][:3],
    "MMMM": lambda at: _MONTHS[at.month - 1],
    "y": lambda at: str(at.year % 100),
    "yy": lambda at: f"{at.year % 100:02d}",
    "yyy": lambda at: f"{at.year:03d}",
    "yyyy": lambda at: f"{at.year:04d}",
    "yyyyy": lambda at: f"{at.year:05d}",
    "h": lambda at: str(at.hour % 12 or 12),
    "hh": lambda at: f"{at.hour % 12 or 12:02d}",
    "H": lambda at: str(at.hour),
    "HH": lambda at: f"{at.hour:02d}",
    "m": lambda at: str(at.minute),
    "mm": lambda at: f"{at.minute:02d}",
    "s": lambda at: str(at.second),
    "ss": lambda at: f"{at.second:02d}",
    "t": lambda at: "AP"[at.hour >= 12],
    "tt": lambda at: ("AM", "PM")[at.hour >= 12],
    "z": lambda at: _offset(at, colon=False).replace("0", "", 1),
    "zz": lambda at: _offset(at, colon=False),
    "zzz": lambda at: _offset(at, colon=True),
    "K": lambda at: "Z" if at.utcoffset() == timedelta() else _offset(at, colon=True),
}
_READ = {
    "d": r"(?P<day>\d{1,2})", "dd": r"(?P<day>\d{2})", "ddd": r"[A-Za-z]{3}", "dddd": r"[A-Za-z]+",
    "M": r"(?P<month>\d{1,2})", "MM": r"(?P<month>\d{2})",
    "MMM": r"(?P<name>[A-Za-z]{3})", "MMMM": r"(?P<name>[A-Za-z]+)",
    "y": r"(?P<short>\d{1,2})", "yy": r"(?P<short>\d{2})", "yyy": r"(?P<year>\d{3,4})",
    "yyyy": r"(?P<year>\d{4})", "yyyyy": r"(?P<year>\d{5})",
    "h": r"(?P<half>\d{1,2})", "hh": r"(?P<half>\d{2})", "H": r"(?P<hour>\d{1,2})",
    "HH": r"(?P<hour>\d{2})",
    "m": r"(?P<minute>\d{1,2})", "mm": r"(?P<minute>\d{2})",
    "s": r"(?P<second>\d{1,2})", "ss": r"(?P<second>\d{2})",
    "t": r"(?P<noon>[AaPp])", "tt": r"(?P<noon>[AaPp])[Mm]",
    "z": r"(?P<offset>[+-]\d{1,2})", "zz": r"(?P<offset>[+-]\d{2})",
    "zzz": r"(?P<offset>[+-]\d{2}:\d{2})",
    "K": r"(?P<offset>Z|[+-]\d{2}:\d{2})?",
}  # fmt: skip


def write(moment: datetime, pattern: str) -> str:
    """Write a moment in a .NET custom format."""
    return "".join(part if isinstance(part, str) else part(moment) for part in _writers(pattern))


@lru_cache(maxsize=256)
def _writers(pattern: str) -> tuple[str | Callable[[datetime], str], ...]:
    return tuple(_writer(match) for match in _TOKEN.finditer(pattern))


def _writer(match: re.Match[str]) -> str | Callable[[datetime], str]:
    token = match[0]
    if not match["field"]:
        return _literal(token)
    if token[0] in "fF":
        return lambda moment: _fraction(moment, token)
    return _WRITE[token]


def _fraction(moment: datetime, token: str) -> str:
    digits = f"{moment.microsecond:06d}0"[: len(token)]
    return digits if token[0] == "f" else digits.rstrip("0")


def read(text: str, pattern: str) -> datetime:
    """Read a text in a .NET custom format; without an offset it is UTC.

    Raises ExpressionError where it does not fit.
    """
    match = _reading(pattern).fullmatch(text.strip())
    if not match:
        raise ExpressionError(f"'{text[:100]}' is not a date in the format '{pattern}'")
    try:
        return _moment(match.groupdict())
    except ValueError:
        raise ExpressionError(f"'{text[:100]}' is not a date in the format '{pattern}'") from None


@lru_cache(maxsize=256)
def _reading(pattern: str) -> re.Pattern[str]:
    expression = "".join(_reader(match) for match in _TOKEN.finditer(pattern))
    try:
        return re.compile(expression, re.ASCII)
    except re.error:
        raise ExpressionError(f"The date format '{pattern}' names a part twice") from None


def _reader(match: re.Match[str]) -> str:
    token = match[0]
    if not match["field"]:
        return re.escape(_literal(token))
    if token[0] in "fF":
        return (
            rf"(?P<fraction>\d{{{len(token)}}})"
            if token[0] == "f"
            else rf"(?P<fraction>\d{{0,{len(token)}}})"
        )
    return _READ[token]


def _literal(token: str) -> str:
    if token[0] in "'\"" and len(token) > 1:
        return token[1:-1]
    return token[1:] if token[0] in "%\\" else token


def _moment(parts: dict[str, str | None]) -> datetime:
    found = {name: value for name, value in parts.items() if value}
    year = int(found.get("year", "1"))
    if "short" in found:
        year = int(found["short"]) + (1900 if int(found["short"]) > 49 else 2000)
    month = int(found.get("month", "1"))
    if "name" in found:
        month = [name[:3].lower() for name in _MONTHS].index(found["name"][:3].lower()) + 1
    hour = int(found.get("hour", "0"))
    if "half" in found:
        hour = int(found["half"]) % 12 + (12 if found.get("noon", "A").upper() == "P" else 0)
    fraction = int((found.get("fraction", "") + "000000")[:6])
    zone = _zone(found.get("offset", "Z"))
    moment = datetime(
        year, month, int(found.get("day", "1")), hour, int(found.get("minute", "0")),
        int(found.get("second", "0")),
        fraction, tzinfo=zone,
    )  # fmt: skip
    return moment.astimezone(UTC)


def _zone(text: str) -> timezone:
    if text == "Z":
        return UTC
    hours, _, minutes = text[1:].partition(":")
    distance = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-distance if text[0] == "-" else distance)


def from_file_time(ticks: int) -> datetime:
    """Return the moment of an Active Directory file time: 100 ns steps since 1601."""
    return _EPOCH + timedelta(microseconds=ticks // 10)


def to_file_time(moment: datetime) -> int:
    """Return the Active Directory file time of a moment."""
    distance = moment - _EPOCH
    return (distance.days * 86_400 + distance.seconds) * 10_000_000 + distance.microseconds * 10
