"""Uploads, checked before they are sent, and their receipts."""

from __future__ import annotations

import pytest

from graphsync._core.domain.bulk_upload import UploadReceipt, bulk_request

RECORD = {"schemas": ["x"], "externalId": "e"}


def test_records_become_operations_that_answer_to_their_external_id():
    request = bulk_request(iter([RECORD]))
    assert [(one.method, one.path, one.bulk_id) for one in request.operations] == [
        ("POST", "/Users", "e")
    ]
    assert bulk_request(request) is request
    assert bulk_request(request.to_dict()).to_dict() == request.to_dict()


@pytest.mark.parametrize(
    ("records", "problem"),
    [
        ([], "1 to 50 operations, not 0"),
        ([RECORD] * 51, "not 51"),
        ([RECORD, RECORD], "operation 1 .*same bulkId"),
        ([{"externalId": "e"}], "data.schemas is missing"),
        ([{"schemas": ["x"], "externalId": 5}], "data.externalId is 5; it must be text"),
        ([{"schemas": ["x"]}], "bulkId is missing"),
        ({"Operations": []}, "not 0"),
    ],
)
def test_what_the_service_would_refuse_without_a_word_is_named(records, problem):
    with pytest.raises(ValueError, match=problem):
        bulk_request(records)


def test_one_record_alone_is_not_an_upload():
    with pytest.raises(TypeError, match=r"pass \[record\]"):
        bulk_request(RECORD)
    with pytest.raises(TypeError, match="record 0 is str"):
        bulk_request(["x"])


def test_a_receipt_has_the_filter_of_its_location():
    assert UploadReceipt("j", "https://x/logs?$filter=jobId%20eq%20'j'").filter == "jobId eq 'j'"
    for location in (None, "https://x/logs", "https://[x/logs"):
        assert UploadReceipt("j", location).filter is None
