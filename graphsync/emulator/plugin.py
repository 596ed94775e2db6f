"""The pytest plugin: fixtures that run a local Graph, for one test or for all of them.

The plugin is there wherever graphsync-client is installed. It imports the emulator only when a test
asks for it, so that an installation without the extra changes nothing for pytest.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from graphsync.emulator.extra import missing_extra

if TYPE_CHECKING:
    from graphsync.emulator.emulator import Emulator

_BEGINNING = "beginning of the run"
# Its hooks belong to the same plugin; it stands above the emulator, which imports nothing of it.
pytest_plugins = ("graphsync.scim_plugin",)

_MARKER = "graph_emulator(**options): options of the Emulator that the graph_emulator fixture runs."


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", _MARKER)


@pytest.fixture
def graph_emulator(request: pytest.FixtureRequest) -> "Iterator[Emulator]":
    """Run a local Graph on a free port of this machine until the test ends.

    `@pytest.mark.graph_emulator(speed=0, tls=True)` passes options on to
    `graphsync.emulator.Emulator`.
    """
    marker: pytest.Mark | None = request.node.get_closest_marker("graph_emulator")
    # Any: the emulator itself checks what a marker gives it.
    options: dict[str, Any] = dict(marker.kwargs) if marker else {}
    with _emulator("graph_emulator", options) as emulator:
        yield emulator


@pytest.fixture(scope="session")
def graph_emulator_options() -> dict[str, Any]:
    """Give the options of the local Graph that `shared_graph_emulator` runs.

    Define a fixture of this name with `scope="session"` in your `conftest.py` to choose others, for
    example `{"speed": 0, "seed": Path("tenant.json")}`.
    """
    return {}


@pytest.fixture(scope="session")
def _running_graph_emulator(graph_emulator_options: dict[str, Any]) -> "Iterator[Emulator]":
    with _emulator("shared_graph_emulator", graph_emulator_options) as emulator:
        emulator.save(_BEGINNING)
        yield emulator


@pytest.fixture
def shared_graph_emulator(_running_graph_emulator: "Emulator") -> "Emulator":
    """Give the one local Graph of the whole run, as it was at the beginning.

    It is reset before each test that asks for it, which takes a few milliseconds.
    """
    _running_graph_emulator.restore(_BEGINNING)
    return _running_graph_emulator


def _emulator(fixture: str, options: dict[str, Any]) -> "Emulator":
    try:
        from graphsync.emulator.emulator import Emulator
    except ModuleNotFoundError as error:
        raise pytest.UsageError(missing_extra(fixture, error)) from error
    return Emulator(**options)
