from __future__ import annotations

import pytest

from graphsync import models
from graphsync.errors import NotDeferrable

pytestmark = pytest.mark.anyio

BETA = "https://graph.microsoft.com/beta"


async def test_an_object_connection_is_read_and_deleted_in_beta(sync, service):
    connection = sync.jobs["j"].object_connections["it's"]
    service.answer(
        {"objectId": "o", "sourceAnchor": "s", "targetAnchor": "t", "objectTypeName": "user"}
    )
    service.answer(status=204)
    assert (await connection.get()).target_anchor == "t"
    await connection.delete()
    url = f"{BETA}{service.sync}/jobs/j/objectConnections('it%27%27s')"
    assert [str(request.url) for request in service.requests] == [url, url]


@pytest.mark.parametrize("wrong", [0, None])
async def test_a_list_of_object_connections_is_never_asked_for(sync, service, wrong):
    with pytest.raises(TypeError, match="answers 400 to a list"):
        _ = sync.jobs["j"].object_connections[wrong]
    with pytest.raises(TypeError, match="answers 400 to a list"):
        _ = [item async for item in sync.jobs["j"].object_connections]
    assert service.requests == []


async def test_correlations_and_their_identities(graph, service):
    link = f"{BETA}/reports/correlations?$skiptoken=2"
    service.page({"id": "r", "error": {"code": "MissingJoiningProperty"}}, next_link=link).page(
        {"id": "s"}
    )
    reports = await graph.correlations.list()
    assert [report.id for report in reports] == ["r", "s"]
    assert reports[0].error.code == "MissingJoiningProperty"
    assert [str(request.url) for request in service.requests] == [
        f"{BETA}/reports/correlations",
        link,
    ]
    service.page({"id": "i", "sourceIdentity": None, "status": "uncorrelated"})
    (found,) = await reports[0].identities.with_status("uncorrelated").list()
    assert (found.source_identity, found.status) == (None, "uncorrelated")
    assert (
        str(service.last.url)
        == f"{BETA}/reports/correlations/r/identities?$filter=status%20eq%20'uncorrelated'"
    )


@pytest.mark.parametrize(
    "answer",
    [
        {"value": [{"key": "SecretToken", "value": "hush-hush"}, {"value": "nameless"}]},
        [{"name": "SecretToken", "values": "hush-hush"}],
        {"SecretToken": "hush-hush", "@odata.context": "x"},
    ],
)
async def test_connectivity_parameters_are_read_in_any_shape_and_never_shown(sync, service, answer):
    service.answer(answer)
    values = await sync.connectivity_parameters.get()
    assert isinstance(values, models.ConnectivityValues)
    assert dict(values) == {"SecretToken": "hush-hush"}
    assert repr(values) == "<ConnectivityValues SecretToken>"


async def test_a_batch_takes_nothing_of_beta(graph, sync, service):
    with pytest.raises(NotDeferrable, match="exists only in beta"):
        graph.batch().add(sync.jobs["j"].object_connections["o"].get)
    assert service.requests == []
