"""The pytest plugin: a fixture that runs a local Graph for one test.

The plugin is there wherever graphsync-client is installed. It imports the emulator only when a test
asks for it, so that an installation without the extra changes nothing for pytest.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from graphsync.emulator.extra import missing_extra

if TYPE_CHECKING:
    from graphsync.emulator.emulator import Emulator

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
    try:
        from graphsync.emulator.emulator import Emulator
    except ModuleNotFoundError as error:
        raise pytest.UsageError(missing_extra("graph_emulator", error)) from error
    marker: pytest.Mark | None = request.node.get_closest_marker("graph_emulator")
    # Any: the emulator itself checks what a marker gives it.
    options: dict[str, Any] = dict(marker.kwargs) if marker else {}
    with Emulator(**options) as emulator:
        yield emulator
