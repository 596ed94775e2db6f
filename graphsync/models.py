"""Plain data classes of the synchronization API: what bound objects hold as `.data`, and what verbs
take.

A class is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphsync._core.domain.bulk_upload import UploadReceipt as UploadReceipt
    from graphsync._core.domain.connectivity import ConnectivityValues as ConnectivityValues
    from graphsync._core.domain.on_demand import ProvisionOnDemandChange as ProvisionOnDemandChange
    from graphsync._core.domain.on_demand import ProvisionOnDemandResult as ProvisionOnDemandResult
    from graphsync._core.domain.on_demand import ProvisionOnDemandStep as ProvisionOnDemandStep
    from graphsync._core.domain.people import Member as Member
    from graphsync._core.domain.secret_values import AppKey as AppKey
    from graphsync._core.domain.secret_values import SecretValues as SecretValues
    from graphsync._core.domain.secret_values import SyncDomain as SyncDomain
    from graphsync._core.domain.secret_values import (
        SyncNotificationSettings as SyncNotificationSettings,
    )
    from graphsync._core.domain.secrets_receipt import SecretsReceipt as SecretsReceipt
    from graphsync_client.models import *  # noqa: F403  # every type of the API, by its own name
else:
    from graphsync_client import models as _generated

    _OWN = {
        "ConnectivityValues": "graphsync._core.domain.connectivity",
        "Member": "graphsync._core.domain.people",
        "AppKey": "graphsync._core.domain.secret_values",
        "ProvisionOnDemandChange": "graphsync._core.domain.on_demand",
        "ProvisionOnDemandResult": "graphsync._core.domain.on_demand",
        "ProvisionOnDemandStep": "graphsync._core.domain.on_demand",
        "SecretValues": "graphsync._core.domain.secret_values",
        "SecretsReceipt": "graphsync._core.domain.secrets_receipt",
        "SyncDomain": "graphsync._core.domain.secret_values",
        "SyncNotificationSettings": "graphsync._core.domain.secret_values",
        "UploadReceipt": "graphsync._core.domain.bulk_upload",
    }

    def __getattr__(name: str) -> object:
        if name in _OWN:
            from importlib import import_module

            return getattr(import_module(_OWN[name]), name)
        try:
            return getattr(_generated, name)
        except AttributeError:
            from graphsync._deprecation import renamed

            return renamed(__name__, name)

    def __dir__() -> list[str]:
        return sorted({*dir(_generated), *_OWN})
