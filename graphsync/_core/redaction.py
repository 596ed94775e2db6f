"""What must never be shown, and how it is taken out of what is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from graphsync._core.shapes import as_list, as_object, text_at
from graphsync_client.types import Json

_HIDDEN = "***"
_SHORTEST = 4  # shorter ones ("true", "*") would blank out words that say nothing
# Operations whose bodies hold secrets, as pairs of `key` and `value`.
_SECRET_NAMES = frozenset({"credentials", "value"})
_PRIVATE_HEADERS = frozenset({"set-cookie", "authorization", "proxy-authorization"})


@frozen
class Redaction:
    """Know the secrets of one request and replace them in texts that came back."""

    secrets: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, body: Json, token: str | None = None) -> Redaction:
        """Collect the secrets of a request: its token, and the values of its key-value pairs."""
        found = {token} if token else set[str]()
        for name, value in (as_object(body) or {}).items():
            if name in _SECRET_NAMES:
                found.update(_pair_values(value))
        return cls(frozenset(text for text in found if len(text) >= _SHORTEST))

    def clean(self, text: str) -> str:
        """Return the text with each secret replaced."""
        for secret in sorted(self.secrets, key=len, reverse=True):
            text = text.replace(secret, _HIDDEN)
        return text

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Return the headers that may be kept, their secrets replaced."""
        return {name: self.clean(value) for name, value in headers.items() if name not in _PRIVATE_HEADERS}


def _pair_values(pairs: Json) -> Iterator[str]:
    for pair in as_list(pairs):
        value = text_at(as_object(pair), "value")
        if value is not None:
            yield value
            yield _escaped(value)


def _escaped(value: str) -> str:
    return json.dumps(value)[1:-1]
