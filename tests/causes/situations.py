"""What went wrong, played on a local Graph: each situation has one true cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from graphsync import GraphClient, RetryPolicy
from graphsync.emulator import (
    SCIM_APP_ID,
    SCIM_APPLICATION_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    Emulator,
)
from graphsync.emulator.protocol.fault import Fault
from graphsync.emulator.tenant.owners import put_owners
from graphsync.errors import Cause, ServiceError

Act = Callable[[Emulator, GraphClient], object]
ALL = (
    "AppRoleAssignment.ReadWrite.All",
    "Application.ReadWrite.All",
    "AuditLog.Read.All",
    "Group.ReadWrite.All",
    "Synchronization.ReadWrite.All",
    "SynchronizationData-User.Upload",
    "User.ReadWrite.All",
)
OWNED = ("Application.ReadWrite.OwnedBy",)
ADA = "ada.ahlberg@contoso.com"
NOBODY = "77777777-7777-4777-8777-777777777777"
OTHER = "99999999-bbbb-4999-8999-999999999999"
SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
JOB = f"{SYNC}/jobs/{SCIM_JOB_ID}"
SCIM_JOB = {"templateId": "scim"}


@dataclass(frozen=True)
class Situation:
    """A call that is refused, and why."""

    name: str
    cause: Cause
    act: Act
    roles: tuple[str, ...] = ALL
    user: str = ""
    switches: Mapping[str, object] = field(default_factory=dict[str, object])

    def error(self) -> ServiceError:
        """Play the situation on a new tenant and return what the client raises."""
        with self._client() as (emulator, graph):
            try:
                found = self.act(emulator, graph)
            except ServiceError as error:
                return error
        if isinstance(found, ServiceError):
            return found
        raise AssertionError(f"{self.name}: nothing was refused; {found!r}")

    @contextmanager
    def _client(self) -> Iterator[tuple[Emulator, GraphClient]]:
        settings = {"authentication": "permissions", "throttling": False, **self.switches}
        with Emulator(roles=list(self.roles), **settings) as emulator:
            token = emulator.token(self.user)
            with GraphClient(token, endpoint=emulator.url, retry=RetryPolicy(attempts=1)) as graph:
                yield emulator, graph


def get(path: str) -> Act:
    return lambda _, graph: graph.request("GET", path)


def send(method: str, path: str, body: Any = None) -> Act:
    return lambda _, graph: graph.request(method, path, json=body)


def jobs_of(kind: str, key: str) -> Act:
    return get(f"/{kind}/{key}/synchronization/jobs")


def instantiate(graph: GraphClient) -> dict[str, Any]:
    template = graph.request("GET", "/applicationTemplates?$top=1")["value"][0]["id"]
    path = f"/applicationTemplates/{template}/instantiate"
    return graph.request("POST", path, json={"displayName": "New"})


def new_then(kind: str, method: str = "GET", member: str = "id") -> Act:
    """Instantiate an application and use its synchronization at once."""
    part = {"servicePrincipals": "servicePrincipal", "applications": "application"}[kind]

    def act(_: Emulator, graph: GraphClient) -> object:
        key = instantiate(graph)[part][member]
        place = f"/{kind}/{key}" if member == "id" else f"/{kind}(appId='{key}')"
        body = SCIM_JOB if method == "POST" else None
        return graph.request(method, f"{place}/synchronization/jobs", json=body)

    return act


def read_first(path: str, act: Act) -> Act:
    def both(emulator: Emulator, graph: GraphClient) -> object:
        graph.request("GET", path)
        return act(emulator, graph)

    return both


def owned_by_another(act: Act) -> Act:
    def owned(emulator: Emulator, graph: GraphClient) -> object:
        put_owners(emulator.graph.tenant, SCIM_PRINCIPAL_ID, [OTHER])
        return act(emulator, graph)

    return owned


def made_by_another_program(emulator: Emulator, graph: GraphClient) -> object:
    with GraphClient(emulator.token(), endpoint=emulator.url) as other:
        key = instantiate(other)["servicePrincipal"]["id"]
    return jobs_of("servicePrincipals", key)(emulator, graph)


def new_job(_: Emulator, graph: GraphClient) -> object:
    principal = f"/servicePrincipals/{instantiate(graph)['servicePrincipal']['id']}"
    jobs = f"{principal}/synchronization/jobs"
    template = graph.request("GET", f"{principal}/synchronization/templates")["value"][0]["id"]
    job = graph.request("POST", jobs, json={"templateId": template})
    return graph.request("GET", f"{jobs}/{job['id']}")


def deleted_principal(_: Emulator, graph: GraphClient) -> object:
    graph.request("DELETE", f"/servicePrincipals/{SCIM_PRINCIPAL_ID}")
    return graph.request("GET", f"{SYNC}/jobs")


def deleted_by_another(emulator: Emulator, graph: GraphClient) -> object:
    graph.request("GET", f"{SYNC}/jobs")
    with GraphClient(emulator.token(), endpoint=emulator.url) as other:
        other.request("DELETE", f"/servicePrincipals/{SCIM_PRINCIPAL_ID}")
    return graph.request("GET", f"{SYNC}/jobs")


def deleted_job(_: Emulator, graph: GraphClient) -> object:
    graph.request("DELETE", JOB)
    return graph.request("GET", JOB)


def twice(method: str, path: str, body: Any = None) -> Act:
    def act(_: Emulator, graph: GraphClient) -> object:
        graph.request(method, path, json=body)
        return graph.request(method, path, json=body)

    return act


def connection_of_a_running_job(emulator: Emulator, graph: GraphClient) -> object:
    graph.request("POST", f"{JOB}/start")
    emulator.advance(hours=1)
    return (
        graph.service_principals[SCIM_PRINCIPAL_ID]
        .synchronization.jobs[SCIM_JOB_ID]
        .object_connections[NOBODY]
        .delete()
    )


def faulty(status: int, path: str = f"{SYNC}/jobs") -> Act:
    def act(emulator: Emulator, graph: GraphClient) -> object:
        emulator.faults.add(Fault(kind="status", status=status))
        return graph.request("GET", path)

    return act


def expired(emulator: Emulator, graph: GraphClient) -> object:
    with GraphClient("expired", endpoint=emulator.url, retry=RetryPolicy(attempts=1)) as other:
        return other.request("GET", f"{SYNC}/jobs")


def item_of_a_batch(method: str, path: str, body: Any = None) -> Act:
    def act(_: Emulator, graph: GraphClient) -> object:
        batch = graph.batch()
        item = batch.add(graph.request, method, path, json=body)
        batch.send()
        return item.error

    return act


def wrong_enumeration(_: Emulator, graph: GraphClient) -> object:
    schema = graph.request("GET", f"{JOB}/schema")
    schema["synchronizationRules"][0]["objectMappings"][0]["flowTypes"] = "Addd"
    return graph.request("PUT", f"{JOB}/schema", json=schema)


def refused_by_the_target(emulator: Emulator, graph: GraphClient) -> object:
    emulator.set_target(SCIM_PRINCIPAL_ID, accepted_token="another")
    given = {"BaseAddress": "https://scim.contoso.com", "SecretToken": "wrong"}
    credentials = [{"key": key, "value": value} for key, value in given.items()]
    body = {**SCIM_JOB, "credentials": credentials}
    return graph.request("POST", f"{SYNC}/jobs/validateCredentials", json=body)


def set_secrets(*pairs: tuple[str, str]) -> Act:
    body = {"value": [{"key": key, "value": value} for key, value in pairs]}
    return send("PUT", f"{SYNC}/secrets", body)


NO_PERMISSION = ("User.Read.All",)
PEOPLE = {"directory_roles": {ADA: []}}
FORBIDDEN = {"missing_permission": "forbidden"}
SLOW = {"replication_delay": 60.0}
PRINCIPALS, APPLICATIONS = "servicePrincipals", "applications"

SITUATIONS = (
    # Permissions
    *(
        Situation(
            f"jobs are {verb} without a permission, {how}",
            "permission missing",
            act,
            roles,
            switches=switches,
        )
        for how, switches in (("401", {}), ("403", FORBIDDEN))
        for verb, act, roles in (
            ("read", get(f"{SYNC}/jobs"), NO_PERMISSION),
            (
                "read through the application",
                jobs_of(APPLICATIONS, SCIM_APPLICATION_ID),
                NO_PERMISSION,
            ),
            ("started", send("POST", f"{JOB}/start"), ("Synchronization.Read.All",)),
            (
                "started after a read",
                read_first(f"{SYNC}/jobs", send("POST", f"{JOB}/start")),
                ("Synchronization.Read.All",),
            ),
        )
    ),
    Situation(
        "secrets are written with the permission to read",
        "permission missing",
        set_secrets(("BaseAddress", "https://x.contoso.com")),
        ("Synchronization.Read.All",),
    ),
    Situation(
        "the provisioning logs are read without a permission",
        "permission missing",
        get("/auditLogs/provisioning"),
        ("Synchronization.ReadWrite.All",),
    ),
    Situation(
        "records are uploaded without a permission",
        "permission missing",
        send("POST", f"{JOB}/bulkUpload", {}),
        ("Synchronization.ReadWrite.All",),
    ),
    Situation(
        "users are listed without a permission",
        "permission missing",
        get("/users"),
        ("Synchronization.ReadWrite.All",),
    ),
    Situation(
        "a group is created without a permission",
        "permission missing",
        send("POST", "/groups", {"displayName": "x"}),
        ("Group.Read.All",),
    ),
    Situation(
        "somebody is assigned without a permission",
        "permission missing",
        send("POST", f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/appRoleAssignedTo", {}),
        ("Application.Read.All",),
    ),
    Situation(
        "a batch starts a job without a permission",
        "permission missing",
        item_of_a_batch("POST", f"{JOB}/start"),
        ("Synchronization.Read.All",),
    ),
    # Roles and owners
    Situation(
        "a person without a directory role reads jobs, 401",
        "role missing",
        get(f"{SYNC}/jobs"),
        user=ADA,
        switches=PEOPLE,
    ),
    Situation(
        "a person without a directory role reads jobs, 403",
        "role missing",
        get(f"{SYNC}/jobs"),
        user=ADA,
        switches={**PEOPLE, **FORBIDDEN},
    ),
    Situation(
        "an application starts a job that it does not own, 403",
        "not the owner",
        owned_by_another(send("POST", f"{JOB}/start")),
        OWNED,
        switches=FORBIDDEN,
    ),
    Situation(
        "an application starts a job that it does not own, 401",
        "not the owner",
        owned_by_another(
            read_first(f"/servicePrincipals/{SCIM_PRINCIPAL_ID}", send("POST", f"{JOB}/start"))
        ),
        OWNED,
    ),
    Situation(
        "the same, and it never read the service principal",
        "not the owner",
        owned_by_another(send("POST", f"{JOB}/start")),
        OWNED,
    ),
    # Ids
    *(
        Situation(f"{what} in place of the object id", "wrong id", jobs_of(kind, key))
        for kind, what, key in (
            (PRINCIPALS, "the application (client) id", SCIM_APP_ID),
            (PRINCIPALS, "the application's object id", SCIM_APPLICATION_ID),
            (APPLICATIONS, "the service principal's object id", SCIM_PRINCIPAL_ID),
            (APPLICATIONS, "the application's client id", SCIM_APP_ID),
            (PRINCIPALS, "an id of nothing", NOBODY),
            (PRINCIPALS, "a job's id", SCIM_JOB_ID),
            (PRINCIPALS, "a display name", "Contoso"),
        )
    ),
    Situation(
        "an application id after a listing that shows what it is",
        "wrong id",
        read_first("/applications", jobs_of(PRINCIPALS, SCIM_APPLICATION_ID)),
    ),
    Situation(
        "a client id after a listing that shows what it is",
        "wrong id",
        read_first("/servicePrincipals", jobs_of(PRINCIPALS, SCIM_APP_ID)),
    ),
    Situation(
        "an object id in place of the client id",
        "wrong id",
        get(f"/servicePrincipals(appId='{SCIM_PRINCIPAL_ID}')/synchronization/jobs"),
    ),
    Situation("a job's id that is a GUID", "wrong id", get(f"{SYNC}/jobs/{NOBODY}")),
    Situation(
        "a job of another service principal", "wrong id", get(f"{SYNC}/jobs/{SCIM_JOB_ID[:-1]}2")
    ),
    Situation("a user who does not exist", "wrong id", get("/users/nobody@contoso.com")),
    Situation("a group that does not exist", "wrong id", get(f"/groups/{NOBODY}")),
    Situation(
        "an application that the gallery does not have",
        "wrong id",
        send("POST", f"/applicationTemplates/{NOBODY}/instantiate", {"displayName": "x"}),
    ),
    Situation(
        "a rule that the job does not have",
        "wrong id",
        send(
            "POST",
            f"{JOB}/provisionOnDemand",
            {
                "parameters": [
                    {"ruleId": NOBODY, "subjects": [{"objectId": NOBODY, "objectTypeName": "User"}]}
                ]
            },
        ),
    ),
    # Replication and deletion
    *(
        Situation(
            f"a new {kind[:-1]} is {verb} at once{how}",
            "not replicated",
            new_then(kind, method, member),
            switches=SLOW,
        )
        for kind in (PRINCIPALS, APPLICATIONS)
        for verb, method in (("read", "GET"), ("given a job", "POST"))
        for how, member in (("", "id"), (" by its client id", "appId"))
    ),
    Situation(
        "a new job is read at once",
        "not replicated",
        new_job,
        switches={"replication_delay": 0.0, **SLOW},
    ),
    Situation(
        "another program created it a moment ago",
        "not replicated",
        made_by_another_program,
        switches=SLOW,
    ),
    Situation("this client deleted the service principal", "deleted", deleted_principal),
    Situation(
        "somebody deleted the service principal since the last call", "deleted", deleted_by_another
    ),
    Situation("this client deleted the job", "deleted", deleted_job),
    # Conflicts
    Situation(
        "a second job of one template", "exists already", send("POST", f"{SYNC}/jobs", SCIM_JOB)
    ),
    Situation(
        "a change right after another",
        "being changed",
        twice("POST", f"{JOB}/pause"),
        switches={"conflict_window": 60.0},
    ),
    Situation(
        "a start of a job that runs",
        "job running",
        twice("POST", f"{JOB}/start"),
        switches={"start_active": "conflict"},
    ),
    Situation(
        "an object connection of a job that runs", "job running", connection_of_a_running_job
    ),
    # Values
    Situation(
        "a template that the principal does not have",
        "no such template",
        send("POST", f"{SYNC}/jobs", {"templateId": "none"}),
    ),
    Situation("an enumeration value that does not exist", "bad value", wrong_enumeration),
    Situation("secrets without a body", "bad value", send("PUT", f"{SYNC}/secrets", {})),
    Situation(
        "notification settings that are emptied with nothing",
        "bad value",
        set_secrets(("SyncNotificationSettings", "")),
    ),
    Situation(
        "a filter on a property that does not exist",
        "bad value",
        get("/users?$filter=colour%20eq%20'red'"),
    ),
    Situation(
        "a record that is not SCIM", "bad value", send("POST", f"{JOB}/bulkUpload", {"x": 1})
    ),
    Situation("credentials that the target refuses", "credentials refused", refused_by_the_target),
    Situation(
        "no credentials for the target",
        "credentials missing",
        send("POST", f"{SYNC}/jobs/validateCredentials", {**SCIM_JOB, "credentials": []}),
    ),
    Situation("a schema that is patched", "not supported", send("PATCH", f"{JOB}/schema", {})),
    Situation("a job that is patched", "not supported", send("PATCH", JOB, {})),
    Situation("a verb that the path does not have", "not supported", send("PUT", "/users", {})),
    # The service and the way to it
    Situation("a token that expired", "token rejected", expired),
    Situation("too many requests", "rate limit", faulty(429)),
    *(
        Situation(f"the service fails with {status}", "service failure", faulty(status))
        for status in (500, 502, 503, 504)
    ),
)
