"""Errors after which nobody knows what the service did."""

from __future__ import annotations

import pytest

from graphsync._core.response.arrival import may_have_arrived
from graphsync.errors import (
    ConnectionFailed,
    ServerFailure,
    Throttled,
    TimedOut,
    WaitTimedOut,
)


def answered(kind):
    return kind.__new__(kind)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ConnectionFailed("x", sent=True), True),
        (ConnectionFailed("x", sent=False), False),
        (TimedOut("x", sent=True), True),
        (answered(ServerFailure), True),
        (answered(Throttled), False),
        (WaitTimedOut("x", None), False),
        (KeyboardInterrupt(), True),
    ],
)
def test_what_is_left_open(error, expected):
    assert may_have_arrived(error) is expected
