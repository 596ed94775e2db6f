"""Codecs of plain values: text, numbers, times and free-form JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from math import isfinite, isnan

from ._errors import Mismatch
from ._json import Json, copy_json
from ._record import Unfinished
from ._time import format_duration, format_timestamp, parse_duration, parse_timestamp


class _Scalar:
    mutable = False
    exact: type | None = None

    def declared(self) -> Iterable[type]:
        return ()

    def decode(self, raw: Json) -> object:
        raise NotImplementedError

    def decoder(self) -> Callable[[Json], object]:
        return self.decode

    # see Codec
    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:  # noqa: ARG002
        return copy_json(self.write(value), strict=True)

    def write(self, value: object) -> Json:
        return value


class _Text(_Scalar):
    exact = str

    def decode(self, raw: Json) -> str:
        if isinstance(raw, str):
            return raw
        raise Mismatch(raw, "text")


class _Boolean(_Scalar):
    exact = bool

    def decode(self, raw: Json) -> bool:
        if isinstance(raw, bool):
            return raw
        # Settings that passed through .NET's ToString arrive as text.
        if isinstance(raw, str) and raw.casefold() in {"true", "false"}:
            return raw.casefold() == "true"
        raise Mismatch(raw, "true or false")


class _Integer(_Scalar):
    exact = int

    def decode(self, raw: Json) -> int:
        if isinstance(raw, int) and not isinstance(raw, bool):
            return raw
        if isinstance(raw, float) and raw.is_integer():
            return int(raw)
        # OData may write int64 as text (IEEE754Compatible).
        if isinstance(raw, str) and len(raw) <= 20 and raw.isascii() and raw.removeprefix("-").isdigit():
            return int(raw)
        raise Mismatch(raw, "a whole number")


class _Number(_Scalar):
    _NAMED = {"INF": float("inf"), "-INF": float("-inf"), "NaN": float("nan")}

    def decode(self, raw: Json) -> float:
        if isinstance(raw, (int, float)) and not isinstance(raw, bool):
            try:
                return float(raw)
            except OverflowError:
                raise Mismatch(raw, "a number") from None
        if isinstance(raw, str) and raw in self._NAMED:
            return self._NAMED[raw]
        raise Mismatch(raw, "a number")

    def write(self, value: object) -> Json:
        if not isinstance(value, float) or isfinite(value):
            return value
        # JSON has no such numbers; OData writes them as text.
        return "NaN" if isnan(value) else "INF" if value > 0 else "-INF"


class _Moment(_Scalar):
    """Times and lengths of time, of which the service writes more digits than Python keeps."""

    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:
        try:
            # What was assigned as it had been read keeps its last digit.
            if isinstance(value, (datetime, timedelta)) and self.decode(received) == value:
                return received
        except Mismatch:
            pass
        return super().encode(value, received, unfinished)


class _Timestamp(_Moment):
    def decode(self, raw: Json) -> datetime | None:
        try:
            return parse_timestamp(raw)
        except (ValueError, TypeError, AttributeError, OverflowError):
            raise Mismatch(raw, "a date and time") from None

    def write(self, value: object) -> Json:
        return format_timestamp(value) if isinstance(value, datetime) else value


class _Date(_Scalar):
    def decode(self, raw: Json) -> date:
        try:
            return date.fromisoformat(raw)
        except (ValueError, TypeError):
            raise Mismatch(raw, "a date") from None

    def write(self, value: object) -> Json:
        if isinstance(value, datetime):
            return value.astimezone(UTC).date().isoformat()
        return value.isoformat() if isinstance(value, date) else value


class _Duration(_Moment):
    def decode(self, raw: Json) -> timedelta | None:
        try:
            return parse_duration(raw)
        except (ValueError, TypeError, AttributeError, OverflowError):
            raise Mismatch(raw, "an ISO 8601 duration of weeks or less") from None

    def write(self, value: object) -> Json:
        return format_duration(value) if isinstance(value, timedelta) else value


class _Anything(_Scalar):
    mutable = True

    def decode(self, raw: Json) -> Json:
        return copy_json(raw)


TEXT = _Text()
BOOLEAN = _Boolean()
INTEGER = _Integer()
NUMBER = _Number()
TIMESTAMP = _Timestamp()
DATE = _Date()
DURATION = _Duration()
ANYTHING = _Anything()
