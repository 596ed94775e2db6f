"""Models made by hand behave like attrs classes and write the JSON that the service wants."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest

from graphsync_client import models
from graphsync_client.models import (
    AttributeMapping,
    AttributeMappingSource,
    AttributeMappingSourceType,
    BulkRequest,
    BulkRequestOperation,
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
    "absent and null": (
        SynchronizationJob(id=None, template_id="scim"),
        {"id": None, "templateId": "scim"},
    ),
    "a restart": (
        RestartJobRequest(
            criteria=SynchronizationJobRestartCriteria(reset_scope=Scope.WATERMARK | Scope.ESCROWS)
        ),
        {"criteria": {"resetScope": "Escrows, Watermark"}},
    ),
    "a full restart": (
        SynchronizationJobRestartCriteria(reset_scope=Scope.FULL),
        {"resetScope": "Full"},
    ),
    "no scope": (SynchronizationJobRestartCriteria(reset_scope=Scope.NONE), {"resetScope": "None"}),
    "no criteria": (
        RestartJobRequest(criteria=SynchronizationJobRestartCriteria()),
        {"criteria": {}},
    ),
    "secrets": (
        ReplaceSecretsRequest(
            value=[
                SynchronizationSecretKeyStringValuePair(
                    key=SynchronizationSecret.BASE_ADDRESS, value="https://contoso.com"
                ),
                SynchronizationSecretKeyStringValuePair(
                    key=SynchronizationSecret("FutureKey"), value=""
                ),
            ]
        ),
        {
            "value": [
                {"key": "BaseAddress", "value": "https://contoso.com"},
                {"key": "FutureKey", "value": ""},
            ]
        },
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
                            flow_types=ObjectFlowTypes.ADD
                            | ObjectFlowTypes.UPDATE
                            | ObjectFlowTypes.DELETE,
                            attribute_mappings=[
                                AttributeMapping(
                                    default_value=None,
                                    source=AttributeMappingSource(
                                        type=AttributeMappingSourceType.ATTRIBUTE,
                                        expression="[mail]",
                                        parameters=[],
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
                                    "source": {
                                        "expression": "[mail]",
                                        "parameters": [],
                                        "type": "Attribute",
                                    },
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
    "text where the service knows better": (
        SynchronizationSchedule(interval="PT40M"),
        {"interval": "PT40M"},
    ),  # type: ignore[arg-type]
    "an upload": (
        BulkRequest(
            schemas=["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            operations=[
                BulkRequestOperation(
                    method="POST", bulk_id="1", path="/Users", data={"active": True}
                )
            ],
        ),
        {
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": [
                {"method": "POST", "bulkId": "1", "path": "/Users", "data": {"active": True}}
            ],
        },
    ),
}


PAIRS = [name for name in MODELS if name.endswith(("ValuePair", "KeyValuePair", "Entry"))]


@pytest.mark.parametrize("name", PAIRS)
def test_every_kind_of_pair_is_constructed_of_its_two_members(name):
    cls = getattr(models, name)
    first = "name" if name == "KeyValuePair" else "key"
    pair = cls(**{first: "a", "value": 1})
    assert pair.to_dict() == {first: "a", "value": 1}
    assert len(PAIRS) >= 9


def test_the_value_of_a_sample_attribute_is_of_any_type():
    pair = models.StringKeyObjectValuePair(key="proxyAddresses", value=["a", "b"])
    pair["value@odata.type"] = "#Collection(String)"
    assert pair.to_dict() == {
        "key": "proxyAddresses",
        "value": ["a", "b"],
        "value@odata.type": "#Collection(String)",
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
    with pytest.raises(AttributeError, match="no member 'misspelt'"):
        cls().misspelt = 1
    parameters = inspect.signature(cls).parameters
    assert {key for key in parameters if not key.startswith("_")} == set(members)
    assert all(
        parameter.kind is inspect.Parameter.KEYWORD_ONLY for parameter in parameters.values()
    )
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


def test_assignment_replaces_what_was_received_in_its_place():
    job = SynchronizationJob.from_dict(
        {"id": "1", "templateId": "a", "schedule": {"state": "Active", "new": 1}}
    )
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


def test_walking_through_the_fields_of_attrs_ends():
    job = SynchronizationJob(
        id="1", schedule=SynchronizationSchedule(state=SynchronizationScheduleState.ACTIVE)
    )
    found = attrs.asdict(
        job, filter=lambda field, value: not field.name.startswith("_") and value is not None
    )
    assert found == {"id": "1", "schedule": {"state": "Active"}}
    assert attrs.asdict(job)["schedule"]["expiration"] is None
