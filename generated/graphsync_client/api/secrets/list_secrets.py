"""GET /{owner}/synchronization/secrets"""

from __future__ import annotations

from ...models.synchronization_secret_key_string_value_pair_collection_response import (
    SynchronizationSecretKeyStringValuePairCollectionResponse,
)
from ...types import Operation, Owner, Reads


def list_secrets(
    owner: Owner,
) -> Operation[SynchronizationSecretKeyStringValuePairCollectionResponse]:
    """List the stored credentials and settings, sensitive values as `*`.

    Works, though the metadata declares only the write. What was just written may show with a delay.
    A `*` stands for a value that is hidden; written back it would become the value.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationsecretkeystringvaluepair
    """
    return Operation[SynchronizationSecretKeyStringValuePairCollectionResponse](
        name="list_secrets",
        method="GET",
        path=owner.path + "/synchronization/secrets",
        reads=Reads.JSON,
        convert=SynchronizationSecretKeyStringValuePairCollectionResponse.from_dict,
        repeatable=True,
    )
