"""What the repair of an object connection says of the link before and after."""

from __future__ import annotations

import pytest

from graphsync._core.domain.connection_repair import (
    ConnectionRepair,
    anchor,
    left_behind,
    linked,
)
from graphsync._core.domain.on_demand import ProvisionOnDemandResult
from graphsync_client.models import ObjectConnection

ADA, BOB = (ObjectConnection.from_dict({"targetAnchor": name}) for name in ("ada", "bob"))
RESULT = ProvisionOnDemandResult.__new__(ProvisionOnDemandResult)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (ADA, BOB, True),
        (ADA, ADA, False),
        (None, ADA, True),
        (ADA, None, True),
        (None, None, False),
    ],
)
def test_another_account_is_a_change(
    before: ObjectConnection | None, after: ObjectConnection | None, *, changed: bool
) -> None:
    assert ConnectionRepair("u", before, after, RESULT, ()).changed is changed


def test_links_in_words() -> None:
    assert linked(ADA) == "linked to ada"
    assert linked(None) == "no link"
    assert anchor(None) is None


def test_what_a_failure_leaves() -> None:
    assert left_behind(ADA, is_deleted=False, is_paused=False, job_id="j") == "nothing was changed"
    both = left_behind(ADA, is_deleted=True, is_paused=True, job_id="j")
    assert "the link to ada is deleted" in both
    assert "job j is still paused" in both
