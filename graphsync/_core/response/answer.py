"""An HTTP answer, read with suspicion."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeVar

from graphsync._core.json_values import json_or_none
from graphsync._core.response.parsing import parse_json
from graphsync._core.response.redaction import Redaction
from graphsync.errors import UnreadableAnswer
from graphsync_client.types import DecodeError, Json, ListOf, Model, Operation, Reads

T = TypeVar("T")
_SHOWN = 200


class Answer:
    """Status, headers (names in lower case) and content of one answer, and what must not be
    repeated of it.
    """

    def __init__(
        self,
        *,
        status: int,
        headers: Mapping[str, str],
        content: bytes,
        redaction: Redaction | None = None,
    ) -> None:
        self.status = status
        self.headers = headers
        self.content = content
        self.redaction = redaction or Redaction()

    @property
    def text(self) -> str:
        """The content as text, without the secrets that the request held."""
        return self.redaction.clean(self.content.decode("utf-8", "replace"))

    def json(self) -> Json:
        """Parse the content; raises `UnreadableAnswer` where it is not JSON."""
        try:
            return parse_json(self.content)
        except RecursionError:
            reason = "JSON nested too deeply"
        except ValueError as error:
            reason = "broken JSON" if self._claims_json else "not JSON"
            # Not `str(error)`: the exception's own text is fine, its `doc` attribute holds the
            # whole answer.
            reason += (
                f" ({error.msg} at {error.pos})" if isinstance(error, json.JSONDecodeError) else ""
            )
        # Raised out here, the error has no context, whose `doc` and frames would hold what came.
        raise self.unreadable(reason)

    def read(self, operation: Operation[T]) -> T:
        """Return what the operation takes from a successful answer."""
        try:
            result = operation.read(self._body(operation.reads), self.headers)
            _convert_items(result)
            return result
        except DecodeError as error:
            reason = str(error)
        raise self.unreadable(reason)  # without a context, as above

    def _body(self, reads: Reads) -> Json:
        if reads in {Reads.NOTHING, Reads.LOCATION} or not self.content:
            return None
        if reads is Reads.BYTES:
            return self.content
        if reads is Reads.TEXT:
            return self.content.decode("utf-8", "replace")
        if self.headers.get("content-type", "").startswith("text/plain"):
            text = self.content.decode("utf-8", "replace")
            found = json_or_none(text)
            return text if found is None else found
        return self.json()

    @property
    def _claims_json(self) -> bool:
        return "json" in self.headers.get("content-type", "")

    def unreadable(self, reason: str) -> UnreadableAnswer:
        """Build the error for an answer that cannot be Graph's."""
        text = self.text
        begin = f"begins with {' '.join(text[:_SHOWN].split())!r}"
        if self.redaction.hides_content:
            text, begin = "", "not quoted, since it may hold secrets"
        kind = self.redaction.clean(self.headers.get("content-type", "no content type"))
        hint = (
            ""
            if self._claims_json
            else "; a proxy or a sign-in page may have answered in place of Graph"
        )
        return UnreadableAnswer(
            f"the answer is not readable: {self.redaction.clean(reason)}; status {self.status},"
            f" {kind}, {begin}{hint}",
            status=self.status,
            headers=self.redaction.headers(self.headers),
            body=text[:10_000],
        )


def _convert_items(result: object) -> None:
    """Convert a page whole, while the answer is at hand; raises `DecodeError` where it is none."""
    items = type(result).MEMBERS.get("value") if isinstance(result, Model) else None
    if isinstance(result, Model) and items is not None and isinstance(items.codec, ListOf):
        if not result.mentions("value"):
            raise DecodeError(f"{type(result).__name__}: there is no value, expected a JSON array")
        for name in result.MEMBERS:
            getattr(result, name)
