"""Both sides of a check: Graph, where people are changed, and the endpoint, where they have to
arrive.
"""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from graphsync._sync.client import GraphClient
from graphsync._sync.synchronization.job import SynchronizationJob
from graphsync.emulator.document import Document, objects
from graphsync.emulator.targets.connection import Connection
from graphsync.emulator.targets.paths import read
from graphsync.emulator.targets.secrecy import Secrets
from graphsync.emulator.targets.target import TargetClosed, TargetRefusal
from graphsync.errors import NotFound
from graphsync.scim.credentials import ClientCredentials, FederatedIdentity
from graphsync.scim.evidence import Evidence
from graphsync.scim.result import Failed, said

_LOOK_AGAIN = 30.0


class World:
    """What the tests work with.

    Args:
        graph: a client of the tenant.
        principal_id: object id of the service principal whose job provisions to the endpoint.
        job: that job.
        wait_for_cycle: returns when the next cycle has ended.
        endpoint: the endpoint, asked directly.
        evidence: what went over the wire.
        secrets: what must not be shown.
        domain: the tenant's domain.
        run: a text that is in the name of everything that is created.
        credentials: of the vendor's token endpoint, None for a static token.
        federation: the vendor's exchange of tokens, None where there is none.
        entra_token: returns a token of Entra for it.
        log_delay: seconds that a record of the log may be late.
        pause: waits for a number of seconds.

    """

    def __init__(
        self,
        *,
        graph: GraphClient,
        principal_id: str,
        job: SynchronizationJob,
        wait_for_cycle: Callable[[], None],
        endpoint: Connection,
        evidence: Evidence,
        secrets: Secrets,
        domain: str,
        run: str,
        credentials: ClientCredentials | None = None,
        federation: FederatedIdentity | None = None,
        entra_token: Callable[[], str] = str,
        log_delay: float = 0.0,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self.graph = graph
        self.principal_id = principal_id
        self.job = job
        self.cycle = wait_for_cycle
        self.endpoint = endpoint
        self.evidence = evidence
        self.secrets = secrets
        self.domain = domain
        self.run = run
        self.credentials = credentials
        self.federation = federation
        self.entra_token = entra_token
        self._log_delay = log_delay
        self._pause = pause
        self.made: dict[str, str] = {}
        """The kind of everything that was created by Graph, by its id."""
        self.names: dict[str, None] = {}
        """The names that were given out, each once."""

    # Graph

    def name(self, test: str) -> str:
        """Return a name for something that a test creates."""
        found = f"check-{self.run}-{test}"
        self.names[found] = None
        return found

    def create_user(self, test: str, **more: object) -> str:
        """Create a user by Graph and return its id."""
        name = self.name(test)
        body: dict[str, Any] = {
            "accountEnabled": True,
            "displayName": f"Check {test}",
            "mailNickname": name,
            "userPrincipalName": f"{name}@{self.domain}",
            "passwordProfile": {
                "password": f"Aa1!{self.run}-{test}",
                "forceChangePasswordNextSignIn": True,
            },
            **more,
        }
        return self._created("users", self.graph.request("POST", "/users", json=body))

    def create_group(self, test: str) -> str:
        """Create a group by Graph and return its id."""
        name = self.name(test)
        body = {
            "displayName": name,
            "mailNickname": name,
            "mailEnabled": False,
            "securityEnabled": True,
        }
        return self._created("groups", self.graph.request("POST", "/groups", json=body))

    def change(self, kind: str, object_id: str, **changes: object) -> None:
        """Change a user or a group by Graph."""
        self.graph.request("PATCH", f"/{kind}/{object_id}", json=dict(changes))

    def delete(self, kind: str, object_id: str) -> None:
        """Delete a user or a group by Graph, and purge it."""
        self.graph.request("DELETE", f"/{kind}/{object_id}")
        # Some kinds of groups are gone at once and never among the deleted items, so that nobody
        # waits for them to show there.
        graph = self.graph if kind == "users" else self.graph.with_options(consistency=0)
        with suppress(NotFound):
            graph.request("DELETE", f"/directory/deletedItems/{object_id}")
        self.made.pop(object_id, None)

    def assign(self, object_id: str) -> str:
        """Assign the application's role for people, and return the assignment's id."""
        principal = self.graph.service_principals[self.principal_id]
        return str(principal.assignments.assign(object_id).id)

    def unassign(self, assignment_id: str) -> None:
        """Remove an assignment."""
        self.graph.request(
            "DELETE", f"/servicePrincipals/{self.principal_id}/appRoleAssignedTo/{assignment_id}"
        )

    def reference(self, object_id: str) -> dict[str, Any]:
        """Return the body that refers to an object of the directory."""
        return {"@odata.id": f"https://graph.microsoft.com/v1.0/directoryObjects/{object_id}"}

    def records(self, source_id: str, action: str) -> list[Document]:
        """Return the successful log records of an object and an action."""
        wanted = (
            f"jobId eq '{self.job.id}' and servicePrincipal/id eq '{self.principal_id}' "
            f"and sourceIdentity/id eq '{source_id}' and provisioningAction eq '{action}'"
        )
        answer: Any = self.graph.request(
            "GET", "/auditLogs/provisioning", params={"$filter": wanted}
        )
        found = objects(answer["value"])
        return [item for item in found if item["provisioningStatusInfo"]["status"] == "success"]

    def expect_record(self, source_id: str, *actions: str) -> None:
        """Raise Failed unless the log has a success of one of the actions."""
        if not self._comes(lambda: any(self.records(source_id, action) for action in actions)):
            raise Failed(
                f"The provisioning log has no success of {' or '.join(actions)}."
                f" {self._why(source_id)}"
            )

    def expect_change(
        self, source_id: str, attribute: str, old: str | None, new: str | None
    ) -> None:
        """Raise Failed unless the log has an update of an attribute from one value to another.

        None stands for no value.
        """

        def has_come() -> bool:
            return any(
                str(item["displayName"]).casefold().rpartition(":")[2] == attribute
                and (item["oldValue"] or None, item["newValue"] or None) == (old, new)
                for record in self.records(source_id, "update") + self.records(source_id, "create")
                for item in objects(record["modifiedProperties"])
            )

        if not self._comes(has_come):
            raise Failed(
                f"The provisioning log has no update of {attribute} to {said(new)}."
                f" {self._why(source_id)}"
            )

    def _comes(self, is_there: Callable[[], bool]) -> bool:
        """Look at the log until something is there or can no longer come."""
        waited = 0.0
        while not is_there():
            if waited >= self._log_delay:
                return False
            self._pause(_LOOK_AGAIN)
            waited += _LOOK_AGAIN
        return True

    def _why(self, source_id: str) -> str:
        status = self.job.get().status
        quarantine = status.quarantine if status else None
        if quarantine is not None and quarantine.error is not None:
            error = quarantine.error
            return f"The job is in quarantine: {error.code}: {error.message}"
        wanted = f"jobId eq '{self.job.id}' and sourceIdentity/id eq '{source_id}'"
        answer: Any = self.graph.request(
            "GET", "/auditLogs/provisioning", params={"$filter": wanted}
        )
        for record in objects(answer["value"]):
            info: Any = record["provisioningStatusInfo"]
            if info["status"] == "failure":
                return (
                    f"The last failure: {info['errorInformation']['errorCode']}:"
                    f" {info['errorInformation']['reason']}"
                )
        return "The log has no failure either."

    def _created(self, kind: str, answer: Any) -> str:  # Any: what Graph answers with
        found = self._id(answer)
        self.made[found] = kind
        return found

    @staticmethod
    def _id(answer: Any) -> str:  # Any: what Graph answers with
        return str(answer["id"])

    # the endpoint

    def wait(self, seconds: float) -> None:
        """Wait, as the endpoint asked."""
        self._pause(seconds)

    def ask(
        self,
        method: str,
        path: str,
        query: dict[str, str] | None = None,
        body: Document | None = None,
    ) -> tuple[int, Document]:
        """Send a request to the endpoint; what it refuses fails the test."""
        try:
            return self.endpoint.send(method, path, query, body)
        except (TargetRefusal, TargetClosed) as error:
            raise Failed(str(error)) from None

    def schemas(self) -> list[Document]:
        """Return what `/Schemas` lists; nothing where it is not answered as it should be."""
        try:
            status, answer = self.endpoint.send("GET", "/Schemas")
        except (TargetRefusal, TargetClosed):
            return []
        return objects(answer.get("Resources")) if status == 200 else []

    def has_group_schema(self) -> bool:
        """Return whether `/Schemas` has groups."""
        return any(str(item.get("id")).casefold().endswith(":group") for item in self.schemas())

    def expect_group_schema(self) -> None:
        """Raise Failed unless `/Schemas` has groups."""
        if not self.has_group_schema():
            raise Failed("GET /Schemas has no Group; the endpoint has to support groups.")

    def find(
        self, kind: str, attribute: str, value: str, *, may_be_404: bool = False
    ) -> Document | None:
        """Return the resource that the endpoint finds for a value, None where it finds none.

        With `may_be_404` a 404 stands for nothing as well; the service itself takes it for an
        error.
        """
        status, page = self.ask(
            "GET", f"/{kind}", {"filter": f"{attribute} eq {json.dumps(value)}"}
        )
        if status == 404 and may_be_404:
            return None
        if status != 200:
            raise Failed(
                f"GET /{kind} with a filter was answered with {status}; 200 is expected, with"
                " totalResults 0 where nothing is found."
            )
        found = objects(page.get("Resources"))
        if len(found) > 1:
            raise Failed(
                f"GET /{kind} with a filter on {attribute} found {len(found)}; at most 1 is"
                " expected."
            )
        if found and str(read(found[0], attribute)).casefold() != value.casefold():
            raise Failed(
                f"GET /{kind} with the filter {attribute} eq {said(value)} found a resource whose"
                f" {attribute} is {said(read(found[0], attribute))}."
            )
        return found[0] if found else None

    def expect_user(self, test: str) -> Document:
        """Return the account of a test's user."""
        return self._expect("Users", "userName", f"{self.name(test)}@{self.domain}")

    def expect_group(self, test: str) -> Document:
        """Return the endpoint's group of a test."""
        return self._expect("Groups", "displayName", self.name(test))

    def _expect(self, kind: str, attribute: str, value: str) -> Document:
        found = self.find(kind, attribute, value)
        if found is None:
            raise Failed(
                f"GET /{kind} with the filter {attribute} eq {said(value)} finds nothing after"
                " provisioning."
            )
        return found
