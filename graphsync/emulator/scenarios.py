"""Incidents of production, each brought about by what causes it in a tenant."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from graphsync.emulator.control import Control
from graphsync.emulator.document import Document, decode, is_object
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.identity import Identity
from graphsync.emulator.targets.rejection import Rejection
from graphsync.emulator.tenant.secrets import secrets
from graphsync.emulator.tenant.seed import put_secrets

_MINUTE, _DAY = 60, 86_400
_CYCLE = 45 * _MINUTE
_FEW = 3
_MANY_SECONDS = 6 * 60 * _MINUTE


class Scene:
    """The job that an incident happens to, and what the incident is made of."""

    def __init__(self, graph: LocalGraph, principal_id: str, job_id: str) -> None:
        self.graph = graph
        self.principal_id = principal_id
        self.job_id = job_id
        self.control = Control(graph.state)
        self.path = f"/servicePrincipals/{principal_id}/synchronization"

    def call(self, method: str, path: str, body: object = None) -> Document:
        """Send a request to the tenant as an administrator; raise RuntimeError where it fails."""
        content = b"" if body is None else json.dumps(body).encode()
        headers = {"content-type": "application/json"}
        asked = Call(
            self.graph.state, method, path, {}, headers, content, identity=Identity("scenario")
        )
        reply = self.graph.serve(asked)
        if reply.status >= 400:
            raise RuntimeError(f"{method} {path} was answered with {reply.status}")
        found = decode(reply.content() or b"{}")
        return found if is_object(found) else {}

    def wait(self, seconds: float = _CYCLE) -> None:
        """Move the clock on, and do what is due until then."""
        state = self.graph.state
        with state.lock:
            state.advance(seconds)
            state.catch_up()
            state.tenant.flush()

    def change_schema(self, change: Callable[[Document], None]) -> None:
        """Change the first object mapping of the job's schema."""
        path = f"{self.path}/jobs/{self.job_id}/schema"
        schema = self.call("GET", path)
        change(schema["synchronizationRules"][0]["objectMappings"][0])
        self.call("PUT", path, schema)

    def newcomer(self, name: str, **members: object) -> str:
        """Add a user to the directory; return the id."""
        address = f"{name.lower()}@{self.graph.tenant.profile['defaultDomain']}"
        user = {
            "displayName": name,
            "userPrincipalName": address,
            "mail": address,
            "mailNickname": name.lower(),
            "accountEnabled": True,
            **members,
        }
        return str(self.control.put_source("user", user)["id"])


def _wrong_token(scene: Scene) -> None:
    scene.control.set_target(scene.principal_id, accepted_token="another-token")  # noqa: S106 - it is refused
    scene.wait()


def _matching_conflict(scene: Scene) -> None:
    first = scene.newcomer("Wren")
    address = scene.control.source("user", first)["userPrincipalName"]
    scene.wait()
    scene.newcomer("Robin", userPrincipalName=address)
    scene.wait()


def _duplicate_in_target(scene: Scene) -> None:
    address = f"wren@{scene.graph.tenant.profile['defaultDomain']}"
    for _ in range(2):
        scene.control.put_account(scene.principal_id, {"userName": address})
    scene.newcomer("Wren")
    scene.wait()


def _too_many_deletions(scene: Scene) -> None:
    threshold = {"Enabled": True, "DeleteThresholdEnabled": True, "DeleteThresholdValue": _FEW}
    with scene.graph.state.lock:
        kept = secrets(scene.graph.tenant, scene.principal_id)
        settings = {**kept, "SyncNotificationSettings": json.dumps(threshold)}
        put_secrets(scene.graph.tenant, scene.principal_id, settings)
    for user in scene.control.sources("user")[-_FEW:]:
        scene.control.remove_source("user", str(user["id"]))
    scene.wait()


def _scope_mistake(scene: Scene) -> None:
    clause = {
        "sourceOperandName": "department",
        "operatorName": "EQUALS",
        "targetOperand": {"values": ["Salse"]},
    }
    groups = [{"name": "Sales only", "clauses": [clause]}]
    scene.change_schema(lambda mapping: mapping.update(scope={"groups": groups}))
    scene.wait()


def _throttled_target(scene: Scene) -> None:
    rule = Rejection(message="Too many requests.", retry_after=float(_MANY_SECONDS))
    scene.control.set_target(scene.principal_id, rejects=[rule])
    for name in ("Wren", "Robin", "Martin"):
        scene.newcomer(name)
    scene.wait()


def _schema_change(scene: Scene) -> None:
    def leave_out(mapping: Document) -> None:
        items = mapping["attributeMappings"]
        items[:] = [item for item in items if item["targetAttributeName"] != "title"]

    scene.change_schema(leave_out)
    scene.wait()


def _missing_reference(scene: Scene) -> None:
    boss = scene.newcomer("Wren", accountEnabled=False)
    scene.newcomer("Robin", manager=boss)
    scene.wait()


def _broken_expression(scene: Scene) -> None:
    def break_it(mapping: Document) -> None:
        for item in mapping["attributeMappings"]:
            if item["targetAttributeName"] == "displayName":
                expression = 'Mid([displayName], "one", 5)'
                item["source"] = {"type": "Function", "name": "Mid", "expression": expression}

    scene.change_schema(break_it)
    scene.wait()


def _disabled(scene: Scene) -> None:
    _wrong_token(scene)
    scene.wait(30 * _DAY)


@dataclass(frozen=True, slots=True)
class Scenario:
    """An incident by its name: what it looks like, and how it is brought about."""

    name: str
    shows: str
    play: Callable[[Scene], None]


SCENARIOS = {
    item.name: item
    for item in (
        Scenario("wrong token", "quarantine, InvalidCredentials", _wrong_token),
        Scenario("matching conflict", "DuplicateSourceEntries in the log", _matching_conflict),
        Scenario("duplicate in target", "DuplicateTargetEntries in the log", _duplicate_in_target),
        Scenario("too many deletions", "quarantine, TooManyDeletes", _too_many_deletions),
        Scenario("scope mistake", "every account disabled", _scope_mistake),
        Scenario("throttled target", "TooManyRequests in the log", _throttled_target),
        Scenario("schema change", "an initial cycle of every object", _schema_change),
        Scenario("missing reference", "an account without its manager", _missing_reference),
        Scenario("broken expression", "AttributeMappingExpressionFailure", _broken_expression),
        Scenario("disabled after four weeks", "a job that is Disabled", _disabled),
    )
}


def play(graph: LocalGraph, name: str, principal_id: str | None = None) -> str:
    """Let an incident happen to a job, the clock included; return the job's id.

    Raise ValueError for a name that there is not, and LookupError where no job is fit for it.

    Args:
        graph: The tenant.
        name: One of `SCENARIOS`.
        principal_id: Whose first running job; the first of the tenant unless given.

    """
    scenario = SCENARIOS.get(name)
    if scenario is None:
        near = get_close_matches(name, SCENARIOS, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(SCENARIOS)}"
        raise ValueError(f"there is no scenario {name!r}; {hint}")
    with graph.state.lock:
        owner, job_id = _fit(graph, principal_id)
    scenario.play(Scene(graph, owner, job_id))
    return job_id


def _fit(graph: LocalGraph, principal_id: str | None) -> tuple[str, str]:
    for owner, job_id, record in graph.tenant.all_jobs():
        job = record["document"]
        outbound = not TEMPLATES[job["templateId"]].accepts_uploads
        if outbound and job["status"]["code"] == "Active" and principal_id in {None, owner}:
            return owner, job_id
    of = f"of the service principal {principal_id!r} " if principal_id else ""
    raise LookupError(f"no job {of}runs and provisions to a target, which a scenario needs")
