"""Requests as they may be shown: without tokens, passwords and the values of secrets."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from graphsync.emulator.document import Document, decode, is_array, is_object
from graphsync.emulator.requests.seen import Direction, Seen
from graphsync.emulator.targets.secrecy import Secrets
from graphsync.emulator.times import iso

_CUT = "***"
_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})
# The values of these secrets say where and how, and open nothing.
_HARMLESS = frozenset(
    {
        "BaseAddress",
        "SyncAll",
        "SyncNotificationSettings",
        "SkipOutOfScopeDeletions",
        "Sandbox",
        "SandboxName",
        "SingleSignOnType",
        "AuthenticationType",
        "Url",
        "Domain",
        "UserName",
    }
)

# The fields of a request for a token that say who asks for what, and open nothing.
_PLAIN_FIELDS = frozenset(
    {
        "grant_type",
        "client_id",
        "client_assertion_type",
        "requested_token_use",
        "scope",
        "redirect_uri",
    }
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A request and its answer, secrets cut; bodies are text, JSON as it came or indented."""

    number: int
    direction: Direction
    at: str
    method: str
    url: str
    status: int
    seconds: float
    template: str
    in_batch: bool
    headers: Mapping[str, str]
    body: str
    answer_headers: Mapping[str, str]
    answer_type: str
    answer: str

    def has(self, text: str) -> bool:
        """Return whether a text occurs anywhere in it, in any case."""
        wanted = text.casefold()
        whole = (self.method, self.url, str(self.status), self.body, self.answer)
        headers = (f"{name}: {value}" for name, value in self.headers.items())
        return any(wanted in part.casefold() for part in (*whole, *headers))

    def document(self) -> Document:
        """Return it as the admin surface shows it."""
        return {
            "id": self.number,
            "direction": self.direction,
            "dateTime": self.at,
            "method": self.method,
            "url": self.url,
            "status": self.status,
            "seconds": round(self.seconds, 4),
            "operation": self.template or None,
            "inBatch": self.in_batch,
            "requestHeaders": dict(self.headers),
            "requestBody": self.body,
            "responseHeaders": dict(self.answer_headers),
            "responseBody": self.answer,
        }


class Show:
    """Turns requests into what may be shown.

    Args:
        secrets: Values that are cut wherever they occur, such as the tokens of targets.

    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = Secrets(*secrets)

    def __call__(self, seen: Seen) -> Shown:
        """Return a request as it may be shown."""
        return Shown(
            seen.number,
            seen.direction,
            iso(seen.at),
            seen.method,
            self._secrets.cut(seen.url),
            seen.status,
            seen.seconds,
            seen.template,
            seen.in_batch,
            self._headers(seen.headers),
            _form(seen.body) if _is_form(seen.headers) else self._body(seen.body),
            self._headers(seen.answer_headers),
            seen.answer_type,
            self._body(seen.answer),
        )

    def _headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        return {
            name: f"{value.partition(' ')[0]} {_CUT}"
            if name.lower() in _HEADERS
            else self._secrets.cut(value)
            for name, value in headers.items()
        }

    def _body(self, body: bytes) -> str:
        if not body:
            return ""
        try:
            value = decode(body)
        except ValueError:
            return _without_json(self._secrets.cut(body.decode("utf-8", "replace")))
        return json.dumps(self._secrets.cut_body(_without_pairs(value)), ensure_ascii=False)


def _is_form(headers: Mapping[str, str]) -> bool:
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    return kind.partition(";")[0].strip().lower() == "application/x-www-form-urlencoded"


def _form(body: bytes) -> str:
    """Return a form, as requests for tokens have it, with only the values that open nothing."""
    pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return "&".join(
        f"{quote(name, safe='')}={quote(value, safe='') if name in _PLAIN_FIELDS else _CUT}"
        for name, value in pairs
    )


def search(requests: Iterable[Shown], text: str, direction: str) -> list[Shown]:
    """Return the requests in which a text occurs, of one direction or, where it is empty, of both.

    Raise ValueError for a direction that there is not.
    """
    if direction not in {"", "in", "out"}:
        raise ValueError(f"direction cannot be {direction[:100]!r}; choose in or out")
    return [
        item for item in requests if direction in {"", item.direction} and item.has(text.strip())
    ]


def find(requests: Iterable[Shown], number: int) -> Shown:
    """Return a request by its number; raise LookupError where it is not kept."""
    for item in requests:
        if item.number == number:
            return item
    raise LookupError(f"there is no request {number}; the newest ones are kept")


def _without_pairs(value: object) -> object:
    """Return a copy in which the value of each key that is a secret is cut."""
    if is_array(value):
        return [_without_pairs(item) for item in value]
    if not is_object(value):
        return value
    names = {name.casefold(): name for name in value}
    key, held = names.get("key"), names.get("value")
    cut = key is not None and held is not None and str(value[key]) not in _HARMLESS
    cut = cut and isinstance(value[held or ""], str) and len(value) == 2
    return {
        name: _CUT if cut and name == held and item else _without_pairs(item)
        for name, item in value.items()
    }


def _without_json(text: str) -> str:
    """Return a text that is not whole JSON without what may be a secret in it."""
    suspicious = ("password", "secret", "token", "credential")
    if any(word in text.casefold() for word in suspicious):
        return f"({len(text)} characters that cannot be read as JSON and may hold a secret)"
    return text
