"""Graph's `provisioningServicePrincipal`."""

from __future__ import annotations

from .identity import Identity


class ProvisioningServicePrincipal(Identity):
    """The service principal that a job belongs to, as the logs name it.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningserviceprincipal
    """

    __slots__ = ()
