"""What an operation answers, before it is bytes."""

from dataclasses import dataclass, field

from graphsync.emulator.document import Document, encode
from graphsync.emulator.protocol.fault import Fault

JSON = (
    "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false"
    ";charset=utf-8"
)


@dataclass(slots=True)
class Reply:
    """A status, a body and the headers that are particular to this answer."""

    status: int = 200
    body: Document | bytes | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    content_type: str = JSON
    fault: Fault | None = None

    def content(self) -> bytes:
        """Return the body's bytes, none for an empty answer."""
        if self.body is None:
            return b""
        return self.body if isinstance(self.body, bytes) else encode(self.body)


def no_content() -> Reply:
    """Answer 204."""
    return Reply(204)


def text(value: object) -> Reply:
    """Answer 200 with plain text, as `$count` does."""
    return Reply(200, str(value).encode(), content_type="text/plain")
