"""Graph's `provisionedIdentity`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ModelOf, member
from .identity import Identity

if TYPE_CHECKING:
    from .details_info import DetailsInfo


class ProvisionedIdentity(Identity):
    """An object in the source or in the target, as the logs name it.

    Reference: https://learn.microsoft.com/graph/api/resources/provisionedidentity
    """

    details: DetailsInfo | None = member("details", ModelOf("details_info", "DetailsInfo"))
    """More about the object by name."""

    identity_type: str | None = member("identityType", TEXT)
    """Kind of object there, such as `User`."""
