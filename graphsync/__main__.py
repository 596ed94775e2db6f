"""`graphsync`, the same as `python -m graphsync`."""

from __future__ import annotations

import sys

try:
    from graphsync.cli.root import run
except ModuleNotFoundError as error:
    from graphsync.emulator.extra import missing_extra

    raise SystemExit(missing_extra("graphsync", error, extra="cli")) from None


def main() -> None:
    """Run the command line."""
    sys.exit(run())


if __name__ == "__main__":
    main()
