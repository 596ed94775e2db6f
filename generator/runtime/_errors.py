"""The one error of this package."""

from __future__ import annotations

from typing import cast


class DecodeError(ValueError, AttributeError):
    """A received value that a member's type cannot express.

    The message names the class and member, what came and what was expected. The received JSON is
    not lost: it stays in the object and `to_dict()` returns it unchanged. `hasattr` is False for
    such a member, because the error is an AttributeError too.
    """

    def __init__(self, message: str) -> None:
        # Without a name of ours, Python would enter the object, and suggest another member where it
        # prints the error.
        super().__init__(message)
        self.name = ""


class Mismatch(Exception):  # never leaves the package: a member turns it into a DecodeError
    """What a codec found and expected, for the member that knows the place."""

    def __init__(self, found: object, expected: str) -> None:
        super().__init__(expected)
        self.found = found
        self.expected = expected


def decode_error(where: str, found: object, expected: str, *, secret: bool = False) -> DecodeError:
    """Build a `DecodeError` that shows a short form of `found`, or only its kind where the value
    is secret.
    """
    shown = _kind(found) if secret else _short(found)
    return DecodeError(
        f"{where}: expected {expected}, received {shown}; to_dict() has the JSON as it came"
    )


def _kind(value: object) -> str:
    match value:
        case None | bool():
            return repr(value)
        case str():
            return "text"
        case int() | float():
            return "a number"
        case dict():
            return "a JSON object"
        case list():
            return "a JSON array"
        case _:
            return f"a Python {type(value).__name__}"


def _short(value: object) -> str:
    # Containers may hold anything, secrets included: only their kind is shown.
    if isinstance(value, (dict, list)):
        return _kind(cast("object", value))
    # Python refuses to print an integer of many thousand digits.
    if isinstance(value, int) and value.bit_length() > 256:
        return f"a number of {value.bit_length()} bits"
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
