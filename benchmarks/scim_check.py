"""The gallery's tests against an endpoint without a defect, and with one for each test.

`python -m benchmarks.scim_check` prints the time of each test, and a table with a row for each defect: `x` is a failure of
the test that the defect is about, `!` one of another test. It exits with 1 if there is a `!`, or an `x` is missing.
"""

import sys
import time

from graphsync.scim import TEST_NAMES, Outcome
from tests.emulator.scim_defects import DEFECTS, run
from tests.emulator.scim_server import scim_server


def main() -> int:
    began = time.monotonic()
    waited = time.process_time()
    with scim_server() as server:
        report = run(server)
    whole, busy = time.monotonic() - began, time.process_time() - waited
    for item in report.results:
        print(f"{item.outcome:8}{item.seconds:7.2f} s  {item.name}")
    print(
        f"{report.verdict}: {len(report.results)} tests in {whole:.1f} s, {busy:.1f} s of it on the processor\n"
    )

    print("      " + " ".join(f"{number:2}" for number in range(1, len(TEST_NAMES) + 1)))
    is_right = report.verdict == "Succeeded"
    for number, (test, defect, only) in enumerate(DEFECTS, 1):
        with scim_server(defects={defect}, only=only) as server:
            found = run(server)
        failed = [item.name for item in found.results if item.outcome != Outcome.PASSED]
        marks = [
            ("x" if item.name == test else "!") if item.has_failed else "."
            for item in found.results
        ]
        is_right = is_right and failed == [test]
        print(
            f"{number:4}  " + " ".join(f"{mark:>2}" for mark in marks) + f"  {test}: {defect}",
            flush=True,
        )
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
