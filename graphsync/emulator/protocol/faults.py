"""The faults that are waiting to happen, and what they do to an answer."""

from collections.abc import Callable
from random import Random
from threading import Lock

from graphsync.emulator.document import Document, duplicate, is_array, is_object
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import GraphError, bad_request
from graphsync.emulator.protocol.fault import INSTEAD, ON_THE_WIRE, Fault, from_header
from graphsync.emulator.protocol.reply import Reply

HEADER = "x-emulator-fault"
_PHRASES = {
    429: "TooManyRequests",
    500: "InternalServerError",
    502: "BadGateway",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
}
_BUSY = "Please retry again later."
_ENUM_MEMBERS = frozenset({"code", "state", "flowBehavior", "flowType", "mutability", "reason"})


class Faults:
    """Faults in the order in which they were added; the first that concerns a request hits it."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._lock = Lock()
        self._waiting: list[tuple[Fault, int | None]] = []

    def add(self, fault: Fault) -> None:
        """Let a fault happen from now on."""
        with self._lock:
            self._waiting.append((fault, fault.times))

    def snapshot(self) -> Callable[[], None]:
        """Keep the faults that are waiting; return what brings them back."""
        with self._lock:
            kept = list(self._waiting)

        def bring_back() -> None:
            with self._lock:
                self._waiting[:] = kept

        return bring_back

    def clear(self) -> None:
        """Let nothing happen any more."""
        with self._lock:
            self._waiting.clear()

    def waiting(self) -> list[Document]:
        """Return the faults that may still happen, `times` being how often."""
        with self._lock:
            return [{**fault.document(), "times": left} for fault, left in self._waiting]

    def pick(self, call: Call) -> Fault | None:
        """Choose what happens to a request; what its own header asks for comes first."""
        asked = call.headers.get(HEADER)
        if asked:
            try:
                return from_header(asked)
            except ValueError as error:
                raise bad_request(f"{HEADER}: {error}") from None
        if not self._waiting:
            return None
        with self._lock:
            for place, (fault, left) in enumerate(self._waiting):
                skipped = call.in_batch and fault.kind in ON_THE_WIRE
                if (
                    skipped
                    or not fault.concerns(call.method, call.path)
                    or self._chance.random() >= fault.probability
                ):
                    continue
                if left is not None:
                    self._waiting[place : place + 1] = [(fault, left - 1)] if left > 1 else []
                return fault
        return None


def comes_instead(fault: Fault | None) -> bool:
    """Return whether a fault keeps the operation from being carried out."""
    return fault is not None and fault.kind in INSTEAD and not fault.performed


def error_of(fault: Fault) -> GraphError:
    """Return the error that a `status` fault answers with."""
    inner = {"code": "429", "message": _BUSY, "status": "429"} if fault.status == 429 else {}
    code = fault.code or _PHRASES.get(fault.status, "UnknownError")
    return GraphError(
        fault.status, code, fault.message or _BUSY, headers=fault.retry_after_header(), inner=inner
    )


def damage(reply: Reply, fault: Fault) -> Reply:
    """Return an answer as a fault leaves it.

    What happens to the connection is left to the one who sends it.
    """
    reply.headers |= fault.retry_after_header()
    match fault.kind:
        case "html":
            head = f"<head><title>{fault.status}</title></head>"
            page = f"<html>{head}<body><h1>Gateway</h1></body></html>"
            return Reply(fault.status, page.encode(), reply.headers, "text/html", fault)
        case "invalid json":
            reply.body = reply.content()[:-1] + b",}" if reply.body is not None else b"{,}"
        case "empty":
            reply.body = b""
        case "content type":
            reply.content_type = "text/plain"
        case "foreign next link" if is_object(reply.body) and "value" in reply.body:
            reply.body = {
                **reply.body,
                "@odata.nextLink": "https://elsewhere.contoso.com/v1.0/next?$skiptoken=x",
            }
        case "unknown enum" if is_object(reply.body):
            reply.body = _with_unknown_enums(duplicate(reply.body))
        case "unknown member" if is_object(reply.body):
            reply.body = _with_unknown_members(duplicate(reply.body))
        case _:
            pass
    reply.fault = fault
    return reply


def _with_unknown_enums(document: Document) -> Document:
    for name, value in document.items():
        if name in _ENUM_MEMBERS and isinstance(value, str):
            document[name] = f"Future{value}"
        else:
            document[name] = _each(value, _with_unknown_enums)
    return document


def _with_unknown_members(document: Document) -> Document:
    changed = {name: _each(value, _with_unknown_members) for name, value in document.items()}
    return {**changed, "futureMember": {"nested": [1, None, "x"]}}


def _each(value: object, change: Callable[[Document], Document]) -> object:
    if is_object(value):
        return change(value)
    return [_each(item, change) for item in value] if is_array(value) else value
