"""What must never be shown, and how it is taken out of what is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from graphsync._core.json_values import as_list, as_object, text_at
from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.types import Json

_HIDDEN = "***"
_SHORTEST = 4  # shorter ones ("true", "*") would blank out words that say nothing
# Members whose pairs of `key` and `value` are secrets; those of a schema's metadata are none.
_SECRET_NAMES = frozenset({"credentials", "secrets", "value"})
_PRIVATE_HEADERS = frozenset({"set-cookie", "authorization", "proxy-authorization"})
_LETTERS = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}


class Redaction:
    """The secrets of one request, to be replaced in texts that came back."""

    def __init__(
        self, secrets: frozenset[str] = frozenset(), *, hides_content: bool = False
    ) -> None:
        self._secrets = secrets
        self.hides_content = hides_content
        """Whether the answer itself consists of secrets, so that nothing of it may be quoted."""

    @classmethod
    def of(
        cls, body: Json, token: Hidden[str] | None = None, *, hides_content: bool = False
    ) -> Redaction:
        """Collect the secrets of a request: its token, passwords, and the values of its
        key-value pairs, at any depth.
        """
        found = set[str]() if token is None else {token.reveal()}
        found.update(_values(body))
        return cls(
            frozenset(text for text in found if len(text) >= _SHORTEST), hides_content=hides_content
        )

    def clean(self, text: str) -> str:
        """Return the text with each secret replaced, also where an encoding disguises it."""
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = re.sub(_disguised(secret), _HIDDEN, text)
        return text

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Return the headers that may be kept, their secrets replaced."""
        return {
            name: self.clean(value)
            for name, value in headers.items()
            if name not in _PRIVATE_HEADERS
        }

    def hides_nothing_of(self, error: BaseException) -> bool:
        """Return whether an error, and every error that led to it, may be shown."""
        seen: BaseException | None = error
        while seen is not None:
            text = str(seen)
            if self.clean(text) != text:
                return False
            seen = seen.__cause__ or seen.__context__
        return True


def _values(body: Json) -> Iterator[str]:
    """Find the values of the pairs in JSON of any shape, without a limit to its depth."""
    pending: list[Json] = [body]
    while pending:
        found = pending.pop()
        pending.extend(as_list(found))
        for name, value in (as_object(found) or {}).items():
            pending.append(value)
            if name == "password" and isinstance(value, str):
                yield value
            if name in _SECRET_NAMES:
                for pair in map(as_object, as_list(value)):
                    text = text_at(pair, "value") if pair is not None and "key" in pair else None
                    if text is not None:
                        yield text


# A backslash as JSON, an address (also one within another) or HTML writes it.
_BACKSLASH = r"(?:\\|%(?:25){0,2}5[Cc]|&(?:amp;)*(?:#92|#[xX]5[cC]|bsol);)"
# Only a whole run of them is where a search begins, else it would begin at each of them.
_RUN_BEGINS = (
    r"(?<!\\)(?<!%5[Cc])(?<!%255[Cc])(?<!%25255[Cc])"
    r"(?<![&;]#92;)(?<![&;]#[xX]5[cC];)(?<![&;]bsol;)"
)
_AFTER_BACKSLASH = r"(?:(?<=\\)|(?<=5[Cc])|(?<=;))"


def _disguised(secret: str) -> str:
    r"""Return a pattern for what JSON, JSON within JSON, HTML and addresses make of a text, one
    after the other.

    Each of them leaves ASCII letters and digits alone. JSON within JSON escapes its backslashes
    once more, and what was escaped may then be written as HTML, so any number of backslashes, in
    any spelling, may precede any other character.
    """
    parts = re.findall(r"[A-Za-z0-9]+|\\+|.", secret, re.DOTALL)
    pattern, begins = "", _RUN_BEGINS
    for part in parts:
        pattern += part if part.isascii() and part.isalnum() else _spellings(part, begins)
        begins = ""
    return pattern


def _spellings(part: str, begins: str) -> str:
    if part.startswith("\\"):
        return rf"{begins}{_BACKSLASH}++"
    import html

    first, *others = [f"[uU](?i:{unit.hex()})" for unit in _units(part)]
    escaped = [_AFTER_BACKSLASH + first + "".join(rf"{_BACKSLASH}++{unit}" for unit in others)]
    if part in _LETTERS:
        escaped.append(_AFTER_BACKSLASH + _LETTERS[part])
    quoted = re.escape(quote(part, safe="", errors="surrogatepass")).replace("%", "%(?:25)*")
    names = (
        [html.escape(part)[1:-1], *(["apos"] if part == "'" else [])] if part in "&<>\"'" else []
    )
    entity = f"&(?:amp;)*(?:{'|'.join([f'#0*{ord(part)}', f'#[xX]0*(?i:{ord(part):x})', *names])});"
    plain = re.escape(part)
    # Where the character is one that a backslash is spelt with, it must not be taken for the
    # beginning of one.
    alone = f"(?i:{quoted})|{entity}|{plain}"  # plain % and & begin longer spellings
    # A run within a secret is bounded, so that a text of such runs is not searched from each of
    # them to its end.
    run = "*+" if begins else "{0,255}+"
    return f"(?:{begins}{_BACKSLASH}{run}(?:{'|'.join([*escaped, alone])})|{alone})"


def _units(part: str) -> list[bytes]:
    """Return the units of UTF-16, which JSON escapes one by one."""
    units = part.encode("utf-16-be", "surrogatepass")
    return [units[at : at + 2] for at in range(0, len(units), 2)]
