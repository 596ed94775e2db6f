"""Regular expressions that would never end are stopped, and not tried again and again."""

from __future__ import annotations

import pytest

from graphsync.expressions import ExpressionError
from graphsync.expressions.dotnet_regex import MOST_TIMEOUTS, Pattern, compiled

NEVER_ENDS = r"(?:a|aa)+c$"
LONG = "a" * 80


@pytest.mark.parametrize("use", [
    lambda pattern: pattern.found_in(LONG),
    lambda pattern: pattern.replace(LONG, "x"),
    lambda pattern: pattern.group_in(LONG, "part"),
    lambda pattern: pattern.replace_group(LONG, "part", "x"),
])  # fmt: skip
def test_a_pattern_that_is_too_slow_is_given_up(use) -> None:
    compiled.cache_clear()
    pattern: Pattern = compiled(f"(?<part>{NEVER_ENDS})")
    for _ in range(MOST_TIMEOUTS):
        assert pattern.found_in("ac") is True
        with pytest.raises(ExpressionError, match="took longer than"):
            use(pattern)
    # From now on not even a text that it would be quick with.
    with pytest.raises(ExpressionError, match="took longer than"):
        pattern.found_in("ac")
    compiled.cache_clear()
