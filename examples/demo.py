"""Start a local Graph and run the quick start against it: `make demo`."""

from __future__ import annotations

import os
import subprocess
import sys

from graphsync.emulator import CLIENT_ID, CLIENT_SECRET, SCIM_PRINCIPAL_ID, TENANT_ID, Emulator


def main() -> int:
    """Run the quick start as its own process, as a user would."""
    with Emulator(tls=True) as emulator:
        print(f"A local Graph answers at {emulator.url}", flush=True)
        settings = {
            "TENANT_ID": TENANT_ID,
            "CLIENT_ID": CLIENT_ID,
            "CLIENT_SECRET": CLIENT_SECRET,
            "SERVICE_PRINCIPAL_ID": SCIM_PRINCIPAL_ID,
            "GRAPH_ENDPOINT": emulator.url,
            "GRAPH_AUTHORITY": emulator.authority,
            "GRAPH_CA_FILE": str(emulator.ca_file),
        }
        quick_start = [sys.executable, "-m", "examples.quickstart"]
        # The program of this folder, with settings of the line above.
        done = subprocess.run(quick_start, env={**os.environ, **settings}, check=False)  # noqa: S603
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
