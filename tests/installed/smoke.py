"""Run in an installed environment by the tests: every example, and one of everything that has a library behind it.

It prints JSON: by the name of each check, what it saw. Whatever fails ends it with a traceback.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import graphsync
from examples import edit_mapping, from_the_gallery, new_application, payroll, telemetry
from graphsync import AsyncGraphClient, GraphClient, auth
from graphsync._sync.native import Calls
from graphsync._sync.tasks import waiting
from graphsync._sync.transport import transport
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


def release() -> str:
    return graphsync.__version__


def edit_one_mapping() -> int:
    with Emulator() as emulator, GraphClient("token", endpoint=emulator.url) as graph:
        schema = (
            graph.service_principals[SCIM_PRINCIPAL_ID]
            .synchronization.jobs[SCIM_JOB_ID]
            .schema.get()
        )
        rule = next(iter(schema.rules))
        mapping = rule.object_mappings["User"]
        target = next(item for item in mapping.attribute_mappings if item.data.source is not None)
        name = target.target_attribute_name
        assert name is not None
        lines = edit_mapping.edit(
            schema, rule.name, mapping.name, name, "ToUpper([userPrincipalName])"
        )
        return sum("ToUpper" in line for line in lines)


def new_application_signs_in() -> str:
    """Sign in with azure-identity over TLS, and take the whole asynchronous way."""
    os.environ |= {
        "AZURE_TENANT_ID": TENANT_ID,
        "AZURE_CLIENT_ID": CLIENT_ID,
        "AZURE_CLIENT_SECRET": CLIENT_SECRET,
    }
    with Emulator(tls=True) as emulator:
        with GraphClient("token", endpoint=emulator.url) as graph:
            for job in graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs:
                job.delete()
        client = AsyncGraphClient(
            auth.default(),
            endpoint=emulator.url,
            authority=emulator.authority,
            verify=str(emulator.ca_file),
        )
        with contextlib.redirect_stdout(io.StringIO()) as said:
            asyncio.run(
                new_application.main(client, SCIM_PRINCIPAL_ID, "https://scim.contoso.com", "t0ken")
            )
        return said.getvalue()


def requests_are_traced() -> list[str]:
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter = InMemorySpanExporter()
    provider = telemetry.trace_to(exporter)
    with Emulator() as emulator, GraphClient("token", endpoint=emulator.url) as graph:
        telemetry.nightly(graph, SCIM_PRINCIPAL_ID, provider.get_tracer("smoke"))
    return [span.name for span in exporter.get_finished_spans()]


def a_payroll_is_uploaded() -> dict[str, int]:
    """Read a file in an old encoding, check its records, and follow them; waiting moves the local Graph's clock."""
    with tempfile.TemporaryDirectory() as folder, Emulator(speed=0) as emulator:
        moved = 0.0

        class Clock:
            def monotonic(self) -> float:
                return time.monotonic() + moved

        def sleep(_: Calls, seconds: float) -> None:
            nonlocal moved
            moved += seconds
            emulator.advance(seconds=seconds)

        Calls.sleep = sleep  # type: ignore[method-assign]
        transport.time = Clock()  # type: ignore[assignment]
        file = Path(folder) / "hr.csv"
        columns = "Employee ID;Mail;Name;First name;Last name;Department;Manager ID;Employed"
        people = "1;bjorn@contoso.com;Björn Öberg;Björn;Öberg;R;2;yes\n2;asa@contoso.com;Åsa Sjöström;Åsa;Sjöström;R;;yes\n"
        file.write_bytes(f"{columns}\n{people}".encode("cp1252"))
        with (
            GraphClient("token", endpoint=emulator.url) as graph,
            contextlib.redirect_stdout(io.StringIO()),
        ):
            principal = graph.service_principals[INBOUND_PRINCIPAL_ID]
            report = payroll.upload(principal.synchronization.jobs[INBOUND_JOB_ID], file)
        return {str(outcome): count for outcome, count in report.counts.items()}


def pages_and_models() -> int:
    """Page through 250 jobs in both twins, and write a schema back: parsing, models, connections."""

    async def count(url: str) -> int:
        async with AsyncGraphClient("token", endpoint=url) as graph:
            sync = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization
            return len([job.data.to_dict() async for job in sync.jobs])

    with Emulator(page_size=1) as emulator, GraphClient("token", endpoint=emulator.url) as graph:
        schema = (
            graph.service_principals[SCIM_PRINCIPAL_ID]
            .synchronization.jobs[SCIM_JOB_ID]
            .schema.get()
        )
        schema.replace()
        return asyncio.run(count(emulator.url))


def the_gallery_leads_to_accounts() -> str:
    """Add an application of the gallery and provision a person; waiting moves the local Graph's clock."""
    with Emulator(speed=0) as emulator:
        moved = 0.0

        class Clock:
            def monotonic(self) -> float:
                return time.monotonic() + moved

        def sleep(_: Calls, seconds: float) -> None:
            nonlocal moved
            moved += seconds
            emulator.advance(seconds=seconds)

        Calls.sleep = sleep  # type: ignore[method-assign]
        transport.time = waiting.time = Clock()  # type: ignore[assignment]
        said = io.StringIO()
        with (
            GraphClient("token", endpoint=emulator.url) as graph,
            contextlib.redirect_stdout(said),
        ):
            name = next(iter(graph.application_templates)).display_name
            person = "ada.ahlberg@contoso.com"
            from_the_gallery.bring_up(graph, name, "https://scim.contoso.com", "t0ken", person)
        return said.getvalue().partition("\n")[0]


def the_command_reads_its_variables() -> list[str]:
    """List the applications of a local Graph that a variable names."""
    with Emulator() as emulator:
        variables = {"GRAPHSYNC_ENDPOINT": emulator.url, "GRAPHSYNC_TOKEN": "any"}
        done = subprocess.run(
            [sys.executable, "-m", "graphsync", "apps", "list", "-o", "json"],
            env=os.environ | variables,
            capture_output=True,
            text=True,
            check=True,
        )
    return [one["id"] for one in json.loads(done.stdout)]


CHECKS: tuple[Callable[[], object], ...] = (
    release,
    edit_one_mapping,
    new_application_signs_in,
    requests_are_traced,
    a_payroll_is_uploaded,
    pages_and_models,
    the_gallery_leads_to_accounts,
    the_command_reads_its_variables,
)

if __name__ == "__main__":
    sys.stdout.write(json.dumps({check.__name__: check() for check in CHECKS}))
