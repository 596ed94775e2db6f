"""One member of a model."""

from __future__ import annotations

from attrs import define

from ._convert import Codec


@define(frozen=True)
class Member:
    """Describe one member: its JSON name, how it converts, and whether its value is a secret."""

    wire: str
    codec: Codec
    secret: bool = False


def member(wire: str, codec: Codec, *, secret: bool = False) -> dict[str, Member]:
    """Return the attrs metadata of one member."""
    return {"member": Member(wire, codec, secret)}
