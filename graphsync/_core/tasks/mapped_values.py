"""The values that the mappings give for one person, computed without the service."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from attrs import frozen

from graphsync._core.tasks.explaining_facts import Facts, Unread
from graphsync._core.tasks.user_mapping import UserMapping, functions_of, reading_of
from graphsync.expressions import ExpressionError
from graphsync.expressions.tree import Attribute, attributes_of
from graphsync.expressions.value import Value, texts
from graphsync.mapping.flowing import Mapper, ObjectIgnored, References
from graphsync.mapping.graph_user import filterable, source_attributes
from graphsync.mapping.schema import Flow
from graphsync.mapping.source import attributes
from graphsync.mapping.values import REDACTED, logged
from graphsync_client import models

_SECRET_WORDS: Final = ("password", "secret")
VARYING: Final = frozenset({"Guid", "Now", "RandomString", "SelectUniqueValue"})


class Kind(StrEnum):
    """What comes out of a mapping."""

    VALUE = "value"
    CLEARED = "cleared"
    NOTHING = "nothing"
    OBJECT_IGNORED = "object ignored"
    ERROR = "error"
    UNKNOWN = "unknown"


@frozen
class Computed:
    """What one mapping gives: a value, or the reason why it gives none."""

    kind: Kind
    value: Any = None  # Any: JSON
    problem: str = ""

    @property
    def shown(self) -> str:
        """The value, or what stands in its place, as short text."""
        if self.kind is Kind.VALUE:
            return repr(self.value)
        return f"{self.kind}: {self.problem}" if self.problem else str(self.kind)


@frozen(kw_only=True)
class MappedValue:
    """One mapping with what it gives when an account is created, and when it is updated."""

    target: str
    source: str
    """The expression as one line; empty for a default value without a source."""
    priority: int
    """The place among the matching attributes, from 1; 0 for others."""
    on_create: Computed
    on_update: Computed
    missing: tuple[str, ...] = ()
    """The ids of the objects that it refers to and that have no account."""
    unread: tuple[str, ...] = ()
    """The ids of the objects that it refers to and whose accounts could not be read."""
    varies: bool = False
    """Whether two evaluations of the same data may give different values."""

    def to_dict(self) -> dict[str, Any]:  # Any: JSON
        """Return the mapping and its values as JSON."""
        return {
            "target": self.target,
            "source": self.source,
            "matchingPriority": self.priority,
            "onCreate": _json(self.on_create),
            "onUpdate": _json(self.on_update),
            "missingReferences": [*self.missing],
        }


def mapped_values(mapping: UserMapping, facts: Facts) -> tuple[MappedValue, ...]:
    """Return what each mapping gives for the person that was read.

    A value for an account that exists is what would be sent if the account had another one.
    """
    found = source_of(facts)
    return tuple(_mapped(mapping, facts, flow, found) for flow in mapping.plan.flows)


def source_of(facts: Facts) -> dict[str, Any]:  # Any: JSON
    """Return the source attributes of the person, with those that the service adds."""
    known = source_attributes(facts.shown)
    known.pop("id", None)
    return attributes(known, facts.user_id or "", _roles(facts))


def hidden_from(mapping: UserMapping, facts: Facts) -> frozenset[str]:
    """Return the source attributes whose values are not known."""
    hidden = mapping.hidden
    if isinstance(facts.assignments, Unread) or isinstance(facts.principal, Unread):
        hidden |= {"appRoleAssignments"}
    return hidden


def _roles(facts: Facts) -> Iterator[str]:
    """Yield the roles of the person, each as the JSON text that `appRoleAssignments` holds."""
    import json

    if isinstance(facts.assignments, Unread):
        return
    declared = (
        {str(role.id): role for role in facts.principal.app_roles or []}
        if isinstance(facts.principal, models.ServicePrincipal)
        else {}
    )
    for id in dict.fromkeys(str(one.app_role_id) for one in facts.assignments):
        role = declared.get(id)
        if role is not None and set(id) - set("0-"):
            value = role.value or role.display_name or id
            name = role.display_name or value
            yield json.dumps({"id": id, "value": value, "displayName": name})


def _mapped(
    mapping: UserMapping, facts: Facts, flow: Flow, found: Mapping[str, object]
) -> MappedValue:
    references = References()
    on_create = _computed(mapping, facts, flow, found, references, creates=True)
    on_update = _computed(mapping, facts, flow, found, References(), creates=False)
    return MappedValue(
        target=flow.target,
        source="" if flow.node is None else str(flow.node),
        priority=flow.priority,
        on_create=on_create,
        on_update=on_update,
        varies=bool(functions_of(flow.node) & VARYING),
        missing=tuple(
            id for id in references.missing if not isinstance(facts.accounts.get(id), Unread)
        ),
        unread=tuple(id for id in references.missing if isinstance(facts.accounts.get(id), Unread)),
    )


def _computed(
    mapping: UserMapping,
    facts: Facts,
    flow: Flow,
    found: Mapping[str, object],
    references: References,
    *,
    creates: bool,
) -> Computed:
    hidden = sorted({*attributes_of(flow.node)} & hidden_from(mapping, facts))
    if hidden and not flow.problem:
        return Computed(Kind.UNKNOWN, problem=f"Graph does not show {', '.join(hidden)}")
    if facts.default_domain is None and "DefaultDomain" in functions_of(flow.node):
        return Computed(Kind.UNKNOWN, problem="the default domain could not be read")
    try:
        wanted = _mapper(facts).flowing((flow,), references, found, None if creates else {})
    except ExpressionError as error:
        return Computed(Kind.ERROR, problem=str(error))
    except ObjectIgnored:
        return Computed(Kind.OBJECT_IGNORED)
    if flow.target not in wanted:
        return Computed(Kind.NOTHING)
    value = wanted[flow.target]
    if value is None:
        return Computed(Kind.CLEARED)
    if is_secret(flow.target):
        return Computed(Kind.VALUE, REDACTED)
    return Computed(Kind.VALUE, logged(value))


def _mapper(facts: Facts) -> Mapper:
    def account_of(source_id: str) -> str | None:
        account = facts.accounts.get(source_id)
        return account if isinstance(account, str) else None

    template = facts.job.template_id if isinstance(facts.job, models.SynchronizationJob) else None
    return Mapper(
        account_of=account_of,
        # Which values the target holds cannot be read: the first candidate is taken.
        is_taken=lambda _object, _name, _value: False,
        now=facts.now,
        default_domain=facts.default_domain or "",
        random=random.Random(0),  # noqa: S311  # the same values in each call
        reading=reading_of(template),
    )


def is_secret(target: str) -> bool:
    """Return whether the values of a target attribute are never shown."""
    return any(word in target.casefold() for word in _SECRET_WORDS)


def raw_value(facts: Facts, flow: Flow, found: Mapping[str, object]) -> Value:
    """Return what a mapping's expression gives.

    Raises ExpressionError where it cannot be computed.
    """
    return _mapper(facts).value(flow, found)


def referenced(mapping: UserMapping, facts: Facts) -> tuple[str, ...]:
    """Return the ids of the objects that the person's references point to."""
    found = source_of(facts)
    ids: dict[str, None] = {}
    for flow in mapping.references:
        try:
            ids |= dict.fromkeys(texts(_mapper(facts).value(flow, found)))
        except ExpressionError:
            continue  # the check of the values names it
    return tuple(ids)


def _json(one: Computed) -> dict[str, Any]:  # Any: JSON
    found: dict[str, Any] = {"kind": str(one.kind)}
    if one.kind is Kind.VALUE:
        found["value"] = one.value
    if one.problem:
        found["problem"] = one.problem
    return found


def unique_values(mapping: UserMapping, facts: Facts) -> tuple[tuple[str, str, str], ...]:
    """Return the matching values that other users may have too.

    Each is the source attribute, the member by which Graph filters users, and the value. Sign-in
    names are left out: no two users have the same.
    """
    found = source_of(facts)
    wanted: list[tuple[str, str, str]] = []
    for flow in mapping.plan.matching:
        if not isinstance(flow.node, Attribute):
            continue
        name, value = filterable(flow.node.name), found.get(flow.node.name)
        if name is not None and name != "userPrincipalName" and isinstance(value, str) and value:
            wanted.append((flow.node.name, name, value))
    return tuple(wanted)
