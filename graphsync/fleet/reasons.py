"""Why objects fail, as the provisioning logs say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graphsync_client import models


def most_frequent_code(records: Iterable[models.ProvisioningObjectSummary]) -> str | None:
    """Return the most frequent error code of some records; None where none has one."""
    counts: Counter[str] = Counter()
    for record in records:
        info = record.provisioning_status_info
        error = info.error_information if info is not None else None
        if error is not None and error.error_code:
            counts[error.error_code] += 1
    return counts.most_common(1)[0][0] if counts else None
