from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st

from graphsync._core.call.rate_limiter import _MARGIN, RateLimit, RateLimiter
from graphsync._core.call.shared_limits import SharedLimits
from graphsync.auth import client_secret

WINDOW = 10 + _MARGIN


def call(limiter, name, now, patience=None, *, takes=0.0):
    """Take a place, go through with the call, and return how long it waited."""
    place = limiter.reserve(name, now, patience)
    wait = place.wait
    if patience is None or wait <= patience:
        if wait:
            assert limiter.go_on(name, place, now + wait) == 0
        limiter.finish(place, now + wait + takes)
    return wait


def test_operations_without_a_limit_go_at_once():
    limiter = RateLimiter()
    place = limiter.reserve("get_job", 0, None)
    assert place.wait == 0
    limiter.finish(place, 1)
    limiter.release("get_job", place)


def test_the_sixth_waits_for_the_first_to_be_old():
    limiter = RateLimiter()
    waits = [
        round(call(limiter, "provision_on_demand", moment), 3) for moment in (0, 1, 2, 3, 4, 5, 6)
    ]
    assert waits == [0, 0, 0, 0, 0, 5 + _MARGIN, 5 + _MARGIN]
    assert call(limiter, "provision_on_demand", 100) == 0


def test_a_call_counts_until_its_answer():
    limiter = RateLimiter({"x": (RateLimit(1, 10),)})
    first = limiter.reserve("x", 0, None)
    second = limiter.reserve("x", 7, None)
    assert round(second.wait, 3) == WINDOW  # the service may count the first call now
    limiter.finish(first, 8)
    # Woken at 17.1, and the answer of the first one is not old enough.
    assert round(limiter.go_on("x", second, 7 + WINDOW), 3) == 1
    assert limiter.go_on("x", second, 8.001 + WINDOW) == 0


def test_a_slow_call_takes_one_place_and_no_more():
    limiter = RateLimiter({"x": (RateLimit(2, 10),)})
    slow = limiter.reserve("x", 0, None)
    assert call(limiter, "x", 0) == 0
    assert call(limiter, "x", 20) == 0
    assert limiter.reserve("x", 21, 0).wait > 0
    limiter.finish(slow, 21)
    assert call(limiter, "x", 21 + WINDOW) == 0


def test_what_is_too_long_to_wait_takes_no_place():
    limiter = RateLimiter({"x": (RateLimit(1, 10),)})
    assert call(limiter, "x", 0) == 0
    assert [round(call(limiter, "x", 1, 5), 3) for _ in range(3)] == [9 + _MARGIN] * 3
    assert call(limiter, "x", 1, 10) == 9 + _MARGIN
    assert round(call(limiter, "x", 1), 3) == round(9 + _MARGIN + WINDOW, 3)


def test_a_place_that_is_released_is_free():
    limiter = RateLimiter({"x": (RateLimit(1, 10),)})
    place = limiter.reserve("x", 0, None)
    waiting = limiter.reserve("x", 0, None)
    limiter.release("x", waiting)
    assert limiter.reserve("x", 0, None).wait == WINDOW
    limiter = RateLimiter({"x": (RateLimit(1, 10),)})
    place = limiter.reserve("x", 0, None)
    limiter.release("x", place)
    assert limiter.reserve("x", 0, None).wait == 0


def test_uploads_know_both_of_their_limits():
    limiter = RateLimiter()
    places = [limiter.reserve("perform_bulk_upload", 0, None) for _ in range(6001)]
    assert places[39].wait == 0
    assert places[40].wait == 5 + _MARGIN
    assert round(places[5999].wait, 1) == round(149 * (5 + _MARGIN), 1)
    assert places[6000].wait == 86_400 + _MARGIN


calls = st.tuples(st.floats(0, 50), st.floats(0, 30), st.floats(0, 1))


@given(st.lists(calls, max_size=60), st.integers(1, 5), st.floats(0.1, 10))
def test_no_window_ever_holds_more_than_the_limit_whenever_the_service_counts(gaps, count, seconds):
    """Each call begins, is counted at some moment, and ends; calls overlap, and are counted in any order."""
    limiter, now, counted, open_calls = (
        RateLimiter({"x": (RateLimit(count, seconds),)}),
        0.0,
        [],
        [],
    )
    for gap, takes, share in gaps:
        now += gap
        for place, end in sorted(open_calls, key=lambda pair: pair[1]):
            if end <= now:
                limiter.finish(place, end)
        open_calls = [pair for pair in open_calls if pair[1] > now]
        place = limiter.reserve("x", now, None)
        while place.wait:
            now += place.wait
            for other, end in open_calls:
                if end <= now:
                    limiter.finish(other, end)
            open_calls = [pair for pair in open_calls if pair[1] > now]
            limiter.go_on("x", place, now)
        counted.append(now + share * takes)
        open_calls.append((place, now + takes))
    counted.sort()
    for at, moment in enumerate(counted[count:]):
        assert moment - counted[at] >= seconds - 1e-6


def test_threads_share_the_places():
    limiter, waits = RateLimiter({"x": (RateLimit(10, 1000),)}), []

    def take():
        for _ in range(50):
            waits.append(limiter.reserve("x", 0, 1).wait)

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert waits.count(0) == 10


def test_a_child_keeps_what_was_counted_and_waits_for_no_call_of_its_parent():
    limiter = RateLimiter({"x": (RateLimit(1, 10),)})
    limiter.reserve("x", 0, None)
    limiter.reserve("x", 0, None)
    limiter._lock.acquire()  # by a thread of the parent, which the child does not have
    limiter.renew()
    assert limiter.reserve("x", 0, 0).wait > 0
    assert limiter.reserve("x", 1e12, 0).wait == 0


class Credential:
    pass


def test_clients_of_one_application_share_their_limits():
    shared, one, other = SharedLimits(), Credential(), Credential()
    first = shared.of("https://a", one, None)
    assert shared.of("https://a", one, None) is first
    assert shared.of("https://a", other, None) is not first
    assert shared.of("https://b", one, None) is not first
    assert shared.of("https://a", "t", None) is shared.of("https://a", "t", None)
    assert shared.of("https://a", "t", None) is not shared.of("https://a", "u", None)
    flows = [client_secret("tenant", "app", secret) for secret in ("s", "t")]
    assert shared.of("https://a", flows[0], None) is shared.of("https://a", flows[1], None)
    assert shared.of("https://a", client_secret("tenant", "b", "s"), None) is not shared.of(
        "https://a", flows[0], None
    )


def test_an_own_transport_has_limits_of_its_own():
    shared, one = SharedLimits(), Credential()
    transport = Credential()
    assert shared.of("https://a", one, transport) is shared.of("https://a", one, transport)
    assert shared.of("https://a", one, transport) is not shared.of("https://a", one, None)


def test_limits_keep_no_credential_alive_and_no_token_in_sight():
    shared = SharedLimits()
    shared.of("https://a", Credential(), None)
    shared.of("https://a", "s3cret-token", None)
    assert len(shared._process.by_object) == 0
    assert "s3cret-token" not in repr(vars(shared._process))
    for number in range(1100):
        shared.of("https://a", f"token {number}", None)
    assert len(shared._process.by_name) == 1000


def test_a_credential_that_cannot_be_a_key_has_limits_of_its_own():
    class Unhashable:
        __hash__ = None

    one = Unhashable()
    assert SharedLimits().of("https://a", one, None) is not None
