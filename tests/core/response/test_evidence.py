"""What a client's earlier calls and its token show about a call that failed."""

from __future__ import annotations

import json

import pytest

from graphsync._core.response.evidence import RECENT, Evidence
from graphsync._core.response.history import History

KEY = "11111111-1111-4111-8111-111111111111"
OWNER = f"/v1.0/servicePrincipals/{KEY}"
JOBS = f"{OWNER}/synchronization/jobs"


def content(**members: object) -> bytes:
    return json.dumps(members).encode()


@pytest.mark.parametrize("junk", [b"", b"\xff", b"[]", b'{"value": [1, null, {"id": 3}]}', b"{"])
def test_answers_of_any_shape_are_evidence_of_nothing(junk):
    history = History()
    for path in ("/v1.0/servicePrincipals", "/v1.0/applicationTemplates/x/instantiate", JOBS):
        history.note("POST", path, junk)
    evidence = Evidence.of(history, None, "GET", f"{JOBS}/j")
    assert not evidence.is_new
    assert not evidence.is_new_job
    assert evidence.known_as == ""


def test_what_was_created_long_ago_is_not_new(monkeypatch):
    history = History()
    history.note("POST", "/v1.0/servicePrincipals", content(id=KEY.upper()))
    assert Evidence.of(history, None, "GET", JOBS).is_new
    now = history.newest_first()[0].moment + RECENT + 1
    monkeypatch.setattr("graphsync._core.response.evidence.time.monotonic", lambda: now)
    assert not Evidence.of(history, None, "GET", JOBS).is_new


def test_what_was_created_again_after_its_deletion_is_not_called_deleted():
    history = History()
    history.note("DELETE", OWNER, b"")
    assert Evidence.of(history, None, "GET", JOBS).deleted
    history.note("POST", "/v1.0/servicePrincipals", content(id=KEY))
    evidence = Evidence.of(history, None, "GET", JOBS)
    assert not evidence.deleted
    assert evidence.is_new


def test_a_call_that_worked_shows_the_permission_for_its_kind_alone():
    history = History()
    history.note("GET", "/v1.0/servicePrincipals/other/synchronization/jobs", b"{}")
    assert Evidence.of(history, None, "GET", JOBS).is_permitted
    assert not Evidence.of(history, None, "POST", JOBS).is_permitted
    history.note("POST", "/v1.0/servicePrincipals/other/synchronization/jobs/j/start", b"")
    assert Evidence.of(history, None, "POST", JOBS).is_permitted


def test_an_id_is_known_by_the_answer_that_had_it():
    history = History()
    application = {"id": KEY, "appId": "a"}
    history.note("GET", "/v1.0/applications", content(value=[application]))
    assert Evidence.of(history, None, "GET", JOBS).known_as == "applications id"
