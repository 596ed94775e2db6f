"""How much was tried."""

from __future__ import annotations

import os

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if os.environ.get("GRAPHSYNC_MATRIX") != "all":
        return
    from .faults import faults
    from .operations import operations

    made, met = operations(), faults()
    names = {operation.name for operation in made}
    terminalreporter.write_line(
        f"matrix: {len(names)} operations, {len(made)} with their owners, x {len(met)} faults x 2 clients = "
        f"{len(made) * len(met) * 2:,} cells"
    )
