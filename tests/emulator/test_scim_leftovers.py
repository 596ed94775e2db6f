"""What a killed check left in a tenant is found, listed and removed; nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphsync import GraphClient
from graphsync.emulator import Emulator, Fault
from graphsync.scim import Leftover, find_leftovers, remove_leftovers
from tests.cli.inside import Inside

from .test_scim_tenant import left

GALLERY = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621"
OURS = ["check-0a1b2c3d", "check-0a1b2c3d-create_user", "check-0a1b2c3d-create_group"]
# What others have: another form of the number, a name that only contains the word.
OTHERS = ["check-in", "check-0a1b2c3", "CHECK-0a1b2c3d", "recheck-0a1b2c3d", "check-0a1b2c3dx"]


@pytest.fixture(scope="module")
def served() -> Iterator[Emulator]:
    with Emulator(start="2026-01-01T00:00:00Z", speed=0, replication_delay=0) as emulator:
        emulator.switches.throttling = False
        yield emulator


@pytest.fixture
def tenant(served: Emulator) -> Iterator[GraphClient]:
    """A tenant in which a check was killed, with objects of others."""
    served.reset()
    with GraphClient("any", endpoint=served.url) as graph:
        graph.application_templates[GALLERY].instantiate(OURS[0])
        for name in (OURS[1], *OTHERS):
            served.put_user({"displayName": name, "userPrincipalName": f"{name}@contoso.com"})
        for name in (OURS[2], *OTHERS):
            served.put_group({"displayName": name})
        yield graph


def test_only_what_a_check_has_named_is_found(served: Emulator, tenant: GraphClient) -> None:
    found = find_leftovers(tenant)
    assert [(one.kind, one.name, one.run) for one in found] == [
        ("applications", OURS[0], "0a1b2c3d"),
        ("users", OURS[1], "0a1b2c3d"),
        ("groups", OURS[2], "0a1b2c3d"),
    ]
    assert find_leftovers(tenant, "ffffffff") == ()
    assert find_leftovers(tenant, "0a1b2c3d") == found


def test_it_is_removed_for_good_and_the_rest_stays(served: Emulator, tenant: GraphClient) -> None:
    assert remove_leftovers(tenant, find_leftovers(tenant)) == ()
    remaining = "".join(left(served, tenant))
    assert not [name for name in OURS if f"'{name}'" in remaining or f"'{name}@" in remaining]
    names = [item["displayName"] for item in (*served.users, *served.groups)]
    assert [name for name in names if name in OTHERS] == OTHERS * 2


def test_what_is_gone_counts_and_what_fails_is_named(served: Emulator, tenant: GraphClient) -> None:
    gone = Leftover("users", "00000000-0000-4000-8000-000000000000", "check-0a1b2c3d-x", "0a1b2c3d")
    assert remove_leftovers(tenant, [gone]) == ()
    served.faults.add(Fault(kind="status", status=403, method="DELETE", path="*/groups/*"))
    [line] = remove_leftovers(tenant, find_leftovers(tenant))
    assert line.startswith("/groups/")
    assert f"{OURS[2]}: 403" in line


def test_the_command_lists_asks_and_removes(
    served: Emulator, tenant: GraphClient, tmp_path: Path
) -> None:
    command = Inside(tmp_path, served)
    looked = command("scim", "clean", "--dry-run")
    assert (looked.returncode, looked.stdout.count("check-0a1b2c3d")) == (0, 3)
    refused = command("scim", "clean", terminal=True, input="n\n")
    assert "Delete these 3 objects for good?" in refused.stderr
    assert len(find_leftovers(tenant)) == 3
    other = command("scim", "clean", "--run", "ffffffff", "--yes", "-o", "json")
    assert (other.returncode, other.stdout.strip()) == (0, "[]")
    done = command("scim", "clean", "--yes")
    assert (done.returncode, find_leftovers(tenant)) == (0, ())
    assert "done: deleted 3 of 3 objects" in done.stderr
