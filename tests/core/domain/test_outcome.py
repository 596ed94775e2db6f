"""What becomes of a person."""

from __future__ import annotations

from graphsync._core.domain.outcome import DONE, OUT_OF_SCOPE, Outcome


def test_what_is_delivered_is_what_the_target_has():
    assert {one for one in Outcome if not one.is_delivered} == {
        Outcome.FAILED,
        Outcome.OUT_OF_SCOPE,
        Outcome.PENDING,
    }
    assert set(DONE.values()) < set(Outcome)
    assert "NotInScope" in OUT_OF_SCOPE
