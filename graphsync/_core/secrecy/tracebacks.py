"""Tracebacks without the frames that hold a request as it goes on the wire."""

from __future__ import annotations

from types import TracebackType
from typing import Literal, cast

# Seen in their frames: the header lists of httpcore and h11, the buffers of ssl and asyncio, the
# secret of a sign-in in azure, msal and requests, and the whole body in json.
_LIBRARIES = frozenset(
    {
        "anyio",
        "asyncio",
        "azure",
        "h11",
        "h2",
        "hpack",
        "http",
        "httpcore",
        "httpx",
        "json",
        "msal",
        "requests",
        "socket",
        "socksio",
        "ssl",
        "trio",
        "urllib3",
    }
)
_OWN = frozenset({"graphsync", "graphsync_client"})


class own_frames_only:  # noqa: N801  # reads like a function where it is used
    """A block whose errors keep their messages and causes, and lose the frames of libraries.

    Frames of the program's own functions (a hook, a transport, a credential) stay.
    """

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> Literal[False]:
        if error is not None:
            drop_library_frames(error)
        return False


def drop_library_frames(error: BaseException) -> None:
    """Take the frames of libraries out of an error's traceback, and of all that led to it."""
    seen: set[int] = set()
    pending: list[BaseException | None] = [error]
    while pending:
        found = pending.pop()
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        found.__traceback__ = _kept(found.__traceback__)
        pending += [found.__cause__, found.__context__]
        if isinstance(found, BaseExceptionGroup):
            pending += cast("BaseExceptionGroup[BaseException]", found).exceptions


def _kept(at: TracebackType | None) -> TracebackType | None:
    entries: list[TracebackType] = []
    is_inside = False
    while at is not None:
        package = str(at.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
        is_library = package in _LIBRARIES
        is_inside = is_inside or is_library
        # What a library calls of this package, such as a network backend, sees the same buffers.
        if not is_library and not (is_inside and package in _OWN):
            entries.append(at)
        at = at.tb_next
    following: TracebackType | None = None
    for entry in reversed(entries):
        entry.tb_next = following
        following = entry
    return following
