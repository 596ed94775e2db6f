"""The emulator serves what the document has, and the list of deviations holds nothing that is not needed."""

import dataclasses

import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Fault
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Router, segments
from graphsync.emulator.surface import operations

from . import honesty
from .conftest import Caller, beyond
from .deviations import BEYOND, DEVIATIONS

ROUTER = Router(operations(lambda _call: Reply()))
SLICES = ("synchronization-v1.0.yaml", "directory-v1.0.yaml", "people-v1.0.yaml")
JOB = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{SCIM_JOB_ID}"
TEMPLATE = "servicePrincipals/{servicePrincipals}/synchronization/jobs/{job}"


def served() -> set[str]:
    return {f"{item.method} {honesty.nameless(item.template)}" for item in ROUTER.operations}


@pytest.mark.parametrize(("name", "least"), [(SLICES[0], 90), (SLICES[1], 5), (SLICES[2], 25)])
def test_every_operation_of_the_document_that_the_client_knows_is_served(
    name: str, least: int
) -> None:
    wanted = honesty.of_document(name)
    # An operation that a newer document adds is reported by the run that brings it, and has no call before it has a verb.
    known = wanted & honesty.reached()
    assert len(known) >= least
    assert known - served() == set()


def test_what_is_served_beyond_the_documents_is_listed() -> None:
    known = set().union(*(honesty.of_document(name) for name in honesty.SLICES))
    others = {
        beyond(item)
        for item in ROUTER.operations
        if f"{item.method} {honesty.nameless(item.template)}" not in known
    }
    assert others == set(BEYOND)


def test_every_deviation_occurs(call: Caller) -> None:
    call.emulator.switches.throttling = False
    sync = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
    seen = set[str]()
    for method, path in (
        ("GET", f"{sync}/templates"),
        ("GET", f"{sync}/jobs/$count"),
        ("GET", f"{sync}/jobs/x"),
    ):
        seen |= explained(call, method, path, None)
    gallery = "/applicationTemplates/8adf8e6e-67b2-4cf2-a259-e3dc5476c621/instantiate"
    seen |= explained(call, "POST", gallery, {"displayName": "x"})
    seen |= explained(call, "PATCH", f"{sync}/templates/scim", {"description": "x"})
    call.emulator.faults.add(Fault(kind="status", status=429, times=1))
    seen |= explained(call, "GET", f"{sync}/jobs", None)
    seen |= explained(call, "GET", "/servicePrincipals", None)
    seen |= explained(call, "GET", "/applications", None)
    seen |= explained(call, "GET", "/auditLogs/provisioning", None, "http://localhost/beta")
    group, user = call.emulator.groups[0]["id"], call.emulator.users[0]["id"]
    seen |= explained(call, "GET", f"/groups/{group}/members", None)
    seen |= explained(call, "PATCH", f"/users/{user}", {"jobTitle": "x"})
    seen |= explained(call, "GET", f"/users/{user}", None, "http://localhost/beta")
    report = call.emulator.correlate(SCIM_PRINCIPAL_ID)
    seen |= explained(call, "GET", f"/reports/correlations/{report}", None, "http://localhost/beta")
    assert seen == {item.what for item in DEVIATIONS}


def explained(
    call: Caller, method: str, path: str, body: object, base: str = "http://localhost/v1.0"
) -> set[str]:
    reply = call.reply(method, path, body, base=base)
    asked = Call(call.emulator.graph.state, method, path)
    match = ROUTER.match(segments(path))
    assert match
    found = list(honesty.findings(asked, reply, match.operations[method].template))
    return {item.what for item in DEVIATIONS for finding in found if item.is_it(finding)}


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("status", "code"), "Sleeping"),
        (("status", "countSuccessiveCompleteFailures"), "1"),
        (("status", "steadyStateFirstAchievedTime"), "yesterday"),
        (("status", "code"), None),
        (("schedule",), []),
        (("colour",), "red"),
        (("status", "quarantine"), {"reason": "Whim"}),
    ],
)
def test_a_lie_is_found(call: Caller, place: tuple[str, ...], value: object) -> None:
    body = call("GET", JOB)
    inner = body
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    asked = Call(call.emulator.graph.state, "GET", JOB)
    assert honesty.check(asked, Reply(200, body), TEMPLATE)
    assert dataclasses.asdict(honesty.check(asked, Reply(200, body), TEMPLATE)[0])[
        "place"
    ].startswith(place[0])
