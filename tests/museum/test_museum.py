"""Each sequence gets the outcome that its program needs; where a program errs, graphsync does not."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

import httpx
import pytest

from graphsync import GraphClient
from graphsync.emulator import (
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    SCIM_RULE_ID,
    TENANT_ID,
    Emulator,
    Rejection,
)
from graphsync.emulator.well_known import NON_GALLERY_TEMPLATE_ID
from graphsync.errors import GraphError, MaskedSecrets, NotFound, ProvisioningFailed

from .entries import ENTRIES, Entry, Step


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(start="2026-01-01T00:00:00Z", speed=0, random_seed=7) as running:
        yield running


@pytest.fixture
def graph(emulator: Emulator) -> Iterator[GraphClient]:
    with GraphClient("t", endpoint=emulator.url) as client:
        yield client


def names(emulator: Emulator) -> dict[str, Any]:
    sync, inbound = (
        f"/servicePrincipals/{key}/synchronization"
        for key in (SCIM_PRINCIPAL_ID, INBOUND_PRINCIPAL_ID)
    )
    return {
        "sync": sync,
        "insync": inbound,
        "job": f"{sync}/jobs/{SCIM_JOB_ID}",
        "injob": f"{inbound}/jobs/{INBOUND_JOB_ID}",
        "injobid": INBOUND_JOB_ID,
        "rule": SCIM_RULE_ID,
        "tenant": TENANT_ID,
        "gallery": NON_GALLERY_TEMPLATE_ID,
        "user": next(iter(emulator.graph.tenant.users)),
    }


def filled(value: Any, known: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        return {key: filled(item, known) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item, known) for item in value]
    if not isinstance(value, str):
        return value
    whole = re.fullmatch(r"\{(\w+)\}", value)
    return known[whole[1]] if whole else re.sub(r"\{(\w+)\}", lambda m: str(known[m[1]]), value)


def member(document: Any, place: str) -> Any:
    for name in filter(None, place.split(".")):
        document = document[int(name) if isinstance(document, list) else name]
    return document


def replay(emulator: Emulator, step: Step, known: dict[str, Any], http: httpx.Client) -> None:
    emulator.advance(minutes=step.wait)
    method, _, path = filled(step.request, known).partition(" ")
    body = None if step.body is None else json.dumps(filled(step.body, known)).encode()
    headers = {"Authorization": "Bearer t"} | ({"Content-Type": step.kind} if body else {})
    answer = http.request(method, emulator.url + path, content=body, headers=headers)
    assert answer.status_code == step.status, (step.request, answer.text[:300])
    for name, place in step.keep:
        known[name] = member(answer.json(), place)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda item: f"{item.program}: {item.does}")
def test_a_program_gets_what_it_needs(emulator: Emulator, entry: Entry) -> None:
    known = names(emulator)
    with httpx.Client(trust_env=False) as http:
        for step in entry.steps:
            replay(emulator, step, known, http)


def test_there_are_enough_and_from_several_languages() -> None:
    assert len(ENTRIES) >= 20
    assert len({entry.language for entry in ENTRIES}) >= 5


# What graphsync does instead, for each program that is silently wrong.


def first_job(graph: GraphClient, emulator: Emulator) -> None:
    jobs = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs
    # A job is asked for by its template, never by its place.
    found = jobs.filter("templateId eq 'scim'").list()
    assert [job.id for job in found] == [SCIM_JOB_ID]
    assert len(list(jobs)) > 1


def every_page(graph: GraphClient, emulator: Emulator) -> None:
    emulator.switches.page_size = 1
    principals = list(graph.service_principals)
    assert len(principals) == len(emulator.graph.tenant.principals) > 1


def real_codes(graph: GraphClient, emulator: Emulator) -> None:
    job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID].get()
    assert job.status is not None
    assert str(job.status.code) == "Active"
    (found,) = [
        item
        for item in graph.fleet(principals=[SCIM_PRINCIPAL_ID], now=lambda: emulator_time(emulator))
        if item.job_id == SCIM_JOB_ID
    ]
    assert str(found.severity) == "ok"


def emulator_time(emulator: Emulator) -> datetime:
    return datetime.fromtimestamp(emulator.graph.state.clock.now(), UTC)


def usual_restart(graph: GraphClient, emulator: Emulator) -> None:
    job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    scope = graph.dry_run(job.restart).json["criteria"]["resetScope"]
    assert set(scope.split(", ")) == {"QuarantineState", "Watermark", "Escrows"}


def masked_secrets(graph: GraphClient, emulator: Emulator) -> None:
    secrets = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.secrets
    with pytest.raises(MaskedSecrets, match="would be stored as an asterisk"):
        secrets.replace({"BaseAddress": "https://scim.contoso.com", "SecretToken": "*"})


def failure_in_a_200(graph: GraphClient, emulator: Emulator) -> None:
    emulator.set_target(SCIM_PRINCIPAL_ID, rejects=[Rejection()])
    user = emulator.put_user({"displayName": "Wren", "userPrincipalName": "wren@contoso.com"})
    job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    assert job.provision_on_demand(user, check=False).failed
    with pytest.raises(ProvisioningFailed, match=r"(?i)refused|BadRequest"):
        job.provision_on_demand(user)


def unknown_rule(graph: GraphClient, emulator: Emulator) -> None:
    job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    user = next(iter(emulator.graph.tenant.users))
    with pytest.raises(GraphError, match=r"(?i)rule"):
        job.provision_on_demand(SCIM_JOB_ID, user)
    assert not job.provision_on_demand(user).failed  # the rule is found by the object's type


def batch_outcomes(graph: GraphClient, emulator: Emulator) -> None:
    jobs = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs
    batch = graph.batch()
    good = batch.add(jobs[SCIM_JOB_ID].get)
    bad = batch.add(jobs["none"].get)
    batch.send()
    assert good.result.id == SCIM_JOB_ID
    with pytest.raises(NotFound):
        _ = bad.result


def no_stop(graph: GraphClient, emulator: Emulator) -> None:
    job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    with pytest.raises(AttributeError, match="stop"):
        attrgetter("stop")(job)


def job_that_is_there(graph: GraphClient, emulator: Emulator) -> None:
    # Seconds of this tenant pass fast; the client waits as long as it takes, and no longer.
    with (
        Emulator(speed=100, replication_delay=20.0) as fast,
        GraphClient("t", endpoint=fast.url) as client,
    ):
        made = client.application_templates[NON_GALLERY_TEMPLATE_ID].instantiate("New")
        patient = client.with_options(consistency=30)
        new = patient.service_principals[made.service_principal.id]
        assert list(new.synchronization.jobs) == []


INSTEAD: dict[str, Callable[[GraphClient, Emulator], None]] = {
    "takes the first job of a principal for the right one": first_job,
    "sleeps ten seconds after each step": job_that_is_there,
    "takes the first page for all": every_page,
    "compares the code with 'Steady', which no job ever has": real_codes,
    "restarts with Full, which drops all links": usual_restart,
    "restarts with Full where the watermark is meant": usual_restart,
    "keeps * as the value of a secret that it reads back": masked_secrets,
    "takes the 200 for success although a step failed": failure_in_a_200,
    "passes a job's id as the rule's where no rule is found": unknown_rule,
    "reads the envelope's 200 for the status of each call": batch_outcomes,
    "calls stop, which does not exist, and hides the 404": no_stop,
}


@pytest.mark.parametrize("wrong", sorted({item.silently for item in ENTRIES} - {""}))
def test_graphsync_does_not_err_there(graph: GraphClient, emulator: Emulator, wrong: str) -> None:
    INSTEAD[wrong](graph, emulator)
