"""Requests that were not sent, because they would do harm or cannot work."""

from __future__ import annotations

from collections.abc import Sequence

from graphsync._core.service_error import GraphError


class Refused(GraphError):
    """Report a request that was not sent; nothing has changed at the service."""


class ForeignOrigin(Refused):
    """Report a link to another server than the client's own; it was not followed."""


class UnsentEdits(Refused):
    """Report edits that the call would have thrown away."""


class VersionMismatch(Refused):
    """Report that the service has `found` where the caller expected `expected`."""

    def __init__(self, message: str, expected: str | None, found: str | None) -> None:
        super().__init__(message)
        self.expected = expected
        self.found = found


class MaskedSecrets(Refused):
    """Report secrets that would have to be written but are known only as `*`; `keys` names them."""

    def __init__(self, message: str, keys: Sequence[str]) -> None:
        super().__init__(message)
        self.keys = tuple(keys)


class NotAvailable(Refused):
    """Report an operation that the metadata of a cloud, or of another version of Graph, does not have."""

    def __init__(self, message: str, operation: str, version: str) -> None:
        super().__init__(message)
        self.operation = operation
        self.version = version


class RateLimitExceeded(Refused):
    """Report a call that has to wait longer than its time budget; `retry_after` is in seconds."""

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class NotDeferrable(Refused):
    """Report a verb that needs an answer before it is done asking, so it can be neither batched nor dry-run."""
