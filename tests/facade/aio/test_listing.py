from __future__ import annotations

import tracemalloc
from datetime import date, datetime, timedelta, timezone

import pytest

from graphsync.errors import ForeignOrigin, NotLoaded, PagingLoop, ServerFailure

pytestmark = pytest.mark.anyio


def job(id: str) -> dict:
    return {"id": id, "templateId": "scim"}


async def test_iterating_is_one_request_a_page_and_fresh_each_time(sync, service):
    link = f"{service.root}{service.sync}/jobs?$skiptoken=a%20b"
    service.page(job("1"), job("2"), next_link=link).page(next_link=f"{link}c").page(job("3")).page(
        job("9")
    )
    assert [item.id async for item in sync.jobs] == ["1", "2", "3"]
    assert service.sent == [
        f"GET {service.sync}/jobs",
        f"GET {service.sync}/jobs?$skiptoken=a%20b",
        f"GET {service.sync}/jobs?$skiptoken=a%20bc",
    ]
    assert [item.id async for item in sync.jobs] == ["9"]


async def test_items_are_bound_and_loaded(sync, service):
    service.page(job("1")).answer(status=204)
    first = await sync.jobs.first()
    assert first.template_id == "scim"
    await first.pause()
    assert service.sent[-1] == f"POST {service.sync}/jobs/1/pause"


async def test_first_of_nothing_is_none_and_asks_once(sync, service):
    service.page()
    assert await sync.jobs.first() is None
    assert len(service.requests) == 1


@pytest.mark.parametrize(
    ("build", "query"),
    [
        (lambda jobs: jobs.select("id", "status"), "$select=id,status"),
        (lambda jobs: jobs.expand("schema"), "$expand=schema"),
        (lambda jobs: jobs.orderby("id desc", "templateId"), "$orderby=id%20desc,templateId"),
        (
            lambda jobs: jobs.filter("templateId eq 'a&b=c#d+e'"),
            "$filter=templateId%20eq%20'a%26b%3Dc%23d%2Be'",
        ),
        (
            lambda jobs: jobs.filter("a eq 1").filter("b eq 2"),
            "$filter=(a%20eq%201)%20and%20(b%20eq%202)",
        ),
        (lambda jobs: jobs.search('say "hi" \\'), "$search=%22say%20%5C%22hi%5C%22%20%5C%5C%22"),
        (lambda jobs: jobs.search('"displayName:x"'), "$search=%22displayName:x%22"),
        (lambda jobs: jobs.top(50), "$top=50"),
        (lambda jobs: jobs.skip(3), "$skip=3"),
        (lambda jobs: jobs.include_count(), "$count=true"),
        (lambda jobs: jobs.top(1).select("id").skip(2), "$select=id&$top=1&$skip=2"),
    ],
)
async def test_every_option_goes_on_the_wire_escaped(sync, service, build, query):
    service.page()
    await build(sync.jobs).list()
    assert service.last.url.raw_path.decode() == f"/v1.0{service.sync}/jobs?{query}"


async def test_options_make_new_collections(sync, service):
    narrowed = sync.jobs.filter("a eq 1")
    assert narrowed is not sync.jobs
    service.page()
    await sync.jobs.list()
    assert service.sent == [f"GET {service.sync}/jobs"]


async def test_the_consistency_level_goes_with_each_page(sync, service):
    service.page(job("1"), next_link=f"{service.root}{service.sync}/jobs?$skiptoken=x").page()
    await sync.jobs.consistency_level().search("x").list()
    assert [request.headers["consistencylevel"] for request in service.requests] == [
        "eventual",
        "eventual",
    ]


@pytest.mark.parametrize(
    "build",
    [
        lambda jobs: jobs.top(0),
        lambda jobs: jobs.skip(-1),
        lambda jobs: jobs.filter("  "),
        lambda jobs: jobs.select(),
        lambda jobs: jobs.orderby(),
    ],
)
async def test_options_that_mean_nothing_are_refused(sync, build):
    with pytest.raises(ValueError, match=r"leave it out|must be"):
        build(sync.jobs)


async def test_pages_tell_their_link_and_count(sync, service):
    link = f"{service.root}{service.sync}/jobs?$skiptoken=x"
    service.answer({"value": [job("1")], "@odata.nextLink": link, "@odata.count": 2}).page(job("2"))
    pages = [page async for page in sync.jobs.include_count().pages()]
    assert [(len(page), page.next_link, page.count) for page in pages] == [
        (1, link, 2),
        (1, None, None),
    ]


async def test_an_error_on_the_way_carries_the_link_to_go_on_from(sync, service):
    link = f"{service.root}{service.sync}/jobs?$skiptoken=x"
    service.page(job("1"), next_link=link)
    for _ in range(5):
        service.answer(status=503)
    seen = []
    with pytest.raises(ServerFailure) as failure:
        async for item in sync.jobs:
            seen.append(item.id)
    assert seen == ["1"]
    assert failure.value.next_link == link
    service.page(job("2"))
    assert [item.id async for item in sync.jobs.resume(failure.value.next_link)] == ["2"]


async def test_an_error_on_the_first_page_has_no_link(sync, service):
    for _ in range(5):
        service.answer(status=500)
    with pytest.raises(ServerFailure) as failure:
        await sync.jobs.list()
    assert failure.value.next_link is None


@pytest.mark.parametrize(
    "link",
    [
        "https://graph.contoso.com/v1.0/x",
        "http://graph.microsoft.com/v1.0/x",
        "https://graph.microsoft.com:444/v1.0/x",
        "https://graph.microsoft.com@contoso.com/v1.0/x",
        "https://user@graph.microsoft.com/v1.0/x",
        "//contoso.com/x",
        "https://[bad/x",
        "https://graph.microsoft.com:port/x",
        "ftp://graph.microsoft.com/x",
        "nonsense",
    ],
)
async def test_links_to_other_servers_are_refused(sync, service, link):
    service.page(job("1"), next_link=link)
    seen = []
    with pytest.raises(ForeignOrigin):
        async for item in sync.jobs:
            seen.append(item.id)
    assert seen == ["1"]
    assert len(service.requests) == 1
    with pytest.raises(ForeignOrigin):
        sync.jobs.resume(link)


async def test_a_link_to_another_version_of_the_same_server_is_followed_as_it_is(sync, service):
    service.page(next_link="https://graph.microsoft.com/beta/jobs?$skiptoken=%2f").page(job("1"))
    assert len(await sync.jobs.list()) == 1
    assert str(service.last.url) == "https://graph.microsoft.com/beta/jobs?$skiptoken=%2f"


@pytest.mark.parametrize("circle", [1, 2, 3, 7])
async def test_links_that_go_round_end_in_an_error(sync, service, circle):
    for number in range(200):
        service.page(next_link=f"{service.root}/x?$skiptoken={number % circle}")
    with pytest.raises(PagingLoop, match="form a loop"):
        await sync.jobs.list()
    assert len(service.requests) <= 4 * circle + 4


async def test_memory_stays_flat_over_ten_thousand_pages(graph, sync, service, monkeypatch):
    sent = 0

    async def send(request):
        nonlocal sent
        sent += 1
        link = f"{service.root}/x?$skiptoken={sent}" if sent < 10_000 else None
        answer = request.operation.convert({"value": [job(str(sent))], "@odata.nextLink": link})
        return request.finish(answer)

    monkeypatch.setattr(graph._session, "send", send)
    sizes = {}
    number = 0
    tracemalloc.start()
    try:
        async for _ in sync.jobs.pages():
            number += 1
            if number in {100, 10_000}:
                sizes[number] = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert (number, sent) == (10_000, 10_000)
    assert sizes[10_000] - sizes[100] < 100_000


async def test_a_page_can_be_gone_through(sync, service):
    service.page({"id": "a"}, {"id": "b"})
    async for page in sync.jobs.pages():
        assert [job.id for job in page] == ["a", "b"]
        assert len(page) == 2


async def test_nulls_among_items_are_left_out(sync, service):
    service.answer({"value": [None, job("1")]}).answer({"value": None})
    assert len(await sync.jobs.list()) == 1
    assert await sync.jobs.list() == []


async def test_a_filter_that_is_not_text_says_how_to_write_it(sync):
    with pytest.raises(
        TypeError, match=r'not a datetime; write "activityDateTime ge 2026-01-02T02:04:05Z"'
    ):
        sync.jobs.filter(datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=1))))
    with pytest.raises(TypeError, match=r"not a date; .* ge 2026-01-02T00:00:00Z"):
        sync.jobs.filter(date(2026, 1, 2))
    with pytest.raises(TypeError, match="not a int; write it out"):
        sync.jobs.filter(5)


async def test_principals_are_listed_with_their_ids_whatever_is_selected(graph, service):
    service.page(
        {"id": "a", "displayName": "A"}, next_link=f"{service.root}/servicePrincipals?$skiptoken=x"
    )
    service.page({"id": "b", "displayName": "B"})
    found = [
        principal async for principal in graph.service_principals.filter("x").select("displayName")
    ]
    assert [(principal.id, principal.display_name) for principal in found] == [
        ("a", "A"),
        ("b", "B"),
    ]
    assert found[0].synchronization.resource_path == "/servicePrincipals/a/synchronization"
    assert service.sent[0] == "GET /servicePrincipals?$select=id,displayName&$filter=x"
    with pytest.raises(NotLoaded):
        _ = found[0].app_id
    service.page({"id": "a"})
    assert (await graph.applications.first()).id == "a"
    service.page({"displayName": "A"})
    with pytest.raises(NotLoaded, match="one of the applications without its id"):
        await graph.applications.list()
