"""Functions on dates; what they return is UTC, as `M/d/yyyy h:mm:ss tt`."""

import calendar
import re
from datetime import UTC, datetime, timedelta

from graphsync.expressions import dotnet_time
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.functions.signature import Body, argument
from graphsync.expressions.value import Surroundings, Value, integer, is_empty, text

_SHOWN = "M/d/yyyy h:mm:ss tt"
_STEPS = {"s": 1, "n": 60, "h": 3600, "d": 86_400, "y": 86_400, "w": 86_400, "ww": 604_800}
_MONTHS = {"yyyy": 12, "q": 3, "m": 1}
_DATE_WITH_OFFSET = re.compile(r"\d{4}-\d{2}-\d{2}[+-]\d{2}:\d{2}", re.ASCII)
_READABLE = (_SHOWN, "M/d/yyyy", "M/d/yyyy H:mm:ss")


def _parse(value: Value, function: str) -> datetime:
    source = text(value).strip()
    if _DATE_WITH_OFFSET.fullmatch(source):  # fromisoformat takes the offset for the time of day
        source = f"{source[:10]}T00:00{source[10:]}"
    try:
        moment = datetime.fromisoformat(source)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    for pattern in _READABLE:
        try:
            return dotnet_time.read(source, pattern)
        except (ExpressionError, OverflowError):
            continue
    raise ExpressionError(f"{function} cannot read '{source[:100]}' as a date")


def _show(moment: datetime) -> str:
    return dotnet_time.write(moment.astimezone(UTC), _SHOWN)


def _c_date(_: Surroundings, values: list[Value]) -> Value:
    return None if is_empty(values[0]) else _show(_parse(values[0], "CDate"))


def _now(around: Surroundings, _values: list[Value]) -> Value:
    return _show(datetime.fromtimestamp(around.now, UTC))


def _date_add(_: Surroundings, values: list[Value]) -> Value:
    interval, number = text(values[0]), integer(argument(values, 1), "DateAdd")
    moment = _parse(argument(values, 2), "DateAdd")
    try:
        if interval in _STEPS:
            return _show(moment + timedelta(seconds=number * _STEPS[interval]))
        months = moment.year * 12 + moment.month - 1 + number * _MONTHS[interval]
        year, month = divmod(months, 12)
        day = min(moment.day, calendar.monthrange(year, month + 1)[1])
        return _show(moment.replace(year=year, month=month + 1, day=day))
    except KeyError:
        raise ExpressionError(f"DateAdd does not know the interval '{interval}'") from None
    except (OverflowError, ValueError):
        raise ExpressionError(f"DateAdd: {number} {interval} from there is not a date") from None


def _date_diff(_: Surroundings, values: list[Value]) -> Value:
    interval = text(values[0])
    first, second = _parse(argument(values, 1), "DateDiff"), _parse(argument(values, 2), "DateDiff")
    return str(_position(second, interval) - _position(first, interval))


def _position(moment: datetime, interval: str) -> int:
    """Count the boundaries of an interval that lie before a moment.

    The difference of two such counts is what VBA's DateDiff gives.
    """
    if interval in _MONTHS:
        return (moment.year * 12 + moment.month - 1) // _MONTHS[interval]
    if interval in {"d", "y", "w"}:
        return moment.toordinal()
    if interval == "ww":
        return moment.toordinal() // 7  # day 7 of the calendar is a Sunday
    if interval in _STEPS:
        return int(moment.replace(microsecond=0).timestamp()) // _STEPS[interval]
    raise ExpressionError(f"DateDiff does not know the interval '{interval}'")


def _date_from_num(_: Surroundings, values: list[Value]) -> Value:
    try:
        return _show(dotnet_time.from_file_time(integer(values[0], "DateFromNum")))
    except OverflowError:
        raise ExpressionError(f"DateFromNum: {text(values[0])[:30]} is not a date") from None


def _num_from_date(_: Surroundings, values: list[Value]) -> Value:
    return str(dotnet_time.to_file_time(_parse(values[0], "NumFromDate")))


def _format(_: Surroundings, values: list[Value]) -> Value:
    if is_empty(values[0]):
        return None
    # functions() lists three parameters, the documentation four; the styles stand in between.
    read_as, write_as = (
        (argument(values, 2), argument(values, 3))
        if len(values) > 3
        else (values[1], argument(values, 2))
    )
    moment = (
        _parse(values[0], "FormatDateTime")
        if read_as is None
        else dotnet_time.read(text(values[0]), text(read_as))
    )
    return dotnet_time.write(moment, text(write_as))


BODIES: dict[str, Body] = {
    "CDate": _c_date,
    "Now": _now,
    "DateAdd": _date_add,
    "DateDiff": _date_diff,
    "DateFromNum": _date_from_num,
    "NumFromDate": _num_from_date,
    "FormatDateTime": _format,
}
