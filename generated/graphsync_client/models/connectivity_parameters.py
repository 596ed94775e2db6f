"""Graph's `connectivityParameters`."""

from __future__ import annotations

from ..types import ANYTHING, Json, Model, member


class ConnectivityParameters(Model):
    """What a target is reached with, credentials included (beta); nothing of it is shown.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    value: Json | None = member("value", ANYTHING, secret=True)
    """A list of entries with a key or a name, and values; of any shape."""
