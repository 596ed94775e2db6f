"""Documents from files and from addresses, in any packing."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from generator.errors import GeneratorError
from generator.fetch.download import download, without_secrets
from generator.fetch.read_source import read_source
from generator.fetch.unpack import MOST, unpack
from tests.generator.conftest import SPEC
from tests.generator.fetch.site import DOCUMENT, Site, body, refused

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor(write_checksum=True).compress,
}


@pytest.mark.parametrize("suffix", PACKINGS)
@pytest.mark.parametrize("told", [True, False], ids=["named so", "named otherwise"])
def test_a_file_in_any_packing_is_the_same_source(tmp_path: Path, suffix: str, told: bool):
    file = tmp_path / ("openapi.yaml" + (suffix if told else ""))
    file.write_bytes(PACKINGS[suffix](DOCUMENT))
    source = read_source(str(file), SPEC / "upstream.toml")
    assert source.data == DOCUMENT
    assert (source.name, source.size) == ("openapi.yaml", len(DOCUMENT))
    assert source.sha256 == hashlib.sha256(DOCUMENT).hexdigest()


@pytest.mark.parametrize("suffix", PACKINGS)
def test_an_address_in_any_packing_is_the_same_source(site: Site, suffix: str):
    site.answers[f"/v1.0/openapi.yaml{suffix}"] = body(PACKINGS[suffix](DOCUMENT))
    source = read_source(f"{site.url}/v1.0/openapi.yaml{suffix}", SPEC / "upstream.toml")
    assert source.data == DOCUMENT
    assert source.name == f"{site.url}/v1.0/openapi.yaml"


@pytest.mark.parametrize("suffix", [".gz", ".xz", ".zst"])
def test_several_parts_in_a_packing_are_one_document(suffix: str):
    halves = PACKINGS[suffix](DOCUMENT[:5000]) + PACKINGS[suffix](DOCUMENT[5000:])
    assert unpack(halves, "x") == DOCUMENT


@pytest.mark.parametrize("suffix", [".gz", ".xz", ".zst"])
@pytest.mark.parametrize(
    "damage", [lambda packed: packed[:-9], lambda packed: packed[:20] + b"\xff" * 20 + packed[40:]]
)
def test_a_damaged_packing_is_an_error(
    tmp_path: Path, suffix: str, damage: Callable[[bytes], bytes]
):
    file = tmp_path / "x.yaml"
    file.write_bytes(damage(PACKINGS[suffix](DOCUMENT)))
    assert "damaged compression" in refused(str(file)).found


@pytest.mark.parametrize("suffix", ["", ".gz", ".xz", ".zst"])
def test_a_packing_that_holds_too_much_is_an_error_before_it_is_unpacked(suffix: str):
    packed = PACKINGS[suffix](bytes(20_000_000))
    with pytest.raises(GeneratorError, match="more than 1000000 bytes unpacked") as error:
        unpack(packed, "x.yaml", most=1_000_000)
    assert error.value.place == "x.yaml"


@pytest.mark.parametrize("size", [0, 1, 1 << 20])
def test_something_after_an_xz_stream_is_damage(size: int):
    packed = lzma.compress(DOCUMENT)
    assert unpack(packed * 2 + bytes(4 * size), "x") == DOCUMENT * 2
    with pytest.raises(
        GeneratorError, match="damaged compression: more data follows the compressed data"
    ):
        unpack(packed + bytes(4 * size) + b"<html>", "x")
    with pytest.raises(GeneratorError, match="damaged compression"):
        unpack(packed + packed[:-1], "x")


def test_a_packing_may_not_ask_for_much_memory():
    # A frame of Zstandard says how large its window is, and 2 GB were set aside for one of a few bytes.
    window_of_2_gb = b"\x28\xb5\x2f\xfd\x00\xa8"
    with pytest.raises(GeneratorError, match=r"damaged compression: .*memory"):
        unpack(window_of_2_gb + b"\x09\x00\x00x", "x")


def test_seven_kilobytes_that_stand_for_gigabytes_are_refused_early():
    # Each block of four bytes says "128 KB of the same byte".
    frame = b"\x28\xb5\x2f\xfd\x00\x58" + (b"\x02\x00\x10\x00" * 1750)
    with pytest.raises(GeneratorError, match=f"more than {MOST} bytes unpacked; .*--max-size"):
        unpack(frame, "x")


def test_more_can_be_allowed(tmp_path: Path):
    file = tmp_path / "x.yaml"
    file.write_bytes(DOCUMENT)
    with pytest.raises(GeneratorError, match="more than 1000 bytes"):
        read_source(str(file), SPEC / "upstream.toml", 1000)
    assert read_source(str(file), SPEC / "upstream.toml", len(DOCUMENT)).data == DOCUMENT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(gzip.compress(DOCUMENT),))
    writer.start()
    source = read_source(str(pipe), SPEC / "upstream.toml")
    writer.join()
    assert (source.data, source.name) == (DOCUMENT, "pipe")


@pytest.mark.parametrize("page", [b"<!DOCTYPE html><html>", b"\xef\xbb\xbf\n<HTML lang='en'>"])
def test_a_web_page_is_called_one(site: Site, page: bytes):
    site.answers["/x.yaml"] = body(page)
    error = refused(f"{site.url}/x.yaml")
    assert (error.place, error.found) == (f"{site.url}/x.yaml", "an HTML page")


def test_what_is_no_file_is_an_error(tmp_path: Path):
    (tmp_path / "empty.yaml").touch()
    (tmp_path / "empty.yaml.gz").write_bytes(gzip.compress(b""))
    assert refused(str(tmp_path / "none.yaml")).found == "no such file"
    assert refused(str(tmp_path)).found == "a folder"
    assert refused(str(tmp_path / "empty.yaml")).found == "empty"
    assert refused(str(tmp_path / "empty.yaml.gz")).found == "empty"
    assert refused("ftp://contoso.com/x.yaml").found == "no such file"
    assert refused("a\0b").place == "a\0b"


def test_a_status_is_an_error_that_names_it(site: Site):
    error = refused(f"{site.url}/none.yaml")
    assert error.place == f"{site.url}/none.yaml"
    assert error.found == "status 404 Not Found"


def test_a_download_that_breaks_off_is_an_error(site: Site):
    site.answers["/x.yaml"] = body(DOCUMENT[:1000], length=len(DOCUMENT))
    error = refused(f"{site.url}/x.yaml")
    assert error.found.startswith("the download broke off: RemoteProtocolError")
    assert error.expected


def test_a_server_that_is_not_there_is_an_error(site: Site):
    site.server.server_close()
    assert "the download broke off: ConnectError" in refused(f"{site.url}/x.yaml").found


def test_a_damaged_transfer_is_an_error(site: Site):
    site.answers["/x.yaml"] = body(b"no gzip", Content_Encoding="gzip")
    assert "the download broke off: DecodingError" in refused(f"{site.url}/x.yaml").found


def test_a_download_without_end_is_an_error(site: Site):
    site.answers["/x.yaml"] = body(DOCUMENT)
    with pytest.raises(GeneratorError, match="more than 1000 bytes"):
        download(f"{site.url}/x.yaml", most=1000)


@pytest.mark.parametrize(
    "address", ["http://", "http://[", "http://contoso.com:x/", "http://a\nb/"]
)
def test_what_is_no_address_is_an_error(address: str):
    assert refused(address)


def test_a_terminal_shows_how_far_the_download_is(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    site.answers["/[red]c.yaml"] = body(DOCUMENT)
    download(f"{site.url}/[red]c.yaml")
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    download(f"{site.url}/[red]c.yaml")
    shown = capsys.readouterr().err
    assert "[red]c.yaml" in shown
    assert f"{len(DOCUMENT) / 1000:.1f}/{len(DOCUMENT) / 1000:.1f}" in shown


def test_a_redirect_is_followed(site: Site):
    site.answers["/new.yaml"] = body(DOCUMENT)
    site.answers["/old.yaml"] = body(b"", status=302, Location="/new.yaml")
    assert read_source(f"{site.url}/old.yaml", SPEC / "upstream.toml").data == DOCUMENT


def test_what_is_secret_in_an_address_reaches_the_server_only(site: Site):
    secret = f"http://user:s3cret@{site.host}/x.yaml?sig=s3cret#s3cret"
    site.answers["/x.yaml?sig=s3cret"] = body(DOCUMENT)
    source = read_source(secret, SPEC / "upstream.toml")
    assert source.name == without_secrets(secret) == f"{site.url}/x.yaml"
    (asked,) = site.asked
    assert asked[1] is not None
    assert asked[1].startswith("Basic ")
    del site.answers["/x.yaml?sig=s3cret"]
    site.answers["/y.yaml?sig=s3cret"] = body(b"", length=5)
    for error in (refused(secret), refused(secret.replace("x.yaml", "y.yaml"))):
        assert "s3cret" not in str(error) + repr(error)
