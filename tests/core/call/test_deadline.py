"""The time of one call."""

from __future__ import annotations

import pytest

from graphsync._core.call.deadline import Deadline
from graphsync.errors import RateLimitExceeded
from graphsync.timeouts import Timeouts


def test_a_phase_has_its_own_limit_or_what_is_left_of_the_call():
    phases = Deadline(10).phases(Timeouts(connect=1, read=None, write=100, pool=5))
    assert phases["connect"] == 1
    assert phases["pool"] == 5
    assert 0 < phases["read"] <= 10
    assert 0 < phases["write"] <= 10


def test_without_a_total_only_the_phases_have_limits():
    deadline = Deadline(None)
    assert deadline.left is None
    assert deadline.phases(Timeouts(read=None))["read"] is None
    deadline.check_rate_limit("x", 10**9)


def test_a_wait_that_the_budget_does_not_hold_is_refused():
    with pytest.raises(
        RateLimitExceeded, match=r"provision_on_demand: .*of 2 s.*Raise timeout="
    ) as failure:
        Deadline(2).check_rate_limit("provision_on_demand", 7.0)
    assert failure.value.retry_after == 7.0
    Deadline(100).check_rate_limit("x", 7.0)


def test_no_time_is_left_rather_than_less_than_none():
    assert Deadline(0).left == 0
