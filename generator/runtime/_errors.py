"""The one error of this package."""

from __future__ import annotations


class DecodeError(ValueError):
    """Report a received value that a member's type cannot express.

    The message names the class and member, what came and what was expected. The received JSON is not lost: it stays
    in the object and `to_dict()` returns it unchanged.
    """


class Mismatch(Exception):  # never leaves the package: `Model` turns it into a DecodeError
    """Carry what a codec found and expected to the model that knows the place."""

    def __init__(self, found: object, expected: str) -> None:
        super().__init__(expected)
        self.found = found
        self.expected = expected


def decode_error(where: str, found: object, expected: str, *, secret: bool = False) -> DecodeError:
    """Build a `DecodeError` that shows a short form of `found`, or only its type where the value is secret."""
    shown = f"a {type(found).__name__}" if secret else _short(found)
    return DecodeError(f"{where}: expected {expected}, received {shown}; to_dict() has the JSON as it came")


def _short(value: object) -> str:
    if isinstance(value, (dict, list)):
        # Containers may hold anything, secrets included: only their kind is shown.
        return "a JSON object" if isinstance(value, dict) else "a JSON array"
    # Python refuses to print an integer of many thousand digits.
    if isinstance(value, int) and value.bit_length() > 256:
        return f"a number of {value.bit_length()} bits"
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
