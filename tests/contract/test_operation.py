"""An operation is a value: it can be looked at, compared, changed into another and kept."""

from __future__ import annotations

import copy
import pickle

import pytest

from graphsync_client.api import (
    count_jobs,
    list_jobs,
    perform_bulk_upload,
    replace_secrets,
    start_job,
)
from graphsync_client.models import (
    BulkRequest,
    BulkRequestOperation,
    ReplaceSecretsRequest,
    SynchronizationSecret,
    SynchronizationSecretKeyStringValuePair,
)
from graphsync_client.types import DecodeError, Operation, Owner

OWNER = Owner.service_principal("sp-id")
PAIR = SynchronizationSecretKeyStringValuePair(key=SynchronizationSecret.PASSWORD, value="hunter2")
SECRETS = replace_secrets(OWNER, ReplaceSecretsRequest(value=[PAIR]))


def test_the_body_never_shows():
    upload = perform_bulk_upload(
        OWNER, "job", BulkRequest(operations=[BulkRequestOperation(data={"password": "hunter2"})])
    )
    for operation in (SECRETS, upload):
        for text in (repr(operation), str(operation), f"{[operation]}"):
            assert "hunter2" not in text
        assert "hunter2" in str(operation.body)
    assert "method='PUT'" in repr(SECRETS)
    assert "path='/servicePrincipals/sp-id/synchronization/secrets'" in repr(SECRETS)


def test_headers_show_their_names_only():
    operation = SECRETS.with_headers({"X-Custom": "hunter2"})
    assert "X-Custom" in repr(operation)
    assert "hunter2" not in repr(operation)


def test_the_body_is_a_copy_of_the_moment():
    request = ReplaceSecretsRequest(value=[PAIR])
    operation = replace_secrets(OWNER, request)
    request.value = []
    assert operation.body == {"value": [{"key": "Password", "value": "hunter2"}]}


def test_query_options_can_be_added_and_replaced():
    operation = list_jobs(OWNER, top=5, filter="templateId eq 'scim'")
    changed = operation.with_query(("$top", "1"), ("$skiptoken", "a b"))
    assert changed.url == (
        "/servicePrincipals/sp-id/synchronization/jobs?$top=1&$filter=templateId%20eq%20'scim'&$skiptoken=a%20b"
    )
    assert operation.query == (("$top", "5"), ("$filter", "templateId eq 'scim'"))


def test_headers_can_be_added_and_replaced_in_any_case():
    operation = start_job(OWNER, "job").with_headers({"Prefer": "a", "If-Match": "1"})
    changed = operation.with_headers({"if-match": "2"})
    assert dict(changed.headers) == {"Prefer": "a", "if-match": "2"}
    assert dict(operation.headers) == {"Prefer": "a", "If-Match": "1"}


def test_headers_given_cannot_be_changed_afterwards():
    given = {"Prefer": "a"}
    operation = start_job(OWNER, "job").with_headers(given)
    given["Prefer"] = "b"
    assert dict(operation.headers) == {"Prefer": "a"}
    with pytest.raises(TypeError):
        operation.headers["Prefer"] = "b"  # type: ignore[index]


def test_equal_operations_ask_the_same():
    assert list_jobs(OWNER, top=5) == list_jobs(OWNER, top=5)
    assert list_jobs(OWNER, top=5) != list_jobs(OWNER, top=6)
    assert list_jobs(OWNER) != list_jobs(Owner.application("sp-id"))
    assert replace_secrets(OWNER, ReplaceSecretsRequest(value=[])) != SECRETS


def test_nothing_of_it_can_be_assigned():
    with pytest.raises(AttributeError, match="never changes"):
        SECRETS.path = "/elsewhere"  # type: ignore[misc]


@pytest.mark.parametrize(
    "operation",
    [SECRETS, list_jobs(OWNER, top=5), start_job(OWNER, "job").with_headers({"a": "b"})],
)
def test_it_can_be_kept_and_copied(operation: Operation[object]):
    for kept in (
        pickle.loads(pickle.dumps(operation)),
        copy.copy(operation),
        copy.deepcopy(operation),
    ):
        assert kept == operation
        assert kept.url == operation.url
        assert dict(kept.headers) == dict(operation.headers)
        assert kept.convert == operation.convert


@pytest.mark.parametrize("text", ["", "many", "-1", "1.5", "٣", "1" * 30, None, {}])
def test_a_count_that_is_no_number_is_a_decode_error(text):
    with pytest.raises(DecodeError):
        count_jobs(OWNER).read(text)


@pytest.mark.parametrize("text", ["42", " 42\n", "\ufeff42", 42])
def test_a_count_is_read_with_or_without_a_byte_order_mark(text):
    assert count_jobs(OWNER).read(text) == 42


@pytest.mark.parametrize("answer", [[], "text", 5, True])
def test_an_answer_of_another_shape_is_a_decode_error(answer):
    with pytest.raises(
        DecodeError, match="SynchronizationJobCollectionResponse: expected a JSON object"
    ):
        list_jobs(OWNER).read(answer)
