"""What may come of an operation that meets a fault."""

from __future__ import annotations

from typing import Any

from graphsync.emulator.protocol.fault import Fault
from graphsync.errors import ConnectionFailed, GraphError, ServiceError, TimedOut, UnreadableAnswer
from graphsync_client.types import Operation, Reads
from tests.leaks.rendering import drop_program_frames, leaks

from .faults import TRANSIENT

MARK = "marked-5f3a9c"
TOKEN = f"{MARK}-token"


def wrong(operation: Operation[Any], fault: Fault, outcome: object) -> str | None:
    """Say what is wrong with an outcome (a value, or the error that was raised); None where nothing is."""
    if isinstance(outcome, BaseException):
        if not isinstance(outcome, GraphError):
            return f"{outcome!r} is none of graphsync's errors"
        # The frames of the test itself hold the operation; all others must hold nothing that shows.
        shown = leaks(drop_program_frames(outcome), MARK)
        if shown:
            return "the token or a secret shows in the error: " + "\n".join(shown)
    hidden = _comes_through(operation, fault)
    if hidden is not None and not isinstance(outcome, hidden):
        return f"{outcome!r}, where {hidden.__name__} should come through"
    if hidden is None and _is_the_fault_s(fault, outcome):
        return f"{outcome!r}, although another attempt was allowed and would have helped"
    return None


def _comes_through(operation: Operation[Any], fault: Fault) -> type[GraphError] | None:
    """Return the error that has to reach the caller, or None where an answer should."""
    repeats = operation.repeatable
    reads_json = operation.reads is Reads.JSON
    match fault.kind:
        case "status" | "html" if fault.status == 429 or (repeats and fault.status in TRANSIENT):
            return None
        case "status" | "html":
            return ServiceError
        case "reset" | "truncated":
            return None if repeats else ConnectionFailed
        case "slow" if fault.seconds >= 1:
            return None if repeats else TimedOut
        case "invalid json" | "empty" if reads_json and not operation.optional:
            return GraphError  # unreadable, or refused by the service before anybody read anything
        case _:
            return None


def _is_the_fault_s(fault: Fault, outcome: object) -> bool:
    match fault.kind:
        case "status" | "html":
            return (
                isinstance(outcome, ServiceError)
                and outcome.status == fault.status
                and outcome.status >= 429
            )
        case "reset" | "truncated":
            return isinstance(outcome, ConnectionFailed)
        case "unknown enum" | "unknown member" | "content type" | "foreign next link":
            return isinstance(outcome, (UnreadableAnswer, ConnectionFailed))
        case _:
            return False
