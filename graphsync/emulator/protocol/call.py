"""One request, read and resolved, as an operation sees it."""

from dataclasses import dataclass, field

from graphsync.emulator.document import Document, decode, is_object
from graphsync.emulator.protocol.errors import content_type_missing, empty_payload, unreadable_json
from graphsync.emulator.protocol.identity import ANYONE, Identity
from graphsync.emulator.state import State


@dataclass(slots=True)
class Call:
    """A request to the local Graph: what was asked, by whom, and the state of its tenant.

    `template` and `permission` are those of the operation, once it was found.
    """

    state: State
    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict[str, str])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    base: str = "http://127.0.0.1/v1.0"
    identity: Identity = ANYONE
    names: dict[str, str] = field(default_factory=dict[str, str])
    owner: Document = field(default_factory=dict[str, object])
    owner_segment: str = "servicePrincipals"
    in_batch: bool = False
    template: str = ""
    permission: frozenset[str] = frozenset()

    @property
    def is_beta(self) -> bool:
        """Whether the request went to `/beta`."""
        return self.base.endswith("/beta")

    @property
    def principal_id(self) -> str:
        """The object id of the service principal that the path leads to."""
        return str(self.owner["id"])

    def json(self) -> Document:
        """Return the body as a JSON object; none or anything else is the service's 400."""
        if not self.body.strip():
            raise empty_payload()
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not kind:
            raise content_type_missing()
        if kind != "application/json":
            raise unreadable_json()
        try:
            value = decode(self.body)
        except ValueError:
            raise unreadable_json() from None
        if not is_object(value):
            raise empty_payload()
        return value

    def context(self, tail: str) -> str:
        """Return an `@odata.context` of this endpoint."""
        return f"{self.base}/$metadata#{tail}"

    def below_owner(self, tail: str) -> str:
        """Return the `@odata.context` of something below the owner's synchronization."""
        return self.context(f"{self.owner_segment}('{self.owner_key}')/synchronization/{tail}")

    @property
    def owner_key(self) -> str:
        """The object id of what the path names: the service principal's, or the application's."""
        return self.names.get("owner_id", self.principal_id)
