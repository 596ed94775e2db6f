from __future__ import annotations

import pytest

from graphsync import Scope, models
from graphsync.errors import BadRequest, ProvisioningFailed, Refused

pytestmark = pytest.mark.anyio


async def test_a_job_is_created_from_a_template_and_bound(sync, service):
    service.answer({"id": "scim.1", "templateId": "scim", "schedule": {"state": "Disabled"}}, status=201).answer(
        status=204
    )
    job = await sync.jobs.create("scim")
    assert service.sent == [f"POST {service.sync}/jobs"]
    assert service.body == {"templateId": "scim"}
    assert (job.id, job.schedule.state) == ("scim.1", "Disabled")
    await job.delete(if_match='W/"1"')
    assert service.sent[-1] == f"DELETE {service.sync}/jobs/scim.1"
    assert service.last.headers["if-match"] == 'W/"1"'


async def test_a_job_is_created_from_a_bound_template(sync, service):
    service.answer({"id": "x"}, status=201)
    await sync.jobs.create(sync.templates["my template"])
    assert service.body == {"templateId": "my template"}


@pytest.mark.parametrize("verb", ["start", "pause"])
async def test_verbs_are_one_request_without_a_body(sync, service, verb):
    service.answer(status=204)
    assert await getattr(sync.jobs["j"], verb)() is None
    assert service.sent == [f"POST {service.sync}/jobs/j/{verb}"]
    assert service.last.content == b""
    assert "content-type" not in service.last.headers


@pytest.mark.parametrize(
    ("scope", "sent"),
    [
        (Scope.WATERMARK, {"Watermark"}),
        (Scope.WATERMARK | Scope.ESCROWS, {"Watermark", "Escrows"}),
        (Scope.FORCE_DELETES, {"ForceDeletes"}),
        (None, {"QuarantineState", "Watermark", "Escrows"}),
    ],
)
async def test_restart_sends_the_scopes_by_name(sync, service, scope, sent):
    service.answer(status=204)
    await (sync.jobs["j"].restart() if scope is None else sync.jobs["j"].restart(scope))
    assert set(service.body["criteria"]["resetScope"].split(", ")) == sent
    assert service.sent == [f"POST {service.sync}/jobs/j/restart"]


@pytest.mark.parametrize(
    ("scope", "reason"),
    [
        (Scope.NONE, "start"),
        (Scope.CONNECTOR_DATA_STORE, "matched"),
        (Scope.FULL, "matched"),
        (Scope.FORCE_DELETES | Scope.WATERMARK, "alone"),
    ],
)
async def test_dangerous_scopes_need_a_word(sync, service, scope, reason):
    with pytest.raises(Refused, match=reason):
        await sync.jobs["j"].restart(scope)
    assert service.requests == []
    service.answer(status=204)
    await sync.jobs["j"].restart(scope, dangerous=True)
    assert service.body == {"criteria": {"resetScope": str(scope)}}


async def test_what_is_no_scope_is_refused(sync, service):
    for wrong in ("Watermark, Escrows", ["Watermark"], 4, None):
        with pytest.raises(TypeError, match=r"Scope\.WATERMARK"):
            await sync.jobs["j"].restart(wrong)
    with pytest.raises(ValueError, match="does not know"):
        await sync.jobs["j"].restart(Scope.parse("Watermark, Tomorrow"))
    with pytest.raises(Refused):
        await sync.jobs["j"].restart(Scope.parse(""))
    assert service.requests == []


async def test_credentials_are_validated_on_the_job(sync, service):
    service.answer(status=204).answer(status=204)
    await sync.jobs["j"].validate_credentials()
    assert service.body == {"useSavedCredentials": True}
    await sync.jobs["j"].validate_credentials({"basEADDRESS": "https://x", "SecretToken": "t0ken"})
    assert service.sent[-1] == f"POST {service.sync}/jobs/j/validateCredentials"
    assert service.body == {
        "useSavedCredentials": False,
        "credentials": [{"key": "BaseAddress", "value": "https://x"}, {"key": "SecretToken", "value": "t0ken"}],
    }


async def test_credentials_are_validated_before_there_is_a_job(sync, service):
    service.answer(status=204)
    await sync.jobs.validate_credentials({"SecretToken": "t"}, template_id="scim", application_identifier="app")
    assert service.sent == [f"POST {service.sync}/jobs/validateCredentials"]
    assert service.body["templateId"] == "scim"
    assert service.body["applicationIdentifier"] == "app"


async def test_a_refused_credential_never_shows(sync, service):
    service.answer({"error": {"code": "BadCredentials", "message": "s3cret-value is wrong"}}, status=400)
    with pytest.raises(BadRequest) as failure:
        await sync.jobs["j"].validate_credentials({"Password": "s3cret-value"})
    assert "s3cret-value" not in f"{failure.value}{failure.value!r}{failure.value.body}{failure.value.failure}"
    assert failure.value.message == "*** is wrong"
    assert "refused the credentials" in failure.value.hint


ENTRY = {
    "action": "Create",
    "changeId": "c",
    "statusInfo": {"status": "Success", "errorCode": None},
    "sourceIdentity": {"id": "u"},
    "targetIdentity": {"id": "t-1"},
    "modifiedProperties": [{"displayName": "userName", "oldValue": None, "newValue": "ada@contoso.com"}],
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


def shape(kind: str, entry: dict) -> dict:
    import json

    status = entry["statusInfo"]["status"]
    return {
        "A": {
            "key": json.dumps({"result": status, "details": {"errorCode": "X", "errorMessage": "why"}}),
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
async def test_provisioning_on_demand_is_read_from_every_shape(sync, service, kind):
    service.answer(shape(kind, ENTRY))
    result = await sync.jobs["j"].provision_on_demand("rule", "u")
    assert service.sent == [f"POST {service.sync}/jobs/j/provisionOnDemand"]
    assert service.body == {
        "parameters": [{"ruleId": "rule", "subjects": [{"objectId": "u", "objectTypeName": "User"}]}]
    }
    assert (result.status, result.action, result.source_id, result.target_id) == ("Success", "Create", "u", "t-1")
    assert [step.name for step in result.steps] == ["EntryImport", "EntryExportAdd"]
    assert result.steps[0].timestamp.year == 2026
    assert result.steps[0].details == {"objectId": "u"}
    assert result.steps[0]["later"] == 1
    assert result.modified_properties[0].new_value == "ada@contoso.com"
    assert not result.failed


async def test_the_short_shape_has_a_status_too(sync, service):
    service.answer(shape("B", ENTRY))
    result = await sync.jobs["j"].provision_on_demand("rule", "u")
    assert (result.status, result.steps) == ("Success", ())


@pytest.mark.parametrize(
    "pair", [{}, {"key": None, "value": None}, {"key": "[", "value": "[1, null]"}, {"key": "7", "value": "{}"}]
)
async def test_answers_of_no_known_shape_are_kept_as_they_came(sync, service, pair):
    service.answer(pair)
    result = await sync.jobs["j"].provision_on_demand("rule", "u")
    assert result.status is None
    assert not result.failed


FAILED = ENTRY | {
    "statusInfo": {"status": "Failure", "errorCode": "EntryConflict", "reason": "taken", "recommendedAction": "rename"}
}


async def test_a_failure_inside_a_success_raises_with_the_result(sync, service):
    service.answer(shape("C", FAILED))
    with pytest.raises(ProvisioningFailed, match="EntryConflict: taken") as failure:
        await sync.jobs["j"].provision_on_demand("rule", "u")
    assert failure.value.result.recommended_action == "rename"
    assert len(failure.value.result.steps) == 2


async def test_a_failure_is_told_where_that_is_wanted(sync, service):
    service.answer(shape("A", FAILED))
    result = await sync.jobs["j"].provision_on_demand("rule", "u", check=False)
    assert result.failed
    assert result.error_code == "EntryConflict"


async def test_groups_go_with_up_to_five_members(sync, service):
    service.answer(shape("B", ENTRY))
    job = sync.jobs["j"]
    await job.provision_on_demand("rule", "g", members=["1", "2", "3", "4", "5"])
    subject = service.body["parameters"][0]["subjects"][0]
    assert (subject["objectId"], subject["objectTypeName"]) == ("g", "Group")
    assert subject["links"]["members"][4] == {"objectId": "5", "objectTypeName": "User"}
    with pytest.raises(ValueError, match="at most 5"):
        await job.provision_on_demand("rule", "g", members="123456")
    assert len(service.requests) == 1


async def test_subjects_and_rules_can_be_typed(sync, service):
    service.answer(shape("B", ENTRY)).answer(shape("B", ENTRY))
    rule = models.SynchronizationRule(id="r1")
    subject = models.SynchronizationJobSubject(object_id="w", object_type_name="Worker")
    await sync.jobs["j"].provision_on_demand(rule, subject)
    assert service.body["parameters"] == [{"ruleId": "r1", "subjects": [{"objectId": "w", "objectTypeName": "Worker"}]}]
    await sync.jobs["j"].provision_on_demand(rule, "u", object_type_name="user")
    assert service.body["parameters"][0]["subjects"][0]["objectTypeName"] == "user"
    with pytest.raises(ValueError, match="complete"):
        await sync.jobs["j"].provision_on_demand(rule, subject, object_type_name="User")
    with pytest.raises(ValueError, match="rule's id is empty"):
        await sync.jobs["j"].provision_on_demand("", subject)
    with pytest.raises(ValueError, match="no object_id"):
        await sync.jobs["j"].provision_on_demand("r", "")


async def test_a_wrong_rule_is_explained(sync, service):
    service.answer({"error": {"code": "RequestParameterInvalid", "message": "no such rule"}}, status=400)
    with pytest.raises(BadRequest) as failure:
        await sync.jobs["j"].provision_on_demand("rule", "u")
    assert "schema.synchronization_rules" in failure.value.hint


async def test_on_demand_is_never_repeated_blindly(sync, service):
    service.answer(status=503)
    with pytest.raises(Exception, match="503"):
        await sync.jobs["j"].provision_on_demand("rule", "u")
    assert len(service.requests) == 1


async def test_the_synchronization_itself_has_verbs(sync, service):
    service.answer({"id": "s", "secrets": []}).answer(status=204).answer(status=204).answer(status=204)
    assert (await sync.get()).id == "s"
    await sync.acquire_access_token({"Oauth2ClientId": "x"})
    assert service.body == {"credentials": [{"key": "Oauth2ClientId", "value": "x"}]}
    await sync.replace(models.Synchronization(secrets=[]))
    assert service.body == {"secrets": []}
    await sync.delete()
    assert [line.split(" ")[0] for line in service.sent] == ["GET", "POST", "PUT", "DELETE"]


async def test_templates_update_as_a_whole(sync, service):
    received = {
        "@odata.context": "c",
        "id": "t",
        "description": "old",
        "default": True,
        "factoryTag": "x",
        "novelty": [1],
    }
    service.answer(received).answer(status=204).answer(status=204)
    template = await sync.templates.get_by_id("t").get()
    template.description = "new"
    await template.update()
    assert service.body == {"id": "t", "description": "new", "default": True, "factoryTag": "x", "novelty": [1]}
    assert not template.has_edits
    assert template.description == "new"
    await template.delete()
    assert service.sent[-1] == f"DELETE {service.sync}/templates/t"


async def test_text_packed_too_often_stays_text(sync, service):
    import json

    packed: object = [ENTRY]
    for _ in range(5):
        packed = json.dumps(packed)
    service.answer({"key": "x", "value": packed})
    result = await sync.jobs["j"].provision_on_demand("rule", "u")
    assert result.status is None
    assert isinstance(result.value, str)


async def test_selecting_by_one_name_or_a_list_as_text(sync, service):
    service.answer({"id": "j", "templateId": "t"})
    job = await sync.jobs["j"].get(select="id,templateId")
    assert service.last.url.params["$select"] == "id,templateId"
    assert job.template_id == "t"
