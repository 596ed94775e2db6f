"""Graph's `initiator`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import EnumOf, member
from .identity import Identity

if TYPE_CHECKING:
    from .initiator_type import InitiatorType


class Initiator(Identity):
    """Who or what set off a change.

    Reference: https://learn.microsoft.com/graph/api/resources/initiator
    """

    initiator_type: InitiatorType | None = member("initiatorType", EnumOf("initiator_type", "InitiatorType"))
    """Whether that is a person, an application or the service."""
