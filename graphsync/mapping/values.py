"""Values of target accounts: to compare, to keep, to show in a log."""

from graphsync.expressions import Redacted
from graphsync.expressions.value import Value, value_of

REDACTED = "[Redact]"


def plain(value: object) -> Value:
    """Return a value in the form in which two are compared."""
    if isinstance(value, str):
        return str.__str__(value)  # a redacted text counts as the text that it is
    return value_of(value)


def stored(value: object) -> object:
    """Return a value in the form in which an account keeps it, one that JSON has too."""
    compared = plain(value)
    return list(compared) if isinstance(compared, tuple) else compared


def logged(value: object) -> object:
    """Return a value in the form in which logs show it: masked when its expression asks for
    that.
    """
    return REDACTED if isinstance(value, Redacted) else stored(value)
