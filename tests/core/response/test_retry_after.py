"""`Retry-After` in all its shapes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graphsync._core.response.retry_after import retry_after

NOW = datetime(2026, 1, 1, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": " 5 "}, 5.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "1e999"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "Thu, 01 Jan 2026 12:00:09 GMT"}, 9.0),
        (
            {
                "retry-after": "Thu, 01 Jan 2026 12:00:09 GMT",
                "date": "Thu, 01 Jan 2026 12:00:07 GMT",
            },
            2.0,
        ),
        ({"retry-after": "Thu, 01 Jan 2026 11:00:00 GMT"}, 0.0),
    ],
)
def test_seconds(headers, seconds):
    assert retry_after(headers, NOW) == seconds
