# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_upload.py
from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graphsync._core.inbound.journal import Journal
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync.errors import (
    BadRequest,
    ConnectionFailed,
    JournalUnusable,
    NotDeferrable,
    RecordsInvalid,
    Refused,
)
from graphsync.inbound import Outcome
from tests.facade.payroll import MAPPING, people

pytestmark = pytest.mark.anyio


@pytest.fixture
def journal(tmp_path):
    return tmp_path / "hr.sqlite"


def test_each_record_gets_its_outcome(inbound, payroll, journal):
    first = inbound.upload(people(120), journal=journal)
    assert first.counts == {Outcome.CREATED: 120}
    assert (first.is_complete, first.total, first.requests, first.sent_again) == (True, 120, 3, ())
    assert [len(json.loads(body)["Operations"]) for body in payroll.bodies] == [50, 50, 20]
    assert payroll.users["E7"]["displayName"] == "Person 7"

    changed = [
        *people(1, displayName="Another Name"),
        *people(1, 2, active=False),
        *people(1, 3),
        *people(1, 500, active=False),
        *people(1, 501, userName=None),
    ]
    second = inbound.upload(changed, journal=journal)
    found = {item.external_id: item for item in second.outcomes()}
    assert {name: item.outcome for name, item in found.items()} == {
        "E1": Outcome.UPDATED,
        "E2": Outcome.DISABLED,
        "E3": Outcome.UNCHANGED,
        "E500": Outcome.CREATED,
        "E501": Outcome.FAILED,
    }
    assert payroll.users["E2"]["accountEnabled"] is False
    assert found["E501"].code
    assert found["E501"].reason
    assert found["E501"].log_id
    assert found["E501"].place == "record 5"
    assert [item.external_id for item in second.outcomes(Outcome.FAILED)] == ["E501"]
    assert second.run == first.run + 1


def test_a_record_out_of_scope_says_so(inbound, payroll, journal):
    schema = inbound.schema.get()
    mapping = next(iter(next(iter(schema.rules)).object_mappings))
    mapping.data.scope = {
        "groups": [
            {
                "name": "g",
                "clauses": [
                    {
                        "operatorName": "EQUALS",
                        "sourceOperandName": "displayName",
                        "targetOperand": {"values": ["X"]},
                    }
                ],
            }
        ]
    }
    schema.replace()
    report = inbound.upload([*people(1), *people(1, 2, displayName="X")], journal=journal)
    assert {item.external_id: str(item.outcome) for item in report.outcomes()} == {
        "E1": "out of scope",
        "E2": "created",
    }


def test_without_time_nothing_is_sent_and_nothing_lost(inbound, payroll, journal):
    report = inbound.upload(people(3), journal=journal, timeout=0)
    assert (report.counts, report.waiting_for, payroll.uploads) == (
        {Outcome.PENDING: 3},
        "sending: the time was over",
        0,
    )
    report = inbound.upload(people(3), journal=journal)
    assert (report.counts, report.sent_again, payroll.uploads) == ({Outcome.CREATED: 3}, (), 1)


def test_bulk_ids_are_not_made_of_external_ids(inbound, payroll, journal):
    inbound.upload(people(3), journal=journal)
    operations = json.loads(payroll.bodies[0])["Operations"]
    assert [operation["bulkId"] for operation in operations] == ["1", "2", "3"]


def test_duplicates_are_named_before_anything_is_sent(inbound, payroll, journal):
    with pytest.raises(
        RecordsInvalid, match=r"externalId 'E2' is in record 2 and again in record 4"
    ) as failure:
        inbound.upload([*people(3), *people(1, 2)], journal=journal)
    assert failure.value.count == 1
    assert payroll.uploads == 0
    assert (inbound.upload(people(3), journal=journal)).counts == {Outcome.CREATED: 3}


def test_records_that_cannot_be_sent_are_named_all_at_once(inbound, payroll, journal):
    wrong = [
        {"userName": "x"},
        {"externalId": 7},
        *people(1),
        *people(1, 2, name={"givenName": 3}),
        *people(1, 3, score=float("nan")),
    ]
    with pytest.raises(RecordsInvalid) as failure:
        inbound.upload(wrong, journal=journal)
    assert failure.value.count == 4
    said = str(failure.value)
    for part in (
        "record 1: externalId is missing",
        "record 2: externalId is 7",
        "record 4 (E2): name.givenName",
    ):
        assert part in said
    assert "record 5 (E3)" in said
    assert payroll.uploads == 0


def test_checks_can_be_left_out(inbound, payroll, journal):
    report = inbound.upload(people(1, novelty=1), journal=journal, check=False)
    assert report.counts == {Outcome.CREATED: 1}
    with pytest.raises(RecordsInvalid, match="novelty"):
        inbound.upload(people(1, novelty=1), journal=journal, check=True)


def test_rows_go_with_a_mapping(inbound, payroll, journal):
    row = {
        "Id": "E1",
        "Mail": "e1@contoso.com",
        "Name": "E",
        "First": "E",
        "Department": "R",
        "Employed": "yes",
    }
    report = inbound.upload([row], journal=journal, mapping=MAPPING)
    assert report.counts == {Outcome.CREATED: 1}
    assert payroll.users["E1"]["department"] == "R"
    misspelt = {("Employd" if name == "Employed" else name): value for name, value in row.items()}
    with pytest.raises(
        RecordsInvalid, match=r"row 1: there is no column 'Employed'; did you mean 'Employd'"
    ):
        inbound.upload([misspelt], journal=journal, mapping=MAPPING)


def test_only_what_changed_is_sent_where_asked(inbound, payroll, journal):
    inbound.upload(people(60), journal=journal)
    before = payroll.uploads
    report = inbound.upload(
        [*people(59), *people(1, 60, displayName="New")], journal=journal, only_changed=True
    )
    assert payroll.uploads == before + 1
    assert len(json.loads(payroll.bodies[-1])["Operations"]) == 1
    assert (report.not_sent, report.counts) == (59, {Outcome.UPDATED: 1, Outcome.UNCHANGED: 59})


def test_what_the_log_says_of_an_earlier_version_is_not_taken_for_the_new_one(
    inbound, payroll, journal
):
    def stop(progress):
        if progress.counts.get(Outcome.CREATED):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        inbound.upload(people(60), journal=journal, progress=stop)
    again = [*people(1, userName=None, displayName=None, name={"givenName": "A"}), *people(59, 2)]
    before = payroll.users["E1"]["displayName"]
    report = inbound.upload(again, journal=journal)
    first = next(item for item in report.outcomes() if item.external_id == "E1")
    assert before == "Person 1"
    assert first.outcome is not Outcome.CREATED


def test_an_older_version_is_sent_although_it_was_delivered_once(inbound, payroll, journal):
    inbound.upload(people(1), journal=journal)
    inbound.upload(people(1, displayName="New"), journal=journal)
    report = inbound.upload(people(1), journal=journal, only_changed=True)
    assert (report.not_sent, report.counts) == (0, {Outcome.UPDATED: 1})
    assert payroll.users["E1"]["displayName"] == "Person 1"
    inbound.pause()
    inbound.upload(people(1, displayName="Newer"), journal=journal)
    report = inbound.upload(people(1), journal=journal, only_changed=True, resume=False)
    assert report.not_sent == 0


def test_what_failed_is_sent_again_although_it_did_not_change(inbound, payroll, journal):
    inbound.upload(people(1, userName=None), journal=journal)
    report = inbound.upload(people(1, userName=None), journal=journal, only_changed=True, timeout=0)
    assert (report.not_sent, report.counts) == (0, {Outcome.PENDING: 1})


def test_an_unchanged_record_is_not_logged_and_still_settles(inbound, payroll, journal):
    inbound.upload(people(2), journal=journal)
    before = len(payroll.sent)
    report = inbound.upload(people(2), journal=journal)
    assert report.counts == {Outcome.UNCHANGED: 2}
    assert all("wrote nothing" in item.reason for item in report.outcomes())
    assert len(payroll.sent) - before < 100


def test_an_upload_that_a_restart_drops_is_not_called_unchanged(inbound, payroll, journal):
    inbound.pause()
    report = inbound.upload(people(2), journal=journal)
    assert report.counts == {Outcome.PENDING: 2}
    assert "paused" in report.waiting_for
    inbound.restart()
    inbound.start()
    report = inbound.upload(people(2), journal=journal, timeout=7200)
    assert report.counts == {Outcome.PENDING: 2}
    assert "E1" not in payroll.users
    report = inbound.upload(people(2), journal=journal, resume=False)
    assert report.counts == {Outcome.CREATED: 2}


def test_a_paused_job_ends_the_wait_and_another_call_goes_on(inbound, payroll, journal):
    inbound.pause()
    assert not (inbound.upload(people(2), journal=journal)).is_complete
    inbound.start()
    report = inbound.upload(people(2), journal=journal)
    assert (report.counts, payroll.uploads, report.run) == ({Outcome.CREATED: 2}, 1, 1)


def test_another_job_and_a_journal_in_use_are_refused(inbound, connected, payroll, journal):
    scim = connected.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    with pytest.raises(Refused, match="API2AAD"):
        scim.upload(people(1), journal=journal)

    open_elsewhere = Journal(journal, inbound.id)
    with pytest.raises(JournalUnusable, match="another upload has the journal"):
        inbound.upload(people(1), journal=journal)
    open_elsewhere.close()
    Journal(journal.with_name("other.sqlite"), "another-job").close()
    with pytest.raises(JournalUnusable, match="is the journal of the job another-job, not of"):
        inbound.upload(people(1), journal=journal.with_name("other.sqlite"))
    text = journal.with_name("notes.txt")
    text.write_text("not a journal, but a text that somebody may want to keep")
    with pytest.raises(JournalUnusable, match=r"notes\.txt is not a journal"):
        inbound.upload(people(1), journal=text)
    assert text.read_text().startswith("not a journal")


def test_the_journal_is_for_its_owner_and_keeps_no_record_longer_than_needed(
    inbound, payroll, journal
):
    inbound.upload(people(2), journal=journal)
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    assert b"person1@contoso.com" not in journal.read_bytes()


def test_a_request_without_an_answer_is_sent_again_and_reported(inbound, payroll, journal):
    failures = iter([httpx.ReadError("gone")])

    def fail(request):
        if request.url.path.endswith("/bulkUpload") and (error := next(failures, None)):
            raise error

    payroll.before = fail
    report = inbound.upload(people(60), journal=journal)
    assert report.counts == {Outcome.CREATED: 60}
    assert report.sent_again == tuple(f"E{number}" for number in range(1, 51))
    assert payroll.uploads == 3


def test_what_never_works_is_raised_and_loses_nothing(inbound, payroll, journal):
    def fail(request):
        if request.url.path.endswith("/bulkUpload"):
            raise httpx.ConnectError("down")

    payroll.before = fail
    with pytest.raises(ConnectionFailed):
        inbound.upload(people(60), journal=journal)
    payroll.before = lambda _: None
    report = inbound.upload(people(60), journal=journal)
    assert (report.counts, report.sent_again) == ({Outcome.CREATED: 60}, ())


def test_a_record_that_the_service_refuses_is_found_among_fifty(inbound, payroll, journal):
    def refuse(request):
        if request.url.path.endswith("/bulkUpload") and b'"E33"' in request.content:
            return httpx.Response(
                400, json={"error": {"code": "Invalid Data Format", "message": "Bad."}}
            )
        return None

    payroll.before = refuse
    report = inbound.upload(people(60), journal=journal)
    assert report.counts == {Outcome.CREATED: 59, Outcome.FAILED: 1}
    failed = next(report.outcomes(Outcome.FAILED))
    assert (failed.external_id, failed.code) == ("E33", "Invalid Data Format")
    assert payroll.uploads < 20


def test_a_refusal_of_everything_is_raised(inbound, payroll, journal):
    def refuse(request):
        if request.url.path.endswith("/bulkUpload"):
            return httpx.Response(
                400, json={"error": {"code": "BadRequest", "message": "Invalid Data Format"}}
            )
        return None

    payroll.before = refuse
    with pytest.raises(BadRequest):
        inbound.upload(people(500), journal=journal)
    assert payroll.uploads < 120


def test_throttling_is_waited_for(inbound, payroll, journal):
    answers = iter(
        [
            httpx.Response(
                429, headers={"retry-after": "77"}, json={"error": {"code": "TooManyRequests"}}
            )
        ]
    )
    payroll.before = lambda request: (
        next(answers, None) if request.url.path.endswith("/bulkUpload") else None
    )
    report = inbound.upload(people(2), journal=journal)
    assert (report.counts, report.sent_again) == ({Outcome.CREATED: 2}, ())
    assert 77 in payroll.pauses


def test_progress_is_reported_and_a_wait_costs_few_requests(inbound, payroll, journal):
    seen = []
    report = inbound.upload(people(120), journal=journal, progress=seen.append)
    assert report.is_complete
    assert [item.sent for item in seen[:3]] == [50, 100, 120]
    assert {item.records for item in seen} == {120}
    assert seen[-1].counts == {Outcome.CREATED: 120}
    assert len(payroll.sent) < 100


def test_a_run_that_was_broken_off_takes_changed_and_new_records(inbound, payroll, journal):
    def stop(progress):
        if progress.sent >= 50:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        inbound.upload(people(120), journal=journal, progress=stop)
    assert payroll.uploads == 1
    records = [*people(1, displayName="Changed"), *people(129, 2)]
    report = inbound.upload(records, journal=journal)
    assert (report.total, report.counts.get(Outcome.PENDING), report.sent_again) == (130, None, ())
    assert payroll.users["E1"]["displayName"] == "Changed"
    sent = [
        operation["data"]["externalId"]
        for body in payroll.bodies
        for operation in json.loads(body)["Operations"]
    ]
    assert sorted(sent) == sorted([*(f"E{number}" for number in range(1, 131)), "E1"])


def test_records_may_come_slowly(inbound, payroll, journal):
    def slowly() -> Iterator[dict]:
        yield from people(60)

    report = inbound.upload(slowly(), journal=journal)
    assert report.counts == {Outcome.CREATED: 60}


def test_models_of_scim2_models_are_records(inbound, payroll, journal):
    from scim2_models import EnterpriseUser, User

    person = User[EnterpriseUser](
        external_id="E1", user_name="e1@contoso.com", display_name="E", active=True
    )
    person[EnterpriseUser] = EnterpriseUser(department="Research")
    report = inbound.upload([person], journal=journal)
    assert report.counts == {Outcome.CREATED: 1}
    assert payroll.users["E1"]["department"] == "Research"


def test_neither_a_batch_nor_a_dry_run_takes_it(connected, inbound, journal):
    with pytest.raises(NotDeferrable, match="upload"):
        connected.dry_run(inbound.upload, people(1), journal=journal)


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ("hr.csv", "records is a path or a text; .*read_csv"),
        (Path("hr.csv"), "records is a path or a text; .*read_csv"),
        ({"externalId": "1"}, "records is one record; pass a list"),
    ],
)
def test_what_is_not_many_records_is_named_before_anything_is_sent(
    inbound, payroll, journal, records, message
):
    with pytest.raises(TypeError, match=message):
        inbound.upload(records, journal=journal)
    with pytest.raises(TypeError, match="record 2 is NoneType; a record is a mapping"):
        inbound.upload([*people(1), None], journal=journal)
    payroll.sent.clear()
    with pytest.raises(ValueError, match="log_delay is -1"):
        inbound.upload(people(1), journal=journal, log_delay=-1)
    assert payroll.sent == []


def test_a_bad_timeout_is_named(inbound, payroll, journal):
    with pytest.raises(ValueError, match="timeout is -1"):
        inbound.upload(people(1), journal=journal, timeout=-1)
    assert payroll.sent == []


def test_a_long_upload_reads_few_pages_of_the_log_twice(inbound, payroll, journal, monkeypatch):
    monkeypatch.setattr("graphsync._sync.inbound.following._PAGE", 10)
    payroll.emulator.switches.seconds_per_object = 5.0
    report = inbound.upload(people(150), journal=journal, check=False)
    assert report.counts == {Outcome.CREATED: 150}
    pages = sum(line.startswith("GET /auditLogs") for line in payroll.sent)
    # 15 pages hold all records. Looking again every ten seconds read 99.
    assert pages <= 50
