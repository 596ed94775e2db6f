"""The pinned document, and the record of the one that was cut."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from generator.fetch.read_source import read_source
from generator.fetch.upstream import load_pin, with_source
from tests.generator.conftest import SPEC
from tests.generator.fetch.site import DOCUMENT, Site, body, refused

BLOB = hashlib.sha1(b"blob %d\0" % len(DOCUMENT) + DOCUMENT).hexdigest()
COMMIT = "f" * 40
PINNED = f"/o/r/{COMMIT}/a%20b/c.yaml"


@pytest.fixture
def upstream(tmp_path: Path, site: Site) -> Path:
    """A pin to the site, of the document."""
    file = tmp_path / "upstream.toml"
    file.write_text(
        f'[pin]\nserver = "{site.url}"\nrepository = "o/r"\ncommit = "{COMMIT}"\npath = "a b/c.yaml"\nblob = "{BLOB}"\n'
    )
    site.answers[PINNED] = body(DOCUMENT)
    return file


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


def test_the_committed_pin_is_a_published_document():
    pin = load_pin(SPEC / "upstream.toml")
    assert (pin.repository, pin.path) == (
        "microsoftgraph/msgraph-metadata",
        "openapi/v1.0/openapi.yaml",
    )
    assert pin.url == f"https://raw.githubusercontent.com/{pin.repository}/{pin.commit}/{pin.path}"


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
