"""One call on its way, from the first attempt to the last."""

from __future__ import annotations

import pytest

from graphsync._core.call import deadline
from graphsync._core.call.call import Call, was_sent
from graphsync._core.call.settings import CallSettings
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync.errors import (
    ClientClosed,
    ConnectionFailed,
    GraphError,
    NotFound,
    Refused,
    ServerFailure,
    SignInFailed,
    Throttled,
    TimedOut,
    UnreadableAnswer,
)
from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts
from tests.core.telling import told

ONE = PreparedRequest(name="x", method="GET", url="https://graph.microsoft.com/v1.0/x", headers={})
DELETE = PreparedRequest(
    name="x", method="DELETE", url="https://graph.microsoft.com/v1.0/x", headers={}
)
RETRY = RetryPolicy(attempts=3, wait_initial=1, jitter=0)
BROKEN = ConnectionFailed("broken", sent=True)
UNREACHED = ConnectionFailed("unreached", sent=False)
GONE, FAILED, THROTTLED = told(404), told(503), told(429, retry_after="7")


def call(request=ONE, *, repeatable=True, also=None, **settings) -> Call:
    settings = {"timeouts": Timeouts.of(60), "retry": RETRY, **settings}
    return Call(request, CallSettings(**settings), repeatable=repeatable, also=also)


@pytest.fixture
def clock(monkeypatch):
    """A clock that only the test moves."""

    class Clock:
        now = 100.0

    monkeypatch.setattr(deadline.time, "monotonic", lambda: Clock.now)
    return Clock


def test_the_kinds_of_errors_are_what_the_service_means():
    assert [type(error) for error in (GONE, FAILED, THROTTLED)] == [
        NotFound,
        ServerFailure,
        Throttled,
    ]


@pytest.mark.parametrize(("status", "also", "accepted"), [(200, None, True), (299, None, True), (304, None, False),
    (199, None, False), (404, None, False), (404, 404, True), (500, 404, False)])  # fmt: skip
def test_what_a_caller_accepts(status, also, accepted):
    assert call(also=also).accepts(status) is accepted


def test_attempts_are_counted_and_pauses_grow():
    made = call()
    assert [made.pause(FAILED) for _ in range(3)] == [1.0, 2.0, None]


@pytest.mark.parametrize(
    ("error", "repeatable", "pause"),
    [
        (FAILED, False, None),
        (FAILED, True, 1.0),
        (THROTTLED, False, 7.0),
        (UNREACHED, False, 1.0),
        (BROKEN, False, None),
        (BROKEN, True, 1.0),
        (GONE, True, None),
    ],
)
def test_what_may_be_repeated(error, repeatable, pause):
    assert call(repeatable=repeatable).pause(error) == pause


def test_no_pause_goes_beyond_the_calls_time(clock):
    made = call(timeouts=Timeouts.of(8))
    clock.now += 2
    assert made.pause(THROTTLED) is None
    assert call(timeouts=Timeouts.of(None)).pause(THROTTLED) == 7.0


def test_what_is_not_visible_yet_is_waited_for_unless_the_token_lacks_the_permission(clock):
    waiting = call(consistency=30)
    assert waiting.pause(GONE) == 1.0
    clock.now += 30
    assert waiting.pause(GONE) is None
    lacking = call(consistency=30)
    lacking.lacks = "the token lacks it"
    assert lacking.pause(told(403)) is None


@pytest.mark.parametrize(
    ("request_", "first", "second", "is_done"),
    [
        (DELETE, BROKEN, GONE, True),
        (DELETE, FAILED, GONE, True),
        (DELETE, told(408), GONE, True),
        (DELETE, UNREACHED, GONE, False),
        (DELETE, THROTTLED, GONE, False),
        (DELETE, BROKEN, FAILED, False),
        (ONE, BROKEN, GONE, False),
    ],
)
def test_what_a_lost_attempt_deleted_counts_as_deleted(request_, first, second, is_done):
    made = call(request_)
    assert not made.is_done_by_a_lost_attempt(second)
    made.pause(first)
    assert made.is_done_by_a_lost_attempt(second) is is_done


def test_time_that_is_up_is_an_error_that_says_whether_anything_was_sent(clock):
    made = call(timeouts=Timeouts.of(5))
    made.check_time()
    clock.now += 5
    with pytest.raises(
        TimedOut, match=r"GET /v1\.0/x: no answer within the 5 s that timeout= gives"
    ) as late:
        made.check_time()
    assert not late.value.sent
    made.is_sent = True
    assert made.timed_out().sent


def test_a_client_that_is_closed_meanwhile_says_what_may_have_happened():
    made = call()
    assert "nothing was sent" in str(made.broken_off())
    made.is_sent = True
    assert "the service may have done it" in str(made.broken_off())


@pytest.mark.parametrize(
    ("error", "sent"),
    [
        (BROKEN, True),
        (UNREACHED, False),
        (FAILED, True),
        (UnreadableAnswer("x", status=200, headers={}, body=""), True),
        (ClientClosed("x"), False),
        (Refused("x"), False),
        (SignInFailed("x"), False),
        (GraphError("x"), True),
    ],
)
def test_whether_the_service_may_have_seen_a_request(error, sent):
    assert was_sent(error) is sent
