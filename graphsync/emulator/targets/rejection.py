"""What a target does not accept: a rule that a test gives it."""

from dataclasses import dataclass, fields

from graphsync.emulator.document import Document

_USUAL_CODE = "SystemForCrossDomainIdentityManagementBadRequest"
_LONGEST_RETRY_AFTER = 1e9
_MEMBERS = {"retryAfter": "retry_after"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A rule by which a target refuses accounts.

    Args:
        attribute: The attribute that is refused, by its mapping name such as `userName`; without
            one, every account is refused.
        value: The one value that is refused, in any case; without one, any value.
        code: The error code in the log; `TooManyRequests` where `retry_after` is given, otherwise
            `SystemForCrossDomainIdentityManagementBadRequest`.
        message: The reason in the log.
        times: How often the rule applies; always when left out.
        probability: How likely it applies, 0 to 1.
        retry_after: Seconds after which the engine tries the object again.

    """

    attribute: str | None = None
    value: str | None = None
    code: str = ""
    message: str = ""
    times: int | None = None
    probability: float = 1.0
    retry_after: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.probability <= 1:
            raise ValueError(f"probability {self.probability} is not between 0 and 1")
        if self.times is not None and self.times < 1:
            raise ValueError(f"times {self.times} is not 1 or more; leave it out for always")
        if self.retry_after is not None and not 0 <= self.retry_after <= _LONGEST_RETRY_AFTER:
            raise ValueError(
                f"retryAfter {self.retry_after} is not between 0 and {_LONGEST_RETRY_AFTER:.0f}"
            )
        if self.value is not None and self.attribute is None:
            raise ValueError("a rejection with a value needs the attribute that has it")

    def document(self) -> Document:
        """Return the rule as the admin surface shows it, members that say nothing left out."""
        names = {python: written for written, python in _MEMBERS.items()}
        every = {names.get(item.name, item.name): getattr(self, item.name) for item in fields(self)}
        return {
            name: value
            for name, value in every.items()
            if value not in (None, "") and (name, value) != ("probability", 1.0)
        }

    def error_code(self) -> str:
        """Return the code that goes to the log."""
        return self.code or ("TooManyRequests" if self.retry_after is not None else _USUAL_CODE)

    def reason(self) -> str:
        """Return the words that go to the log."""
        what = f"this {self.attribute}" if self.attribute else "this account"
        return self.message or f"The target does not accept {what}."


def from_document(document: Document) -> Rejection:
    """Make a rule from JSON; raise ValueError naming the member that is wrong."""
    known = {_written(item.name): item.name for item in fields(Rejection)}
    given: Document = {}
    for name, value in document.items():
        if name not in known:
            raise ValueError(f"a rejection has no member {name!r}; it has {', '.join(known)}")
        wanted = {"times": int, "probability": int | float, "retryAfter": int | float}.get(
            name, str
        )
        if value is not None and (not isinstance(value, wanted) or isinstance(value, bool)):
            raise ValueError(f"a rejection's {name} cannot be {value!r}")
        if value is not None:
            given[known[name]] = value
    return Rejection(**given)


def _written(name: str) -> str:
    return next((written for written, python in _MEMBERS.items() if python == name), name)
