"""Uploads, checked before they are sent, and their receipts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graphsync._core.domain.bulk_upload import UploadReceipt, bulk_request

RECORD = {"schemas": ["x"], "externalId": "e"}


def test_records_become_operations_with_ids_of_their_own():
    request = bulk_request(iter([RECORD, RECORD]))
    assert [(one.method, one.path, one.bulk_id) for one in request.operations] == [
        ("POST", "/Users", "1"),
        ("POST", "/Users", "2"),
    ]
    assert bulk_request(request) is request
    assert bulk_request(request.to_dict()).to_dict() == request.to_dict()


@pytest.mark.parametrize(
    ("records", "problem"),
    [
        ([], "1 to 50 operations, not 0"),
        ([RECORD] * 51, "not 51"),
        ([RECORD, {**RECORD, "schemas": []}], "record 1 of 'e': data.schemas is missing"),
        ([{"externalId": "e"}], "data.schemas is missing"),
        ([{"schemas": ["x"], "externalId": 5}], "data.externalId is 5; it must be text"),
        ([{"schemas": ["x"], "userName": "u"}], "record 0 of 'u': data.externalId is missing"),
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


def test_a_receipt_finds_the_records_since_the_upload_began():
    began = datetime(2026, 1, 2, 3, 4, 5, 678, UTC)
    receipt = UploadReceipt("API2AAD.o'x", None, began)
    expected = "jobId eq 'API2AAD.o''x' and activityDateTime ge 2026-01-02T03:04:05Z"
    assert receipt.filter == expected
