"""What a client remembers of its calls, and what it does not."""

from __future__ import annotations

import pytest

from graphsync._core.response.history import History

KEY = "11111111-1111-4111-8111-111111111111"
OWNER = f"/v1.0/servicePrincipals/{KEY}"
JOBS = f"{OWNER}/synchronization/jobs"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", f"{OWNER}/synchronization/secrets"),
        ("PUT", f"{OWNER}/synchronization/secrets"),
        ("GET", f"{OWNER}/appRoleAssignedTo"),
        ("GET", "/v1.0/users"),
        ("GET", "/v1.0/auditLogs/provisioning"),
        ("POST", f"{OWNER}/addPassword"),
    ],
)
def test_answers_that_may_hold_secrets_or_people_are_not_kept(method, path):
    history = History()
    history.note(method, path, b"s3cr3t")
    assert [call.content for call in history.newest_first()] == [None]
    assert "s3cr3t" not in repr(history)


def test_memory_has_a_bound():
    history = History()
    for number in range(1_000):
        history.note("GET", f"{JOBS}/{number}", b"")
        history.note("GET", OWNER, b"x" * 1_000_000)
        history.note("POST", "/v1.0/applications", b"{}")
    kept = history.newest_first()
    assert len(kept) < 200
    assert sum(len(call.content or b"") for call in kept) < 1_000
