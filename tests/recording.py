"""Which tests send which operation: `python -m tests.recording` writes `tests/operations.toml`, from
which `make generate` fills the column of tests in `docs/reference/operations.md`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

FILE = Path(__file__).with_name("operations.toml")
TESTS = ("tests/facade", "tests/wire", "tests/fleet", "tests/causes")
_OUT = "GRAPHSYNC_RECORD_OPERATIONS"
_SHOWN = 3
_HEAD = (
    "# Written by `python -m tests.recording`: the test modules that send an operation most.\n\n"
)


@pytest.fixture(autouse=True, scope="session")
def _record() -> Iterator[None]:
    from graphsync._core.request.prepared_request import PreparedRequest

    sent: Counter[tuple[str, str]] = Counter()
    original = PreparedRequest.of.__func__  # type: ignore[attr-defined]

    def of(cls: type[PreparedRequest], operation: Any, endpoint: Any) -> PreparedRequest:
        place = os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")[0]
        sent[operation.name, place] += 1
        return original(cls, operation, endpoint)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PreparedRequest, "of", classmethod(of))
        yield
    lines = [f"{name}\t{place}\t{count}\n" for (name, place), count in sent.items()]
    Path(os.environ[_OUT]).write_text("".join(lines), "utf-8")


def table(sent: Mapping[tuple[str, str], int]) -> str:
    """Write the file: for each operation the modules that send it most, most first."""
    modules: dict[str, Counter[str]] = {}
    for (name, place), count in sent.items():
        # The synchronous tests are made from the asynchronous ones, so one of the two is enough.
        module = place.removeprefix("tests/").replace("facade/sync/", "facade/aio/")
        if name.isidentifier() and module:
            modules.setdefault(name, Counter())[module] += count
    rows: list[str] = []
    for name in sorted(modules):
        ranked = sorted(modules[name], key=lambda module: (-modules[name][module], module))
        shown = ", ".join(f'"{module}"' for module in ranked[:_SHOWN])
        rows.append(f"{name} = [{shown}]\n")
    return _HEAD + "[tests]\n" + "".join(rows)


def record(out: Path) -> dict[tuple[str, str], int]:
    """Run the tests and return how often each module sent each operation."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "tests.recording", *TESTS]
    done = subprocess.run(command, env={**os.environ, _OUT: str(out)}, check=False)
    if done.returncode:
        raise SystemExit("the tests fail; nothing was written")
    rows = [line.split("\t") for line in out.read_text("utf-8").splitlines()]
    return {(name, place): int(count) for name, place, count in rows}


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        FILE.write_text(table(record(Path(folder) / "sent")), "utf-8")
