"""Which clients of a process share the service's limits."""

from __future__ import annotations

import gc
import threading

import pytest

from graphsync._core.call.shared_limits import SharedLimits
from graphsync.auth import client_secret
from tests.forking import forks, held_by_another_thread, in_child


class Credential:
    """Nothing but an identity."""


@pytest.mark.parametrize(
    ("one", "other", "is_shared"),
    [
        (("https://a", "token", None), ("https://a", "token", None), True),
        (("https://a", "token", None), ("https://b", "token", None), False),
        (("https://a", "token", None), ("https://a", "other", None), False),
        (
            ("https://a", client_secret("t", "app", "s"), None),
            ("https://a", client_secret("t", "app", "u"), None),
            True,
        ),
        (
            ("https://a", client_secret("t", "app", "s"), None),
            ("https://a", client_secret("u", "app", "s"), None),
            False,
        ),
        (("https://a", "\ud800", None), ("https://a", "\ud800", None), True),
    ],
)
def test_the_same_application_at_the_same_server_shares(one, other, is_shared):
    shared = SharedLimits()
    assert (shared.of(*one) is shared.of(*other)) is is_shared


def test_an_own_transport_never_shares_with_the_network():
    shared, transport = SharedLimits(), Credential()
    assert shared.of("https://a", "token", transport) is not shared.of("https://a", "token", None)
    assert shared.of("https://a", "token", transport) is shared.of("https://a", "token", transport)


def test_what_is_no_longer_used_is_forgotten():
    shared = SharedLimits()
    credential, transport = Credential(), Credential()
    shared.of("https://a", credential, transport)
    assert len(shared._by_transport) == 1
    del credential, transport
    gc.collect()
    assert (len(shared._by_transport), len(shared._process.by_object)) == (0, 0)


def test_the_one_that_was_used_longest_ago_is_forgotten_first():
    shared = SharedLimits()
    first, second = shared.of("https://a", "0", None), shared.of("https://a", "1", None)
    for number in range(2, 1000):
        shared.of("https://a", str(number), None)
    assert shared.of("https://a", "0", None) is first
    shared.of("https://a", "1000", None)
    assert shared.of("https://a", "0", None) is first
    assert shared.of("https://a", "1", None) is not second


def test_threads_get_the_same():
    shared, start, found = SharedLimits(), threading.Barrier(8), []

    def look() -> None:
        start.wait(10)
        found.extend(shared.of("https://a", str(number), None) for number in range(200))

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 1600
    assert len({id(limiter) for limiter in found}) == 200


@forks[0]
@forks[1]
def test_a_child_does_not_wait_for_a_thread_of_its_parent():
    shared = SharedLimits()
    with held_by_another_thread(shared._lock):
        assert (
            in_child(lambda: type(shared.of("https://a", "token", None)).__name__, 5)
            == "RateLimiter"
        )
