"""Salted hashes of secrets, to know later that a masked value is still the wanted one."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Mapping
from typing import Final

from graphsync._core.secrecy.hidden import Hidden

# Slow on purpose: a file with hashes may get into wrong hands, and secrets may be short.
_COST: Final = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}


def secret_hash(value: Hidden[str]) -> str:
    """Return a salted hash of a secret, as text; another one each time."""
    salt = os.urandom(16)
    return f"scrypt${salt.hex()}${_digest(value, salt).hex()}"


def known_secrets(values: Mapping[str, Hidden[str]], hashes: Mapping[str, str]) -> frozenset[str]:
    """Return the keys whose values have these hashes; one that cannot be read counts as unknown."""
    return frozenset(
        key for key, kept in hashes.items() if key in values and _is_of(values[key], kept)
    )


def _is_of(value: Hidden[str], kept: str) -> bool:
    kind, _, rest = kept.partition("$")
    salt, _, digest = rest.partition("$")
    try:
        return kind == "scrypt" and hmac.compare_digest(
            _digest(value, bytes.fromhex(salt)), bytes.fromhex(digest)
        )
    except ValueError:
        return False


def _digest(value: Hidden[str], salt: bytes) -> bytes:
    return hashlib.scrypt(value.reveal().encode(), salt=salt, **_COST)
