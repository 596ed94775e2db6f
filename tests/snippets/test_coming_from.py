"""The tables of calls of other clients: each call of ours in them runs on a local Graph."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from graphsync import AsyncGraphClient, GraphClient, Scope, errors
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator
from tests.cli.inside import Inside

from .blocks import ROOT

PAGE = (ROOT / "docs" / "coming-from.md").read_text("utf-8")


def calls(heading: str) -> list[str]:
    """Return the calls in the last column of a table."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [
        re.split(r"(?<!\\)\|", line)[-2] for line in section.splitlines() if line.startswith("| `")
    ]
    return [call.replace("\\|", "|") for row in rows for call in re.findall(r"`([^`]+)`", row)]


def given(graph: object) -> dict[str, Any]:
    sync = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization  # type: ignore[attr-defined]
    return {
        "sync": sync,
        "sp": SCIM_PRINCIPAL_ID,
        "job": SCIM_JOB_ID,
        "Scope": Scope,
        "AsyncGraphClient": AsyncGraphClient,
        "GraphClient": GraphClient,
        "credential": "any",
        "tenant": "contoso.com",
        "id": "99999999-aaaa-4999-8999-999999999999",
        "secret": "any",
        "token": "any",
        "await": None,
    }


# Not calls: a word of the language, a module, and the names of errors.
NAMES = {"await", "graphsync.errors", "NotFound", "graphsync.errors.ServiceError"}


def test_the_names_in_the_tables_exist() -> None:
    for name in NAMES - {"await"}:
        assert hasattr(errors, name.rpartition(".")[2]) or name == "graphsync.errors"


def test_every_call_of_the_asynchronous_client_runs(
    shared_graph_emulator: Emulator, tmp_path: Path
) -> None:
    lines = [one for one in calls("msgraph-sdk") if one not in NAMES]
    assert len(lines) >= 8

    async def run() -> None:
        async with AsyncGraphClient("any", endpoint=shared_graph_emulator.url) as graph:
            names = given(graph)
            for line in lines:
                call = line.replace("ada@", "ada.ahlberg@")
                body = f"{call}: pass" if call.startswith("async for") else call
                exec(f"async def step():\n    global schema\n    {body}\n", names)
                await names["step"]()

    asyncio.run(run())


def test_every_call_of_the_synchronous_client_runs(shared_graph_emulator: Emulator) -> None:
    lines = [
        one
        for one in calls("Office365-REST-Python-Client")
        if one not in NAMES and one != "execute_query()"
    ]
    assert len(lines) >= 6
    with GraphClient("any", endpoint=shared_graph_emulator.url) as graph:
        names = given(graph)
        for line in lines:
            exec(line, names)


@pytest.mark.parametrize("line", calls("PowerShell"))
def test_every_command_runs(line: str, shared_graph_emulator: Emulator, tmp_path: Path) -> None:
    words = line.removeprefix("graphsync ").split()
    for name, value in {
        "NAME": "Contoso Directory",
        "APP": SCIM_PRINCIPAL_ID,
        "TEMPLATE": "scim",
        "USER": "ada.ahlberg@contoso.com",
    }.items():
        words = [value if one == name else one for one in words]
    inside = Inside(tmp_path, shared_graph_emulator)
    if words[0] in {"jobs", "schema", "provision"} and words[1:2] not in [["list"], ["create"]]:
        words += ["--job", "scim"] if words[0] == "provision" else ["scim"]
    more = {
        "jobs": [] if words[1:2] == ["list"] else ["--dry-run"],
        "secrets": ["--dry-run", "--stdin"],
        "login": ["--help"],
        "provision": ["--dry-run"],
    }.get(words[0], [])
    ran = inside(*words, *more, input="any\n")
    assert ran.returncode == 0, ran.stderr
