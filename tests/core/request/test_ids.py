"""Ids of the wrong kind, refused before anything is sent."""

from __future__ import annotations

import pytest

from graphsync._core.request.ids import JOB_ID, check_app_id, check_id, check_key

TENANT = "0123456789abcdef0123456789abcdef"
GUID = "11111111-1111-4111-8111-111111111111"


@pytest.mark.parametrize(
    "id", [f"scim.{TENANT}.{GUID}", f"SCIM.{TENANT.upper()}", f"a-b_c.{TENANT}.{GUID}"]
)
def test_a_job_id_is_recognised_and_says_where_it_belongs(id):
    assert JOB_ID.fullmatch(id)
    with pytest.raises(
        ValueError, match=r"is the id of a job; .*\.synchronization\.jobs\[job_id\]"
    ):
        check_id("service_principals", id)
    with pytest.raises(ValueError, match="is the id of a job"):
        check_app_id("applications", id)


@pytest.mark.parametrize(
    "id", [GUID, f"a b.{TENANT}", f"a.{TENANT[:-1]}", f"a.b.{TENANT}", f".{TENANT}"]
)
def test_other_ids_are_not_taken_for_one(id):
    assert not JOB_ID.fullmatch(id)
    check_id("applications", id)


def test_a_path_is_not_an_id():
    for id in ("a/b", "https://graph.microsoft.com/x"):
        with pytest.raises(ValueError, match="is a path or an address"):
            check_id("applications", id)


def test_positions_and_blanks_choose_nothing():
    with pytest.raises(
        TypeError, match="takes an id as text, not int; iterate over them with `for`"
    ):
        check_key("jobs", 0, "for")
    with pytest.raises(ValueError, match="jobs"):
        check_key("jobs", "", "for")
    with pytest.raises(ValueError, match="is empty"):
        check_app_id("applications", " ")
    for check in (check_id, check_app_id):
        with pytest.raises(TypeError, match="not int"):
            check("applications", 5)
