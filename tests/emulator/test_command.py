"""`python -m graphsync.emulator`: one line when ready, a clean end."""

import re
import signal
import subprocess
import sys
import time

import httpx
import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID

READY = re.compile(r"graphsync emulator: (http://127\.0\.0\.1:\d+/v1\.0)\n")
# The two ways to start it.
AS_MODULE = "runpy.run_module('graphsync.emulator', run_name='__main__')"
ENTRY_POINT = "import graphsync.emulator.__main__ as entry; sys.exit(entry.main())"


def start(*options: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "graphsync.emulator", "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_answers_once_the_line_is_out_and_ends_with_zero(number: signal.Signals) -> None:
    with start() as process:
        assert process.stdout
        match = READY.fullmatch(process.stdout.readline())
        assert match
        answer = httpx.get(
            f"{match[1]}/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs",
            headers={"Authorization": "Bearer any"},
        )
        process.send_signal(number)
        rest, errors = process.communicate(timeout=20)
    assert answer.status_code == 200
    assert len(answer.json()["value"]) == 2
    assert (process.returncode, rest, errors) == (0, "", "")


def test_a_taken_port_is_one_line_and_status_2() -> None:
    with start() as process:
        assert process.stdout
        port = re.findall(r":(\d+)/", process.stdout.readline())[0]
        second = subprocess.run(
            [sys.executable, "-m", "graphsync.emulator", "--port", port],
            capture_output=True,
            text=True,
            timeout=20,
        )
        process.terminate()
        process.communicate(timeout=20)
    assert second.returncode == 2
    assert second.stdout == ""
    assert second.stderr.count("\n") == 1
    assert "in use" in second.stderr


def test_tls_names_the_authority_and_its_certificate(tmp_path: object) -> None:
    with start("--tls", "--ca-file", f"{tmp_path}/ca.pem") as process:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(3)]
        process.terminate()
        process.communicate(timeout=20)
    assert READY.fullmatch(lines[0])
    assert re.fullmatch(r"token authority: https://localhost:\d+\n", lines[1])
    assert lines[2] == f"certificate authority: {tmp_path}/ca.pem\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--switch", "colour=red"], "no switch is called 'colour'"),
        (["--switch", "colour"], "write NAME=VALUE"),
        (["--switch", "page_size=x"], "whole number"),
        (["--start", "soon"], "is not a time"),
        (["--seed", "nowhere.json"], "nowhere.json"),
        (["--state", "no/such/folder/tenant.db"], "name a file in a folder"),
    ],
)
def test_options_that_are_wrong_are_one_line_and_status_2(options: list[str], said: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "graphsync.emulator", *options],
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert said in ran.stderr


def test_time_flies_when_it_is_told_to() -> None:
    with start("--speed", "3600", "--switch", "page_size=1") as process:
        assert process.stdout
        url = process.stdout.readline().removeprefix("graphsync emulator: ").strip()
        jobs = f"{url}/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"
        first = httpx.get(jobs, headers={"Authorization": "Bearer any"}).json()["value"]
        job = f"{jobs}/{first[0]['id']}"
        before = first[0]["status"]["lastExecution"]["timeEnded"]
        while (
            httpx.get(job, headers={"Authorization": "Bearer any"}).json()["status"][
                "lastExecution"
            ]["timeEnded"]
            <= before
        ):
            time.sleep(0.05)
        process.terminate()
        process.communicate(timeout=20)
    assert len(first) == 1


@pytest.mark.parametrize(
    ("missing", "start"),
    [("typer", AS_MODULE), ("typer", ENTRY_POINT), ("starlette", AS_MODULE), ("jwt", ENTRY_POINT)],
)
def test_without_the_extra_one_line_names_it(missing: str, start: str) -> None:
    program = f"import runpy, sys; sys.modules[{missing!r}] = None; {start}"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20
    )
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (1, "", 1), ran.stderr
    assert (
        f"graphsync-emulator needs the extra graphsync-client[emulator], and {missing} is not installed"
        in ran.stderr
    )


def test_a_missing_module_of_our_own_is_not_blamed_on_the_extra() -> None:
    program = "import runpy, sys; sys.modules['graphsync.emulator.http.wsgi'] = None; runpy.run_module('graphsync.emulator')"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20
    )
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1].startswith(
        "ModuleNotFoundError: import of graphsync.emulator.http.wsgi"
    )


STUCK = """
import graphsync.emulator.surface.schema as schema
from graphsync.emulator.__main__ import main

def forever(*_arguments):
    print("stuck", flush=True)
    while True:
        pass

schema.parse_expression = forever
main()
"""


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no SIGTERM that a process can catch"
)
def test_sigterm_ends_it_whatever_it_is_doing() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", STUCK], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        url = process.stdout.readline().removeprefix("graphsync emulator: ").strip()
        path = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{SCIM_JOB_ID}/schema/parseExpression"
        with (
            httpx.Client(timeout=0.5, headers={"Authorization": "Bearer any"}) as client,
            pytest.raises(httpx.TimeoutException),
        ):
            client.post(url + path, json={"expression": "[a]"})
        assert process.stdout.readline() == "stuck\n"
        process.terminate()
        _, said = process.communicate(timeout=40)
    assert process.returncode == 1
    assert said == "graphsync emulator: a request was still being worked on\n"
