"""Loaded members as short text."""

from __future__ import annotations

import pytest

from graphsync._core.display.text import member, text
from graphsync_client.models import SynchronizationJob

JOB = SynchronizationJob.from_dict({"id": "j", "status": {"code": "Active"}, "schedule": 5})


@pytest.mark.parametrize(
    ("data", "names", "found"),
    [
        (JOB, ("id",), "j"),
        (JOB, ("status", "code"), "Active"),
        (JOB, ("status", "quarantine", "reason"), None),
        (JOB, ("id", "code"), None),
        (JOB, ("schedule", "state"), "unreadable"),
        (JOB, ("schedule",), "unreadable"),
        (None, ("id",), None),
    ],
)
def test_a_member_of_a_member(data, names, found):
    assert member(data, *names) == found


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        ("a\nb\x1b[31m", "a\\nb\\x1b[31m"),
        ("\u202eabc", "\\u202eabc"),
        ("x" * 200, "x" * 200),
        ("x" * 201, "x" * 200 + "…"),
    ],
)
def test_text_is_one_line_of_bounded_length(value, shown):
    assert text(value) == shown
