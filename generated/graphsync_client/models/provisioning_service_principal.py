"""Graph's `provisioningServicePrincipal`."""

from __future__ import annotations

from ..types import model
from .identity import Identity


@model
class ProvisioningServicePrincipal(Identity):
    """The service principal that a job belongs to, as the logs name it.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningserviceprincipal
    """
