"""A pinned document is downloaded once, goes on where it broke off, and is what the pin says."""

from __future__ import annotations

import gzip
import hashlib
import re
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.fetch.cache import Cache
from generator.fetch.resumed_download import resumed
from generator.fetch.upstream import Pin
from tests.generator.fetch.site import DOCUMENT, Site, body

PATH = "/o/r/" + "c" * 40 + "/x.yaml"
TAG = '"one"'


def pin(site: Site, data: bytes = DOCUMENT) -> Pin:
    blob = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
    return Pin("o/r", "c" * 40, "x.yaml", blob, site.url)


class Ranges:
    """Answer like a server that can go on in the middle, and break off where it is told to."""

    def __init__(self, data: bytes, *, tag: str = TAG, encoding: str = "") -> None:
        self.data, self.tag, self.encoding = data, tag, encoding
        self.breaks_at: int | None = None
        self.asked: list[str | None] = []

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        wanted = request.headers.get("Range")
        self.asked.append(wanted)
        start = 0
        if wanted and request.headers.get("If-Range") == self.tag:
            found = re.fullmatch(r"bytes=(\d+)-", wanted)
            assert found
            start = int(found[1])
        rest = self.data[start:]
        request.send_response(206 if start else 200)
        request.send_header("Content-Length", str(len(rest)))
        if self.tag:
            request.send_header("ETag", self.tag)
        if self.encoding:
            request.send_header("Content-Encoding", self.encoding)
        request.end_headers()
        request.wfile.write(rest if self.breaks_at is None else rest[: self.breaks_at])


def test_a_document_is_downloaded_once(site: Site, tmp_path: Path) -> None:
    site.answers[PATH] = body(DOCUMENT)
    cache = Cache(tmp_path)
    assert cache.document(pin(site)) == cache.document(pin(site)) == DOCUMENT
    assert len(site.asked) == 1
    assert [path.name for path in tmp_path.iterdir()] == [pin(site).blob]


def test_a_kept_document_that_somebody_wrote_into_is_downloaded_again(
    site: Site, tmp_path: Path
) -> None:
    site.answers[PATH] = body(DOCUMENT)
    (tmp_path / pin(site).blob).write_bytes(DOCUMENT + b"x")
    assert Cache(tmp_path).document(pin(site)) == DOCUMENT
    assert (tmp_path / pin(site).blob).read_bytes() == DOCUMENT


def test_a_document_of_another_hash_is_refused_and_not_kept(site: Site, tmp_path: Path) -> None:
    site.answers[PATH] = body(DOCUMENT + b"x")
    with pytest.raises(GeneratorError, match="the pin in upstream"):
        Cache(tmp_path).document(pin(site))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_a_download_goes_on_where_it_broke_off(site: Site, tmp_path: Path, encoding: str) -> None:
    sent = gzip.compress(DOCUMENT) if encoding else DOCUMENT
    server = site.answers[PATH] = Ranges(sent, encoding=encoding)
    server.breaks_at = 100
    cache = Cache(tmp_path)
    for _ in range(2):
        with pytest.raises(
            GeneratorError, match=r"the download broke off.*run it again: it goes on"
        ):
            cache.document(pin(site))
    server.breaks_at = None
    assert cache.document(pin(site)) == DOCUMENT
    assert server.asked == [None, "bytes=100-", "bytes=200-"]
    assert [path.name for path in tmp_path.iterdir()] == [pin(site).blob]


def test_a_document_that_changed_meanwhile_is_begun_anew(site: Site, tmp_path: Path) -> None:
    server = site.answers[PATH] = Ranges(b"other" * 1000)
    server.breaks_at = 100
    part = tmp_path / "x.part"
    with pytest.raises(GeneratorError):
        resumed(site.url + PATH, part)
    site.answers[PATH] = Ranges(DOCUMENT, tag='"two"')
    assert resumed(site.url + PATH, part) == DOCUMENT
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("tag", ["", 'W/"weak"'])
def test_what_has_no_strong_tag_is_begun_anew(site: Site, tmp_path: Path, tag: str) -> None:
    server = site.answers[PATH] = Ranges(DOCUMENT, tag=tag)
    server.breaks_at = 100
    part = tmp_path / "x.part"
    with pytest.raises(GeneratorError, match=r"broke off.*run it again: it starts over"):
        resumed(site.url + PATH, part)
    server.breaks_at = None
    assert resumed(site.url + PATH, part) == DOCUMENT
    assert server.asked == [None, None]


@pytest.mark.parametrize("server", ["https://a:b", "http://[::1"])
def test_a_pin_to_what_is_no_address_is_one_line(tmp_path: Path, server: str) -> None:
    with pytest.raises(GeneratorError) as refused:
        Cache(tmp_path).document(Pin("o/r", "c" * 40, "x.yaml", "b" * 40, server))
    assert refused.value.found == "not an address"
    assert "\n" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("status", [404, 416, 500])
def test_an_error_is_one_line_with_the_address(site: Site, tmp_path: Path, status: int) -> None:
    site.answers[PATH] = body(b"no", status=status)
    with pytest.raises(GeneratorError) as refused:
        resumed(site.url + PATH, tmp_path / "x.part")
    assert refused.value.place == site.url + PATH
    assert len(str(refused.value).splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_too_much_is_refused_and_not_kept(site: Site, tmp_path: Path) -> None:
    site.answers[PATH] = Ranges(DOCUMENT)
    with pytest.raises(GeneratorError, match="more than 1000 bytes"):
        resumed(site.url + PATH, tmp_path / "x.part", most=1000)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_the_one_that_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHSYNC_CACHE", str(tmp_path / "mine"))
    assert Cache().folder == tmp_path / "mine"
    monkeypatch.delenv("GRAPHSYNC_CACHE")
    assert Cache().folder.name == "graphsync"
