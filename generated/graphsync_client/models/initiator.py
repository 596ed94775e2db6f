"""Graph's `initiator`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, EnumOf, member, model
from .identity import Identity

if TYPE_CHECKING:
    from .initiator_type import InitiatorType


@model
class Initiator(Identity):
    """Who or what set off a change.

    Reference: https://learn.microsoft.com/graph/api/resources/initiator
    """

    initiator_type: InitiatorType | None = field(
        default=ABSENT, metadata=member("initiatorType", EnumOf("initiator_type", "InitiatorType"))
    )
    """Whether that is a person, an application or the service."""
