"""How one JSON value becomes a Python value and goes back; a `Codec` is a member's entry in that table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol, TypeAlias, cast

from ._errors import Mismatch
from ._time import format_duration, format_timestamp, parse_duration, parse_timestamp

# Any JSON value: what it is gets checked when a member is read, not here.
Json: TypeAlias = Any


class Codec(Protocol):
    """Convert one kind of JSON value both ways; `mutable` says whether callers can edit the result in place."""

    mutable: bool

    def decoder(self) -> Callable[[Json], object]:
        """Return what turns a value, which is not None, into Python's, or raises `Mismatch`; classes are found here."""
        ...

    def encode(self, value: object) -> Json:
        """Return the JSON of `value`; what is no value of this kind goes as it is."""
        ...


class _Scalar:
    mutable = False

    def decode(self, raw: Json) -> object:
        raise NotImplementedError

    def decoder(self) -> Callable[[Json], object]:
        return self.decode

    def encode(self, value: object) -> Json:
        return value


class _Text(_Scalar):
    def decode(self, raw: Json) -> str:
        if isinstance(raw, str):
            return raw
        raise Mismatch(raw, "text")


class _Boolean(_Scalar):
    def decode(self, raw: Json) -> bool:
        if isinstance(raw, bool):
            return raw
        # Settings that passed through .NET's ToString arrive as text.
        if isinstance(raw, str) and raw.casefold() in {"true", "false"}:
            return raw.casefold() == "true"
        raise Mismatch(raw, "true or false")


class _Integer(_Scalar):
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


class _Timestamp(_Scalar):
    def decode(self, raw: Json) -> datetime | None:
        try:
            return parse_timestamp(raw)
        except (ValueError, TypeError, AttributeError, OverflowError):
            raise Mismatch(raw, "a date and time") from None

    def encode(self, value: object) -> Json:
        return format_timestamp(value) if isinstance(value, datetime) else value


class _Date(_Scalar):
    def decode(self, raw: Json) -> date:
        try:
            return date.fromisoformat(raw)
        except (ValueError, TypeError):
            raise Mismatch(raw, "a date") from None

    def encode(self, value: object) -> Json:
        if isinstance(value, datetime):
            return value.astimezone(UTC).date().isoformat()
        return value.isoformat() if isinstance(value, date) else value


class _Duration(_Scalar):
    def decode(self, raw: Json) -> timedelta | None:
        try:
            return parse_duration(raw)
        except (ValueError, TypeError, AttributeError, OverflowError):
            raise Mismatch(raw, "an ISO 8601 duration of days or less") from None

    def encode(self, value: object) -> Json:
        return format_duration(value) if isinstance(value, timedelta) else value


class _Anything(_Scalar):
    mutable = True

    def decode(self, raw: Json) -> Json:
        return copy_json(raw)


def copy_json(value: Json) -> Json:
    """Copy JSON deeply, so that neither side sees the other's edits."""
    if isinstance(value, dict):
        return {key: copy_json(item) for key, item in cast("dict[str, Json]", value).items()}
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [copy_json(item) for item in items]
    return value


TEXT = _Text()
BOOLEAN = _Boolean()
INTEGER = _Integer()
NUMBER = _Number()
TIMESTAMP = _Timestamp()
DATE = _Date()
DURATION = _Duration()
ANYTHING = _Anything()
