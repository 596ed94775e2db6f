"""Download a document and show how far it is."""

import io
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import httpx
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from generator.errors import GeneratorError
from generator.fetch.unpack import ALLOW, MOST

_SECONDS = 60.0


@contextmanager
def progress_of(place: str, total: int | None) -> Generator[Callable[[int], None]]:
    """Show a bar on standard error, if that is a terminal.

    Call what it gives with the bytes that are there.
    """
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(place.rpartition("/")[2], total=total)
        yield lambda completed: progress.update(task, completed=completed)


def is_address(spec: str) -> bool:
    """Return whether a text is an address; otherwise it is a path."""
    return re.match(r"https?://", spec, re.IGNORECASE) is not None


def without_secrets(url: str) -> str:
    """Return the address without user, password, query and fragment: those are for the server
    only.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        raise _no_address("the address") from None
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def download(url: str, most: int = MOST) -> bytes:
    """Get what the address gives.

    Raises `GeneratorError` where that is an error, too much, or not all of it. A progress bar goes
    to standard error if that is a terminal.
    """
    place = without_secrets(url)
    try:
        with (
            httpx.Client(follow_redirects=True, timeout=_SECONDS) as client,
            client.stream("GET", url) as response,
        ):
            if response.status_code != 200:
                found = f"status {response.status_code} {response.reason_phrase}"
                raise GeneratorError(place, found, "check the address, or give a file")
            return _body(response, place, most)
    except httpx.InvalidURL:
        raise _no_address(place) from None
    except httpx.HTTPError as error:
        found = f"the download broke off: {type(error).__name__} {error}".rstrip()
        raise GeneratorError(place, found, "try again, or give a file") from None


def _no_address(place: str) -> GeneratorError:
    return GeneratorError(place, "not an address", "give http(s)://host/path, or a file")


def _body(response: httpx.Response, place: str, most: int) -> bytes:
    received = io.BytesIO()
    length = response.headers.get("Content-Length", "")
    with progress_of(place, int(length) if length.isdecimal() else None) as advance:
        for chunk in response.iter_bytes():
            received.write(chunk)
            if received.tell() > most:
                raise GeneratorError(
                    place, f"more than {most} bytes", f"a Graph OpenAPI document; {ALLOW}"
                )
            advance(response.num_bytes_downloaded)
    return received.getvalue()
