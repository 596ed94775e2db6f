"""What holds for every property test."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A machine may be busy with other work: no test measures time, unless it says so. Observed: 200 ms
# for one example were too short while three other programs ran.
settings.register_profile(
    "untimed", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")
