"""Get a full document: from a file, an address, or the pin."""

from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import GeneratorError
from generator.fetch.cache import Cache
from generator.fetch.download import download, is_address, without_secrets
from generator.fetch.source import Source
from generator.fetch.unpack import MOST, unpack
from generator.fetch.upstream import load_pin

__all__ = ["Source", "read_source"]

_PACKINGS = (".gz", ".xz", ".zst")


def read_source(spec: str, upstream: Path) -> Source:
    """Read a document, unpacked.

    `spec` is a path or an http(s) address of YAML or JSON, plain or packed with gzip, xz or Zstandard, which its first
    bytes tell. `"upstream"` is the document that `[pin]` of the file `upstream` names, and nothing but that.
    """
    if spec == "upstream":
        pin = load_pin(upstream)
        return _source(pin.url, pin.url, Cache().document(pin))
    if is_address(spec):
        place = without_secrets(spec)
        return _source(place, place, download(spec))
    return _source(spec, Path(spec).name, _file(Path(spec)))


def _source(place: str, name: str, packed: bytes) -> Source:
    data = unpack(packed, place)
    if not data:
        raise GeneratorError(place, "empty", "give a Graph OpenAPI document")
    suffix = Path(urlsplit(name).path).suffix
    return Source(name.removesuffix(suffix) if suffix in _PACKINGS else name, data, place)


def _file(path: Path) -> bytes:
    try:
        if not path.is_file():
            found = "a folder" if path.is_dir() else "no such file"
            raise GeneratorError(
                path.as_posix(), found, "give a Graph OpenAPI document: a file, an address or `upstream`"
            )
        if path.stat().st_size > MOST:
            raise GeneratorError(path.as_posix(), f"more than {MOST} bytes", "give a Graph OpenAPI document")
        return path.read_bytes()
    except OSError as error:
        raise GeneratorError(path.as_posix(), f"cannot be read: {error.strerror}", "give a file") from None
