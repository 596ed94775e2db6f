"""What Graph answered with, where it answered with an error."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen


@frozen(kw_only=True)
class Failure:
    """Hold what Graph said: the facts of one error answer."""

    status: int
    code: str
    message: str
    method: str
    path: str
    request_id: str | None = None
    client_request_id: str | None = None
    date: str | None = None
    retry_after: float | None = None
    hint: str | None = None
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    body: str = field(default="", repr=False)
