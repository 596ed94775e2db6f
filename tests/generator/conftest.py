"""The full documents, and a small one to cut."""

import os
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cut.scope import Scope, load_scope
from generator.fetch.read_source import read_source
from generator.fetch.source import Source
from tests.generator.fetch.site import Site

SPEC = Path(__file__).parents[2] / "spec"


@pytest.fixture(scope="session")
def specs() -> Path:
    """The folder with the full documents."""
    folder = os.environ.get("GRAPHSYNC_SPECS")
    if not folder:
        pytest.skip("GRAPHSYNC_SPECS names no folder with the full Graph documents")
    return Path(folder)


def recorded_source(specs: Path, version: str = "v1.0") -> Source:
    """Return the full document that the committed slices of a version were cut from."""
    record = tomllib.loads((SPEC / "upstream.toml").read_text("utf-8"))
    source = record["source" if version == "v1.0" else f"source-{version}"]
    for path in sorted(specs.glob(f"{source['name']}*")):
        found = read_source(str(path), SPEC / "upstream.toml")
        if found.sha256 == source["sha256"]:
            return found
    pytest.skip(
        f"GRAPHSYNC_SPECS has no document {source['name']} with the SHA-256 {source['sha256']}"
    )


@pytest.fixture(scope="session")
def today(specs: Path) -> bytes:
    """The full document that the committed slice was cut from."""
    return recorded_source(specs).data


@pytest.fixture(scope="session")
def scope() -> Scope:
    """The project's own scope."""
    return load_scope(SPEC / "scope.toml")


@pytest.fixture(scope="session")
def mini() -> bytes:
    """A document in the style that Graph publishes, with something of everything that is kept and that is not."""
    return (Path(__file__).parent / "cut" / "mini.yaml").read_bytes()


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server that gives what a test prepares."""
    made = Site()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the user's cache folder alone."""
    monkeypatch.setenv("GRAPHSYNC_CACHE", str(tmp_path_factory.mktemp("cache")))
