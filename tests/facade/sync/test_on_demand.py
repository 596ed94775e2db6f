# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_on_demand.py
from __future__ import annotations

import pytest

from graphsync import models
from graphsync.errors import BadRequest, ProvisioningFailed

pytestmark = pytest.mark.anyio


ENTRY = {
    "action": "Create",
    "changeId": "c",
    "statusInfo": {"status": "Success", "errorCode": None},
    "sourceIdentity": {"id": "u"},
    "targetIdentity": {"id": "t-1"},
    "modifiedProperties": [
        {"displayName": "userName", "oldValue": None, "newValue": "ada@contoso.com"}
    ],
    "provisioningSteps": [
        {
            "name": "EntryImport",
            "type": "Import",
            "status": "Success",
            "timestamp": "2026-01-01T00:00:00.0000000Z",
            "details": {"objectId": "u"},
            "later": 1,
        },
        {"name": "EntryExportAdd", "type": "Export", "status": "Success"},
    ],
}
FAILED = ENTRY | {
    "statusInfo": {
        "status": "Failure",
        "errorCode": "EntryConflict",
        "reason": "taken",
        "recommendedAction": "rename",
    }
}


def shape(kind: str, entry: dict) -> dict:
    import json

    status = entry["statusInfo"]["status"]
    return {
        "A": {
            "key": json.dumps(
                {"result": status, "details": {"errorCode": "X", "errorMessage": "why"}}
            ),
            "value": json.dumps(entry),
        },
        "B": {"key": json.dumps({"result": status, "details": {}}), "value": "{}"},
        "C": {
            "key": "Microsoft.Identity.Health.CPP.Common.DataContracts.SyncFabric.StatusInfo",
            "value": json.dumps([entry]),
        },
        "twice": {"key": "x", "value": json.dumps(json.dumps([entry]))},
    }[kind]


@pytest.mark.parametrize("kind", ["A", "C", "twice"])
def test_provisioning_on_demand_is_read_from_every_shape(sync, service, kind):
    service.answer(shape(kind, ENTRY))
    result = sync.jobs["j"].provision_on_demand("rule", "u")
    assert service.sent == [f"POST {service.sync}/jobs/j/provisionOnDemand"]
    assert service.body == {
        "parameters": [
            {"ruleId": "rule", "subjects": [{"objectId": "u", "objectTypeName": "User"}]}
        ]
    }
    assert (result.status, result.action, result.source_id, result.target_id) == (
        "Success",
        "Create",
        "u",
        "t-1",
    )
    assert [step.name for step in result.steps] == ["EntryImport", "EntryExportAdd"]
    assert result.steps[0].timestamp.year == 2026
    assert result.steps[0].details == {"objectId": "u"}
    assert result.steps[0]["later"] == 1
    assert result.modified_properties[0].new_value == "ada@contoso.com"
    assert not result.failed


def test_the_short_shape_has_a_status_too(sync, service):
    service.answer(shape("B", ENTRY))
    result = sync.jobs["j"].provision_on_demand("rule", "u")
    assert (result.status, result.steps) == ("Success", ())


@pytest.mark.parametrize(
    "pair",
    [
        {},
        {"key": None, "value": None},
        {"key": "[", "value": "[1, null]"},
        {"key": "7", "value": "{}"},
        {"key": {"result": 1}, "value": [["Success"]]},
    ],
)
def test_answers_of_no_known_shape_are_kept_as_they_came(sync, service, pair):
    service.answer(pair)
    result = sync.jobs["j"].provision_on_demand("rule", "u", check=False)
    assert result.status is None
    assert not result.failed
    service.answer(pair)
    with pytest.raises(ProvisioningFailed, match="does not say how it ended") as failure:
        sync.jobs["j"].provision_on_demand("rule", "u")
    assert failure.value.result == result


def test_a_failure_counts_wherever_the_answer_tells_it(sync, service):
    import json

    told = json.dumps({"result": "Failure", "details": {"errorCode": "X", "errorMessage": "why"}})
    succeeded = ENTRY | {"statusInfo": {"status": "Success", "errorCode": "None", "reason": "fine"}}
    service.answer({"key": told, "value": json.dumps(succeeded)})
    with pytest.raises(ProvisioningFailed, match="Failure; X: why"):
        sync.jobs["j"].provision_on_demand("rule", "u")
    service.answer({"key": "x", "value": json.dumps([ENTRY, FAILED | {"changeId": "second"}])})
    with pytest.raises(ProvisioningFailed, match="EntryConflict: taken") as failure:
        sync.jobs["j"].provision_on_demand("rule", "u")
    assert failure.value.result.change_id == "second"


def test_a_failure_inside_a_success_raises_with_the_result(sync, service):
    service.answer(shape("C", FAILED))
    with pytest.raises(ProvisioningFailed, match="EntryConflict: taken") as failure:
        sync.jobs["j"].provision_on_demand("rule", "u")
    assert failure.value.result.recommended_action == "rename"
    assert len(failure.value.result.steps) == 2


def test_a_failure_is_told_where_that_is_wanted(sync, service):
    service.answer(shape("A", FAILED))
    result = sync.jobs["j"].provision_on_demand("rule", "u", check=False)
    assert result.failed
    assert result.error_code == "EntryConflict"


def test_groups_go_with_up_to_five_members(sync, service):
    service.answer(shape("B", ENTRY))
    job = sync.jobs["j"]
    job.provision_on_demand("rule", "g", members=["1", "2", "3", "4", "5"])
    subject = service.body["parameters"][0]["subjects"][0]
    assert (subject["objectId"], subject["objectTypeName"]) == ("g", "Group")
    assert subject["links"]["members"][4] == {"objectId": "5", "objectTypeName": "User"}
    with pytest.raises(ValueError, match="at most 5"):
        job.provision_on_demand("rule", "g", members="123456")
    assert len(service.requests) == 1


def test_subjects_and_rules_can_be_typed(sync, service):
    service.answer(shape("B", ENTRY)).answer(shape("B", ENTRY))
    rule = models.SynchronizationRule(id="r1")
    subject = models.SynchronizationJobSubject(object_id="w", object_type_name="Worker")
    sync.jobs["j"].provision_on_demand(rule, subject)
    assert service.body["parameters"] == [
        {"ruleId": "r1", "subjects": [{"objectId": "w", "objectTypeName": "Worker"}]}
    ]
    sync.jobs["j"].provision_on_demand(rule, "u", object_type_name="user")
    assert service.body["parameters"][0]["subjects"][0]["objectTypeName"] == "user"
    with pytest.raises(ValueError, match="complete"):
        sync.jobs["j"].provision_on_demand(rule, subject, object_type_name="User")
    with pytest.raises(ValueError, match="rule's id is empty"):
        sync.jobs["j"].provision_on_demand("", subject)
    with pytest.raises(ValueError, match="no object_id"):
        sync.jobs["j"].provision_on_demand("r", "")
    with pytest.raises(TypeError, match="the subject is None"):
        sync.jobs["j"].provision_on_demand("r", None)


def test_a_wrong_rule_is_explained(sync, service):
    service.answer(
        {"error": {"code": "RequestParameterInvalid", "message": "no such rule"}}, status=400
    )
    with pytest.raises(BadRequest) as failure:
        sync.jobs["j"].provision_on_demand("rule", "u")
    assert "schema.synchronization_rules" in failure.value.hint


def test_on_demand_is_never_repeated_blindly(sync, service):
    service.answer(status=503)
    with pytest.raises(Exception, match="503"):
        sync.jobs["j"].provision_on_demand("rule", "u")
    assert len(service.requests) == 1


def test_text_packed_too_often_stays_text(sync, service):
    import json

    packed: object = [ENTRY]
    for _ in range(5):
        packed = json.dumps(packed)
    service.answer({"key": "x", "value": packed})
    result = sync.jobs["j"].provision_on_demand("rule", "u", check=False)
    assert result.status is None
    assert isinstance(result.value, str)
