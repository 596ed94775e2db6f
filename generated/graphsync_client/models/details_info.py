"""Graph's `detailsInfo`."""

from __future__ import annotations

from ..types import Model


class DetailsInfo(Model):
    """Facts by name; none is declared, all are kept as they came.

    Reference: https://learn.microsoft.com/graph/api/resources/detailsinfo
    """

    __slots__ = ()
