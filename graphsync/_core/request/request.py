"""One request of a verb, as a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

from graphsync_client.types import Operation, Value

T = TypeVar("T")
R = TypeVar("R")


class Request(Value, Generic[R]):
    """The operation that a verb sends, and `finish`, which makes the verb's result of its answer.

    A direct call, a batch and a dry run all begin with this value. Making one has no effect; what a
    verb changes in its object, `finish` changes, once the answer is there.
    """

    operation: Operation[Any]
    finish: Callable[[Any], R]

    _unshown: ClassVar[frozenset[str]] = frozenset({"finish"})

    def __init__(self, operation: Operation[Any], finish: Callable[[Any], R]) -> None:
        own = self.__dict__  # written out: each call makes one or two
        own["operation"] = operation
        own["finish"] = finish

    @classmethod
    def of(cls, made: Operation[R] | Request[R]) -> Request[R]:
        """Return a request as it is, and an operation as one whose answer is the result."""
        return made if isinstance(made, Request) else Request(made, unchanged)


def unchanged(value: T) -> T:
    """Return the value as it is."""
    return value


def nothing(_: object) -> None:
    """Take nothing from an answer."""
