# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_application_templates.py
from __future__ import annotations

import pytest

from graphsync import Application, ApplicationTemplate, ServicePrincipal
from graphsync.errors import (
    ConnectionFailed,
    ForeignOrigin,
    NotFound,
    NotLoaded,
    ServerFailure,
    Unauthorized,
    UnreadableAnswer,
)

pytestmark = pytest.mark.anyio

DATABRICKS = {
    "id": "t1",
    "displayName": "Databricks",
    "publisher": "Contoso",
    "categories": ["data"],
    "description": "Lakes",
    "homePageUrl": "https://www.contoso.com",
    "logoUrl": "https://www.contoso.com/logo.png",
    "supportedProvisioningTypes": ["sync"],
    "supportedSingleSignOnModes": ["saml", None],
    "novelty": 1,
}
MADE = {
    "application": {"id": "a1", "appId": "c1", "displayName": "Lake"},
    "servicePrincipal": {"id": "p1", "appId": "c1", "displayName": "Lake", "tags": ["x"]},
}


def test_the_gallery_is_listed_and_its_items_are_bound(graph, service):
    link = f"{service.root}/applicationTemplates?$skiptoken=x"
    service.page(DATABRICKS, next_link=link).page({"id": "t2"}).answer(DATABRICKS)
    found = graph.application_templates.list()
    assert service.sent == ["GET /applicationTemplates", "GET /applicationTemplates?$skiptoken=x"]
    assert [type(template) for template in found] == [ApplicationTemplate] * 2
    first, second = found
    assert (first.id, first.display_name, first.publisher, first.description) == (
        "t1",
        "Databricks",
        "Contoso",
        "Lakes",
    )
    assert (first.categories, first.supported_provisioning_types) == (["data"], ["sync"])
    assert first.supported_single_sign_on_modes == ["saml", None]
    assert (first.home_page_url, first.logo_url) == (
        "https://www.contoso.com",
        "https://www.contoso.com/logo.png",
    )
    assert first.data["novelty"] == 1
    assert (second.id, second.publisher) == ("t2", None)
    assert (second.get()).publisher == "Contoso"
    assert service.sent[-1] == "GET /applicationTemplates/t2"


def test_queries_go_on_the_wire(graph, service):
    service.page(DATABRICKS)
    found = (
        graph.application_templates.filter("displayName eq 'A&B'")
        .search("lake")
        .orderby("displayName")
        .top(5)
    )
    template = found.select("displayName").first()
    assert service.sent == [
        (
            "GET /applicationTemplates?$select=displayName&$orderby=displayName&$filter=displayName%20eq%20'A%26B'"
            "&$search=%22lake%22&$top=5"
        )
    ]
    assert template.display_name == "Databricks"


def test_what_a_select_left_out_is_told(graph, service):
    service.page({"displayName": "Databricks"})
    template = graph.application_templates.select("displayName").first()
    with pytest.raises(NotLoaded, match="publisher was left out"):
        _ = template.publisher
    with pytest.raises(NotLoaded, match="add 'id'"):
        template.instantiate("Lake")
    assert len(service.requests) == 1


def test_one_is_chosen_without_a_request(graph, service):
    template = graph.application_templates["a b/c"]
    assert template.resource_path == "/applicationTemplates/a%20b%2Fc"
    assert (template.id, template._session, template.is_loaded) == ("a b/c", graph._session, False)
    assert graph.application_templates.get_by_id("x").id == "x"
    assert graph.application_templates.resource_path == "/applicationTemplates"
    assert "/applicationTemplates/a%20b%2Fc, not loaded" in repr(template)
    with pytest.raises(
        NotLoaded, match=r"ApplicationTemplate\.publisher .*application_template\.get\(\)"
    ):
        _ = template.publisher
    with pytest.raises(AttributeError, match="set by the service"):
        template.publisher = "x"
    assert service.requests == []


def test_what_is_no_id_is_refused(graph, service):
    for wrong in ("", "  ", ".."):
        with pytest.raises(ValueError, match=r"application_templates\[\.\.\.\]"):
            graph.application_templates[wrong]
    with pytest.raises(TypeError, match="takes an id as text"):
        graph.application_templates[0]
    with pytest.raises(TypeError, match="does not support `in`"):
        _ = "t1" in graph.application_templates
    assert service.requests == []


def test_it_is_the_same_each_time_and_another_with_other_options(graph):
    patient = graph.with_options(consistency=60)
    for name in ("application_templates", "provisioning_logs", "applications"):
        assert getattr(graph, name) is getattr(graph, name)
        assert getattr(graph, name)._session is graph._session
        assert getattr(graph.with_options(timeout=3), name)._session is not graph._session
        assert getattr(patient, name)._session is patient._session
    assert graph.application_templates.with_options(timeout=9)["x"]._session is not graph._session


def test_instantiating_brings_two_bound_objects(graph, service):
    service.answer(MADE, status=201).answer({"id": "j"}, status=201).page()
    made = graph.application_templates["t1"].instantiate("Lake")
    assert service.sent == ["POST /applicationTemplates/t1/instantiate"]
    assert service.body == {"displayName": "Lake"}
    assert isinstance(made.application, Application)
    assert isinstance(made.service_principal, ServicePrincipal)
    assert (made.application.id, made.application.app_id, made.application.is_loaded) == (
        "a1",
        "c1",
        True,
    )
    assert (made.service_principal.id, made.service_principal.tags) == ("p1", ["x"])
    job = made.service_principal.synchronization.jobs.create("dataBricks")
    assert job.resource_path == "/servicePrincipals/p1/synchronization/jobs/j"
    made.application.synchronization.templates.list()
    assert service.sent[1:] == [
        "POST /servicePrincipals/p1/synchronization/jobs",
        "GET /applications/a1/synchronization/templates",
    ]
    with pytest.raises(AttributeError):
        made.application = None
    assert "/servicePrincipals/p1" in repr(made)


def test_who_looks_after_it_is_sent_along(graph, service):
    service.answer(MADE, status=201)
    graph.application_templates["t1"].instantiate("Lake", service_management_reference="S-1")
    assert service.body == {"displayName": "Lake", "serviceManagementReference": "S-1"}


def test_ids_under_their_older_name_are_found(graph, service):
    service.answer(
        {name: {"objectId": data["id"], "appId": "c1"} for name, data in MADE.items()}, status=201
    )
    made = graph.application_templates["t1"].instantiate("Lake")
    assert (made.application.id, made.service_principal.id) == ("a1", "p1")
    assert made.service_principal.resource_path == "/servicePrincipals/p1"
    assert made.service_principal.app_id == "c1"


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {**MADE, "application": None},
        {**MADE, "servicePrincipal": {"appId": "c1"}},
        {**MADE, "servicePrincipal": {"id": ""}},
        {**MADE, "servicePrincipal": {"id": 7}},
        {**MADE, "application": "a1"},
    ],
    ids=str,
)
def test_an_answer_without_an_id_says_how_to_find_what_was_made(graph, service, answer):
    service.answer(answer, status=201)
    with pytest.raises(UnreadableAnswer, match=r"'Lake'.*find\(display_name=\.\.\.\)") as failure:
        graph.application_templates["t1"].instantiate("Lake")
    assert failure.value.status == 201
    assert len(service.requests) == 1


def test_an_empty_name_is_refused(graph, service):
    for wrong in ("", " \t"):
        with pytest.raises(ValueError, match="display name is empty"):
            graph.application_templates["t1"].instantiate(wrong)
    assert service.requests == []


def test_instantiating_is_not_repeated_blindly(graph, service):
    service.answer(status=503)
    with pytest.raises(ServerFailure):
        graph.application_templates["t1"].instantiate("Lake")
    service.fail(lambda request: _lost(request))
    with pytest.raises(ConnectionFailed):
        graph.application_templates["t1"].instantiate("Lake")
    assert len(service.requests) == 2
    service.answer(status=429, headers={"retry-after": "0"}).answer(MADE, status=201)
    assert (graph.application_templates["t1"].instantiate("Lake")).application.id == "a1"
    assert len(service.requests) == 4


def _lost(request):
    import httpx

    return httpx.ReadError("gone", request=request)


def test_an_unknown_one_says_where_to_look(graph, service):
    error = {
        "error": {"code": "Request_ResourceNotFound", "message": "Resource 'x' does not exist."}
    }
    service.answer(error, status=404).answer(error, status=404)
    for verb in (
        graph.application_templates["x"].get,
        lambda: graph.application_templates["x"].instantiate("Lake"),
    ):
        with pytest.raises(NotFound) as failure:
            verb()
        assert "application_templates.filter" in failure.value.hint


def test_new_objects_are_waited_for_when_asked_to(graph, service):
    service.answer(MADE, status=201).answer(status=401).answer({"id": "j"}, status=201)
    patient = graph.with_options(consistency=60).application_templates["t1"]
    made = patient.instantiate("Lake")
    assert (made.service_principal.synchronization.jobs.create("dataBricks")).id == "j"
    service.answer(MADE, status=201).answer(status=401)
    made = graph.application_templates["t1"].instantiate("Lake")
    with pytest.raises(Unauthorized) as failure:
        made.service_principal.synchronization.jobs.create("dataBricks")
    assert failure.value.causes == ("not replicated",)


def test_in_a_batch(graph, service):
    batch = graph.batch()
    item = batch.add(graph.application_templates["t1"].instantiate, "Lake")
    service.envelope({"id": "1", "status": 201, "body": MADE})
    batch.send()
    assert service.batched()[0]["url"] == "/applicationTemplates/t1/instantiate"
    assert item.result.service_principal.id == "p1"
    assert item.result.service_principal._session is graph._session


def test_a_foreign_next_link_ends_the_list(graph, service):
    service.page(DATABRICKS, next_link="https://contoso.com/v1.0/applicationTemplates")
    with pytest.raises(ForeignOrigin):
        graph.application_templates.list()
    assert len(service.requests) == 1
