"""What a restart may forget."""

from __future__ import annotations

import pytest

from graphsync._core.domain.restart_scopes import PORTAL, Scope, checked_scope
from graphsync.errors import Refused


@pytest.mark.parametrize("scope", [PORTAL, Scope.WATERMARK, Scope.FORCE_DELETES])
def test_harmless_scopes_pass(scope):
    assert checked_scope(scope, dangerous=False) is scope


@pytest.mark.parametrize(
    "scope",
    [
        Scope(0),
        Scope.FULL,
        Scope.CONNECTOR_DATA_STORE | Scope.ESCROWS,
        Scope.FORCE_DELETES | Scope.ESCROWS,
    ],
)
def test_dangerous_scopes_need_to_be_meant(scope):
    with pytest.raises(Refused, match="Pass dangerous=True"):
        checked_scope(scope, dangerous=False)
    assert checked_scope(scope, dangerous=True) is scope


def test_what_is_not_a_scope_is_refused():
    with pytest.raises(TypeError, match="scope is a str"):
        checked_scope("Watermark", dangerous=False)
    with pytest.raises(ValueError, match="flags that the service does not know"):
        checked_scope(Scope.parse("Watermark,Nonsense"), dangerous=True)
