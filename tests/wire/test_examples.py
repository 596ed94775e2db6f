"""The examples do what they say, against a local Graph."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest

from examples import payroll
from examples.edit_mapping import edit
from examples.new_application import bring_to_life, main
from graphsync import AsyncGraphClient, GraphClient, auth
from graphsync._sync.native import Calls
from graphsync.emulator import (
    CLIENT_ID,
    CLIENT_SECRET,
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TENANT_ID,
    Emulator,
)
from graphsync.inbound import Outcome

from .payroll_upload import MovedClock

ROOT = Path(__file__).parents[2]


@pytest.fixture
def fresh():
    with Emulator() as emulator:
        yield emulator


def test_the_demo_prints_jobs_and_templates():
    done = subprocess.run(
        [sys.executable, "-m", "examples.demo"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert f"  {SCIM_JOB_ID}  scim  " in done.stdout
    assert done.stdout.index("Jobs") < done.stdout.index("Templates") < done.stdout.rindex("scim")


def test_editing_one_mapping_changes_one_mapping(fresh):
    with GraphClient("token", endpoint=fresh.url) as graph:
        path = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{SCIM_JOB_ID}/schema"
        before = graph.request("GET", path)
        schema = (
            graph.service_principals[SCIM_PRINCIPAL_ID]
            .synchronization.jobs[SCIM_JOB_ID]
            .schema.get()
        )
        rule = next(iter(schema.rules))
        mapping = rule.object_mappings["User"]
        target = next(item for item in mapping.attribute_mappings if item.data.source is not None)
        difference = edit(
            schema,
            rule.name,
            mapping.name,
            target.target_attribute_name,
            "ToUpper([userPrincipalName])",
        )
        after = graph.request("GET", path)
    changed = [line for line in difference if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    assert changed
    assert any("ToUpper" in line for line in changed)
    for document in (before, after):
        document.pop("version")
    paths = list(differing(before, after))
    assert paths
    assert {path[:6] for path in paths} == {paths[0][:6]}
    assert paths[0][4] == "attributeMappings"
    assert all(path[6] == "source" for path in paths), json.dumps(paths)


def differing(one, other, path=()):
    if isinstance(one, dict) and isinstance(other, dict):
        for name in {**one, **other}:
            yield from differing(one.get(name), other.get(name), (*path, name))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, (mine, theirs) in enumerate(zip(one, other, strict=True)):
            yield from differing(mine, theirs, (*path, at))
    elif one != other:
        yield path


def test_a_new_application_comes_to_life(fresh):
    async def main() -> str:
        async with AsyncGraphClient("token", endpoint=fresh.url) as graph:
            sync = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization
            async for job in sync.jobs:
                await job.delete()
            job = await bring_to_life(graph, SCIM_PRINCIPAL_ID, "https://scim.contoso.com", "t0ken")
            assert (await sync.secrets.list()).masked
            return job.schedule.state

    assert asyncio.run(main()) == "Active"


def test_a_new_application_signs_in_as_the_machine_does_without_asking_microsoft(
    local_graph, monkeypatch, capsys
):
    for name, value in {
        "TENANT_ID": TENANT_ID,
        "CLIENT_ID": CLIENT_ID,
        "CLIENT_SECRET": CLIENT_SECRET,
    }.items():
        monkeypatch.setenv(f"AZURE_{name}", value)
    for name in ("aiohttp", "azure.identity.aio"):  # no dependency of ours
        monkeypatch.setitem(sys.modules, name, None)
    options = {
        "endpoint": local_graph.url,
        "authority": local_graph.authority,
        "verify": local_graph.ca_file,
    }
    with GraphClient.with_credentials(TENANT_ID, CLIENT_ID, CLIENT_SECRET, **options) as graph:
        for job in graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs:
            job.delete()
    graph = AsyncGraphClient(auth.default(), **options)
    asyncio.run(main(graph, SCIM_PRINCIPAL_ID, "https://scim.contoso.com", "t0ken"))
    said = capsys.readouterr().out
    assert said.startswith("scim.")
    assert "t0ken" not in said


def test_requests_are_traced(fresh):
    from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    from examples.telemetry import nightly, trace_to

    exporter = InMemorySpanExporter()
    provider = trace_to(exporter)
    try:
        with GraphClient("token", endpoint=fresh.url) as graph:
            assert nightly(graph, SCIM_PRINCIPAL_ID, provider.get_tracer("test")) >= 1
    finally:
        HTTPXClientInstrumentor().uninstrument()
    request, whole = exporter.get_finished_spans()
    assert whole.name == "nightly check of jobs"
    assert request.parent.span_id == whole.context.span_id
    assert "token" not in str(dict(request.attributes))
    assert SCIM_PRINCIPAL_ID in str(dict(request.attributes))


def test_a_payroll_is_uploaded_night_by_night(fresh, tmp_path, monkeypatch, capsys):
    clock = MovedClock(fresh.url)
    monkeypatch.setattr(Calls, "sleep", lambda calls, seconds: clock.sleep(calls, seconds))
    monkeypatch.setattr("graphsync._sync.transport.transport.time", clock)
    columns = "Employee ID;Mail;Name;First name;Last name;Department;Manager ID;Employed\n"
    asa = "2;asa@contoso.com;Åsa Sjöström;Åsa;Sjöström;Research;1;yes\n"
    file = tmp_path / "hr.csv"
    file.write_text(
        f"{columns}1;bjorn@contoso.com;Björn Öberg;Björn;Öberg;Research;;yes\n{asa}3;x\n", "cp1252"
    )
    with GraphClient("token", endpoint=fresh.url) as graph:
        job = graph.service_principals[INBOUND_PRINCIPAL_ID].synchronization.jobs[INBOUND_JOB_ID]
        assert payroll.upload(job, file).counts == {Outcome.CREATED: 2}
        assert capsys.readouterr().out.splitlines() == [
            "line 4 was left out: it has 2 cells, the header has 8",
            "2 created",
        ]
        file.write_text(
            f"{columns}1;bjorn@contoso.com;Björn Öberg;Björn;Öberg;Sales;;yes\n{asa}", "cp1252"
        )
        report = payroll.upload(job, file)
    assert (report.counts, report.not_sent) == ({Outcome.UPDATED: 1, Outcome.UNCHANGED: 1}, 1)
    users = {item.get("employeeId"): item for item in fresh.graph.tenant.users.values()}
    assert (users["2"]["givenName"], users["1"]["department"]) == ("Åsa", "Sales")
    assert users["2"]["manager"] == users["1"]["id"]
