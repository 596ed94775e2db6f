from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync._core.response.retry_after import retry_after
from graphsync.errors import (
    ConnectionFailed,
    Failure,
    NotFound,
    ServerFailure,
    ServiceError,
    Throttled,
    UnreadableAnswer,
)
from graphsync.retry import RetryPolicy

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def error(status: int, wait: float | None = None) -> ServiceError:
    kinds = {429: Throttled, 404: NotFound, 503: ServerFailure}
    failure = Failure(status=status, code="X", message="", method="GET", path="/", retry_after=wait)
    return kinds.get(status, ServiceError)(failure)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 7.0),
        ("2.128", 2.128),
        (" 0 ", 0.0),
        ("-5", 0.0),
        ("Thu, 01 Jan 2026 00:00:30 GMT", 30.0),
        ("Thu, 01 Jan 2026 00:00:30", 30.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("Foo, 99 Bar 2026", None),
    ],
)
def test_retry_after_is_read_in_every_form(text, seconds):
    assert retry_after({"retry-after": text}, NOW) == seconds


def test_a_date_counts_from_the_services_own_clock():
    headers = {
        "retry-after": "Thu, 01 Jan 2026 10:00:30 GMT",
        "date": "Thu, 01 Jan 2026 10:00:00 GMT",
    }
    assert retry_after(headers, NOW) == 30
    assert retry_after({}, NOW) is None


@given(st.text())
def test_no_text_breaks_retry_after(text):
    seconds = retry_after({"retry-after": text, "date": text}, NOW)
    assert seconds is None or seconds >= 0


def test_retry_after_is_obeyed_to_the_letter():
    assert RetryPolicy().pause(error(429, 2.5), attempt=1, repeatable=False) == 2.5
    assert RetryPolicy(wait_max=1).pause(error(503, 40), attempt=1, repeatable=True) == 40


def test_a_pause_that_the_budget_does_not_hold_is_not_begun():
    assert RetryPolicy().pause(error(429, 2.5), attempt=1, repeatable=False, left=2.5) is None
    assert RetryPolicy().pause(error(429, 2.5), attempt=1, repeatable=False, left=2.6) == 2.5


def test_pauses_double_up_to_a_most():
    policy = RetryPolicy(wait_initial=1, wait_max=5, jitter=0, attempts=99)
    pauses = [
        policy.pause(error(503), attempt=attempt, repeatable=True) for attempt in (1, 2, 3, 4, 98)
    ]
    assert pauses == [1, 2, 4, 5, 5]


@given(st.floats(0, 5), st.integers(1, 1000))
def test_jitter_only_shortens(jitter, attempt):
    pause = RetryPolicy(jitter=jitter, attempts=10_000).pause(
        error(503), attempt=attempt, repeatable=True
    )
    assert pause is not None
    assert 0 <= pause <= 30


@pytest.mark.parametrize(
    ("failure", "repeatable", "again"),
    [
        (error(429), False, True),
        (error(503), True, True),
        (error(503), False, False),
        (error(501), True, False),
        (error(404), True, False),
        (ConnectionFailed("x", sent=False), False, True),
        (ConnectionFailed("x", sent=True), False, False),
        (ConnectionFailed("x", sent=True), True, True),
        (UnreadableAnswer("x", status=200, headers={}, body=""), True, False),
    ],
)
def test_who_may_go_again(failure, repeatable, again):
    assert (RetryPolicy().pause(failure, attempt=1, repeatable=repeatable) is not None) is again
    assert RetryPolicy(attempts=3).pause(failure, attempt=3, repeatable=repeatable) is None


def test_the_consistency_window_outlasts_attempts_and_ends_with_time():
    policy = RetryPolicy(attempts=1)
    assert (
        policy.pause(error(404), attempt=50, repeatable=False, elapsed=9, consistency=10)
        is not None
    )
    assert policy.pause(error(404), attempt=1, repeatable=False, elapsed=10, consistency=10) is None
    assert policy.pause(error(400), attempt=1, repeatable=False, elapsed=0, consistency=10) is None


@pytest.mark.parametrize(
    "wrong", [{"attempts": 0}, {"wait_initial": -1}, {"wait_max": -1}, {"jitter": -1}]
)
def test_policies_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValueError, match="must be at least"):
        RetryPolicy(**wrong)
