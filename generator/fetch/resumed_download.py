"""Download a large document so that a second run goes on where the first one broke off."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import httpx
from attrs import frozen

from generator.errors import GeneratorError
from generator.fetch.download import progress_of, without_secrets
from generator.fetch.unpack import ALLOW, MOST, unpack

_SECONDS = 60.0
_GO_ON = "run it again: it goes on where it broke off"
_ANEW = "run it again: it starts over, for the server gives no tag (a strong ETag) to go on with"


@frozen
class _Begun:
    """What a part is the beginning of: the server's tag for it, and how it is packed on the way."""

    tag: str
    encoding: str

    @classmethod
    def of(cls, response: httpx.Response) -> _Begun:
        return cls(response.headers.get("ETag", ""), response.headers.get("Content-Encoding", ""))

    @classmethod
    def read(cls, note: Path) -> _Begun | None:
        """Read the note beside a part.

        Without a tag the part is worth nothing, the document may be another.
        """
        lines = note.read_text("utf-8").split("\n") if note.is_file() else []
        return (
            cls(lines[0], lines[1])
            if len(lines) == 2 and lines[0] and not lines[0].startswith("W/")
            else None
        )

    def write(self, note: Path) -> None:
        note.write_text(f"{self.tag}\n{self.encoding}", "utf-8", newline="\n")


def resumed(url: str, part: Path, most: int = MOST) -> bytes:
    """Get what the address gives, unpacked.

    `part` keeps what came, should it break off, and a note of what it is. Raises `GeneratorError`
    where it breaks off, is too much, or an error.
    """
    place = without_secrets(url)
    note = part.with_name(f"{part.name}.note")
    try:
        begun = _fetch(url, place, part, note, most)
    except httpx.InvalidURL:
        raise GeneratorError(
            place, "not an address", "correct `server` of the pin in upstream.toml"
        ) from None
    except httpx.HTTPError as error:
        found = f"the download broke off: {type(error).__name__} {error}".rstrip()
        raise GeneratorError(place, found, _remedy(part, note)) from None
    data = part.read_bytes()
    forget(part)
    return unpack(data, place, most) if begun.encoding == "gzip" else data


def forget(part: Path) -> None:
    """Remove a part and its note."""
    part.unlink(missing_ok=True)
    part.with_name(f"{part.name}.note").unlink(missing_ok=True)


def _remedy(part: Path, note: Path) -> str:
    if not part.is_file():
        return "try again, or give a file"
    return _GO_ON if _Begun.read(note) is not None else _ANEW


def _fetch(url: str, place: str, part: Path, note: Path, most: int) -> _Begun:
    begun = _Begun.read(note) if part.is_file() else None
    # Packed text is a tenth; other packings than this one cannot be gone on with.
    headers = {"Accept-Encoding": "gzip"}
    if begun is not None:
        headers |= {"Range": f"bytes={part.stat().st_size}-", "If-Range": begun.tag}
    with ExitStack() as stack:
        client = stack.enter_context(httpx.Client(follow_redirects=True, timeout=_SECONDS))
        response = stack.enter_context(client.stream("GET", url, headers=headers))
        if response.status_code == 416:
            forget(part)
            raise GeneratorError(
                place, "what was kept of the document does not fit it", "run it again"
            )
        if response.status_code not in {200, 206}:
            found = f"status {response.status_code} {response.reason_phrase}"
            raise GeneratorError(place, found, "check the pin in upstream.toml, or give a file")
        goes_on = (
            response.status_code == 206
            and begun is not None
            and begun.encoding == _Begun.of(response).encoding
        )
        if response.status_code == 206 and not goes_on:
            forget(part)
            raise GeneratorError(
                place, "another compression than that of the part that was kept", "run it again"
            )
        if not goes_on:
            begun = _Begun.of(response)
            begun.write(note)
        _receive(response, place, part, most, goes_on=goes_on)
    assert begun is not None  # a fresh download has just begun, any other was read
    return begun


def _receive(response: httpx.Response, place: str, part: Path, most: int, *, goes_on: bool) -> None:
    have = part.stat().st_size if goes_on else 0
    length = response.headers.get("Content-Length", "")
    total = have + int(length) if length.isdecimal() else None
    with part.open("ab" if goes_on else "wb") as file, progress_of(place, total) as advance:
        # As it came over the wire: only that can be gone on with byte by byte.
        for chunk in response.iter_raw():
            file.write(chunk)
            advance(file.tell())
            if file.tell() > most:
                forget(part)
                raise GeneratorError(
                    place, f"more than {most} bytes", f"a Graph OpenAPI document; {ALLOW}"
                )
