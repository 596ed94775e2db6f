from __future__ import annotations

import pytest

from graphsync import Scope, models
from graphsync.errors import BadRequest, Refused

pytestmark = pytest.mark.anyio


async def test_a_job_is_created_from_a_template_and_bound(sync, service):
    service.answer(
        {"id": "scim.1", "templateId": "scim", "schedule": {"state": "Disabled"}}, status=201
    ).answer(status=204)
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
        "credentials": [
            {"key": "BaseAddress", "value": "https://x"},
            {"key": "SecretToken", "value": "t0ken"},
        ],
    }


async def test_credentials_are_validated_before_there_is_a_job(sync, service):
    service.answer(status=204)
    await sync.jobs.validate_credentials(
        {"SecretToken": "t"}, template_id="scim", application_identifier="app"
    )
    assert service.sent == [f"POST {service.sync}/jobs/validateCredentials"]
    assert service.body["templateId"] == "scim"
    assert service.body["applicationIdentifier"] == "app"


async def test_a_refused_credential_never_shows(sync, service):
    service.answer(
        {"error": {"code": "BadCredentials", "message": "s3cret-value is wrong"}}, status=400
    )
    with pytest.raises(BadRequest) as failure:
        await sync.jobs["j"].validate_credentials({"Password": "s3cret-value"})
    assert (
        "s3cret-value"
        not in f"{failure.value}{failure.value!r}{failure.value.body}{failure.value.failure}"
    )
    assert failure.value.message == "*** is wrong"
    assert "refused the credentials" in failure.value.hint


async def test_the_synchronization_itself_has_verbs(sync, service):
    service.answer({"id": "s", "secrets": []}).answer(status=204).answer(status=204).answer(
        status=204
    )
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
    assert service.body == {
        "id": "t",
        "description": "new",
        "default": True,
        "factoryTag": "x",
        "novelty": [1],
    }
    assert not template.has_edits
    assert template.description == "new"
    await template.delete()
    assert service.sent[-1] == f"DELETE {service.sync}/templates/t"


async def test_selecting_by_one_name_or_a_list_as_text(sync, service):
    service.answer({"id": "j", "templateId": "t"})
    job = await sync.jobs["j"].get(select="id,templateId")
    assert service.last.url.params["$select"] == "id,templateId"
    assert job.template_id == "t"
