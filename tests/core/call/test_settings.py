"""Settings of calls: what changes, and what stays."""

from __future__ import annotations

import pytest

from graphsync import RetryPolicy, Timeouts
from graphsync._core.call.settings import CallSettings, check_kind


def test_absent_settings_stay():
    first = CallSettings().changed(timeout=5, consistency=60)
    second = first.changed(retry=RetryPolicy(attempts=1))
    assert (second.timeouts, second.consistency, second.retry.attempts) == (Timeouts.of(5), 60, 1)
    assert first.retry.attempts == 5
    assert first.changed().timeouts is first.timeouts


def test_none_is_no_limit_and_not_absent():
    assert CallSettings().changed(timeout=None).timeouts.total is None


@pytest.mark.parametrize("name", ["retry", "consistency"])
def test_another_type_is_named(name):
    with pytest.raises(TypeError, match=f"^{name}= is a str; pass a .*, or leave it out"):
        CallSettings().changed(**{name: "x"})
    check_kind("consistency", 1, float, int)
