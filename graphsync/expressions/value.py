"""What expressions compute with: text, several texts, or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Literal, TypeAlias, cast

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.json_shapes import is_array

Value: TypeAlias = "str | tuple[str, ...] | None"


class Redacted(str):
    """A text that flows to the target and is masked in logs."""

    __slots__ = ()


class Skipped(tuple[str, ...]):
    """The result that takes an attribute out of the flow.

    It has no values, so that functions treat it as nothing at all.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


class ObjectSkipped(Skipped):
    """The result that takes the whole object out of the flow."""

    __slots__ = ()


SKIPPED = Skipped()
OBJECT_SKIPPED = ObjectSkipped()
Reading = Literal["application", "cloud sync"]


@dataclass(slots=True)
class Surroundings:
    """What an expression sees besides its own text.

    `attributes` are the source object's by name. `now` is in seconds since 1970. `taken` says which
    values the target holds already, for `SelectUniqueValue`. The references of application
    provisioning and of cloud sync contradict each other in places; `reading` chooses one.
    """

    attributes: Mapping[str, object] = field(default_factory=dict[str, object])
    now: float = 0.0
    default_domain: str = "contoso.com"
    taken: Callable[[str], bool] = lambda _value: False
    random: Random = field(default_factory=Random)
    reading: Reading = "application"
    # When the time of the evaluation under way is over, on the monotonic clock.
    ends: float = field(default=float("inf"), init=False, repr=False, compare=False)


def value_of(raw: object) -> Value:
    """Turn a JSON value into an expression's value.

    Truth values become the words True and False, lists several texts.
    """
    if raw is None or isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "True" if raw else "False"
    if is_array(raw):
        return tuple(text(value_of(item)) for item in raw if item is not None)
    if isinstance(raw, tuple):
        return cast("tuple[str, ...]", raw)  # a value already
    return str(raw)


def text(value: Value) -> str:
    """Return a value as one text; several are joined with a comma, nothing is empty."""
    if value is None:
        return ""
    return value if isinstance(value, str) else ",".join(value)


def texts(value: Value) -> tuple[str, ...]:
    """Return a value as several."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def is_empty(value: Value) -> bool:
    """Return whether there is nothing in a value."""
    return not value


def boolean(truth: object) -> str:
    """Return the word for a truth."""
    return "True" if truth else "False"


def integer(value: Value, what: str) -> int:
    """Return a value as a whole number; raise ExpressionError naming what it was meant for."""
    try:
        return int(text(value))
    except ValueError:
        raise ExpressionError(f"{what} needs a whole number, not '{text(value)[:100]}'") from None
