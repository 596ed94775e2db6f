"""The tenant: its tables and the way to find things in them."""

import json
from collections.abc import Callable, Iterator
from itertools import chain, count

from graphsync.emulator.document import Document, encode
from graphsync.emulator.tenant.store import Row, Store
from graphsync.emulator.tenant.table import Table


class Tenant:
    """All that one tenant holds, as tables of JSON documents, kept in a store when there is one."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._tables: dict[tuple[str, str], Table] = {}
        # Source objects in the order of their last change, oldest first: what an incremental cycle
        # walks backwards.
        self._changes: dict[str, tuple[str, int]] = {}
        if store:
            for kind, scope, key, document in store.rows():
                self.table(kind, scope).load(key, document)
        self._recall_changes()

    def table(self, kind: str, scope: str = "") -> Table:
        """Return the table of a kind, within a scope such as a principal's id.

        It is made when missing.
        """
        table = self._tables.get((kind, scope))
        if table is None:
            table = self._tables[kind, scope] = Table()
        return table

    def _recall_changes(self) -> None:
        found = [
            (int(document["change"]), key, document.get("kind", kind))
            for kind in ("user", "group", "deleted")
            for key, document in self.table(kind).items()
        ]
        for number, key, kind in sorted(found):
            self._changes[key] = (kind, number)
        self._counter = count(max((number for number, _, _ in found), default=0) + 1)

    def next_change(self, object_id: str, kind: str) -> int:
        """Note that a source object changed, and return the change's number."""
        number = next(self._counter)
        self._changes.pop(object_id, None)
        self._changes[object_id] = (kind, number)
        return number

    @property
    def last_change(self) -> int:
        """The number of the newest change, 0 before the first."""
        return next(reversed(self._changes.values()))[1] if self._changes else 0

    def changed_since(self, number: int) -> list[tuple[str, str]]:
        """Return kind and id of the source objects that changed after a change, oldest first."""
        found: list[tuple[str, str]] = []
        for object_id, (kind, changed) in reversed(self._changes.items()):
            if changed <= number:
                break
            found.append((kind, object_id))
        return found[::-1]

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever put in."""
        return not self.profile

    @property
    def profile(self) -> Document:
        """The tenant's id, name and default domain."""
        return self.table("tenant").get("profile", {})

    @property
    def id(self) -> str:
        """The tenant's id."""
        return str(self.profile["id"])

    @property
    def applications(self) -> Table:
        """Applications by object id."""
        return self.table("application")

    @property
    def principals(self) -> Table:
        """Service principals by object id."""
        return self.table("principal")

    def principal(self, principal_id: str) -> Document:
        """Return a service principal, one that was deleted too."""
        found = self.principals.get(principal_id)
        return self.table("gone")[principal_id] if found is None else found

    @property
    def users(self) -> Table:
        """The directory's users by object id."""
        return self.table("user")

    @property
    def groups(self) -> Table:
        """The directory's groups by object id."""
        return self.table("group")

    def jobs(self, principal_id: str) -> Table:
        """Return a principal's jobs by id: each the document that is served and what the engine
        keeps about it.
        """
        return self.table("job", principal_id)

    def all_jobs(self) -> Iterator[tuple[str, str, Document]]:
        """Yield principal id, job id and record of every job."""
        for (kind, scope), table in list(self._tables.items()):
            if kind == "job":
                for key, record in list(table.items()):
                    yield scope, key, record

    def principal_of_app(self, app_id: str) -> Document | None:
        """Find the service principal of an application id."""
        return _by_app_id(self.principals, app_id)

    def application_of_app(self, app_id: str) -> Document | None:
        """Find the application object of an application id."""
        return _by_app_id(self.applications, app_id)

    def snapshot(self) -> Callable[[], None]:
        """Keep everything as it is; return what brings it back, in the file too."""
        kept = {place: encode(table) for place, table in self._tables.items()}
        versions = {place: table.version for place, table in self._tables.items()}
        changes, following = dict(self._changes), next(self._counter)
        self._counter = count(following)

        def bring_back() -> None:
            for place, table in self._tables.items():
                if table.version == versions.get(place, 0):
                    continue
                content = kept.get(place)
                table.replace({} if content is None else json.loads(content))
                versions[place] = table.version
            self._changes.clear()
            self._changes.update(changes)
            self._counter = count(following)

        return bring_back

    def flush(self) -> None:
        """Make every change so far durable; without a store, forget that it was one."""
        changed = [(place, table) for place, table in self._tables.items() if table.changed]
        if not changed:
            return
        if self._store:
            # A table that was replaced is stored anew, so that its order on disk is its own.
            anew = [item for item in changed if item[1].replaced]
            self._store.write(chain(_removals(anew), _rows(changed)))
        for _place, table in changed:
            table.changed.clear()
            table.replaced = False

    def close(self) -> None:
        """Flush and close the store."""
        self.flush()
        if self._store:
            self._store.close()


def _by_app_id(table: Table, app_id: str) -> Document | None:
    wanted = app_id.casefold()
    return next(
        (item for item in table.values() if str(item.get("appId", "")).casefold() == wanted), None
    )


def _removals(changed: list[tuple[tuple[str, str], Table]]) -> Iterator[Row]:
    for (kind, scope), table in changed:
        for key in table.changed:
            yield kind, scope, key, None


def _rows(changed: list[tuple[tuple[str, str], Table]]) -> Iterator[Row]:
    for (kind, scope), table in changed:
        for key in table.changed:
            yield kind, scope, key, table.get(key)
