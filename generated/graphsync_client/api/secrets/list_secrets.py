"""GET /{owner}/synchronization/secrets"""

from __future__ import annotations

from ...models.synchronization_secret_key_string_value_pair_collection_response import (
    SynchronizationSecretKeyStringValuePairCollectionResponse,
)
from ...types import Operation, Owner, Reads


def list_secrets(
    owner: Owner,
) -> Operation[SynchronizationSecretKeyStringValuePairCollectionResponse]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[SynchronizationSecretKeyStringValuePairCollectionResponse](
        name="list_secrets",
        method="GET",
        path=owner.path + "/synchronization/secrets",
        reads=Reads.JSON,
        convert=SynchronizationSecretKeyStringValuePairCollectionResponse.from_dict,
        repeatable=True,
    )
