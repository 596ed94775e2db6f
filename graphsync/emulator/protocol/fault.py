"""A fault that the emulator is asked to make."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from fnmatch import fnmatchcase
from typing import Literal, get_args

from graphsync.emulator.document import Document

Kind = Literal[
    "status",
    "html",
    "reset",
    "truncated",
    "invalid json",
    "slow",
    "content type",
    "foreign next link",
    "unknown enum",
    "unknown member",
    "empty",
]
RetryAfterFormat = Literal["seconds", "fraction", "date"]
# Faults of the connection itself; a request within a batch has none of its own.
ON_THE_WIRE = frozenset({"reset", "truncated", "slow"})
# Faults that come instead of the operation unless `performed` says otherwise.
_LONGEST_RETRY_AFTER = 1e9  # thirty years, which a date can still hold
INSTEAD = frozenset({"status", "html", "reset"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong, and with which requests.

    `method` and `path` choose requests (`path` may hold `*`), `times` ends the fault after so many,
    `probability` lets it hit only some. With `performed` the operation is carried out before its
    answer is lost or replaced.
    """

    kind: Kind
    status: int = 503
    code: str = ""
    message: str = ""
    retry_after: float | None = None
    retry_after_format: RetryAfterFormat = "seconds"
    seconds: float = 0.2
    performed: bool = False
    method: str = "*"
    path: str = "*"
    times: int | None = None
    probability: float = 1.0

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise ValueError(
                f"no fault is called {self.kind!r}; there are {', '.join(get_args(Kind))}"
            )
        if self.retry_after_format not in get_args(RetryAfterFormat):
            raise ValueError(f"retry_after_format cannot be {self.retry_after_format!r}")
        if not 400 <= self.status <= 599:
            raise ValueError(f"status {self.status} is not an error status; choose 400 to 599")
        if not 0 <= self.probability <= 1:
            raise ValueError(f"probability {self.probability} is not between 0 and 1")
        if self.retry_after is not None and not 0 <= self.retry_after <= _LONGEST_RETRY_AFTER:
            raise ValueError(
                f"retry_after {self.retry_after} is not between 0 and {_LONGEST_RETRY_AFTER:.0f}"
            )
        if self.times is not None and self.times < 1:
            raise ValueError(f"times {self.times} is not 1 or more; leave it out for always")
        if not 0 <= self.seconds <= 300:
            raise ValueError(f"seconds {self.seconds} is not between 0 and 300")

    def concerns(self, method: str, path: str) -> bool:
        """Return whether a request is one that the fault may hit."""
        return self.method in {"*", method} and fnmatchcase(path.lower(), self.path.lower())

    def retry_after_header(self) -> dict[str, str]:
        """Return the `Retry-After` header in the chosen format, none when there is none to send."""
        if self.retry_after is None:
            return {}
        if self.retry_after_format == "date":
            moment = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=self.retry_after)
            return {"Retry-After": format_datetime(moment, usegmt=True)}
        if self.retry_after_format == "fraction":
            return {"Retry-After": f"{self.retry_after:.3f}"}
        return {"Retry-After": str(int(self.retry_after))}

    def document(self) -> Document:
        """Return the fault as the admin surface shows it."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


def from_document(document: Document) -> Fault:
    """Make a fault from JSON; raise ValueError naming the member that is wrong."""
    kinds = {item.name: item.type for item in fields(Fault)}
    for name, value in document.items():
        if name not in kinds:
            raise ValueError(f"a fault has no member {name!r}; it has {', '.join(kinds)}")
        expected = {"status": int, "times": int, "performed": bool}.get(name)
        number = name in {"retry_after", "seconds", "probability"}
        fits = isinstance(value, int | float) if number else isinstance(value, expected or str)
        if not (fits or (value is None and name in {"retry_after", "times"})) or (
            isinstance(value, bool) and name != "performed"
        ):
            raise ValueError(f"a fault's {name} cannot be {value!r}")
    if "kind" not in document:
        raise ValueError(f"a fault needs a kind: {', '.join(get_args(Kind))}")
    return Fault(**document)


def from_header(text: str) -> Fault:
    """Make a fault from the `x-emulator-fault` header, such as `status; status=429;
    retry_after=2`.
    """
    kind, *parts = (part.strip() for part in text.split(";"))
    document: Document = {"kind": kind}
    for part in parts:
        name, _, value = (piece.strip() for piece in part.partition("="))
        if name in {"status", "times"}:
            document[name] = int(value)
        elif name in {"retry_after", "seconds", "probability"}:
            document[name] = float(value)
        else:
            document[name] = value == "true" if name == "performed" else value
    return from_document(document)
