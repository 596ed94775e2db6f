"""Get a full document: from a file, an address, or the pin."""

import codecs
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import GeneratorError
from generator.fetch.cache import Cache
from generator.fetch.download import download, is_address, without_secrets
from generator.fetch.source import Source
from generator.fetch.unpack import ALLOW, MOST, unpack
from generator.fetch.upstream import load_pin

__all__ = ["Source", "read_source"]

_PACKINGS = (".gz", ".xz", ".zst")


def read_source(spec: str, upstream: Path, most: int = MOST) -> Source:
    """Read a document, unpacked; `most` is how many bytes it may have.

    `spec` is a path or an http(s) address of YAML or JSON, plain or packed with gzip, xz or
    Zstandard, which its first bytes show. `"upstream"` is the document that `[pin]` of the file
    `upstream` names, and nothing but that.
    """
    if spec == "upstream":
        pin = load_pin(upstream)
        return _source(pin.url, pin.url, Cache().document(pin, most), most)
    if is_address(spec):
        place = without_secrets(spec)
        return _source(place, place, download(spec, most), most)
    return _source(spec, Path(spec).name, _file(Path(spec), most), most)


def _source(place: str, name: str, packed: bytes, most: int) -> Source:
    data = unpack(packed, place, most)
    if not data:
        raise GeneratorError(place, "empty", "give a Graph OpenAPI document")
    if (
        data[:200]
        .removeprefix(codecs.BOM_UTF8)
        .lstrip()
        .lower()
        .startswith((b"<!doctype html", b"<html"))
    ):
        raise GeneratorError(
            place, "an HTML page", "the address of the document itself, such as a raw file"
        )
    suffix = Path(urlsplit(name).path).suffix
    return Source(name.removesuffix(suffix) if suffix in _PACKINGS else name, data, place)


def _file(path: Path, most: int) -> bytes:
    try:
        # A pipe, such as /dev/stdin, is not a file, and can be read once.
        if path.is_dir() or not path.exists():
            found = "a folder" if path.is_dir() else "no such file"
            raise GeneratorError(
                path.as_posix(),
                found,
                "give a Graph OpenAPI document: a file, an address or `upstream`",
            )
        with path.open("rb") as file:
            data = file.read(most + 1)
        if len(data) > most:
            raise GeneratorError(
                path.as_posix(), f"more than {most} bytes", f"a Graph OpenAPI document; {ALLOW}"
            )
        return data
    except OSError as error:
        raise GeneratorError(
            path.as_posix(), f"cannot be read: {error.strerror}", "give a file"
        ) from None
