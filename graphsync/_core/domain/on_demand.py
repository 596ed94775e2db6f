"""Provisioning on demand: whom to provision, and the answer, of which there are several shapes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, cast

from attrs import evolve, field, frozen

from graphsync._core.domain.outcome import DONE, OUT_OF_SCOPE, Outcome
from graphsync._core.json_values import as_list, as_object, text_at
from graphsync.errors import NotInScope, ProvisioningFailed
from graphsync_client.models import (
    ProvisionOnDemandRequest,
    StringKeyStringValuePair,
    SynchronizationJobApplicationParameters,
    SynchronizationJobSubject,
    SynchronizationLinkedObjects,
    SynchronizationRule,
)
from graphsync_client.types import ANYTHING, TEXT, TIMESTAMP, Json, Model, member

MOST_MEMBERS = 5
_DEEPEST_TEXT = 3


class ProvisionOnDemandStep(Model):
    """One step, such as import, scoping, matching or export."""

    name: str | None = member("name", TEXT)
    """Its name, such as `EntryImport`."""
    type: str | None = member("type", TEXT)
    """Its kind, such as `Import`."""
    status: str | None = member("status", TEXT)
    """How it ended: `Success`, `Failure`, `Skipped` or `Warning`."""
    description: str | None = member("description", TEXT)
    """What happened, in words."""
    timestamp: datetime | None = member("timestamp", TIMESTAMP)
    """When."""
    details: dict[str, Any] | None = member("details", ANYTHING)
    """What the step found; the names differ from step to step."""


class ProvisionOnDemandChange(Model):
    """One attribute that was written."""

    display_name: str | None = member("displayName", TEXT)
    """The attribute's name."""
    old_value: str | None = member("oldValue", TEXT)
    """What it was before."""
    new_value: str | None = member("newValue", TEXT)
    """What it is now."""


@frozen(kw_only=True)
class ProvisionOnDemandResult:
    """The outcome for one subject: its status, why, the steps on the way, and what was written.

    `status` is the service's word: `Success`, `Failure`, `Skipped` or `Warning`; None where it sent
    nothing known. Where the answer says several things, a failure counts, and the rest is about
    that one; `objects` has them all. `key` and `value` are the parsed JSON as it came.
    """

    status: str | None
    error_code: str | None = None
    reason: str | None = None
    recommended_action: str | None = None
    action: str | None = None
    change_id: str | None = None
    source_id: str | None = None
    source_name: str | None = None
    source_type: str | None = None
    target_id: str | None = None
    steps: tuple[ProvisionOnDemandStep, ...] = ()
    modified_properties: tuple[ProvisionOnDemandChange, ...] = ()
    objects: tuple[ProvisionOnDemandResult, ...] = field(default=(), repr=False)
    key: Json = field(default=None, repr=False)
    value: Json = field(default=None, repr=False)

    @property
    def failed(self) -> bool:
        """Whether provisioning failed; what was skipped on purpose has not failed."""
        return _is_failure(self.status)

    @property
    def outcome(self) -> Outcome | None:
        """What became of the subject; None where the service does not say how it ended.

        The service says `Skipped` both of a person who is out of scope and of one whose account is
        up to date; the code, the reason for skipping and the step on scope decide here.
        """
        status = (self.status or "").casefold()
        if self.failed:
            return Outcome.FAILED
        if status == "skipped":
            codes = {self.error_code, *self._skip_reasons()}
            out = bool(codes & OUT_OF_SCOPE) or bool(self.not_met)
            return Outcome.OUT_OF_SCOPE if out else Outcome.UNCHANGED
        if status not in {"success", "warning"}:
            return None
        done = DONE.get((self.action or "").casefold())
        if done is Outcome.UPDATED or done is None:
            return Outcome.UPDATED if self.modified_properties else Outcome.UNCHANGED
        return done

    @property
    def not_met(self) -> tuple[str, ...]:
        """The conditions of scope that the subject does not meet, in the service's words."""
        return tuple(
            name
            for step in self.steps
            if step.type == "Scoping"
            for name, value in (step.details or {}).items()
            if name in _CONDITIONS and str(value).casefold() == "false"
        )

    def _skip_reasons(self) -> list[str]:
        return [str((step.details or {}).get("SkipReason")) for step in self.steps]


# Conditions of the step on scope: as answers have named them since 2022, and before.
_CONDITIONS = frozenset(
    {
        "Active in the source system",
        "Assigned to the application",
        "User has the required role",
        "Scoping filter evaluation passed",
        "IsActive",
        "Assigned",
        "IsEffectivelyEntitledForProvisioning",
        "IsInProvisioningScopeDisplayName",
    }
)


def parse_provisioning(pair: StringKeyStringValuePair) -> ProvisionOnDemandResult:
    """Read an answer: a result in `key`, details in `value`, both JSON as text.

    Or all in `value`, as an array.
    """
    # Whatever the two are: the service has done its work, and what it says of that must not be
    # lost.
    document = pair.to_dict()
    key, value = _unpacked(document.get("key")), _unpacked(document.get("value"))
    outcome = as_object(key) or {}
    details = as_object(outcome.get("details")) or {}
    entries = [entry for entry in map(as_object, [value, *as_list(value)]) if entry]
    found = [_about(entry) for entry in entries]
    chosen = next((one for one in found if one.failed), found[0] if found else _about({}))
    result = text_at(outcome, "result")
    if _is_failure(result) and not chosen.failed:
        chosen = evolve(
            chosen, status=result, error_code=None, reason=None, recommended_action=None
        )
    chosen = evolve(
        chosen,
        status=chosen.status or result,
        error_code=chosen.error_code or text_at(details, "errorCode"),
        reason=chosen.reason or text_at(details, "errorMessage"),
    )
    # A single object is what the whole answer is about.
    objects = tuple(found) if len(found) > 1 else (chosen,)
    return evolve(chosen, objects=objects, key=key, value=value)


def _about(entry: dict[str, Any]) -> ProvisionOnDemandResult:
    info = as_object(entry.get("statusInfo")) or {}
    source = as_object(entry.get("sourceIdentity")) or {}
    return ProvisionOnDemandResult(
        status=text_at(info, "status"),
        error_code=text_at(info, "errorCode"),
        reason=text_at(info, "reason", "additionalDetails"),
        recommended_action=text_at(info, "recommendedAction"),
        action=text_at(entry, "action", "provisioningAction"),
        change_id=text_at(entry, "changeId"),
        source_id=text_at(source, "id"),
        source_name=text_at(source, "displayName") or text_at(entry, "reportableIdentifier"),
        source_type=text_at(source, "type"),
        target_id=text_at(as_object(entry.get("targetIdentity")), "id"),
        steps=tuple(
            ProvisionOnDemandStep.from_dict(step) for step in _objects(entry, "provisioningSteps")
        ),
        modified_properties=tuple(
            ProvisionOnDemandChange.from_dict(item)
            for item in _objects(entry, "modifiedProperties")
        ),
    )


def outcome(pair: StringKeyStringValuePair, *, check: bool) -> ProvisionOnDemandResult:
    """Read an answer.

    With `check`, raise `ProvisioningFailed` unless it says that nothing failed.
    """
    result = parse_provisioning(pair)
    if check and result.status is None:
        raise ProvisioningFailed(
            "the answer to provisioning on demand does not say how it ended; the error's result has"
            " it as it came",
            result,
        )
    if check and result.failed:
        reason = ": ".join(filter(None, (result.error_code, result.reason)))
        raise ProvisioningFailed(
            f"provisioning on demand ended with {result.status};"
            f" {reason or 'the service gives no reason'}",
            result,
        )
    if check and result.outcome is Outcome.OUT_OF_SCOPE:
        found = result.reason or result.error_code or "the service gives no reason"
        conditions = f"; not met: {', '.join(result.not_met)}" if result.not_met else ""
        raise NotInScope(f"nothing was provisioned, out of scope: {found}{conditions}", result)
    return result


def rule_for(
    kind: str,
    rules: Iterable[SynchronizationRule],
    remedy: str = "Pass the rule before the subject",
) -> str:
    """Return the id of the one rule that maps objects of a kind.

    Raises ValueError where there is no such rule, or more than one.
    """
    found = [
        rule
        for rule in rules
        if any(
            (mapping.source_object_name or "").casefold() == kind.casefold()
            for mapping in rule.object_mappings or ()
        )
    ]
    if len(found) != 1 or not found[0].id:
        names = ", ".join(f"{rule.name} ({rule.id})" for rule in found) or "none"
        raise ValueError(
            f"the job's schema must have one rule for objects of the type {kind!r}, and has"
            f" {len(found)}: {names}; nothing was sent. {remedy}"
        )
    return found[0].id


def _is_failure(status: str | None) -> bool:
    return (status or "").casefold() in {"failure", "failed"}


def _unpacked(text: Json) -> Json:
    """Parse JSON as text, also where it was packed more than once; other text stays as it is."""
    for _ in range(_DEEPEST_TEXT):
        if not isinstance(text, str):
            break
        try:
            text = json.loads(text)
        except (ValueError, RecursionError):
            break
    return text


def _objects(parent: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [item for item in map(as_object, as_list(parent.get(name))) if item]


def on_demand_request(
    rule_id: str,
    subject: str | SynchronizationJobSubject,
    object_type_name: str | None,
    members: Sequence[str],
) -> ProvisionOnDemandRequest:
    """Build the request for one user, or one group with some of its members.

    Raises ValueError for what is refused.
    """
    if not rule_id:
        raise ValueError(
            "the rule's id is empty; take it from schema.synchronization_rules of this job"
        )
    if isinstance(subject, str):
        links = None
        if members:
            links = SynchronizationLinkedObjects(
                members=[
                    SynchronizationJobSubject(object_id=member, object_type_name="User")
                    for member in members
                ]
            )
        kind = object_type_name or ("Group" if members else "User")
        subject = SynchronizationJobSubject(object_id=subject, object_type_name=kind)
        if links is not None:
            subject.links = links
    elif not isinstance(cast("object", subject), SynchronizationJobSubject):
        raise TypeError(
            f"the subject is {subject!r}; pass the object id of a user or group, or a"
            " SynchronizationJobSubject"
        )
    elif members or object_type_name:
        raise ValueError(
            "the subject is complete; set its object_type_name and links instead of passing them"
            " here"
        )
    linked = None if subject.links is None else subject.links.members
    if linked is not None and len(linked) > MOST_MEMBERS:
        raise ValueError(
            f"a group is provisioned on demand with at most {MOST_MEMBERS} members at a time, not"
            f" {len(linked)}; make several calls"
        )
    if not subject.object_id:
        raise ValueError("the subject has no object_id")
    return ProvisionOnDemandRequest(
        parameters=[SynchronizationJobApplicationParameters(rule_id=rule_id, subjects=[subject])]
    )
