"""Checks of records against SCIM's schemas, by scim2-models."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from graphsync._core.inbound.records import ENTERPRISE_USER, Prepared

if TYPE_CHECKING:
    from graphsync_client.types import Json

_EXTRA = "graphsync-client[inbound]"


def checker(*, check: bool | None) -> Callable[[Prepared], None]:
    """Return what raises ValueError for a record that is against SCIM's schemas.

    Args:
        check: True needs the extra `inbound`, and ImportError names it where it is missing; False
            checks nothing; None checks where the extra is installed.

    """
    if check is False or (check is None and find_spec("scim2_models") is None):
        return _accept
    if find_spec("scim2_models") is None:
        raise ImportError(
            f"check=True needs scim2-models: pip install '{_EXTRA}'", name="scim2_models"
        )
    return _check


def _accept(_: Prepared) -> None:
    pass


def _check(record: Prepared) -> None:
    from pydantic import ValidationError

    data = cast("dict[str, Json]", json.loads(record.body))
    # Attributes of an organization's own schema are for the job's mappings to know.
    known = {
        name: value
        for name, value in data.items()
        if name == ENTERPRISE_USER or not name.startswith("urn:")
    }
    known.pop("schemas", None)
    try:
        _validator()(known)
    except ValidationError as error:
        # Without the values: a message may be logged, and these are personal data.
        said = "; ".join(
            f"{'.'.join(map(str, item['loc']))}: {item['msg']}"
            for item in error.errors(include_url=False, include_input=False)
        )
        raise ValueError(f"{record.place} ({record.external_id}): {said}") from None


@cache
def _validator() -> Callable[[dict[str, Json]], object]:
    # The import takes more than a second.
    from scim2_models import EnterpriseUser, User

    return User[EnterpriseUser].model_validate
