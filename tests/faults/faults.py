"""Every fault that the emulator can make, each with the parameters that matter."""

from __future__ import annotations

from typing import get_args

from graphsync.emulator.protocol.fault import Fault, Kind, RetryAfterFormat

STATUSES = (400, 401, 403, 404, 406, 408, 409, 412, 423, 424, 429, 500, 501, 502, 503, 504, 507)
TRANSIENT = frozenset({408, 500, 502, 503, 504})


def faults() -> list[Fault]:
    """Return one of each, each happening once."""
    made = [Fault(kind="status", status=status, times=1) for status in STATUSES]
    made += [
        Fault(kind="status", status=status, retry_after=0.0, retry_after_format=written, times=1)
        for status in (429, 503)
        for written in get_args(RetryAfterFormat)
    ]
    made += [Fault(kind=kind, times=1, seconds=0.01) for kind in get_args(Kind) if kind != "status"]
    made += [Fault(kind=kind, times=1, performed=True) for kind in ("status", "html", "reset")]
    # Longer than a call may take.
    made.append(Fault(kind="slow", times=1, seconds=1.0))
    return made


def name(fault: Fault) -> str:
    """Name a fault for people."""
    parts = [fault.kind.replace(" ", "-")]
    if fault.kind in {"status", "html"}:
        parts.append(str(fault.status))
    if fault.retry_after is not None:
        parts.append(fault.retry_after_format)
    if fault.performed:
        parts.append("performed")
    if fault.seconds >= 1:
        parts.append("too-slow")
    return "-".join(parts)
