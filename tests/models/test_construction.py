"""Models made by hand behave like attrs classes and write the JSON that the service wants."""

from __future__ import annotations

import inspect
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import attrs
import pytest

from graphsync_client import models
from graphsync_client.models import (
    AttributeMapping,
    AttributeMappingSource,
    AttributeMappingSourceType,
    BulkRequest,
    BulkRequestOperation,
    DirectoryDefinition,
    ObjectFlowTypes,
    ObjectMapping,
    ReplaceSecretsRequest,
    RestartJobRequest,
    SynchronizationJob,
    SynchronizationJobRestartCriteria,
    SynchronizationJobRestartScope,
    SynchronizationRule,
    SynchronizationSchedule,
    SynchronizationScheduleState,
    SynchronizationSchema,
    SynchronizationSecret,
    SynchronizationSecretKeyStringValuePair,
    ValidateCredentialsRequest,
)
from graphsync_client.types import Model

Scope = SynchronizationJobRestartScope
MODELS = [name for name in dir(models) if issubclass(getattr(models, name), Model)]

WRITTEN = {
    "nothing": (SynchronizationJob(), {}),
    "a job to create": (SynchronizationJob(template_id="scim"), {"templateId": "scim"}),
    "absent and null": (SynchronizationJob(id=None, template_id="scim"), {"id": None, "templateId": "scim"}),
    "a restart": (
        RestartJobRequest(criteria=SynchronizationJobRestartCriteria(reset_scope=Scope.WATERMARK | Scope.ESCROWS)),
        {"criteria": {"resetScope": "Escrows, Watermark"}},
    ),
    "a full restart": (SynchronizationJobRestartCriteria(reset_scope=Scope.FULL), {"resetScope": "Full"}),
    "no scope": (SynchronizationJobRestartCriteria(reset_scope=Scope.NONE), {"resetScope": "None"}),
    "no criteria": (RestartJobRequest(criteria=SynchronizationJobRestartCriteria()), {"criteria": {}}),
    "secrets": (
        ReplaceSecretsRequest(
            value=[
                SynchronizationSecretKeyStringValuePair(
                    key=SynchronizationSecret.BASE_ADDRESS, value="https://contoso.com"
                ),
                SynchronizationSecretKeyStringValuePair(key=SynchronizationSecret("FutureKey"), value=""),
            ]
        ),
        {"value": [{"key": "BaseAddress", "value": "https://contoso.com"}, {"key": "FutureKey", "value": ""}]},
    ),
    "credentials": (
        ValidateCredentialsRequest(use_saved_credentials=True, template_id="scim"),
        {"templateId": "scim", "useSavedCredentials": True},
    ),
    "a schema": (
        SynchronizationSchema(
            synchronization_rules=[
                SynchronizationRule(
                    priority=1,
                    object_mappings=[
                        ObjectMapping(
                            enabled=True,
                            flow_types=ObjectFlowTypes.ADD | ObjectFlowTypes.UPDATE | ObjectFlowTypes.DELETE,
                            attribute_mappings=[
                                AttributeMapping(
                                    default_value=None,
                                    source=AttributeMappingSource(
                                        type=AttributeMappingSourceType.ATTRIBUTE, expression="[mail]", parameters=[]
                                    ),
                                )
                            ],
                        )
                    ],
                )
            ]
        ),
        {
            "synchronizationRules": [
                {
                    "objectMappings": [
                        {
                            "attributeMappings": [
                                {
                                    "defaultValue": None,
                                    "source": {"expression": "[mail]", "parameters": [], "type": "Attribute"},
                                }
                            ],
                            "enabled": True,
                            "flowTypes": "Add, Update, Delete",
                        }
                    ],
                    "priority": 1,
                }
            ]
        },
    ),
    "a schedule": (
        SynchronizationSchedule(
            expiration=datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=1))),
            interval=timedelta(minutes=40),
            state=SynchronizationScheduleState.ACTIVE,
        ),
        {"expiration": "2026-03-01T08:30:00Z", "interval": "PT40M", "state": "Active"},
    ),
    "text where the service knows better": (SynchronizationSchedule(interval="PT40M"), {"interval": "PT40M"}),  # type: ignore[arg-type]
    "an upload": (
        BulkRequest(
            schemas=["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            operations=[BulkRequestOperation(method="POST", bulk_id="1", path="/Users", data={"active": True})],
        ),
        {
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": [{"method": "POST", "bulkId": "1", "path": "/Users", "data": {"active": True}}],
        },
    ),
}


@pytest.mark.parametrize(("model", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_the_json_is_what_the_service_wants(model, expected):
    assert model.to_dict() == expected
    assert model.changes() == expected
    assert type(model).from_dict(expected).to_dict() == expected


@pytest.mark.parametrize("name", MODELS)
def test_construction_takes_keywords_only_and_knows_them_all(name, members_of):
    cls = getattr(models, name)
    members = members_of(cls)
    assert members == list(cls.MEMBERS)
    assert attrs.has(cls)
    assert not hasattr(cls(), "__dict__")
    parameters = inspect.signature(cls).parameters
    assert {key for key in parameters if not key.startswith("_")} == set(members)
    assert all(parameter.kind is inspect.Parameter.KEYWORD_ONLY for parameter in parameters.values())
    with pytest.raises(TypeError, match="misspelt"):
        cls(misspelt=1)
    with pytest.raises(TypeError, match="positional"):
        cls("value")
    empty = cls()
    for member in members:
        assert getattr(empty, member) is None
    assert empty.to_dict() == {}
    assert cls(**dict.fromkeys(members)).to_dict() == dict.fromkeys(cls.WIRES)


def test_misspelt_members_are_errors():
    job = SynchronizationJob(id="1")
    with pytest.raises(AttributeError, match="SynchronizationJob has no member 'tmplate_id'"):
        _ = job.tmplate_id  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        job.tmplate_id = "scim"  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="tmplate_id"):
        job.mentions("tmplate_id")


@pytest.mark.parametrize(
    ("make", "place"),
    [
        (lambda moment: SynchronizationSchedule(expiration=moment), "SynchronizationSchedule.expiration"),
        (lambda moment: SynchronizationJob(schedule=SynchronizationSchedule(expiration=moment)), "SynchronizationSchedule.expiration"),
        (lambda moment: SynchronizationSchema(directories=[DirectoryDefinition(discovery_date_time=moment)]), "DirectoryDefinition.discovery_date_time"),
    ],
)  # fmt: skip
def test_a_time_without_a_zone_is_refused_with_the_place_and_the_remedy(make, place):
    with pytest.raises(ValueError, match=rf"{place}: 2026-03-01T00:00:00 has no time zone; .*tzinfo=") as caught:
        make(datetime(2026, 3, 1)).to_dict()
    assert str(caught.value).count(":") < 8


def test_a_time_that_utc_cannot_express_is_refused():
    late = SynchronizationSchedule(expiration=datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))))
    with pytest.raises(ValueError, match=r"expiration: 9999-12-31T23:59:59.999999-05:00 lies outside"):
        late.to_dict()


@pytest.mark.parametrize("wrong", [date(2026, 3, 1), Decimal(1), {1, 2}, b"bytes", object()])
def test_what_has_no_json_is_refused_with_its_place(wrong):
    with pytest.raises(ValueError, match=r"SynchronizationJob\.template_id: a \w+ of Python has no JSON"):
        SynchronizationJob(template_id=wrong).to_dict()
    with pytest.raises(
        ValueError, match=r"SynchronizationJob\.synchronization_job_settings: a \w+ of Python has no JSON"
    ):
        SynchronizationJob(synchronization_job_settings=[wrong]).to_dict()


def test_assignment_replaces_what_was_received_in_its_place():
    job = SynchronizationJob.from_dict({"id": "1", "templateId": "a", "schedule": {"state": "Active", "new": 1}})
    job.template_id = "b"
    job.schedule = SynchronizationSchedule(
        state=SynchronizationScheduleState.PAUSED, expiration=datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert list(job.to_dict().items()) == [
        ("id", "1"),
        ("templateId", "b"),
        ("schedule", {"expiration": "2026-01-01T00:00:00Z", "state": "Paused"}),
    ]
    assert job.assigned == {"template_id", "schedule"}
