"""What holds for every test."""

from __future__ import annotations

import signal

from hypothesis import HealthCheck, settings

# A machine may be busy with other work: no test measures time, unless it says so. Observed: 200 ms
# for one example were too short while three other programs ran.
settings.register_profile(
    "untimed", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

# A shell starts what runs in the background (`make test &`) with Ctrl-C ignored, and every program
# started from there inherits that. Observed: the tests of Ctrl-C waited for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
