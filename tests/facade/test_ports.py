"""The ports of public scripts do their tasks against the local Graph, in a tenth of the lines."""

from __future__ import annotations

import csv
import json
import runpy
import socketserver
import threading
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

import graphsync
from examples.ports import backup, csv_to_scim, fleet_health, on_demand, run_now
from examples.ports.__main__ import PORTS, lines, page
from graphsync import GraphClient, models
from graphsync._sync.native import Calls
from graphsync.emulator import (
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_JOB_ID,
    TROUBLED_PRINCIPAL_ID,
)
from tests.facade.local import Local

ROOT_URL = "http://127.0.0.1/v1.0"
ROOT = Path(__file__).parents[2]
ADA, NOBODY = "ada.ahlberg@contoso.com", "99999999-9999-4999-8999-999999999999"
NEWCOMER, OUTSIDER = "newcomer@contoso.com", "outsider@contoso.com"
SHOE = "urn:contoso:params:scim:schemas:extension:contoso:2.0:User:shoeSize"
TIMED = ("tasks.waiting", "inbound.upload_time", "transport.transport")


@pytest.fixture
def connect(monkeypatch):
    """Return a way to a local Graph whose clock the client's pauses move."""

    def connected(place):
        monkeypatch.setattr(Calls, "sleep", lambda _, seconds: place.pause(seconds))
        for module in TIMED:
            monkeypatch.setattr(f"graphsync._sync.{module}.time", place)
        return GraphClient("t", endpoint=ROOT_URL, transport=httpx.MockTransport(place))

    return connected


@pytest.fixture
def graph(local, connect):
    return connect(local)


@pytest.mark.parametrize("port", PORTS, ids=lambda port: port.name)
def test_each_port_has_a_tenth_of_the_lines(port):
    assert 5 < lines(port.path) <= port.script // 10


def test_what_counts_as_a_line(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        '"""Doc.\n\nMore.\n"""\n\nimport os  # why\n\n# no\n\n\ndef f(\n    a,\n):\n    """D."""\n'
        '    x = """\n    two\n    """\n    return x\n'
    )
    assert lines(program) == 8


def test_the_page_is_what_the_program_prints():
    assert (ROOT / "docs" / "reference" / "ports.md").read_text("utf-8") == page()


def test_an_application_is_set_up(local, graph, monkeypatch):
    jobs = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs
    for job in jobs:
        job.delete()
    for name, value in {
        "PRINCIPAL": SCIM_PRINCIPAL_ID,
        "ADDRESS": "https://scim.contoso.com",
        "TOKEN": "t0ken",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(graphsync.auth, "default", lambda: "t")
    monkeypatch.setattr(graphsync, "GraphClient", lambda _: graph)
    runpy.run_module("examples.ports.set_up", run_name="__main__")
    [job] = jobs
    assert (job.template_id, str(job.schedule.state)) == ("scim", "Active")


def test_a_person_is_provisioned_on_demand(graph, capsys):
    for name in (NEWCOMER, OUTSIDER):
        graph.users.create(
            models.User(
                account_enabled=True,
                display_name=name,
                mail_nickname=name.partition("@")[0],
                user_principal_name=name,
                password_profile=models.PasswordProfile(password="not-a-secret-1"),
            )
        )
    secrets = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.secrets
    for person, is_fine, said in (
        (ADA, True, "unchanged"),
        (NEWCOMER, True, "created"),
        (NOBODY, False, "failed"),
        (OUTSIDER, True, "out of scope"),
    ):
        if person is OUTSIDER:
            secrets.update({"SyncAll": "false", "SecretToken": "t0ken"})  # the assigned ones only
        assert on_demand.provision(graph, SCIM_PRINCIPAL_ID, SCIM_JOB_ID, person) is is_fine
        *steps, verdict = capsys.readouterr().out.splitlines()
        assert steps
        assert verdict.startswith(said)


def test_a_job_is_run_now(graph, capsys):
    ada = graph.users[ADA].get()
    ada.display_name = "Ada Ny"
    ada.update()
    assert run_now.run(graph, SCIM_PRINCIPAL_ID, SCIM_JOB_ID)
    said = capsys.readouterr().out
    assert "<Cycle of scim." in said
    assert "Ada Ny update success" in said
    assert not run_now.run(graph, TROUBLED_PRINCIPAL_ID, TROUBLED_JOB_ID)
    assert "quarantine" in capsys.readouterr().out


def test_a_backup_is_brought_back(graph, tmp_path, capsys):
    backup.save(graph, SCIM_PRINCIPAL_ID, str(tmp_path))
    saved = {file.name: file.read_text() for file in tmp_path.iterdir()}
    assert sorted(saved) == ["customappsso.json", "scim.json"]
    assert "SecretToken" not in "".join(saved.values())
    job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    before = job.schema.get().data.to_dict()
    mapping = next(iter(job.schema.rules)).object_mappings["User"].attribute_mappings
    mapping["displayName"].set_expression("ToUpper([displayName])")
    job.schema.replace()
    job.pause()
    backup.restore(graph, str(tmp_path))
    assert "ToUpper" in capsys.readouterr().out
    after = job.schema.get().data.to_dict()
    assert after["synchronizationRules"] == before["synchronizationRules"]
    assert str(job.get().schedule.state) == "Active"


def test_the_health_of_all_jobs_is_printed_written_and_mailed(connect, tmp_path, capsys):
    graph = connect(Local(start=datetime.now(UTC).isoformat()))
    with Mailbox() as box:
        code = fleet_health.main(
            graph,
            [
                *("--csv", str(tmp_path / "jobs.csv"), "--html", str(tmp_path / "jobs.html")),
                *("--mail-to", "ops@contoso.com", "--server", box.address),
            ],
        )
    assert code == 2
    summary, first, *_ = capsys.readouterr().out.splitlines()
    assert summary.startswith("1 critical, ")
    assert first.startswith("critical: Contoso Cloud Accounts: ")
    with (tmp_path / "jobs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {SCIM_JOB_ID, TROUBLED_JOB_ID} <= {row["job_id"] for row in rows}
    assert "Contoso Cloud Accounts" in (tmp_path / "jobs.html").read_text("utf-8")
    [mail] = box.mails
    assert f"Subject: Provisioning: {summary}" in mail
    assert "critical: Contoso Cloud Accounts" in mail


class Mailbox(socketserver.ThreadingTCPServer):
    """A mail server that keeps what it gets."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Session)
        self.mails = []
        self.address = f"127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class Session(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 contoso.com\r\n")
        while line := self.rfile.readline():
            if line.upper().startswith(b"DATA"):
                self.wfile.write(b"354 go on\r\n")
                mail = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.mails.append(mail.decode())
            self.wfile.write(b"221 bye\r\n" if line.upper().startswith(b"QUIT") else b"250 ok\r\n")


def test_people_of_a_file_are_uploaded_with_attributes_of_their_own(
    payroll, connect, tmp_path, capsys
):
    graph = connect(payroll)
    task = (graph, payroll.principal, payroll.job)
    people, mapping = tmp_path / "hr.csv", tmp_path / "mapping.json"
    names = {"externalId": "Id", "userName": "Mail", "displayName": "Name", SHOE: "Shoe"}
    mapping.write_text(json.dumps(names))
    people.write_text("Id,Mail,Name,Shoe\n1,asa@contoso.com,Asa,38\n2,bo@contoso.com\n")
    assert csv_to_scim.main(*task, "declare", str(mapping))
    assert capsys.readouterr().out == f"{SHOE}\n"
    assert csv_to_scim.main(*task, "declare", str(mapping))
    assert capsys.readouterr().out == "nothing to add\n"
    assert csv_to_scim.main(*task, "send", str(people), str(mapping))
    assert capsys.readouterr().out.splitlines() == [
        "line 3 was left out: it has 2 cells, the header has 4",
        "1 created",
    ]
    assert csv_to_scim.main(*task, "history")
    assert "1 create success" in capsys.readouterr().out
