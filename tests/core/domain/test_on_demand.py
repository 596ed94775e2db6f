"""Provisioning on demand: whom, and how it ended."""

from __future__ import annotations

import json

import pytest

from graphsync._core.domain.on_demand import on_demand_request, outcome, parse_provisioning
from graphsync._core.domain.outcome import Outcome
from graphsync.errors import ProvisioningFailed
from graphsync_client.models import StringKeyStringValuePair, SynchronizationJobSubject


def pair(key, value):
    return StringKeyStringValuePair.from_dict({"key": key, "value": value})


@pytest.mark.parametrize(
    ("members", "name", "kind"),
    [((), None, "User"), (("m",), None, "Group"), ((), "Worker", "Worker")],
)
def test_the_kind_of_a_subject_follows_from_its_members_unless_given(members, name, kind):
    subject = on_demand_request("r", "s", name, members).parameters[0].subjects[0]
    assert (subject.object_id, subject.object_type_name) == ("s", kind)
    assert (subject.links is not None) is bool(members)


def test_what_cannot_be_provisioned_is_refused():
    whole = SynchronizationJobSubject(object_id="s", object_type_name="User")
    assert on_demand_request("r", whole, None, ()).parameters[0].rule_id == "r"
    with pytest.raises(ValueError, match="the subject is complete"):
        on_demand_request("r", whole, "User", ())
    with pytest.raises(ValueError, match="at most 5 members"):
        on_demand_request("r", "s", None, "123456")
    with pytest.raises(ValueError, match="no object_id"):
        on_demand_request("r", "", None, ())
    with pytest.raises(TypeError, match="the subject is 5"):
        on_demand_request("r", 5, None, ())


def test_the_answer_has_two_shapes_and_a_failure_counts_in_either():
    failed = json.dumps({"result": "Failure", "details": {"errorCode": "X", "errorMessage": "why"}})
    fine = json.dumps([{"statusInfo": {"status": "Success"}}])
    result = parse_provisioning(pair(failed, fine))
    assert (result.status, result.error_code, result.reason, result.failed) == (
        "Failure",
        "X",
        "why",
        True,
    )
    nested = json.dumps(json.dumps({"action": "Create", "statusInfo": {"status": "Skipped"}}))
    result = parse_provisioning(pair(None, nested))
    assert (result.status, result.action, result.failed) == ("Skipped", "Create", False)


def test_a_failure_raises_only_where_it_is_checked():
    failed = pair('{"result": "Failure"}', "[]")
    with pytest.raises(ProvisioningFailed, match="ended with Failure; the service gives no reason"):
        outcome(failed, check=True)
    assert outcome(failed, check=False).failed
    with pytest.raises(ProvisioningFailed, match="does not say how it ended"):
        outcome(pair(None, None), check=True)
    assert outcome(pair('{"result": "Success"}', None), check=True).status == "Success"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"action": "Create", "statusInfo": {"status": "Success"}}, Outcome.CREATED),
        ({"action": "Update", "statusInfo": {"status": "Success"}}, Outcome.UNCHANGED),
        (
            {
                "action": "Update",
                "statusInfo": {"status": "Success"},
                "modifiedProperties": [{"displayName": "a"}],
            },
            Outcome.UPDATED,
        ),
        ({"action": "Disable", "statusInfo": {"status": "Warning"}}, Outcome.DISABLED),
        ({"action": "Delete", "statusInfo": {"status": "success"}}, Outcome.DELETED),
        ({"action": "Other", "statusInfo": {"status": "Success"}}, Outcome.UNCHANGED),
        ({"action": "Create", "statusInfo": {"status": "Failure"}}, Outcome.FAILED),
        ({"action": "Create", "statusInfo": {"status": "Unheard"}}, None),
        ({"statusInfo": {"status": "Skipped", "errorCode": "RedundantExport"}}, Outcome.UNCHANGED),
        ({"statusInfo": {"status": "Skipped", "errorCode": "NotInScope"}}, Outcome.OUT_OF_SCOPE),
        (
            {
                "statusInfo": {"status": "Skipped"},
                "provisioningSteps": [
                    {"type": "Scoping", "details": {"IsActive": "True", "Assigned": "False"}}
                ],
            },
            Outcome.OUT_OF_SCOPE,
        ),
        (
            {
                "statusInfo": {"status": "Skipped"},
                "provisioningSteps": [
                    {"type": "Export", "details": {"SkipReason": "NotEffectivelyEntitled"}}
                ],
            },
            Outcome.OUT_OF_SCOPE,
        ),
    ],
)
def test_what_became_of_the_subject_is_read_of_all_shapes(entry, expected):
    assert parse_provisioning(pair(None, json.dumps([entry]))).outcome is expected


def test_each_object_of_an_answer_has_an_outcome_of_its_own():
    entries = [
        {"statusInfo": {"status": "Success"}, "action": "Create", "sourceIdentity": {"id": "g"}},
        {
            "statusInfo": {"status": "Failure", "errorCode": "X"},
            "sourceIdentity": {"id": "u", "displayName": "Ada", "type": "User"},
        },
    ]
    result = parse_provisioning(pair("StatusInfo", json.dumps(entries)))
    assert (result.source_id, result.outcome) == ("u", Outcome.FAILED)
    assert [(one.source_id, one.source_name, one.outcome) for one in result.objects] == [
        ("g", None, Outcome.CREATED),
        ("u", "Ada", Outcome.FAILED),
    ]
    single = parse_provisioning(pair('{"result": "Skipped"}', "{}"))
    assert [one.status for one in single.objects] == ["Skipped"]
