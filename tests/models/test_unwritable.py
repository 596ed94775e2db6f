"""What has no JSON is refused when it is written, with its place and the remedy."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from graphsync_client.models import (
    DirectoryDefinition,
    SynchronizationJob,
    SynchronizationSchedule,
    SynchronizationSchema,
)


@pytest.mark.parametrize(
    ("make", "place"),
    [
        (lambda moment: SynchronizationSchedule(expiration=moment), "SynchronizationSchedule.expiration"),
        (lambda moment: SynchronizationJob(schedule=SynchronizationSchedule(expiration=moment)), "SynchronizationSchedule.expiration"),
        (lambda moment: SynchronizationSchema(directories=[DirectoryDefinition(discovery_date_time=moment)]), "DirectoryDefinition.discovery_date_time"),
    ],
)  # fmt: skip
def test_a_time_without_a_zone_is_refused_with_the_place_and_the_remedy(make, place):
    with pytest.raises(
        ValueError, match=rf"{place}: 2026-03-01T00:00:00 has no time zone; .*tzinfo="
    ) as caught:
        make(datetime(2026, 3, 1)).to_dict()
    assert str(caught.value).count(":") < 8


def test_a_time_that_utc_cannot_express_is_refused():
    late = SynchronizationSchedule(
        expiration=datetime.max.replace(tzinfo=timezone(timedelta(hours=-5)))
    )
    with pytest.raises(
        ValueError, match=r"expiration: 9999-12-31T23:59:59.999999-05:00 lies outside"
    ):
        late.to_dict()


@pytest.mark.parametrize("wrong", [date(2026, 3, 1), Decimal(1), {1, 2}, b"bytes", object()])
def test_what_has_no_json_is_refused_with_its_place(wrong):
    with pytest.raises(
        ValueError, match=r"SynchronizationJob\.template_id: a \w+ of Python has no JSON"
    ):
        SynchronizationJob(template_id=wrong).to_dict()
    with pytest.raises(
        ValueError,
        match=r"SynchronizationJob\.synchronization_job_settings: a \w+ of Python has no JSON",
    ):
        SynchronizationJob(synchronization_job_settings=[wrong]).to_dict()
