from __future__ import annotations

import pytest

from graphsync._core.secrecy.hidden import Hidden


@pytest.mark.parametrize("value", ["hunter2", b"hunter2", {"a": "hunter2"}, None])
def test_a_hidden_value_shows_itself_to_nobody_but_the_one_that_asks(value: object) -> None:
    hidden = Hidden(value)
    assert {repr(hidden), str(hidden), f"{hidden}", f"{[hidden]}"} == {"***", "[***]"}
    assert hidden.reveal() is value
    assert hidden == Hidden(value)
    assert hidden != value
    assert hidden != Hidden("other")


def test_hidden_texts_can_be_keys() -> None:
    assert {Hidden("a"), Hidden("a"), Hidden("b")} == {Hidden("a"), Hidden("b")}
