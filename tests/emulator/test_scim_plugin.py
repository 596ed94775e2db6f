"""The gallery's tests in a project's own pytest."""

from pathlib import Path

import pytest

from .scim_server import scim_server
from .test_plugin import WITHOUT_EXTRA, run

STORY = """
import pytest

@pytest.fixture
def scim_endpoint():
    return {fixture}

@pytest.mark.scim_endpoint{options}
def test_gallery(scim_result):
    print("body of", scim_result.name)
"""


def test_each_test_of_the_gallery_is_a_test(tmp_path: Path) -> None:
    with scim_server(defects={"Groups start index"}) as server:
        fixture = repr((server.url, "right-token"))
        (tmp_path / "test_story.py").write_text(STORY.format(fixture=fixture, options=""))
        ran = run(tmp_path, "-rsx")
        assert (server.users, server.groups) == ({}, {})
    assert "22 passed, 2 skipped, 1 xfailed" in ran.stdout, ran.stdout + ran.stderr
    assert "test_gallery[SCIM_Group_Pagination]" in ran.stdout
    assert ran.returncode == 0


def test_a_failure_shows_what_to_mend_and_no_stack(tmp_path: Path) -> None:
    with scim_server(defects={"Users start index"}) as server:
        fixture = f"dict(address={server.url!r}, token='right-token')"
        options = "(tests=['SCIM_User_Pagination', 'SCIM_User_Create'], timeout=5)"
        (tmp_path / "test_story.py").write_text(STORY.format(fixture=fixture, options=options))
        ran = run(tmp_path)
    assert "1 failed, 1 passed" in ran.stdout, ran.stdout + ran.stderr
    assert "startIndex is 1; 6 was asked for." in ran.stdout
    assert "GET /Users has to obey startIndex" in ran.stdout
    assert f"200 GET {server.url}/Users?startIndex=6" in ran.stdout
    assert "Traceback" not in ran.stdout
    assert "body of SCIM_User_Pagination" not in ran.stdout
    assert "right-token" not in ran.stdout


@pytest.mark.parametrize(
    ("story", "said"),
    [
        (
            STORY.format(fixture="None", options="(tests=['Create_Usr'])"),
            "no SCIM test 'Create_Usr'",
        ),
        (
            "import pytest\n@pytest.mark.scim_endpoint\ndef test_gallery(): pass\n",
            "add it to the arguments",
        ),
        (
            "import pytest\n@pytest.mark.scim_endpoint\ndef test_gallery(scim_result): pass\n",
            "there is no fixture scim_endpoint; write one",
        ),
        ("def test_gallery(scim_result): pass\n", "mark it with pytest.mark.scim_endpoint"),
    ],
)
def test_wrong_use_says_what_to_write(tmp_path: Path, story: str, said: str) -> None:
    (tmp_path / "test_story.py").write_text(story)
    ran = run(tmp_path)
    assert ran.returncode != 0
    assert said in ran.stdout + ran.stderr


def test_it_costs_nothing_where_it_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "test_other.py").write_text(
        "import sys\n"
        "def test_other(pytestconfig):\n"
        "    assert pytestconfig.pluginmanager.has_plugin('graphsync.scim_plugin')\n"
        "    found = [name for name in sys.modules if name.startswith('graphsync.scim.') or name == 'httpx']\n"
        "    assert found == []\n"
    )
    ran = run(tmp_path, "-p", "no:anyio", "-p", "no:schemathesis")
    assert "1 passed" in ran.stdout, ran.stdout + ran.stderr
    (tmp_path / "test_other.py").write_text(STORY.format(fixture="None", options=""))
    bare = run(tmp_path, before=WITHOUT_EXTRA)
    assert "graphsync-client[emulator]" in bare.stdout + bare.stderr
