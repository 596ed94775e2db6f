"""`graphsync health` for the tenants of several profiles, in this process."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graphsync.cli.root import run
from graphsync.emulator import CLIENT_ID, CLIENT_SECRET, TENANT_ID, TROUBLED_JOB_ID, Emulator, Fault

Health = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def signing_in() -> Iterator[Emulator]:
    with Emulator(tls=True) as emulator:
        yield emulator


@pytest.fixture
def health(
    signing_in: Emulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Health:
    """Run the command with three profiles; the sign-in of one fails."""
    for name in [name for name in os.environ if name.startswith(("GRAPHSYNC_", "AZURE_"))]:
        monkeypatch.delenv(name)

    def profile(name: str, tenant_id: str) -> str:
        return (
            f'[profiles.{name}]\nendpoint = "{signing_in.url}"\nauthority = "{signing_in.authority}"\n'
            f'ca_file = "{signing_in.ca_file}"\ntenant_id = "{tenant_id}"\n'
            f'client_id = "{CLIENT_ID}"\nsign_in = "client-secret"\n'
        )

    file = tmp_path / "config.toml"
    file.write_text(
        profile("contoso", TENANT_ID) + profile("emea", TENANT_ID) + profile("fabrikam", CLIENT_ID),
        encoding="utf-8",
    )
    monkeypatch.setenv("GRAPHSYNC_CONFIG", str(file))
    monkeypatch.setenv("GRAPHSYNC_CLIENT_SECRET", CLIENT_SECRET)
    monkeypatch.chdir(tmp_path)

    def call(*words: str, **variables: str) -> tuple[int, str, str]:
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            code = run(["health", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_every_row_names_its_tenant_and_the_worst_of_all_come_first(health: Health) -> None:
    code, out, err = health("--profile", "contoso", "--profile", "emea", "-o", "json")
    rows = json.loads(out)
    assert code == 2, err
    assert [
        (row["tenant"], row["jobId"]) for row in sorted(rows[:2], key=lambda row: row["tenant"])
    ] == [
        ("contoso", TROUBLED_JOB_ID),
        ("emea", TROUBLED_JOB_ID),
    ]
    assert {row["tenant"] for row in rows} == {"contoso", "emea"}
    assert err.splitlines()[-1].startswith(f"{len(rows)} jobs: 2 critical, ")


def test_a_tenant_that_cannot_be_read_is_a_row_and_a_failure(
    health: Health, tmp_path: Path
) -> None:
    code, out, err = health(
        "--all-profiles", "--fail-on", "never", "--html", "r.html", "--timeout", "60"
    )
    assert code == 1
    assert out.splitlines()[0].split()[:3] == ["TENANT", "SEVERITY", "PRINCIPALNAME"]
    (lost,) = [line.split() for line in out.splitlines() if line.startswith("fabrikam")]
    assert lost[1] == "unknown"
    assert "graphsync: fabrikam could not be read: SignInFailed: " in err
    # The logs of a tenant that could not be read are not asked.
    assert "no charts" not in err
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert '<button type="button" data-column="1">Tenant</button>' in page
    assert page.count('<td data-key="emea">emea</td>') > 250
    assert page.count("<svg") > 500
    assert CLIENT_SECRET not in page + out + err


def test_one_profile_is_one_tenant_as_before(health: Health) -> None:
    code, out, _ = health("Contoso Directory", "--profile", "emea", "--profile", "emea")
    assert code == 0
    assert "TENANT" not in out
    code, out, _ = health("Contoso Directory", GRAPHSYNC_PROFILE="contoso", GRAPHSYNC_OUTPUT="json")
    assert code == 0
    assert {row["tenant"] for row in json.loads(out)} == {None}


@pytest.mark.parametrize(
    ("words", "variables", "message"),
    [
        (("--profile", "contoso", "--profile", "emae"), {}, "did you mean emea?"),
        (("Contoso Directory", "--all-profiles"), {}, "for one tenant only"),
        (("--all-profiles", "--tenant-id", "x"), {}, "every profile the same tenant"),
        (("--all-profiles",), {"GRAPHSYNC_TENANT_ID": "x"}, "every profile the same tenant"),
        (("--all-profiles", "--sign-in", "token"), {"GRAPHSYNC_TOKEN": "t"}, "for one tenant"),
        (("--all-profiles",), {"GRAPHSYNC_CONFIG": "none.toml"}, "none.toml has no profiles"),
    ],
    ids=range(6),
)
def test_what_would_read_one_tenant_several_times_is_refused(
    health: Health, words: tuple[str, ...], variables: dict[str, str], message: str
) -> None:
    code, out, err = health(*words, **variables)
    assert (code, out) == (3, "")
    assert message in err


def test_charts_are_left_out_of_a_tenant_whose_logs_may_not_be_read(
    health: Health, signing_in: Emulator, tmp_path: Path
) -> None:
    signing_in.faults.add(
        Fault(kind="status", status=403, path="*/auditLogs/provisioning", times=1)
    )
    words = ("--profile", "contoso", "--profile", "emea", "--html", "r.html", "--no-credentials")
    _, _, err = health(*words, "-o", "json")
    assert err.count("the page has no charts of one tenant: 403 ") == 1
    assert "<svg" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_rules_of_a_file_replace_and_add(health: Health, tmp_path: Path) -> None:
    paused = {
        "name": "not started",
        "severity": "critical",
        "when": [["state", "is", "not started"]],
        "advice": "Now.",
    }
    (tmp_path / "rules.json").write_text(json.dumps([paused]), encoding="utf-8")
    words = ("Contoso Directory", "--profile", "contoso", "-o", "json")
    code, out, _ = health(*words, "--rules", "rules.json")
    assert code == 2
    assert ("not started", "critical", "Now.") in {
        (row["rule"], row["severity"], row["advice"]) for row in json.loads(out)
    }
    (tmp_path / "rules.json").write_text(json.dumps([{**paused, "advice": "{x"}]), encoding="utf-8")
    code, out, err = health(*words, "--rules", "rules.json")
    assert (code, out) == (3, "")
    assert "the advice of rule 'not started' cannot be filled in" in err
