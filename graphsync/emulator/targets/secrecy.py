"""Secrets cut out of the requests and answers that are kept."""

import json
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

from graphsync._core.secrecy.hidden import Hidden
from graphsync.emulator.document import Document, is_array, is_object

_CUT = "***"
# Shorter values are no secrets, and cutting them would cut words.
_SHORTEST = 6
_NAMES = frozenset(
    {
        "password",
        "accesstoken",
        "refreshtoken",
        "clientsecret",
        "clientassertion",
        "assertion",
        "subjecttoken",
        "authorization",
        "secrettoken",
    }
)


class Secrets:
    """The values that must not be shown.

    Args:
        values: The secrets; one of less than 6 characters is not looked for in texts.
        more: Other secrets, which are cut as well.

    """

    def __init__(self, *values: str, more: "Secrets | None" = None) -> None:
        self._forms: list[Hidden[str]] = list(more._forms) if more else []
        for value in values:
            self.add(value)

    def add(self, value: str) -> None:
        """Cut another value, also as JSON and as addresses write it."""
        if len(value) < _SHORTEST:
            return
        escaped = json.dumps(value)[1:-1]
        forms = {value, escaped, quote(value, safe=""), quote_plus(value)}
        # The longest first: one form may be a part of another.
        self._forms += [Hidden(form) for form in sorted(forms, key=len, reverse=True)]

    def cut(self, text: str) -> str:
        """Return a text in which `***` stands for each secret."""
        for form in self._forms:
            text = text.replace(form.reveal(), _CUT)
        return text

    def cut_body(self, body: object) -> object:
        """Return a copy of a JSON value without secrets, and without values of passwords."""
        if isinstance(body, str):
            return self.cut(body)
        if is_array(body):
            return [self.cut_body(item) for item in body]
        if not is_object(body):
            return body
        hidden = _hides_value(body)
        return {
            self.cut(name): _CUT
            if value is not None and (_is_secret(name) or (hidden and name.casefold() == "value"))
            else self.cut_body(value)
            for name, value in body.items()
        }


def passwords(body: object) -> Iterable[str]:
    """Yield the texts in a body that are passwords, so that an echo of one can be cut."""
    if is_array(body):
        for item in body:
            yield from passwords(item)
    elif is_object(body):
        hidden = _hides_value(body)
        for name, value in body.items():
            if _is_secret(name) or (hidden and name.casefold() == "value"):
                if isinstance(value, str):
                    yield value
            else:
                yield from passwords(value)


def _is_secret(name: str) -> bool:
    last = name.rpartition(":")[2].rpartition(".")[2]
    return last.casefold().replace("_", "") in _NAMES


def _hides_value(body: Document) -> bool:
    """Return whether a body is an operation of PATCH on a password."""
    path: object = next((value for name, value in body.items() if name.casefold() == "path"), None)
    return isinstance(path, str) and _is_secret(path)
