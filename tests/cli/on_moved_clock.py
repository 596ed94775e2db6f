"""The command in a process whose pauses move the local Graph's clock instead of lasting."""

from __future__ import annotations

import sys

from graphsync._sync.native import Calls
from tests.wire.payroll_upload import MovedClock


def main(url: str, *words: str) -> int:
    from graphsync._sync.inbound import upload_time
    from graphsync._sync.tasks import waiting
    from graphsync._sync.transport import transport
    from graphsync.cli.root import run

    clock = MovedClock(url)
    Calls.sleep = lambda calls, seconds: clock.sleep(calls, seconds)  # type: ignore[method-assign]
    upload_time.time = transport.time = waiting.time = clock  # type: ignore[attr-defined]
    return run(words)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
