"""Steps of a rotation, as a callback gets them."""

from __future__ import annotations

from graphsync._core.domain.secret_rotation import RotationStep, RotationSteps


def test_steps_are_reported_as_they_end():
    seen: list[RotationStep] = []
    steps = RotationSteps(seen.append)
    steps.done("read", "2 stored")
    steps.done("write", "written")
    assert [(one.name, one.found) for one in seen] == [("read", "2 stored"), ("write", "written")]
    assert 0 <= seen[0].waited <= seen[1].waited


def test_without_a_callback_nothing_is_reported():
    RotationSteps(None).done("read", "2 stored")
