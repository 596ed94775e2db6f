"""Which account belongs to which source object of a job, looked up from either side."""

from graphsync.emulator.document import Document
from graphsync.emulator.tenant.table import Table
from graphsync.emulator.tenant.tenant import Tenant


class Links:
    """The links of one job.

    A link is the service's cache of what it matched or created. It outlives a restart that keeps
    the connector's data, and the account itself.
    """

    def __init__(self, tenant: Tenant, job_id: str) -> None:
        self._links: Table = tenant.table("link", job_id)
        self._owners: Table = tenant.table("owner", job_id)
        if self._links and not self._owners:  # a tenant that was stored before owners were kept
            for source_id, link in self._links.items():
                self._owners[str(link["target"])] = {"source": source_id}

    def __contains__(self, source_id: str) -> bool:
        return source_id in self._links

    def account_of(self, source_id: str) -> str | None:
        """Return the id of a source object's account."""
        link = self._links.get(source_id)
        return str(link["target"]) if link else None

    def owner_of(self, account_id: str) -> str | None:
        """Return the source object that an account belongs to."""
        owner = self._owners.get(account_id)
        return str(owner["source"]) if owner else None

    def kind_of(self, source_id: str) -> str:
        """Return `user` or `group`, whichever a linked source object is."""
        return (
            "group" if self.flow_of(source_id).partition(" to ")[0].lower() == "group" else "user"
        )

    def flow_of(self, source_id: str) -> str:
        """Return the two object types that a linked source object goes between."""
        return str(self._links.get(source_id, {}).get("type", ""))

    def is_managed(self, source_id: str) -> bool:
        """Return whether the service still looks after a linked account.

        It stops when the object loses its assignment: the account is disabled once and then left
        alone, even when the object is deleted later.
        """
        return bool(self._links.get(source_id, {}).get("managed", True))

    def put(self, source_id: str, account_id: str, flow: str) -> None:
        """Link a source object to an account; `flow` names both object types."""
        self._links[source_id] = {"target": account_id, "type": flow}
        self._owners.setdefault(account_id, {"source": source_id})
        self._owners.touch(account_id)

    def manage(self, source_id: str, *, managed: bool) -> None:
        """Note whether the service looks after the account of a linked object from now on."""
        link: Document | None = self._links.get(source_id)
        if link is not None and bool(link.get("managed", True)) != managed:
            self._links[source_id] = {**link, "managed": managed}

    def discard(self, source_id: str) -> None:
        """Forget the link of a source object."""
        link = self._links.discard(source_id)
        if link and self.owner_of(str(link["target"])) == source_id:
            self._owners.discard(str(link["target"]))

    def empty(self) -> None:
        """Forget every link."""
        self._links.empty()
        self._owners.empty()
