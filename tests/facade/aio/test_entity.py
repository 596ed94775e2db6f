from __future__ import annotations

import copy
import pickle

import pytest

from graphsync import models
from graphsync.errors import NotLoaded, Refused, UnsentEdits

pytestmark = pytest.mark.anyio

JOB = {
    "id": "j",
    "templateId": "scim",
    "status": {"code": "Active"},
    "schedule": {"interval": "PT40M", "state": "Active"},
}


async def test_reading_before_anything_was_loaded_names_the_member_and_the_call(sync, service):
    job = sync.jobs["j"]
    assert job.id == "j"
    assert not job.is_loaded
    for member in ("status", "schedule", "template_id", "data"):
        with pytest.raises(NotLoaded, match=rf"SynchronizationJob\.{member} .*job\.get\(\)"):
            getattr(job, member)
    assert service.requests == []


async def test_get_refreshes_in_place_and_returns_the_object(sync, service):
    service.answer(JOB).answer(JOB | {"status": {"code": "Paused"}})
    job = sync.jobs["j"]
    assert await job.get() is job
    assert job.status.code is models.SynchronizationStatusCode.ACTIVE
    assert job.execute_query() is job
    await job.get()
    assert job.status.code == "Paused"
    assert isinstance(job.data, models.SynchronizationJob)
    assert job.data.status is job.status
    assert service.sent == [f"GET {service.sync}/jobs/j"] * 2


async def test_what_an_answer_lacks_is_none(sync, service):
    service.answer({"id": "j"})
    job = await sync.jobs["j"].get()
    assert job.status is None
    assert job.synchronization_job_settings is None
    assert dict(job.settings) == {}


async def test_what_a_select_left_out_is_not_loaded(sync, service):
    service.answer({"id": "j", "templateId": "scim"})
    job = await sync.jobs["j"].get(select=["id", "templateId", "schedule"], expand=["schema"])
    assert service.last.url.params["$select"] == "id,templateId,schedule"
    assert service.last.url.params["$expand"] == "schema"
    assert job.template_id == "scim"
    assert job.schedule is None
    with pytest.raises(NotLoaded, match=r"status was left out by the \$select"):
        _ = job.status


async def test_a_listed_item_without_its_id_says_so(sync, service):
    service.page({"templateId": "scim"})
    job = await sync.jobs.select("templateId").first()
    assert job.template_id == "scim"
    with pytest.raises(NotLoaded, match="add 'id'"):
        _ = job.id
    with pytest.raises(NotLoaded, match="add 'id'"):
        await job.start()
    assert "without an id" in repr(job)
    assert len(service.requests) == 1


async def test_unknown_members_and_values_survive(sync, service):
    service.answer(JOB | {"novelty": 1, "status": {"code": "Resting", "mood": "calm"}})
    job = await sync.jobs["j"].get()
    assert job.status.code == "Resting"
    assert not job.status.code.is_known
    assert job.data["novelty"] == 1
    assert job.status["mood"] == "calm"


async def test_members_of_a_job_cannot_be_assigned_but_a_templates_can(sync, service):
    service.answer(JOB).answer({"id": "t", "description": "old"})
    job = await sync.jobs["j"].get()
    with pytest.raises(AttributeError, match="set by the service"):
        job.template_id = "other"
    template = await sync.templates["t"].get()
    template.description = "new"
    assert template.data.description == "new"


async def test_edits_are_not_lost_by_get(sync, service):
    service.answer({"id": "t", "description": "old"}).answer({"id": "t", "description": "theirs"})
    template = await sync.templates["t"].get()
    assert not template.has_edits
    template.description = "mine"
    assert template.has_edits
    with pytest.raises(UnsentEdits, match="description"):
        await template.get()
    assert len(service.requests) == 1
    await template.get(discard_edits=True)
    assert template.description == "theirs"


async def test_a_partly_loaded_object_is_not_written_as_a_whole(sync, service):
    service.answer({"id": "t"})
    template = await sync.templates["t"].get(select=["id"])
    with pytest.raises(Refused, match=r"would erase"):
        await template.update()
    assert len(service.requests) == 1


async def test_times_durations_and_sentinels_read_right(sync, service):
    service.answer(
        {
            "id": "j",
            "schedule": {
                "interval": "P10675199DT2H48M5.4775807S",
                "state": "Disabled",
                "expiration": None,
            },
            "status": {
                "code": "NotConfigured",
                "steadyStateFirstAchievedTime": "0001-01-01T00:00:00Z",
            },
            "synchronizationJobSettings": [
                {"name": "Domain", "value": "x"},
                {"name": "Empty", "value": None},
            ],
        }
    )
    job = await sync.jobs["j"].get()
    assert job.schedule.interval is None
    assert job.status.steady_state_first_achieved_time is None
    assert job.status.last_execution is None
    assert dict(job.settings) == {"Domain": "x", "Empty": None}
    assert job.data.to_dict()["schedule"]["interval"] == "P10675199DT2H48M5.4775807S"


async def test_options_make_a_copy_and_leave_the_object_alone(graph, sync, service):
    service.answer(JOB).answer(status=204)
    job = await sync.jobs["j"].get()
    patient = job.with_options(consistency=5)
    assert patient is not job
    assert patient.status is job.status
    assert patient._session is not graph._session
    assert patient.schema._session is patient._session
    assert job._session is graph._session
    await patient.start()
    assert service.sent[-1] == f"POST {service.sync}/jobs/j/start"


async def test_misspelt_members_are_not_made_by_assignment(sync, service):
    service.answer({"id": "t"})
    template = await sync.templates["t"].get()
    with pytest.raises(AttributeError, match="no member 'descripton'"):
        template.descripton = "x"
    with pytest.raises(AttributeError):
        template.data = template.data


async def test_copies_share_the_client_and_not_the_data(graph, sync, service):
    service.answer({"id": "t", "description": "old", "schema": {"version": "1"}})
    template = await sync.templates["t"].get()
    copied = copy.deepcopy(template)
    copied.description = "new"
    assert (template.description, copied.description) == ("old", "new")
    assert copied._session is graph._session
    assert copied.schema is not template.schema
    assert copy.copy(template).data is template.data
    assert copy.deepcopy(sync.jobs["j"]).id == "j"
    with pytest.raises(TypeError, match="pickle its data"):
        pickle.dumps(template)
    assert pickle.loads(pickle.dumps(template.data)) == template.data


async def test_copies_of_what_holds_no_data_share_the_client(graph, sync):
    for thing in (sync.jobs, sync.secrets, graph.service_principals):
        copied = copy.deepcopy(thing)
        assert copied is not thing
        assert copied._session is graph._session
    assert copy.deepcopy(graph) is graph


@pytest.mark.parametrize("key", ["", "  ", ".", "..", 0, None, slice(1)])
async def test_what_is_no_id_chooses_nothing(sync, service, key):
    for collection in (sync.jobs, sync.templates, sync.jobs["j"].schema.directories):
        with pytest.raises((TypeError, ValueError), match=r"\[\.\.\.\]"):
            collection[key]
    assert service.requests == []


async def test_looking_for_something_by_in_reads_nothing(sync, service):
    with pytest.raises(TypeError, match="does not support `in`"):
        "j" in sync.jobs  # noqa: B015  # the look-up is the test
    assert service.requests == []


async def test_misspelt_members_name_the_nearest_one(graph, sync):
    job = sync.jobs["j"]
    for thing, name, nearest in (
        (job, "stauts", "SynchronizationJob has no member 'stauts'; did you mean 'status'"),
        (sync, "job", "Synchronization has no member 'job'; did you mean 'jobs'"),
        (sync.jobs, "lst", "Jobs has no member 'lst'; did you mean 'list'"),
        (
            graph,
            "service_principal",
            "GraphClient has no member 'service_principal'; did you mean 'service_principals'",
        ),
        (job, "zzz", "SynchronizationJob has no member 'zzz'$"),
    ):
        assert not hasattr(thing, name)
        with pytest.raises(AttributeError, match=nearest):
            getattr(thing, name)
    with pytest.raises(
        AttributeError, match=r"has no member 'stauts'; did you mean 'status'\?; data\[...\] takes"
    ):
        job.stauts = None


async def test_an_attribute_error_inside_a_member_is_not_taken_for_a_missing_one(sync):
    class Odd(type(sync.jobs["j"])):
        @property
        def odd(self):
            return self.template.missing

    job = sync.jobs["j"]
    with pytest.raises(AttributeError, match="'template'; did you mean 'template_id'"):
        _ = Odd(job._session, job._owner, "j").odd
