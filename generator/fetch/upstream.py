"""The published document that is pinned, and the record of the one that was cut:
`spec/upstream.toml`.
"""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import quote

import tomlkit

from generator.errors import GeneratorError
from generator.fetch.source import Source

_SERVER = "https://raw.githubusercontent.com"
_SHAPES = {
    "repository": re.compile(r"[\w.-]+/[\w.-]+"),
    "commit": re.compile(r"[0-9a-f]{40}"),
    "path": re.compile(r"(?!/)(?!.*\.\.).+"),
    "blob": re.compile(r"[0-9a-f]{40}"),
    "server": re.compile(r"https?://[^/?#@]+"),
}


@dataclass(frozen=True)
class Pin:
    """One file of a public repository at one commit."""

    repository: str
    commit: str
    path: str
    blob: str
    server: str = _SERVER
    """Who gives out the files of repositories; a mirror or a test may say another."""

    @property
    def url(self) -> str:
        """The address of the file itself."""
        return f"{self.server}/{self.repository}/{self.commit}/{quote(self.path)}"

    def check(self, data: bytes) -> None:
        """Raise `GeneratorError` unless this is the pinned file, byte for byte."""
        # Git's own name of a file's contents; it is an identity here, checked against a pin in the
        # repository.
        blob = hashlib.sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()
        if blob != self.blob:
            found = f"{len(data)} bytes with the git blob id {blob}"
            raise GeneratorError(
                self.url, found, f"the pin in upstream.toml says {self.blob}: download again"
            )


def load_pin(path: Path) -> Pin:
    """Read the pin; `GeneratorError` for one that is incomplete or malformed."""
    try:
        pin = cast("object", tomllib.loads(path.read_text(encoding="utf-8")).get("pin"))
    except OSError as error:
        raise GeneratorError(
            path.as_posix(), f"cannot be read: {error.strerror}", "restore the file"
        ) from None
    except ValueError as error:
        raise GeneratorError(path.as_posix(), f"not TOML: {error}", "correct the file") from None
    fields = cast("dict[object, object]", pin) if isinstance(pin, dict) else {}
    texts: dict[str, str] = {"server": _SERVER}
    for key, value in fields.items():
        if not isinstance(key, str) or key not in _SHAPES:
            raise GeneratorError(
                f"{path.as_posix()} [pin]",
                f"unknown key {key!r}",
                f"known are {', '.join(_SHAPES)}",
            )
        texts[key] = value if isinstance(value, str) else ""
    for key, shape in _SHAPES.items():
        if not shape.fullmatch(texts.get(key, "")):
            raise GeneratorError(
                f"{path.as_posix()} [pin]", f"{key} = {fields.get(key)!r}", f"like {shape.pattern}"
            )
    return Pin(**texts)


def with_source(
    content: bytes, source: Source, name: str = "source", scopes: Mapping[str, str] | None = None
) -> bytes:
    """Write into an upstream.toml what was cut; everything else, comments too, stays.

    Args:
        content: the file as it is.
        source: the document that was cut.
        name: the table to write.
        scopes: the scopes that it was cut with, and the digest of each.

    """
    document = tomlkit.parse(content)
    if name not in document:
        document[name] = tomlkit.table()
    table = cast("dict[str, object]", document[name])
    for key in [key for key in table if key not in {"name", "size", "sha256", "scopes"}]:
        del table[key]
    table.update({"name": source.name, "size": source.size, "sha256": source.sha256})
    if scopes:
        inline = tomlkit.inline_table()
        for part, digest in scopes.items():
            inline.append(part, digest)
        table["scopes"] = inline
    return tomlkit.dumps(document).encode()


def recorded_scopes(content: bytes, name: str = "source") -> dict[str, str]:
    """Read which scopes the document of the table `name` was cut with, and the digest of each."""
    try:
        tables = tomllib.loads(content.decode())
    except ValueError as error:
        raise GeneratorError("upstream.toml", f"not TOML: {error}", "correct the file") from None
    table: object = tables.get(name)
    scopes: object = (
        cast("dict[str, object]", table).get("scopes") if isinstance(table, dict) else None
    )
    return (
        {key: str(value) for key, value in cast("dict[str, object]", scopes).items()}
        if isinstance(scopes, dict)
        else {}
    )
