"""Every way to copy carries along what was received, and edits of a copy never show in the original."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

from graphsync_client.models import (
    KeyValuePair,
    SynchronizationJob,
    SynchronizationLinkedObjects,
    SynchronizationSchedule,
)

Copier = Callable[[Any], Any]
COPIERS: dict[str, Copier] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "evolve": lambda job: job.evolve(),
    "replace": lambda job: copy.replace(job) if hasattr(copy, "replace") else job.__replace__(),
    "attrs.evolve": attrs.evolve,
    **{
        f"pickle{protocol}": lambda job, protocol=protocol: pickle.loads(
            pickle.dumps(job, protocol)
        )
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    },
}


def received() -> dict[str, Any]:
    return {
        "@odata.etag": 'W/"1"',
        "id": "job-id",
        "templateId": None,
        "status": {"code": "Slumbering", "progress": [{"units": "pages", "shiny": {"new": [1]}}]},
        "schedule": {"interval": "P10675199DT2H48M5.4775807S", "state": "active"},
        "synchronizationJobSettings": [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}],
        "custom": {"tags": ["x"]},
    }


@pytest.fixture(params=[False, True], ids=["unread", "read"])
def job(request, read_all) -> SynchronizationJob:
    made = SynchronizationJob.from_dict(received())
    if request.param:
        read_all(made)
    return made


@pytest.mark.parametrize("copier", COPIERS.values(), ids=COPIERS)
class TestEveryCopy:
    def test_carries_what_was_received(self, copier, job):
        copied = copier(job)
        assert copied is not job
        assert list(copied.to_dict().items()) == list(received().items())

    def test_edits_of_it_stay_in_it(self, copier, job):
        copied = copier(job)
        copied.template_id = "scim"
        copied.schedule.state = "Paused"
        copied.schedule["note"] = "changed"
        copied.status.progress[0].units = "objects"
        copied.status.progress[0]["shiny"]["new"].append(2)
        copied.status.progress.append(None)
        copied.synchronization_job_settings.pop()
        copied["custom"]["tags"].append("y")
        del copied.id
        assert job.to_dict() == received()

    def test_edits_of_the_original_stay_there(self, copier, job):
        copied = copier(job)
        job.id = "other"
        job.status.progress[0]["shiny"]["new"].append(2)
        job.synchronization_job_settings.clear()
        job["custom"]["tags"].clear()
        job["more"] = 1
        assert copied.to_dict() == received()

    def test_knows_what_was_assigned_and_edited_before(self, copier, job):
        job.template_id = "scim"
        job.bulk_upload = None
        job.synchronization_job_settings[0].value = "9"
        job["custom"]["tags"].append("y")
        job["added"] = {"deep": [1]}
        copied = copier(job)
        assert copied.assigned == {"template_id", "bulk_upload"}
        assert copied.to_dict() == job.to_dict()
        assert copied.changes() == {
            "templateId": "scim",
            "synchronizationJobSettings": [
                {"name": "a", "value": "9"},
                {"name": "b", "value": "2"},
            ],
            "custom": {"tags": ["x", "y"]},
            "bulkUpload": None,
            "added": {"deep": [1]},
        }
        copied["added"]["deep"].append(2)
        assert job["added"] == {"deep": [1]}

    def test_keeps_unknown_values(self, copier, job):
        copied = copier(job)
        assert copied.status.code == "Slumbering"
        assert not copied.status.code.is_known

    def test_of_one_made_by_hand_says_nothing_more(self, copier):
        made = SynchronizationJob(
            template_id="scim", schedule=SynchronizationSchedule(expiration=None)
        )
        copied = copier(made)
        assert copied.to_dict() == {"schedule": {"expiration": None}, "templateId": "scim"}
        copied.schedule.expiration = datetime(2026, 1, 1, tzinfo=UTC)
        assert made.schedule is not None
        assert made.schedule.expiration is None


@pytest.mark.parametrize(
    "evolve", [SynchronizationJob.evolve, SynchronizationJob.__replace__, attrs.evolve]
)
def test_evolving_assigns_and_keeps_the_rest(evolve, job):
    changed = evolve(
        job, template_id="scim", synchronization_job_settings=[KeyValuePair(name="c", value="3")]
    )
    expected = received() | {
        "templateId": "scim",
        "synchronizationJobSettings": [{"name": "c", "value": "3"}],
    }
    assert list(changed.to_dict().items()) == list(expected.items())
    assert changed.changes() == {
        key: expected[key] for key in ("templateId", "synchronizationJobSettings")
    }
    assert job.to_dict() == received()
    with pytest.raises(TypeError, match="tmplate_id"):
        evolve(job, tmplate_id="scim")


def test_evolve_tells_null_from_absent(job):
    assert job.evolve(bulk_upload=None).to_dict() == received() | {"bulkUpload": None}


def test_evolve_works_beside_a_member_that_does_not_convert():
    odd = SynchronizationJob.from_dict({"id": ["not", "text"], "templateId": "a"})
    assert odd.evolve(template_id="b").to_dict() == {"id": ["not", "text"], "templateId": "b"}


def test_a_deep_copy_does_not_even_share_the_received_document():
    document = received()
    copied = copy.deepcopy(SynchronizationJob.from_dict(document))
    document["status"]["code"] = "Changed"
    document["custom"]["tags"].clear()
    assert copied.to_dict() == received()


def test_a_copy_keeps_one_object_in_two_places_one():
    shared = KeyValuePair(name="a", value="1")
    job = SynchronizationJob(synchronization_job_settings=[shared, shared])
    for copied in (copy.copy(job), copy.deepcopy(job), pickle.loads(pickle.dumps(job))):
        first, second = copied.synchronization_job_settings
        assert first is second
        assert first is not shared


def test_an_object_within_itself_can_be_copied_and_compared_but_has_no_json():
    ring = SynchronizationLinkedObjects.from_dict({"manager": {"objectId": "1"}})
    ring.manager.links = ring
    copied = copy.deepcopy(ring)
    assert copied.manager.links is copied
    assert copied == ring
    with pytest.raises(ValueError, match="contains itself"):
        ring.to_dict()
