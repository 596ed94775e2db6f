"""The time of one call."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graphsync._core.call.deadline import Deadline, check_timeout
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


@pytest.mark.parametrize(
    ("timeout", "least", "message"),
    [
        ("5", None, "timeout is '5'; it must be a number, more than 0 seconds, or None"),
        (timedelta(minutes=5), None, "it must be a number"),
        (True, None, "it must be a number"),
        (0, None, "timeout is 0; it must be more than 0 seconds, or None"),
        (float("nan"), None, "timeout is nan"),
        (-1, 0, "timeout is -1; it must be 0 seconds or more, or None"),
        (None, None, None),
        (0, 0, None),
        (0.1, None, None),
    ],
)
def test_what_cannot_be_the_time_of_a_task_is_named(timeout, least, message):
    if message is None:
        check_timeout(timeout, least=least)
    else:
        with pytest.raises((TypeError, ValueError), match=message):
            check_timeout(timeout, least=least)
