"""One member of a model."""

from __future__ import annotations

from ._convert import Codec


class Member:
    """Describe one member: its JSON name, how it converts, and whether its value is a secret."""

    __slots__ = ("codec", "secret", "wire")

    def __init__(self, wire: str, codec: Codec, *, secret: bool = False) -> None:
        self.wire = wire
        self.codec = codec
        self.secret = secret


def member(wire: str, codec: Codec, *, secret: bool = False) -> dict[str, Member]:
    """Return the attrs metadata of one member."""
    return {"member": Member(wire, codec, secret=secret)}
