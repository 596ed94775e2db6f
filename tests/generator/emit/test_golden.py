"""The package of one small document is pinned byte for byte, and does what its document says."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from generator.emit.class_modules import RUNTIME
from generator.emit.lock import LOCK
from tests.generator.documents import contents, imported
from tests.generator.rewrite_golden import PACKAGE, SUFFIX, generated_part, write_package


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("golden") / "golden_client"
    skipped = write_package(target)
    missing = (
        "/paths/~1applications~1{application-id}~1synchronization~1jobs~1{synchronizationJob-id}"
    )
    assert skipped == [
        f"PATCH of a job is not served: the document has no {missing}/patch",
        f"restart may be repeated: the document has no {missing}~1microsoft.graph.restart/post",
        f"upload in bulk: the document has no {missing}~1bulkUpload",
    ]
    return target


@pytest.fixture(scope="module")
def client(package: Path) -> Iterator[ModuleType]:
    with imported(package) as module:
        import_module(f"{module.__name__}.api")
        import_module(f"{module.__name__}.models")
        import_module(f"{module.__name__}.types")
        yield module


def test_every_byte_is_as_it_is_pinned(package: Path) -> None:
    pinned = {name.removesuffix(SUFFIX): data for name, data in contents(PACKAGE).items()}
    found = generated_part(package)
    assert sorted(found) == sorted(pinned)
    changed = [name for name in found if found[name] != pinned[name]]
    assert changed == [], (
        "if this is meant: python -m tests.generator.rewrite_golden, and read the difference"
    )


def test_the_rest_is_the_runtime_as_it_is_up_to_its_format(package: Path) -> None:
    copied = {
        name: data
        for name, data in contents(package).items()
        if name not in generated_part(package)
    }
    runtime: Mapping[str, bytes] = {path.name: path.read_bytes() for path in RUNTIME.glob("*.py")}
    assert {name for name in copied if "__pycache__" not in name} == {*runtime, LOCK}
    for name, data in runtime.items():
        assert ast.dump(ast.parse(copied[name])) == ast.dump(ast.parse(data)), name


def test_every_class_and_operation_can_be_imported(client: ModuleType) -> None:
    for package in (client.models, client.api):
        for name in dir(package):
            assert getattr(package, name).__name__ == name
    assert len(dir(client.models)) == 11
    assert len(dir(client.api)) == 12


def test_what_the_tool_loses_arrives(client: ModuleType) -> None:
    models = client.models
    job = models.SynchronizationJob.from_dict(
        {
            "id": "1",
            "@odata.type": "#x",
            "state": "a-b",
            "filter": {
                "count": 2**53 + 1,
                "ratio": 0.5,
                "untyped": ["a"],
                "list": ["x", None],
                "open": {"any": 1},
                "day": "2026-01-31",
                "interval": "PT40M",
                "class": "c",
                "key": "open sesame",
            },
            "filters": [None, {}],
            "parents": [{"id": "0"}],
        }
    )
    assert job.state is models.JobState.A_B
    assert job.filter.count == 2**53 + 1
    assert job.filter.ratio == 0.5
    assert job.filter.untyped == ["a"]
    assert job.filter.list_ == ["x", None]
    assert job.filter.open == {"any": 1}
    assert job.filter.day == date(2026, 1, 31)
    assert job.filter.interval == timedelta(minutes=40)
    assert job.filter.class_ == "c"
    assert "sesame" not in repr(job.filter)
    assert job.filters == [None, models.Filter()]
    assert job.parents[0].id == "0"
    assert job.template_id is None
    assert isinstance(job, models.Entity)
    assert not hasattr(job, "odata_type")
    assert job.to_dict()["@odata.type"] == "#x"


def test_flags_have_the_numbers_of_the_overlay(client: ModuleType) -> None:
    scope = client.models.RestartScope
    assert scope.FULL == scope.WATERMARK | scope.ESCROWS
    read = client.models.RestartCriteria.from_dict({"resetScope": "Watermark,escrows"})
    assert read.reset_scope is scope.FULL


def test_operations_are_the_requests_of_the_document(client: ModuleType) -> None:
    owner = client.types.Owner.service_principal("sp")
    root = "/servicePrincipals/sp/synchronization/jobs"
    api, models = client.api, client.models
    listed = api.list_jobs(owner, top=5, select=["id", "state"], count=True)
    assert (listed.method, listed.url) == ("GET", f"{root}?$top=5&$select=id,state&$count=true")
    assert api.count_jobs(owner).read("17") == 17
    deleted = api.delete_job(owner, "a/b", if_match='W/"1"')
    assert (deleted.path, dict(deleted.headers)) == (f"{root}/a%2Fb", {"If-Match": 'W/"1"'})
    body = models.RestartJobRequest(
        criteria=models.RestartCriteria(reset_scope=models.RestartScope.FULL)
    )
    restarted = api.restart_job(owner, "1", body)
    assert restarted.path == f"{root}/1/microsoft.graph.restart"
    assert restarted.body == {"criteria": {"resetScope": "Full"}}
    assert restarted.repeatable
    uploaded = api.perform_bulk_upload(owner, "1", models.Filter(class_="c"))
    assert (uploaded.content_type, uploaded.body) == ("application/scim+json", {"class": "c"})
    assert uploaded.read(None, {"location": "https://contoso.com/x"}) == "https://contoso.com/x"
    content = api.replace_bulk_upload_content(owner, "1", b"\x00")
    assert (content.content_type, content.body) == ("application/octet-stream", b"\x00")
    assert not api.update_job(owner, "1", models.SynchronizationJob()).served
    assert api.update_job(owner, "1", models.SynchronizationJob()).read(None) is None
    page = api.list_filter_operators(owner, "1").read(
        {"value": [{"class": "c"}], "@odata.count": 1}
    )
    assert (page.value[0].class_, page.odata_count) == ("c", 1)
