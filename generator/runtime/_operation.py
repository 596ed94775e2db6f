"""A call as a value: what to send and how to read the answer. Sending it is somebody else's job."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import Any, ClassVar, Generic, TypeVar, cast

from ._errors import DecodeError
from ._json import Json
from ._path import Query, query_string
from ._value import Value

T = TypeVar("T")
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Reads(StrEnum):
    """What an operation takes from an answer: its JSON, text or bytes, the `Location` header, or
    nothing.
    """

    JSON = "json"
    TEXT = "text"
    BYTES = "bytes"
    LOCATION = "location"
    NOTHING = "nothing"


def _nothing(_: Json) -> Any:  # the type of "no answer" is each operation's own
    return None


class Operation(Value, Generic[T], kw_only=True):
    """One request of the synchronization API, ready to send.

    `path` is below the version root (`/v1.0`) and percent-encoded; `url` adds the query. `body` is
    JSON to encode, or bytes; None sends nothing. `repeatable` says that sending it twice does what
    sending it once does. `served` is False for what the metadata declares and the service refuses.
    `beta` marks what Graph serves below `/beta` alone; it is sent there, whatever the version of
    the client's own endpoint is. The body never shows in a repr.
    """

    name: str
    method: str
    path: str
    query: Query = ()
    headers: Mapping[str, str] = _NO_HEADERS
    body: Json = None
    content_type: str | None = None
    reads: Reads = Reads.NOTHING
    convert: Callable[[Json], T] = _nothing
    optional: bool = False
    repeatable: bool = False
    served: bool = True
    beta: bool = False

    _unshown: ClassVar[frozenset[str]] = frozenset({"body", "convert"})
    _uncompared: ClassVar[frozenset[str]] = frozenset({"convert"})

    def _check(self) -> None:
        if self.headers is not _NO_HEADERS:
            self.__dict__["headers"] = MappingProxyType(dict(self.headers))

    def _shown(self, name: str) -> str:
        return repr(sorted(self.headers)) if name == "headers" else super()._shown(name)

    @property
    def url(self) -> str:
        """Path and query, as they go on the wire."""
        return f"{self.path}?{query_string(self.query)}" if self.query else self.path

    def with_query(self, *options: tuple[str, str]) -> Operation[T]:
        """Return a copy with these query options; the same name replaces."""
        return self.evolve(query=tuple({**dict(self.query), **dict(options)}.items()))

    def with_headers(self, headers: Mapping[str, str]) -> Operation[T]:
        """Return a copy with these headers; the same name, in whatever case, replaces."""
        replaced = {name.casefold() for name in headers}
        kept = {
            name: value for name, value in self.headers.items() if name.casefold() not in replaced
        }
        return self.evolve(headers={**kept, **headers})

    def __reduce__(self) -> tuple[object, tuple[dict[str, object]]]:
        # pickle cannot keep the view
        return _remade, ({**self.__dict__, "headers": dict(self.headers)},)

    def read(self, body: Json, headers: Mapping[str, str] = _NO_HEADERS) -> T:
        """Convert a successful answer: parsed JSON, text or bytes, as `reads` says; header names in
        lower case.

        Raises `DecodeError` where an answer that must have a body has none, or has another shape.
        """
        if self.reads is Reads.LOCATION:
            return self.convert(headers.get("location"))
        if self.reads is Reads.NOTHING or (body is None and self.optional):
            # None is T here: the templates say so
            return _nothing(body)  # type: ignore[no-any-return]
        if body is None:
            raise DecodeError(f"{self.name}: the answer has no body, expected {self.reads.value}")
        return self.convert(body)


def _remade(
    values: dict[str, Any],
) -> Operation[Any]:  # fields of any type, of an operation of any answer
    return Operation(**values)


def read_text(body: Json) -> str:
    """Take the answer as text."""
    return body if isinstance(body, str) else str(body)


def read_json(body: Json) -> Json:
    """Take the answer as the JSON that it is."""
    return body


def read_bytes(body: Json) -> bytes:
    """Take the answer as bytes."""
    return body if isinstance(body, bytes) else str(body).encode()


def read_count(body: Json) -> int:
    """Read the number that `$count` answers as text, with or without a byte order mark."""
    text = str(body).strip().lstrip("\ufeff")
    if not (text.isascii() and text.isdigit() and len(text) <= 20):
        raise DecodeError(f"$count: expected a number as text, received {text[:40]!r}")
    return int(text)


def read_location(location: Json) -> str | None:
    """Take the `Location` header; None where the service sent none."""
    return None if location is None else str(location)


def read_list(read: Callable[[Any], T]) -> Callable[[Json], list[T]]:
    """Return a converter of a list of items, as an array or in the `value` of an object, as OData
    has it.
    """
    # Not a function of its own in here: operations can be pickled.
    return partial(_read_items, read)


def _read_items(read: Callable[[Any], T], body: Json) -> list[T]:
    items = cast("dict[str, Json]", body).get("value") if isinstance(body, dict) else body
    if not isinstance(items, list):
        raise DecodeError("expected a JSON array of items, or an object with one as its `value`")
    return [read(item) for item in cast("Iterable[Any]", items)]
