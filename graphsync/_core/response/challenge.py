"""What a 401 asks for in its `WWW-Authenticate` header."""

from __future__ import annotations

import base64
import binascii
import re

from graphsync_client.types import Value

_BEARER = re.compile(r"\bBearer\b", re.IGNORECASE)
# Nothing in it is tried twice: a name begins where no letter stands before it, and no part gives
# back what it took.
_PARAMETER = re.compile(
    r'(?<![A-Za-z_])(?P<name>[A-Za-z_]++)\s*+=\s*+(?:"(?P<quoted>(?:[^"\\]++|\\.)*+)"|(?P<bare>[^\s",]++))'
)
_LONGEST = 64 * 1024  # servers and proxies pass on less
_NEEDS_NEW_TOKEN = frozenset({"invalid_token", "insufficient_claims"})


class Challenge(Value):
    """A demand for another token, one that meets `claims` (JSON text) where they are given."""

    claims: str | None = None

    @classmethod
    def of(cls, header: str | None) -> Challenge | None:
        """Read the header; None where it asks for nothing that a new token could give."""
        if header is None or len(header) > _LONGEST or not _BEARER.search(header):
            return None
        parameters = {
            match["name"].lower(): match["quoted"] if match["bare"] is None else match["bare"]
            for match in _PARAMETER.finditer(header)
        }
        claims = _decoded(parameters.get("claims"))
        if claims is None and parameters.get("error") not in _NEEDS_NEW_TOKEN:
            return None
        return cls(claims)


def _decoded(text: str | None) -> str | None:
    """Decode base64 in either alphabet, with or without padding."""
    if not text:
        return None
    if text.lstrip().startswith("{"):
        return text.replace('\\"', '"')
    try:
        padded = text.replace("+", "-").replace("/", "_") + "=" * (-len(text) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True).decode() or None
    except (binascii.Error, ValueError):
        return None
