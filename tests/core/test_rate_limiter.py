from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st

from graphsync._core.call.rate_limiter import RateLimit, RateLimiter


def test_operations_without_a_limit_go_at_once():
    assert RateLimiter().reserve("get_job", 0, None) == 0


def test_the_sixth_waits_for_the_first_to_be_old():
    pace = RateLimiter()
    waits = [pace.reserve("provision_on_demand", moment, None) for moment in (0, 1, 2, 3, 4, 5, 6)]
    assert waits == [0, 0, 0, 0, 0, 5, 5]
    assert pace.reserve("provision_on_demand", 100, None) == 0


def test_what_is_too_long_to_wait_takes_no_place():
    pace = RateLimiter({"x": (RateLimit(1, 10),)})
    assert pace.reserve("x", 0, 1) == 0
    assert [pace.reserve("x", 1, 5) for _ in range(3)] == [9, 9, 9]
    assert pace.reserve("x", 1, 9) == 9
    assert pace.reserve("x", 1, None) == 19


def test_two_limits_hold_together():
    pace = RateLimiter({"x": (RateLimit(2, 1), RateLimit(3, 100))})
    assert [pace.reserve("x", 0, None) for _ in range(5)] == [0, 0, 1, 100, 100]


def test_uploads_know_both_of_their_limits():
    pace = RateLimiter()
    waits = [pace.reserve("perform_bulk_upload", 0, None) for _ in range(6001)]
    assert waits[39] == 0
    assert waits[40] == 5
    assert waits[5999] == 745
    assert waits[6000] == 86_400


@given(st.lists(st.floats(0, 50), max_size=60), st.integers(1, 5), st.floats(0.1, 10))
def test_no_window_ever_holds_more_than_the_limit(gaps, calls, seconds):
    pace, now, moments = RateLimiter({"x": (RateLimit(calls, seconds),)}), 0.0, []
    for gap in gaps:
        now += gap
        moments.append(now + pace.reserve("x", now, None))
    assert moments == sorted(moments)
    for at, moment in enumerate(moments[calls:]):
        assert moment - moments[at] >= seconds - 1e-6


def test_threads_share_the_places():
    pace, waits = RateLimiter({"x": (RateLimit(10, 1000),)}), []

    def take():
        for _ in range(50):
            waits.append(pace.reserve("x", 0, 1))

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert waits.count(0) == 10
