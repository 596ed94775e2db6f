"""The gallery's tests against SCIM servers that others wrote, in the versions that are pinned here.

What fails is a fact about these servers: each failure is what they answer to a request that Entra is documented to
send. A change of either set means that the check, the engine or a pinned version has changed.
"""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graphsync.scim import CheckReport, check

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
HERE = Path(__file__).parent


def failures(report: CheckReport) -> dict[str, str]:
    assert report.left == ()
    return {item.name: item.message for item in report.results if item.has_failed}


@contextmanager
def running(*words: str, folder: Path) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=30)


def wait_until_open(port: int) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            assert time.monotonic() < end, "the server did not start"
            time.sleep(0.1)


def test_scim2_server(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    python = tmp_path / "env" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "-q", "-r", str(HERE / "requirements.txt")]
    subprocess.run(install, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--port", str(port), "--bearer-token", "right-token"]
    with running(str(python.parent / "scim2-server"), *words, folder=tmp_path):
        wait_until_open(port)
        report = check(f"http://127.0.0.1:{port}", "right-token", rfc=True)
    found = failures(report)
    # Another opinion: by the letter of the RFCs nothing is wrong with it.
    assert len(report.beyond) > 100
    assert [item for item in report.beyond if item.has_failed] == []
    mark = "ADSCIM/2.0/Group"  # the schema that Entra adds to a new group
    no_match = "no value of 'addresses' matches the path filter"
    expected = {
        "Update_User": no_match,
        "User_Update_Manager": "Field not found: manager",
        "Create_Group": mark,
        "Update_Group": mark,
        "Delete_Group": mark,
        "Group_Update_Add_Member": mark,
        "Group_Update_Remove_Member": mark,
        "POD_Group": mark,
        "Restore_Group": "finds nothing after provisioning",
        "SCIM_Update_Manager": "Input should be a valid dictionary or instance of Manager",
    }
    assert set(found) == set(expected)
    for name, said in expected.items():
        assert said in found[name], name


@pytest.mark.skipif(shutil.which("npm") is None, reason="needs npm, which not every machine has")
def test_scimmy(tmp_path: Path) -> None:
    for name in ("package.json", "scimmy_server.mjs"):
        shutil.copy(HERE / name, tmp_path)
    subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=tmp_path, check=True
    )
    with running("node", "scimmy_server.mjs", folder=tmp_path) as process:
        assert process.stdout
        port = process.stdout.readline().strip()
        found = failures(check(f"http://127.0.0.1:{port}/scim", "right-token"))
    text = "expected value type 'boolean' but found type 'string'"
    plain = "'manager' expected complex value but found type 'string'"
    expected = {
        "Update_User": "does not match any values for 'add' op",
        "Disable_User": text,
        "Restore_User": text,
        "User_Update_Manager": plain,
        "SCIM_Null_Update": "Cannot convert undefined or null to object",
        "SCIM_User_Pagination": "startIndex is 1; 6 was asked for.",
        "SCIM_Group_Pagination": "startIndex is 1; 6 was asked for.",
        "SCIM_Update_Manager": plain,
    }
    assert set(found) == set(expected)
    for name, said in expected.items():
        assert said in found[name], name
