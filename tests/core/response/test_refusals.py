"""Which cause a refusal without a reason has."""

from __future__ import annotations

import pytest

from graphsync._core.response.evidence import Evidence
from graphsync._core.response.permissions import Granted
from graphsync._core.response.refusals import about_id, denied, opaque, wrong_id

JOBS = "/v1.0/servicePrincipals/11111111-1111-4111-8111-111111111111/synchronization/jobs"
LOGS = "/v1.0/auditLogs/provisioning"


def evidence(**known: object) -> Evidence:
    granted = Granted()
    found = Evidence(granted)
    for name, value in known.items():
        setattr(granted if hasattr(granted, name) else found, name, value)
    return found


@pytest.mark.parametrize(
    ("known", "cause"),
    [
        ({"lacking": "The token itself shows the cause.", "created": 3.0}, "permission missing"),
        ({"lacks_role": True}, "role missing"),
        ({"known_as": "applications id", "is_permitted": True}, "wrong id"),
        ({"deleted": True}, "deleted"),
        ({"created": 3.0}, "not replicated"),
        ({"has_answered": True, "is_permitted": True}, "deleted"),
        ({"has_answered": True}, "permission missing"),
        ({"known_as": "servicePrincipals id", "is_for_owners": True}, "not the owner"),
        ({"known_as": "servicePrincipals id", "is_permitted": True}, "not replicated"),
        ({"is_permitted": True}, "wrong id"),
    ],
)
def test_what_is_known_decides(known: dict[str, object], cause: str) -> None:
    advice = opaque(JOBS, evidence(**known))
    assert advice.causes == (cause,)
    assert advice.text


def test_where_nothing_is_known_all_are_possible() -> None:
    assert opaque(JOBS, evidence()).causes == ("wrong id", "permission missing", "not replicated")
    assert "not the owner" in opaque(JOBS, evidence(is_for_owners=True)).causes
    exists = opaque(JOBS, evidence(known_as="servicePrincipals id"))
    assert exists.causes == ("permission missing", "not replicated")


@pytest.mark.parametrize(
    ("path", "known", "cause", "words"),
    [
        (JOBS, {"is_for_owners": True}, "not the owner", "Synchronization.ReadWrite.All"),
        (JOBS, {"lacks_role": True}, "role missing", "Application Administrator"),
        (JOBS, {"is_enough": True, "created": 3.0}, "not replicated", "3 s ago"),
        (JOBS, {}, "permission missing", "Synchronization.Read.All"),
        (LOGS, {}, "permission missing", "Entra ID P1"),
        ("/v1.0/devices", {}, "permission missing", "lacks a permission"),
    ],
)
def test_a_403_has_one_cause(path: str, known: dict[str, object], cause: str, words: str) -> None:
    advice = denied(path, "GET", evidence(**known))
    assert advice.causes == (cause,)
    assert words in advice.text


def test_an_id_is_looked_at_before_it_is_looked_up() -> None:
    other = JOBS.replace("11111111-1111-4111-8111-111111111111", "Contoso")
    assert (wrong_id(other, evidence()) or evidence) is not evidence
    assert "'Contoso' is not an object id" in (about_id(other) or "")
    assert wrong_id(JOBS, evidence()) is None
    assert wrong_id(LOGS, evidence()) is None
    assert about_id(LOGS) is None
