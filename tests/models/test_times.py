"""Times and durations: ISO 8601 with .NET's precision and sentinels."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync_client.models import SynchronizationQuarantine, SynchronizationSchedule
from graphsync_client.types import NO_INTERVAL, DecodeError


def interval(text: object) -> timedelta | None:
    return SynchronizationSchedule.from_dict({"interval": text}).interval


def moment(text: object) -> datetime | None:
    return SynchronizationQuarantine.from_dict({"currentBegan": text}).current_began


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT40M", timedelta(minutes=40)),
        ("P1DT2H3M4S", timedelta(days=1, hours=2, minutes=3, seconds=4)),
        ("P2W", timedelta(weeks=2)),
        ("P1W1D", timedelta(days=8)),
        ("-PT40M", timedelta(minutes=-40)),
        ("PT0S", timedelta()),
        ("-PT0S", timedelta()),
        ("P0D", timedelta()),
        ("PT90M", timedelta(minutes=90)),
        ("PT36H", timedelta(hours=36)),
        ("PT1.5S", timedelta(seconds=1.5)),
        ("PT1,5S", timedelta(seconds=1.5)),
        ("PT0.1234567S", timedelta(microseconds=123456)),
        ("-PT0.0000019S", timedelta(microseconds=-1)),
        ("P999999999D", timedelta(days=999999999)),
        (
            "P10675199DT2H48M5.4775806S",
            timedelta(days=10675199, hours=2, minutes=48, seconds=5, microseconds=477580),
        ),
        (NO_INTERVAL, None),
        (None, None),
    ],
)
def test_durations_are_read(text, expected):
    schedule = SynchronizationSchedule.from_dict({"interval": text})
    assert schedule.interval == expected
    assert schedule.to_dict() == {"interval": text}
    assert schedule.changes() == {}


@pytest.mark.parametrize(
    "text",
    ["", "P", "PT", "-P", "P1DT", "40", "PT40", "P1Y", "P1M", "PT1.5M", "pt40m", " PT40M", "PT40M\n", "+PT40M", "PT-40M",
     "P1H", "PT1S1M", "PT٣M", "P99999999999D", "P999999999DT999999999H", "PT.5S", "P1.5D", 40, 1.5, True, ["PT40M"], {}],
)  # fmt: skip
def test_what_is_no_duration_is_a_decode_error(text):
    with pytest.raises(
        DecodeError, match=r"SynchronizationSchedule\.interval: expected an ISO 8601 duration"
    ):
        interval(text)


@given(st.timedeltas())
def test_every_timedelta_is_written_so_that_it_is_read_again(length):
    written = SynchronizationSchedule(interval=length).to_dict()["interval"]
    assert interval(written) == length


@given(st.timedeltas(min_value=timedelta(), max_value=timedelta(days=400)))
def test_durations_are_written_in_the_form_that_the_document_prescribes(length):
    written = SynchronizationSchedule(interval=length).to_dict()["interval"]
    days, _, clock = written.removeprefix("P").partition("T")
    assert days or clock
    assert "T" not in written or clock
    assert not days or days.endswith("D")


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(minutes=40), "PT40M"),
        (timedelta(), "PT0S"),
        (timedelta(days=1), "P1D"),
        (timedelta(days=1, hours=2), "P1DT2H"),
        (timedelta(hours=-1, minutes=-30), "-PT1H30M"),
        (timedelta(milliseconds=1), "PT0.001S"),
        (timedelta(seconds=61, microseconds=1), "PT1M1.000001S"),
        (timedelta(weeks=1), "P7D"),
    ],
)
def test_durations_are_written_in_the_shortest_form(length, text):
    assert SynchronizationSchedule(interval=length).to_dict() == {"interval": text}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-01T08:12:44Z", datetime(2026, 3, 1, 8, 12, 44, tzinfo=UTC)),
        ("2026-03-01T08:12:44.1234567Z", datetime(2026, 3, 1, 8, 12, 44, 123456, tzinfo=UTC)),
        ("2026-03-01T08:12:44.5+05:30", datetime(2026, 3, 1, 2, 42, 44, 500000, tzinfo=UTC)),
        ("2026-03-01T08:12:44", datetime(2026, 3, 1, 8, 12, 44, tzinfo=UTC)),
        ("2026-03-01 08:12:44Z", datetime(2026, 3, 1, 8, 12, 44, tzinfo=UTC)),
        ("9999-12-31T23:59:59.9999999Z", datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("0001-01-01T00:00:00.0000000+00:00", None),
        (None, None),
    ],
)
def test_times_are_read_and_always_have_a_zone(text, expected):
    quarantine = SynchronizationQuarantine.from_dict({"currentBegan": text})
    assert quarantine.current_began == expected
    assert expected is None or quarantine.current_began.tzinfo is not None
    assert quarantine.to_dict() == {"currentBegan": text}
    assert quarantine.changes() == {}


@pytest.mark.parametrize(
    "text",
    ["", "never", "2026-03-01", "08:12:44", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-03-01T25:00:00Z",
     "2026-03-01T00:00:00+99:00", "0001-99-99", "0001-", "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z",
     "2026-03-01T08:12:44Z ", 1772352764, 1.5, False, [], {}],
)  # fmt: skip
def test_what_is_no_time_is_a_decode_error(text):
    with pytest.raises(
        DecodeError, match=r"SynchronizationQuarantine\.current_began: expected a date and time"
    ):
        moment(text)


ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(2, 1, 2), datetime(9999, 12, 30), timezones=ZONES))
def test_every_time_is_written_in_utc_and_read_again(instant):
    written = SynchronizationQuarantine(current_began=instant).to_dict()["currentBegan"]
    assert written.endswith("Z")
    assert moment(written) == instant


def test_sentinels_give_way_to_what_is_assigned():
    schedule = SynchronizationSchedule.from_dict(
        {"interval": NO_INTERVAL, "expiration": "0001-01-01T00:00:00Z"}
    )
    assert (schedule.interval, schedule.expiration) == (None, None)
    assert schedule.evolve(interval=timedelta(minutes=40)).to_dict() == {
        "interval": "PT40M",
        "expiration": "0001-01-01T00:00:00Z",
    }
    assert schedule.evolve(interval=None).to_dict()["interval"] is None


@pytest.mark.parametrize(
    "text", ["2026-03-01T08:12:44.1234567Z", "2026-03-01T08:12:44.1234567+05:30"]
)
def test_a_time_assigned_to_itself_keeps_its_seventh_digit(text):
    quarantine = SynchronizationQuarantine.from_dict({"currentBegan": text})
    quarantine.current_began = quarantine.current_began
    assert quarantine.to_dict() == {"currentBegan": text}
    assert quarantine.changes() == {"currentBegan": text}
    quarantine.current_began += timedelta(microseconds=1)
    assert quarantine.to_dict() != {"currentBegan": text}


def test_a_duration_assigned_to_itself_keeps_its_seventh_digit():
    schedule = SynchronizationSchedule.from_dict({"interval": "PT40M0.0000001S"})
    schedule.interval = schedule.interval
    assert schedule.to_dict() == {"interval": "PT40M0.0000001S"}
    assert schedule.evolve(interval=timedelta(minutes=41)).to_dict() == {"interval": "PT41M"}
