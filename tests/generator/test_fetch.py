"""Documents from files, from addresses and from the pin."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import zstandard

from generator.download import download, without_secrets
from generator.errors import GeneratorError
from generator.fetch import read_source
from generator.unpack import unpack
from generator.upstream import Pin, load_pin, with_source
from tests.generator.conftest import SPEC

DOCUMENT = b"openapi: 3.0.4\ninfo:\n  version: v1.0\n" + b"# words\n" * 20_000
BLOB = hashlib.sha1(b"blob %d\0" % len(DOCUMENT) + DOCUMENT).hexdigest()
PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor(write_checksum=True).compress,
}
COMMIT = "f" * 40
PINNED = f"/o/r/{COMMIT}/a%20b/c.yaml"

Answer = Callable[[BaseHTTPRequestHandler], None]


def body(data: bytes, *, status: int = 200, length: int | None = None, **headers: str) -> Answer:
    """Answer with this, and with another length than it has where one is given."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(data)

    return answer


class Site:
    """A web server on localhost that gives prepared answers and keeps what was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str | None]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers.get("Authorization")))
                site.answers.get(self.path, body(b"nothing here", status=404))(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.url = f"http://{self.host}"


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


@pytest.fixture
def upstream(tmp_path: Path, site: Site) -> Path:
    """A pin to the site, of the document."""
    file = tmp_path / "upstream.toml"
    file.write_text(
        f'[pin]\nserver = "{site.url}"\nrepository = "o/r"\ncommit = "{COMMIT}"\npath = "a b/c.yaml"\nblob = "{BLOB}"\n'
    )
    site.answers[PINNED] = body(DOCUMENT)
    return file


def refused(spec: str, upstream: Path = SPEC / "upstream.toml") -> GeneratorError:
    with pytest.raises(GeneratorError) as error:
        read_source(spec, upstream)
    assert str(error.value).isprintable()
    return error.value


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
def test_a_damaged_packing_is_an_error(tmp_path: Path, suffix: str, damage: Callable[[bytes], bytes]):
    file = tmp_path / "x.yaml"
    file.write_bytes(damage(PACKINGS[suffix](DOCUMENT)))
    assert "damaged packing" in refused(str(file)).found


@pytest.mark.parametrize("suffix", ["", ".gz", ".xz", ".zst"])
def test_a_packing_that_holds_too_much_is_an_error_before_it_is_unpacked(suffix: str):
    packed = PACKINGS[suffix](bytes(20_000_000))
    with pytest.raises(GeneratorError, match="more than 1000000 bytes unpacked") as error:
        unpack(packed, "x.yaml", most=1_000_000)
    assert error.value.place == "x.yaml"


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


@pytest.mark.parametrize("address", ["http://", "http://[", "http://contoso.com:x/", "http://a\nb/"])
def test_what_is_no_address_is_an_error(address: str):
    assert refused(address)


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


def test_the_pin_is_downloaded_and_checked(site: Site, upstream: Path):
    source = read_source("upstream", upstream)
    assert source.data == DOCUMENT
    assert source.name == load_pin(upstream).url == site.url + PINNED


def test_another_file_than_the_pinned_one_is_an_error(site: Site, upstream: Path):
    site.answers[PINNED] = body(DOCUMENT + b"\n")
    error = refused("upstream", upstream)
    assert error.place == load_pin(upstream).url
    assert BLOB in error.expected


def test_a_pinned_download_that_breaks_off_is_an_error(site: Site, upstream: Path):
    site.answers[PINNED] = body(DOCUMENT[:-1], length=len(DOCUMENT))
    assert "the download broke off" in refused("upstream", upstream).found


def test_the_committed_pin_is_the_published_document_of_august_2026():
    assert load_pin(SPEC / "upstream.toml") == Pin(
        repository="microsoftgraph/msgraph-metadata",
        commit="f54f11b60956ea7b185ca0447b2b80805836ec7b",
        path="openapi/v1.0/openapi.yaml",
        blob="c69ce0f70dae05c8c3975ac9e08a5edc315b10f9",
        server="https://raw.githubusercontent.com",
    )


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('repository = "o/r"', 'repository = "o/r/../x"', "repository = 'o/r/../x'"),
        ('repository = "o/r"', "", "repository = None"),
        ('repository = "o/r"', "repository = 5", "repository = 5"),
        ("a b/c.yaml", "../c.yaml", "path = '../c.yaml'"),
        (f'blob = "{BLOB}"', 'blob = "main"', "blob = 'main'"),
        (COMMIT, "main", "commit = 'main'"),
        ("http://", "file://", "server = 'file://"),
        ("[pin]", "[pin]\nother = 1", "unknown key 'other'"),
        ("[pin]", "[pins]", "repository = None"),
        ("[pin]", "[pin", "not TOML"),
    ],
)
def test_a_malformed_pin_is_an_error(upstream: Path, old: str, new: str, found: str):
    upstream.write_text(upstream.read_text().replace(old, new))
    assert found in refused("upstream", upstream).found


def test_a_missing_pin_is_an_error(tmp_path: Path):
    assert "cannot be read" in refused("upstream", tmp_path / "upstream.toml").found


def test_the_record_of_the_source_changes_nothing_else(tmp_path: Path, upstream: Path):
    file = tmp_path / "openapi.yaml.gz"
    file.write_bytes(gzip.compress(DOCUMENT))
    source = read_source(str(file), upstream)
    committed = (SPEC / "upstream.toml").read_bytes()
    changed = with_source(committed, source)
    assert changed != committed
    assert [line for line in changed.splitlines() if b"=" not in line] == [
        line for line in committed.splitlines() if b"=" not in line
    ]
    assert with_source(changed, source) == changed
    upstream.write_bytes(changed)
    assert load_pin(upstream) == load_pin(SPEC / "upstream.toml")
    assert with_source(b"", source).decode().startswith('[source]\nname = "openapi.yaml"\n')
