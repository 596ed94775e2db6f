from __future__ import annotations

import copy
from html.parser import HTMLParser

import pytest

from tests.facade.schemas import SCHEMA

pytestmark = pytest.mark.anyio

HOSTILE = "<img src=x onerror=alert(1)>\"'&\n"
QUARANTINE = {
    "code": "Quarantine",
    "quarantine": {
        "reason": "EncounteredQuarantineException",
        "nextAttempt": "2026-03-01T00:00:00Z",
    },
    "lastExecution": {"state": "Failed", "timeEnded": "2026-02-28T23:00:00Z"},
}


class Seen(HTMLParser):
    """The elements and the cells of a piece of HTML; nothing may be left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.cells: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}
        if tag in {"td", "summary"}:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"td", "summary"}:
            self.cells[-1] += data


@pytest.mark.parametrize(
    ("job", "shown"),
    [
        ({"id": "j", "status": {"code": "Active"}}, ", Active>"),
        ({"id": "j", "status": {"code": "Tomorrow"}}, ", Tomorrow>"),
        ({"id": "j", "status": QUARANTINE}, ", Quarantine: EncounteredQuarantineException>"),
        ({"id": "j", "status": {"code": "Active", "quarantine": None}}, ", Active>"),
        ({"id": "j", "status": None}, "/jobs/j>"),
        ({"id": "j"}, "/jobs/j>"),
        ({"id": "j", "status": {}}, "/jobs/j>"),
        ({"id": "j", "status": 7}, ", unreadable>"),
        ({"id": "j", "status": {"code": "a\nb\x1b[31m"}}, ", a\\nb\\x1b[31m>"),
        ({"id": "j", "status": {"code": "x" * 5000}}, f", {'x' * 200}…>"),
    ],
)
async def test_a_job_that_is_loaded_shows_its_state(sync, service, job, shown):
    service.answer(job)
    bound = await sync.jobs["j"].get()
    assert repr(bound) == f"<SynchronizationJob {service.sync}/jobs/j" + shown.removeprefix(
        "/jobs/j"
    )
    assert len(service.sent) == 1


async def test_a_job_that_is_not_loaded_says_so_and_asks_nobody(sync, service):
    assert repr(sync.jobs["j"]) == f"<SynchronizationJob {service.sync}/jobs/j, not loaded>"
    assert "<td>not loaded</td>" in sync.jobs["j"]._repr_html_()
    assert service.sent == []


async def test_what_a_select_left_out_is_not_shown_and_no_error(sync, service):
    service.page({"id": "j", "templateId": "scim"})
    (job,) = await sync.jobs.select("id", "templateId").list()
    assert repr(job) == f"<SynchronizationJob {service.sync}/jobs/j>"
    assert Seen(job._repr_html_()).cells == ["j", "scim", "", "", "", ""]


async def test_a_job_without_an_id_shows_in_a_table(sync, service):
    service.page({"status": {"code": "Active"}})
    jobs = await sync.jobs.select("status").list()
    assert repr(jobs[0]) == "<SynchronizationJob without an id>"
    assert Seen(jobs._repr_html_()).cells == ["", "", "Active", "", "", ""]


async def test_a_list_of_jobs_and_a_page_are_tables(sync, service):
    first = {"id": "a", "templateId": "scim", "status": {"code": "Active"}}
    second = {"id": "b", "templateId": "scim", "status": QUARANTINE}
    service.page(first, second).page(first, second)
    jobs = await sync.jobs.list()
    pages = [page async for page in sync.jobs.pages()]
    seen = Seen(jobs._repr_html_())
    assert seen.cells[:6] == ["a", "scim", "Active", "", "", ""]
    assert seen.cells[6:9] == ["b", "scim", "Quarantine: EncounteredQuarantineException"]
    assert seen.cells[9] == "Failed"
    assert seen.cells[10].startswith("2026-02-28")
    assert seen.cells[11].startswith("2026-03-01")
    assert pages[0]._repr_html_() == jobs._repr_html_()
    assert len(service.sent) == 2


async def test_a_list_stays_a_list(sync, service):
    service.page({"id": "a"}, {"id": "b"})
    jobs = await sync.jobs.list()
    assert isinstance(jobs, list)
    assert [job.id for job in copy.copy(jobs)] == ["a", "b"]
    assert repr(jobs) == repr([*jobs])
    assert jobs == [*jobs]


async def test_a_list_of_other_things_shows_as_text(sync, service):
    service.page({"id": "t"}).page()
    templates = await sync.templates.list()
    assert templates._repr_html_() is None
    assert (await sync.jobs.list())._repr_html_() is None
    assert [*templates, sync.jobs["j"]]


async def test_every_text_of_a_job_is_escaped(sync, service):
    service.page(
        {
            "id": HOSTILE,
            "templateId": HOSTILE,
            "status": {"code": HOSTILE, "quarantine": {"reason": HOSTILE}},
        }
    )
    html = (await sync.jobs.list())._repr_html_()
    seen = Seen(html)
    assert seen.tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert seen.attributes == {"scope"}
    assert "<img" not in html
    assert seen.cells[1] == HOSTILE.replace("\n", "\\n").replace("'", "\\'")


async def test_a_schema_shows_its_mappings(sync, service):
    service.answer(SCHEMA)
    schema = await sync.jobs["j"].schema.get()
    seen = Seen(schema._repr_html_())
    assert "USER_OUTBOUND_USER: User → urn:user, 2 attributes" in seen.cells
    assert "USER_OUTBOUND_USER: Group → , 0 attributes" in seen.cells
    assert seen.cells[seen.cells.index("userName") :][:2] == ["userName", "[upn]"]
    assert seen.tags == {
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
    }
    assert len(service.sent) == 1


async def test_a_schema_that_is_not_loaded_shows_as_text(sync, service):
    assert sync.jobs["j"].schema._repr_html_() is None
    assert service.sent == []


async def test_every_text_of_a_schema_is_escaped_and_what_does_not_convert_is_named(sync, service):
    mapping = {
        "sourceObjectName": HOSTILE,
        "targetObjectName": HOSTILE,
        "attributeMappings": [
            {"targetAttributeName": HOSTILE, "defaultValue": HOSTILE, "flowType": HOSTILE}
        ],
    }
    rule = {"name": HOSTILE, "sourceDirectoryName": HOSTILE, "objectMappings": [mapping]}
    service.answer(
        {"id": HOSTILE, "version": HOSTILE, "synchronizationRules": [rule, {"objectMappings": 5}]}
    )
    schema = await sync.jobs["j"].schema.get()
    html = schema._repr_html_()
    assert "<img" not in html
    assert Seen(html).attributes == {"scope"}
