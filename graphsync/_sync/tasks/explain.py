# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/tasks/explain.py
"""Reading what an explanation of one person needs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from graphsync._annotations import resolvable
from graphsync._core.json_values import as_object
from graphsync._core.request.ids import is_guid
from graphsync._core.tasks.explaining import explained
from graphsync._core.tasks.explaining_facts import Facts, Twin, Unread
from graphsync._core.tasks.mapped_values import referenced, unique_values
from graphsync._core.tasks.user_mapping import UserMapping, user_mapping
from graphsync._sync.navigation.session import Session
from graphsync._sync.people.app_role_assignments import AppRoleAssignments
from graphsync._sync.people.user import User
from graphsync._sync.people.users import Users
from graphsync._sync.provisioning_logs import ProvisioningLogs
from graphsync._sync.tasks.nested_groups import nested_groups
from graphsync._sync.tasks.reader import Reader
from graphsync.errors import Refused
from graphsync_client import models
from graphsync_client.types import Owner

if TYPE_CHECKING:
    from graphsync._core.tasks.explain_progress import ExplainProgress
    from graphsync._core.tasks.explanation import Explanation

_ALWAYS = ("id", "userPrincipalName", "displayName", "accountEnabled", "userType")
_PRINCIPAL = ("id", "displayName", "appId", "accountEnabled", "appRoles")
_MOST_REFERENCES = 10
_MOST_TWINS = 3


@resolvable
def explain(
    session: Session,
    owner: Owner,
    job_id: str,
    user: str | User,
    timeout: float | None,
    progress: Callable[[ExplainProgress], object] | None,
) -> Explanation:
    """Read what provisioning of a person depends on, and return what the checks find."""
    reader = Reader(session, timeout, progress)
    mapping, facts = read_facts(reader, owner, job_id, user)
    reader.check()
    return explained(facts, mapping, reader.requests)


def read_facts(
    reader: Reader, owner: Owner, job_id: str, user: str | User, *, explains: bool = True
) -> tuple[UserMapping | None, Facts]:
    """Read everything that an explanation looks at; for a preview only what gives values."""
    reading = _Reading(reader, owner, job_id, _key(user))
    return reading.facts() if explains else reading.values()


def _key(user: object) -> str:
    """Return what a user is chosen by."""
    if isinstance(user, User):
        # The protocol between a bound user and what works with it.
        return user._address  # pyright: ignore[reportPrivateUsage]
    if not isinstance(user, str):
        raise TypeError(
            f"explain() takes a bound user, an object id or an address, not {type(user).__name__}"
        )
    if not user.strip():
        raise ValueError("explain() takes a user, but the text is empty; pass an id or an address")
    return user.strip()


class _Reading:
    """The reads for one person, one after the other: later ones depend on earlier ones."""

    def __init__(self, reader: Reader, owner: Owner, job_id: str, key: str) -> None:
        if not owner.path.lower().startswith("/serviceprincipals"):
            raise Refused(
                f"the job {job_id} belongs to an application, whose jobs provision nobody; choose"
                " the job of its service principal"
            )
        self._reader = reader
        self._owner = owner
        self._job_id = job_id
        self._key = key

    def facts(self) -> tuple[UserMapping | None, Facts]:
        """Read it all."""
        principal = self._principal()
        job = self._job()
        schema = self._schema(job)
        mapping = None if isinstance(schema, Unread) else user_mapping(schema)
        is_readable = mapping is None or mapping.is_readable
        person = self._person(mapping) if is_readable else None
        user_id = self._user_id(person)
        deleted = self._deleted() if person is None and is_readable else None
        is_there = isinstance(person, Mapping)
        assignments = self._assignments(principal) if is_there else ()
        everyone: bool | Unread = False
        nested: tuple[Any, ...] = ()
        if is_there and not assignments:
            everyone = self._everyone()
            if everyone is False:
                nested = nested_groups(self._reader, self._owner, user_id or "")
        facts = Facts(
            asked=self._key,
            user_id=user_id,
            job_id=self._job_id,
            principal=principal,
            job=job,
            schema=schema,
            everyone=everyone,
            person=person,
            deleted=deleted,
            assignments=assignments,
            nested=nested,
            record=self._record(user_id),
            connection=self._connection(user_id),
            default_domain=self._default_domain(mapping),
            now=time.time(),
        )
        if mapping is not None and is_there:
            facts = self._related(facts, mapping)
        return mapping, facts

    def values(self) -> tuple[UserMapping | None, Facts]:
        """Read what the values of the mappings depend on, and nothing else."""
        job = self._job()
        schema = self._schema(job)
        mapping = None if isinstance(schema, Unread) else user_mapping(schema)
        is_readable = mapping is not None and mapping.is_readable
        person = self._person(mapping) if is_readable else None
        principal: models.ServicePrincipal | Unread | None = None
        assignments: tuple[models.AppRoleAssignment, ...] | Unread = ()
        is_there = isinstance(person, Mapping)
        if is_there and mapping is not None and "appRoleAssignments" in mapping.attributes:
            principal = self._principal()
            assignments = self._assignments(principal)
        user_id = self._user_id(person)
        facts = Facts(
            asked=self._key,
            user_id=user_id,
            job_id=self._job_id,
            principal=principal,
            job=job,
            schema=schema,
            everyone=False,
            person=person,
            assignments=assignments,
            connection=self._connection(user_id) if is_there else None,
            default_domain=self._default_domain(mapping),
            now=time.time(),
        )
        if mapping is not None and is_there:
            facts = self._related(facts, mapping, twins=False)
        return mapping, facts

    def _principal(self) -> models.ServicePrincipal | Unread | None:
        from graphsync_client.api.service_principals.get_service_principal import (
            get_service_principal,
        )

        # The generated operation takes an object id; the path may hold an application id instead.
        operation = get_service_principal("id", select=_PRINCIPAL)
        return self._reader.read("the service principal", operation.evolve(path=self._owner.path))

    def _job(self) -> models.SynchronizationJob | Unread | None:
        from graphsync_client.api.jobs.get_job import get_job

        return self._reader.read("the job", get_job(self._owner, self._job_id))

    def _schema(self, job: object) -> dict[str, Any] | Unread:  # Any: JSON
        from graphsync_client.api.schema.get_job_schema import get_job_schema

        if job is None:
            return Unread("the job is not there")
        found = self._reader.read("the schema", get_job_schema(self._owner, self._job_id))
        if isinstance(found, Unread):
            return found
        return Unread("the job has no schema") if found is None else found.to_dict()

    def _person(self, mapping: UserMapping | None) -> dict[str, Any] | Unread | None:  # Any: JSON
        from graphsync_client.api.users.get_user import get_user

        select = _ALWAYS if mapping is None else mapping.select
        expand = ["manager($select=id,displayName,userPrincipalName)"]
        found = self._reader.read("the user", get_user(self._key, select=select, expand=expand))
        return found if found is None or isinstance(found, Unread) else found.to_dict()

    def _user_id(self, person: dict[str, Any] | Unread | None) -> str | None:
        if person is not None and not isinstance(person, Unread):
            found: object = person.get("id")
            return None if found is None else str(found)
        return None if "@" in self._key else self._key

    def _deleted(self) -> str | Unread | None:
        from graphsync_client.api.deleted_items.get_deleted_item import get_deleted_item

        if "@" in self._key:
            return None
        found = self._reader.read("the deleted user", get_deleted_item(self._key))
        if found is None or isinstance(found, Unread):
            return found
        return str(found.to_dict().get("deletedDateTime") or "an unknown time")

    def _assignments(self, principal: object) -> tuple[models.AppRoleAssignment, ...] | Unread:
        """Return the user's assignments to the application, those by groups included."""
        from graphsync_client.api.app_role_assignments.list_user_app_role_assignments import (
            list_user_app_role_assignments,
        )

        id = principal.id if isinstance(principal, models.ServicePrincipal) else None
        id = id or self._owner.path.rpartition("/")[2]
        if not is_guid(id):
            return Unread("the service principal could not be read")
        listing = AppRoleAssignments(
            self._reader.session, list_user_app_role_assignments(self._key)
        ).filter(f"resourceId eq {id}")
        # Without the header the service may leave out assignments by groups.
        found = self._reader.items("the assignments", listing.consistency_level().include_count())
        return () if found is None else found

    def _everyone(self) -> bool | Unread:
        """Return whether the setting says that all users are provisioned."""
        from graphsync_client.api.secrets.list_secrets import list_secrets

        found = self._reader.read("the setting SyncAll", list_secrets(self._owner))
        if isinstance(found, Unread):
            return found
        pairs = (found.value or ()) if found is not None else ()
        return any(
            str(pair.key) == "SyncAll" and (pair.value or "").casefold() == "true" for pair in pairs
        )

    def _record(self, user_id: str | None) -> models.ProvisioningObjectSummary | Unread | None:
        if user_id is None:
            return Unread("the user's id is not known")
        job, person = self._job_id.replace("'", "''"), user_id.replace("'", "''")
        listing = (
            ProvisioningLogs(self._reader.session)
            .filter(f"jobId eq '{job}' and sourceIdentity/id eq '{person}'")
            .orderby("activityDateTime desc")
            .top(1)
        )
        found = self._reader.items("the log", listing, pages=1)
        if found is None or isinstance(found, Unread):
            return found
        return next(iter(found), None)

    def _connection(self, id: str | None) -> models.ObjectConnection | Unread | None:
        from graphsync_client.api.object_connections.get_object_connection import (
            get_object_connection,
        )

        if not id:
            return Unread("the user's id is not known")
        return self._reader.read(
            "the object connection", get_object_connection(self._owner, self._job_id, id)
        )

    def _default_domain(self, mapping: UserMapping | None) -> str | None:
        from graphsync_client.api.organization.list_organization import list_organization

        if mapping is None or not mapping.calls("DefaultDomain"):
            return ""
        found = self._reader.read("the organization", list_organization())
        if found is None or isinstance(found, Unread):
            return None
        domains = [
            domain
            for organization in found.value or ()
            for domain in organization.verified_domains or ()
        ]
        return next((one.name for one in domains if one.is_default), None)

    def _related(self, facts: Facts, mapping: UserMapping, *, twins: bool = True) -> Facts:
        """Add the accounts of whom the user refers to, and users with the same matching value."""
        from attrs import evolve

        accounts: dict[str, str | Unread | None] = {}
        for id in referenced(mapping, facts)[:_MOST_REFERENCES]:
            accounts[id] = self._account(id)
        found = self._twins(facts, mapping) if twins else ()
        return evolve(facts, accounts=accounts, names=_names(facts), twins=found)

    def _account(self, id: str) -> str | Unread | None:
        found = self._connection(id)
        return found.target_anchor if isinstance(found, models.ObjectConnection) else found

    def _twins(self, facts: Facts, mapping: UserMapping) -> tuple[Twin, ...] | Unread:
        twins: list[Twin] = []
        for attribute, name, value in unique_values(mapping, facts):
            quoted = value.replace("'", "''")
            listing = Users(self._reader.session).filter(f"{name} eq '{quoted}'")
            found = self._reader.items(
                f"users with the same {attribute}",
                listing.select("id", "userPrincipalName").top(_MOST_TWINS + 1),
                pages=1,
            )
            if isinstance(found, Unread):
                return found
            others = [one for one in found or () if one.id != facts.user_id]
            for other in others[:_MOST_TWINS]:
                twin = self._twin(other, attribute)
                twins.append(twin)
        return tuple(twins)

    def _twin(self, other: User, attribute: str) -> Twin:
        return Twin(
            id=other.id,
            name=other.user_principal_name or other.id,
            attribute=attribute,
            account=self._account(other.id),
        )


def _names(facts: Facts) -> dict[str, str]:
    """Return what the manager is called, by the id."""
    manager = as_object(facts.shown.get("manager"))
    if manager is None:
        return {}
    return {str(manager.get("id")): str(manager.get("userPrincipalName") or manager.get("id"))}
