"""Whether the service may have done what a request asked, although an error came."""

from __future__ import annotations

from graphsync.errors import ConnectionFailed, GraphError, ServerFailure


def may_have_arrived(error: BaseException) -> bool:
    """Return whether a request that ended so may have been carried out.

    A lost answer and an answer of 5xx leave it open; so does a break, such as Ctrl-C.
    """
    if isinstance(error, ConnectionFailed):
        return error.sent
    return isinstance(error, ServerFailure) or not isinstance(error, GraphError)
