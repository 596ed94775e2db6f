from __future__ import annotations

import pytest

from graphsync.aio import (
    Application,
    AsyncGraphClient,
    ServicePrincipal,
    Synchronization,
    SynchronizationJob,
    SynchronizationSchema,
    SynchronizationTemplate,
)
from graphsync.errors import NoMatch, NotLoaded, SeveralMatches, Unauthorized

pytestmark = pytest.mark.anyio


async def test_navigation_sends_nothing_and_knows_its_paths(graph, service):
    principal = graph.service_principals["p 1"]
    job = principal.synchronization.jobs["a.b/c"]
    assert isinstance(graph, AsyncGraphClient)
    assert isinstance(principal, ServicePrincipal)
    assert isinstance(principal.synchronization, Synchronization)
    assert isinstance(job, SynchronizationJob)
    assert isinstance(job.schema, SynchronizationSchema)
    assert isinstance(graph.applications["x"], Application)
    assert isinstance(
        graph.applications["x"].synchronization.templates["t"], SynchronizationTemplate
    )
    assert job.resource_path == "/servicePrincipals/p%201/synchronization/jobs/a.b%2Fc"
    assert job.schema.resource_path == f"{job.resource_path}/schema"
    assert (
        graph.applications["x"].synchronization.templates.resource_path
        == "/applications/x/synchronization/templates"
    )
    assert job._session is graph._session
    assert service.requests == []


async def test_children_are_the_same_object_each_time(sync):
    job = sync.jobs["j"]
    assert sync.jobs is sync.jobs
    assert sync.templates is sync.templates
    assert sync.secrets is sync.secrets
    assert job.schema is job.schema
    assert job.bulk_upload is job.bulk_upload
    assert job.schema.directories is job.schema.directories


async def test_an_app_id_goes_into_the_path_without_a_look_up(graph, service):
    service.page()
    principal = graph.service_principals.by_app_id("o'neil")
    assert await principal.synchronization.jobs.list() == []
    assert service.sent == ["GET /servicePrincipals(appId='o%27%27neil')/synchronization/jobs"]
    with pytest.raises(NotLoaded, match=r"ServicePrincipal\.id .*service_principal\.get\(\)"):
        _ = principal.id


async def test_find_is_one_request_with_the_name_quoted(graph, service):
    service.page(
        None, {"displayName": "no id"}, {"id": "sp", "appId": "app", "displayName": "Ada's app"}
    )
    found = await graph.service_principals.find(display_name="Ada's app")
    assert (found.id, found.app_id, found.display_name) == ("sp", "app", "Ada's app")
    assert service.last.url.params["$filter"] == "displayName eq 'Ada''s app'"
    assert found.synchronization.resource_path == "/servicePrincipals/sp/synchronization"
    with pytest.raises(NotLoaded, match="account_enabled was left out"):
        _ = found.account_enabled


async def test_find_by_app_id_among_applications(graph, service):
    service.page({"id": "obj", "appId": "app"})
    assert (await graph.applications.find(app_id="app")).id == "obj"
    assert service.last.url.path == "/v1.0/applications"
    assert service.last.url.params["$filter"] == "appId eq 'app'"


async def test_find_lists_several_and_tells_none(graph, service):
    service.page({"id": "1", "displayName": "A"}, {"id": "2", "displayName": "A"}).page()
    with pytest.raises(SeveralMatches, match=r"A \(1\); A \(2\)") as several:
        await graph.service_principals.find(display_name="A")
    assert several.value.ids == ("1", "2")
    with pytest.raises(NoMatch, match="'B'"):
        await graph.service_principals.find(display_name="B")
    with pytest.raises(TypeError, match="either display_name= or app_id="):
        await graph.service_principals.find(display_name="A", app_id="B")


async def test_a_match_with_a_next_page_is_not_taken_for_the_only_one(graph, service):
    link = "https://graph.microsoft.com/v1.0/servicePrincipals?$skiptoken=x"
    service.page({"id": "1", "displayName": "A"}, next_link=link).page(
        {"id": "2"}, next_link=link + "y"
    )
    with pytest.raises(SeveralMatches, match=r"2 or more .* and more"):
        await graph.service_principals.find(display_name="A")
    assert service.sent[1:] == ["GET /servicePrincipals?$skiptoken=x"]


async def test_empty_pages_do_not_hide_what_is_found(graph, service):
    link = "https://graph.microsoft.com/v1.0/servicePrincipals?$skiptoken=x"
    service.page(next_link=link).page({"id": "1", "displayName": "A"})
    assert (await graph.service_principals.find(display_name="A")).id == "1"
    service.page(next_link=link).page()
    with pytest.raises(NoMatch):
        await graph.service_principals.find(display_name="A")


async def test_what_is_empty_is_not_looked_up(graph, sync, service):
    for options in ({"app_id": ""}, {"display_name": " "}):
        with pytest.raises(ValueError, match="is empty"):
            await graph.service_principals.find(**options)
    with pytest.raises(ValueError, match="is empty"):
        await sync.jobs.create("")
    assert service.requests == []


async def test_principals_are_loaded_by_get(graph, service):
    service.answer(
        {
            "id": "sp",
            "appId": "app",
            "displayName": "A",
            "accountEnabled": True,
            "tags": ["x"],
            "novelty": 1,
        }
    )
    principal = await graph.service_principals["sp"].get()
    assert (principal.id, principal.display_name, principal.account_enabled) == ("sp", "A", True)
    assert principal.application_template_id is None
    assert principal.tags == ["x"]
    assert principal.data["novelty"] == 1
    assert service.sent == ["GET /servicePrincipals/sp"]


@pytest.mark.parametrize(
    ("id", "told"),
    [
        (
            "scim.7b1c2f3e5d644a8b9c0d1e2f3a4b5c6d.11111111-aaaa-4111-8111-111111111111",
            "id of a job",
        ),
        ("/servicePrincipals/x", "a path"),
        ("https://graph.microsoft.com/v1.0/servicePrincipals/x", "address"),
    ],
)
async def test_ids_of_another_kind_are_explained(graph, id, told):
    with pytest.raises(ValueError, match=told):
        graph.service_principals[id]
    with pytest.raises(TypeError, match="takes an id as text"):
        graph.service_principals[7]


async def test_ids_that_are_no_application_ids_are_explained(graph, service):
    for wrong, told in (("scim.7b1c2f3e5d644a8b9c0d1e2f3a4b5c6d", "id of a job"), ("", "is empty")):
        with pytest.raises(ValueError, match=told):
            graph.applications.by_app_id(wrong)
    with pytest.raises(TypeError, match="as text"):
        graph.service_principals.by_app_id(7)
    service.answer(status=401)
    with pytest.raises(Unauthorized) as failure:
        await graph.service_principals.by_app_id(
            "11111111-1111-4111-8111-111111111111"
        ).synchronization.jobs.list()
    assert "taken for an application (client) id" in failure.value.hint
    assert "by_app_id" not in failure.value.hint


async def test_options_reach_what_is_below_the_ways_to_principals_and_secrets(graph, sync):
    for kind in (graph.service_principals, graph.applications, sync.secrets):
        assert kind._session is graph._session
        patient = kind.with_options(timeout=9)
        assert patient._session is not graph._session
        assert type(patient) is type(kind)
        assert kind._session is graph._session
    patient = graph.service_principals.with_options(timeout=9)
    assert patient["x"].synchronization.jobs._session is patient._session


async def test_reprs_tell_the_path(graph, sync):
    assert repr(graph.service_principals) == "<ServicePrincipals /servicePrincipals>"
    assert "jobs/j, not loaded" in repr(sync.jobs["j"])
    assert "synchronization/jobs" in repr(sync.jobs)
    assert "secrets" in repr(sync.secrets)
    assert "graph.microsoft.com" in repr(graph)


async def test_an_application_is_loaded_by_get(graph, service):
    service.answer(
        {
            "id": "a",
            "appId": "app",
            "createdDateTime": "2026-01-01T00:00:00Z",
            "signInAudience": "AzureADMyOrg",
        }
    )
    application = await graph.applications.by_app_id("app").get(
        select=["id", "createdDateTime", "signInAudience"]
    )
    assert service.sent == [
        "GET /applications(appId='app')?$select=id,createdDateTime,signInAudience"
    ]
    assert (application.id, application.created_date_time.year) == ("a", 2026)
    assert application.sign_in_audience == "AzureADMyOrg"
    assert application.synchronization.resource_path == "/applications(appId='app')/synchronization"


async def test_counting_passes_filter_and_search_on(sync, service):
    service.answer(content=b"\xef\xbb\xbf7", headers={"content-type": "text/plain"}).answer(
        content=b"0"
    )
    assert await sync.jobs.filter("a eq 1").search("x").consistency_level().count() == 7
    assert service.last.url.path.endswith("/jobs/$count")
    assert dict(service.last.url.params) == {"$filter": "a eq 1", "$search": '"x"'}
    assert service.last.headers["consistencylevel"] == "eventual"
    assert await sync.templates.count() == 0
