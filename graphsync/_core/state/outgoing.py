"""What was received, as it is sent back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from graphsync_client.types import Json, Model

M = TypeVar("M", bound=Model)


def outgoing(kind: type[M], document: Mapping[str, Json]) -> M:
    """Return the body without the answer's own `@odata.context`; everything else stays as it came."""
    return kind.from_dict({wire: value for wire, value in document.items() if wire != "@odata.context"})
