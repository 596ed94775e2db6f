"""GET /{owner}/synchronization/connectivityParameters"""

from __future__ import annotations

from ...models.connectivity_parameters import ConnectivityParameters
from ...types import Operation, Owner, Reads


def get_connectivity_parameters(
    owner: Owner,
) -> Operation[ConnectivityParameters]:
    """Read what the target is reached with, credentials included (beta).

    Only for servicePrincipals.
    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """
    return Operation[ConnectivityParameters](
        name="get_connectivity_parameters",
        method="GET",
        path=owner.path + "/synchronization/connectivityParameters",
        reads=Reads.JSON,
        convert=ConnectivityParameters.from_dict,
        repeatable=True,
        beta=True,
    )
