"""`graphsync explain` and `graphsync preview` as processes: reports, exit codes, requests."""

import json

import pytest

from graphsync.emulator import (
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_PRINCIPAL_ID,
    Emulator,
    Fault,
)

from .conftest import Command, Ran

ADA = "ada.ahlberg@contoso.com"
JOB = ("--app", SCIM_PRINCIPAL_ID, "--job", SCIM_JOB_ID)
PARSES = "/schema/parseExpression"


def written(ran: Ran) -> list[str]:
    sent = [line.split() for line in ran.stderr.splitlines() if line[:5] in {"GET h", "POST "}]
    assert sent, ran.stderr
    return [address for method, address, *_ in sent if method != "GET"]


def test_a_provisioned_user_is_status_0_with_a_line_for_each_check(graphsync: Command) -> None:
    ran = graphsync("explain", ADA, *JOB, "--verbose")
    assert ran.returncode == 0, ran.stderr
    answer, head, *rows = ran.stdout.splitlines()
    assert answer.startswith(f"{ADA} is provisioned as account ")
    assert head.split() == ["RESULT", "CHECK", "FOUND"]
    assert {row.split()[0] for row in rows} == {"passed"}
    assert len(rows) == 14
    assert written(ran) == []


def test_a_user_who_is_not_provisioned_is_status_2_with_the_reason(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    ran = graphsync("explain", ADA, "--app", TROUBLED_PRINCIPAL_ID, "-o", "json")
    assert ran.returncode == 2, ran.stderr
    found = json.loads(ran.stdout)
    assert (found["verdict"], found["failed"]) == ("not provisioned", "job")
    assert "is in quarantine" in found["answer"]
    unknown = graphsync("explain", "nobody@contoso.com", *JOB)
    assert unknown.returncode == 2
    assert unknown.stdout.startswith("nobody@contoso.com is not provisioned: there is no user")
    new = {"userPrincipalName": "zoe@contoso.com", "displayName": "Zoe", "mailNickname": "zoe"}
    graph_emulator.put_user(new)
    due = graphsync("explain", "zoe@contoso.com", *JOB)
    assert due.returncode == 2
    assert "the next cycle creates it" in due.stdout


def test_what_may_not_be_read_is_status_1(graphsync: Command, graph_emulator: Emulator) -> None:
    denied = "Authorization_RequestDenied"
    graph_emulator.faults.add(Fault(kind="status", status=403, code=denied, path="*/users/*"))
    ran = graphsync("explain", ADA, *JOB)
    assert ran.returncode == 1
    assert ran.stdout.startswith(f"Whether {ADA} is provisioned is not known")
    assert "lacks a permission that this call needs: User.Read.All" in ran.stdout
    assert ran.stderr == ""


@pytest.mark.parametrize("word", ["explain", "preview"])
def test_wrong_words_are_status_3(graphsync: Command, word: str) -> None:
    assert graphsync(word, ADA).returncode == 3
    assert graphsync(word, "", *JOB).returncode == 1


def test_a_preview_shows_each_attribute_with_its_source(graphsync: Command) -> None:
    ran = graphsync("preview", ADA, *JOB, "--compare", "--verbose")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[0].split() == ["ATTRIBUTE", "CREATED", "UPDATED", "SOURCE"]
    assert "[userPrincipalName]" in ran.stdout
    posts = written(ran)
    assert posts
    assert all(address.endswith(PARSES) for address in posts)
    as_json = json.loads(graphsync("preview", ADA, *JOB, "-o", "json").stdout)
    assert as_json["onCreate"]["userName"] == ADA
    assert as_json["compared"] == []


def test_a_preview_with_a_mapping_that_cannot_be_computed_is_status_2(
    graphsync: Command,
) -> None:
    path = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{SCIM_JOB_ID}/schema"
    schema = json.loads(graphsync("api", "GET", path).stdout)
    mappings = schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"]
    title = next(one for one in mappings if one["targetAttributeName"] == "title")
    title["source"] = {"type": "Function", "expression": 'Mid([jobTitle], [city], "x")'}
    put = graphsync("api", "PUT", path, "--body", "-", "--yes", input=json.dumps(schema))
    assert put.returncode == 0, put.stderr
    ran = graphsync("preview", ADA, *JOB)
    assert ran.returncode == 2, ran.stderr
    assert ran.stderr.startswith("title: ")
    assert "whole number" in ran.stderr
    explained = graphsync("explain", ADA, *JOB)
    assert explained.returncode == 2
    assert "the mapping of title cannot be computed" in explained.stdout
