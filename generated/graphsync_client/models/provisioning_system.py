"""Graph's `provisioningSystem`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ModelOf, member
from .identity import Identity

if TYPE_CHECKING:
    from .details_info import DetailsInfo


class ProvisioningSystem(Identity):
    """A system that a job reads from or writes to.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningsystem
    """

    details: DetailsInfo | None = member("details", ModelOf("details_info", "DetailsInfo"))
    """More about the system by name, such as `ServicePrincipalId`."""
