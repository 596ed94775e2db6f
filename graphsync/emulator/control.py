"""What a test does to a tenant from outside: source objects, targets and their accounts,
quarantine.
"""

import difflib
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import Literal, cast

from graphsync.emulator.document import Document, objects, strings
from graphsync.emulator.engine.correlation import DURATION, correlate
from graphsync.emulator.engine.quarantine import Cause, enter
from graphsync.emulator.gallery.mappings import CORE_GROUP, ENTERPRISE_USER
from graphsync.emulator.state import State
from graphsync.emulator.targets.inside import UNIQUE
from graphsync.emulator.targets.rejection import Rejection
from graphsync.emulator.targets.resource import flatten, nest
from graphsync.emulator.targets.scim_names import SCIM_NAMES
from graphsync.emulator.tenant.near_names import check_source, misspelt
from graphsync.emulator.tenant.people import put_source, remove_source
from graphsync.emulator.tenant.table import Table
from graphsync.emulator.times import iso
from graphsync.mapping.values import stored

Kind = Literal["user", "group"]


class Control:
    """The control of a tenant, which makes each change durable.

    An id that does not exist is a LookupError.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def sources(self, kind: Kind) -> list[Document]:
        """Return every user or group."""
        with self._state.lock:
            return [dict(item) for item in self._state.tenant.table(kind).values()]

    def source(self, kind: Kind, object_id: str) -> Document:
        """Return one user or group."""
        with self._state.lock:
            return dict(_found(self._state.tenant.table(kind), kind, object_id))

    def put_source(self, kind: Kind, given: Mapping[str, object]) -> Document:
        """Add a user or a group, or change the one whose `id` is given; return all of it.

        Members that are not given stay as they were. Without an `id` a new one is made.
        """
        with self._changing():
            key = str(given.get("id") or self._state.engine.new_id())
            before: Document = self._state.tenant.table(kind).get(key, {})
            check_source(kind, given)
            put_source(self._state.tenant, kind, {**before, **given, "id": key})
            return dict(self._state.tenant.table(kind)[key])

    def remove_source(self, kind: Kind, object_id: str) -> None:
        """Delete a user or a group for good."""
        with self._changing():
            _found(self._state.tenant.table(kind), kind, object_id)
            remove_source(self._state.tenant, kind, object_id)

    def quarantine(self, job_id: str, code: str, message: str) -> Document:
        """Put a job into quarantine, as the service's operators can; return the job."""
        with self._changing():
            known: list[str] = []
            for principal_id, key, record in self._state.tenant.all_jobs():
                if key == job_id:
                    cause = Cause(code, message, "QuarantinedOnDemand")
                    now, switches = self._state.clock.now(), self._state.switches
                    due = enter(record["document"], cause, now, switches)
                    record["document"]["schedule"]["state"] = "Active"
                    self._state.engine.reschedule(principal_id, job_id, due)
                    return dict(record["document"])
                known.append(key)
            raise LookupError(f"there is no job {job_id!r}{_nearest(job_id, known)}")

    def correlate(self, principal_id: str) -> Document:
        """Start a report of the accounts that a principal's target has; return its id and when it
        is over.

        The principal's first job says by which attribute accounts are matched.
        """
        with self._changing():
            self._principal(principal_id)
            state = self._state
            record = next(iter(state.tenant.jobs(principal_id).values()), None)
            if record is None:
                raise LookupError(
                    f"the service principal {principal_id!r} has no job, so nothing says how to"
                    " match"
                )
            plan = state.engine.workshop.plan(principal_id, record["document"])
            now = state.clock.now()
            report = correlate(state.tenant, principal_id, plan, state.engine.new_id, now)
            state.tenant.table("correlation")[report["id"]] = report
            return {"id": report["id"], "endDateTime": iso(now + DURATION)}

    def target(self, principal_id: str) -> Document:
        """Return what is set of a principal's target, and its accounts as SCIM resources."""
        with self._state.lock:
            self._principal(principal_id)
            settings = self._settings(principal_id)
        resources = self.accounts(principal_id)
        return {**settings, "Resources": resources, "totalResults": len(resources)}

    def accounts(self, principal_id: str) -> list[Document]:
        """Return the accounts of a principal's target as SCIM resources."""
        with self._state.lock:
            self._principal(principal_id)
            found = self._state.tenant.table("account", principal_id)
            return [nest(key, item["type"], item["attributes"]) for key, item in found.items()]

    def account(self, principal_id: str, account_id: str) -> Document:
        """Return one account as a SCIM resource."""
        with self._state.lock:
            self._principal(principal_id)
            found = _found(self._state.tenant.table("account", principal_id), "account", account_id)
            return nest(account_id, found["type"], found["attributes"])

    def put_account(self, principal_id: str, resource: Mapping[str, object]) -> Document:
        """Add an account to a principal's target behind the engine's back; return it.

        `resource` is a SCIM resource; its `schemas` make it a group, anything else is a user.
        Neither `rejects` nor `unique` holds for it, so that conflicts can be set up.
        """
        with self._changing():
            self._principal(principal_id)
            given = {name: value for name, value in resource.items() if name != "id"}
            group = CORE_GROUP in strings(given.pop("schemas", []))
            wrong = misspelt(given, SCIM_NAMES | self._written(principal_id))
            if wrong:
                raise ValueError(
                    f"an account has no attribute {wrong[0][:100]!r}; did you mean {wrong[1]!r}?"
                )
            attributes = {name: stored(value) for name, value in flatten(given).items()}
            if not attributes:
                raise ValueError('an account needs at least one attribute, such as "userName"')
            kind = CORE_GROUP if group else ENTERPRISE_USER
            target = self._state.engine.workshop.application(principal_id)
            account_id = target.plant(kind, attributes)
            return nest(account_id, kind, attributes)

    def _written(self, principal_id: str) -> set[str]:
        """Return the attributes that the jobs of a principal write, by the first part of a path."""
        workshop = self._state.engine.workshop
        plans = (
            workshop.plan(principal_id, record["document"])
            for record in self._state.tenant.jobs(principal_id).values()
        )
        flows = (flow for plan in plans for item in plan.objects for flow in item.flows)
        return {flow.target.partition(".")[0].partition("[")[0] for flow in flows}

    def remove_account(self, principal_id: str, account_id: str) -> None:
        """Delete an account from a principal's target behind the engine's back."""
        with self._changing():
            self._principal(principal_id)
            kept = _found(self._state.tenant.table("account", principal_id), "account", account_id)
            self._state.engine.workshop.application(principal_id).delete(kept["type"], account_id)

    def set_target(
        self,
        principal_id: str,
        *,
        accepted_token: str | None = None,
        available: bool | None = None,
        rejects: Iterable[Rejection] | None = None,
        unique: Iterable[str] | None = None,
    ) -> Document:
        """Change how a principal's target behaves, None leaving a setting; return its settings.

        Args:
            principal_id: Object id of the service principal.
            accepted_token: The one `SecretToken` that it accepts; `""` accepts any.
            available: Whether it answers at all.
            rejects: The accounts that it refuses.
            unique: The attributes whose values no two of its accounts may share.

        """
        with self._changing():
            self._principal(principal_id)
            table = self._state.tenant.table("target")
            changed: Document = dict(table.get(principal_id, {}))
            if accepted_token is not None:
                changed["acceptedToken"] = accepted_token or None
            if available is not None:
                changed["available"] = available
            if rejects is not None:
                changed["rejects"] = [rule.document() for rule in rejects]
            if unique is not None:
                changed["unique"] = list(unique)
            table[principal_id] = changed
            return self._settings(principal_id)

    def _settings(self, principal_id: str) -> Document:
        settings: Document = {"acceptedToken": None, "available": True, "rejects": []}
        kept: Document = self._state.tenant.table("target").get(principal_id, {})
        return {**settings, "unique": list(UNIQUE), **kept, "rejects": objects(kept.get("rejects"))}

    def _principal(self, principal_id: str) -> None:
        _found(self._state.tenant.principals, "service principal", principal_id)

    @contextmanager
    def _changing(self) -> Generator[None]:
        with self._state.lock:
            try:
                yield
            finally:
                self._state.tenant.flush()


def kind_of(plural: str) -> Kind:
    """Return the kind that a plural such as `users` stands for."""
    return cast("Kind", plural.removesuffix("s"))


def _found(table: Table, kind: str, key: str) -> Document:
    found = table.get(key)
    if found is None:
        raise LookupError(f"there is no {kind} {key[:100]!r}{_nearest(key, table)}")
    return found


def _nearest(key: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
