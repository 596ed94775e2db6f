"""From what is there and what a configuration says to the steps between them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from graphsync._core.config.canonical import same
from graphsync._core.config.configuration import (
    Configuration,
    Notifications,
)
from graphsync._core.config.current import Current
from graphsync._core.config.expanding import expand
from graphsync._core.config.flows import Change, Flow, ObjectFlow, flows_of
from graphsync._core.config.place import TOP, invalid
from graphsync._core.config.plan import Action, Difference, Step, Subject
from graphsync._core.domain.clear_secrets import CLEAR_SECRETS
from graphsync._core.domain.secret_keys import secret_key
from graphsync._core.json_values import as_object, json_or_none
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import ConfigurationInvalid
from graphsync_client.types import Json

MASK: Final = "*"
SETTINGS_KEY: Final = "SyncNotificationSettings"
SKIP_KEY: Final = "SkipOutOfScopeDeletions"
# Between tenants that setting is not looked at: who leaves the scope loses the account.
_CROSS_TENANT: Final = "Azure2Azure"
_RUNNING: Final = {"running": "Active", "paused": "Paused"}
_ACTIONS: Final = {
    Change.ADDED: Action.ADD,
    Change.REMOVED: Action.REMOVE,
    Change.CHANGED: Action.CHANGE,
}


def steps_between(
    current: Current,
    desired: Configuration,
    secrets: Hidden[Mapping[str, str]],
    *,
    known: frozenset[str] = frozenset(),
) -> list[Step]:
    """Return what has to be done, in an order in which it is safe to stop after each step.

    Args:
        current: what is there.
        desired: what should be there.
        secrets: the values of the configuration's secrets.
        known: keys whose masked values are known to be the wanted ones.

    """
    steps = [
        *_application(current, desired),
        *_secrets(current, secrets, known),
        *_job(current, desired),
        *_schema(current, desired, secrets),
        *_assignments(current, desired),
        *_state(current, desired),
    ]
    return sorted(steps, key=lambda step: [*Subject].index(step.subject))


def wanted_schema(current: Current, desired: Configuration) -> dict[str, Json] | None:
    """Return the schema that the job should have; None where the template is not there yet."""
    if current.default_schema is None:
        return None
    return expand(desired.short_form, current.default_schema)


def wanted_secrets(
    desired: Configuration, resolved: Mapping[str, Hidden[str]], current: Mapping[str, str]
) -> Hidden[dict[str, str]]:
    """Return the values by key, notifications included as the service stores them.

    Raises `ConfigurationInvalid` for a key that no secret has.
    """
    for key in resolved.keys() - current.keys():  # what is stored is a key, whatever we know
        try:
            secret_key(key)
        except ValueError as error:
            refused = invalid(str(error).partition(" Nothing was sent")[0], TOP / "secrets" / key)
            raise refused from None
    values = {key: value.reveal() for key, value in resolved.items()}
    if desired.notifications is not None:
        values[SETTINGS_KEY] = _notification_text(
            desired.notifications, current.get(SETTINGS_KEY, "")
        )
    return Hidden(values)


def _notification_text(wanted: Notifications, before: str) -> str:
    """Return the settings as text; members that the file does not speak of stay."""
    settings = as_object(json_or_none(before)) or {}
    written = dict(settings)
    if wanted.address is not None:
        written["Recipients"] = wanted.address
    written["Enabled"] = "quarantine" in wanted.on
    written["DeleteThresholdEnabled"] = "accidental_deletions" in wanted.on
    if wanted.deletion_threshold is not None:
        written["DeleteThresholdValue"] = wanted.deletion_threshold
    return before if written == settings else json.dumps(written, ensure_ascii=False)


# ---- the steps


def _application(current: Current, desired: Configuration) -> Iterator[Step]:
    if current.principal_id is not None:
        return
    wanted = desired.application
    if wanted.principal is not None or wanted.app_id is not None:
        raise ConfigurationInvalid(
            f"there is no application {wanted.principal or wanted.app_id}",
            "application",
            ("application",),
        )
    if current.gallery_id is None:
        raise ConfigurationInvalid(
            f"there is no application {wanted.display_name!r}, and "
            + (
                f"the gallery has no template {wanted.template!r}"
                if wanted.template
                else "without template: none can be added"
            ),
            "application",
            ("application",),
        )
    yield Step(
        subject=Subject.APPLICATION,
        action=Action.ADD,
        name=wanted.display_name or "",
        differences=(Difference(place="template", action=Action.ADD, after=current.gallery_id),),
        consequences=("A registration and a service principal are made; they show with a delay.",),
    )


def _secrets(
    current: Current, secrets: Hidden[Mapping[str, str]], known: frozenset[str]
) -> Iterator[Step]:
    stored = current.secrets.reveal()
    differences: list[Difference] = []
    for key, value in sorted(secrets.reveal().items()):
        before = stored.get(key)
        is_clear = key in CLEAR_SECRETS
        if before == value or (before == MASK and key in known):
            continue
        differences.append(
            Difference(
                place=key,
                action=Action.ADD if before is None else Action.CHANGE,
                before=before if is_clear else None if before is None else "masked",
                after=value if is_clear else "will be written",
            )
        )
    if not differences:
        return
    written = {one.place for one in differences}
    masked = sorted(
        key for key, value in stored.items() if value == MASK and key not in secrets.reveal()
    )
    consequences = ["All secrets are written at once, and every job of the application uses them."]
    if masked:
        consequences.append(
            f"The service does not show {', '.join(masked)}, so they cannot be written back: add"
            " them to secrets."
        )
    if any(key not in CLEAR_SECRETS and stored.get(key) == MASK for key in written):
        consequences.append("A masked value cannot be compared, so it is written each time.")
    yield Step(
        subject=Subject.SECRETS,
        action=Action.CHANGE if stored else Action.ADD,
        name=", ".join(sorted(written)),
        differences=tuple(differences),
        consequences=tuple(consequences),
    )


def _job(current: Current, desired: Configuration) -> Iterator[Step]:
    if current.job is None:
        yield Step(
            subject=Subject.JOB,
            action=Action.ADD,
            name=desired.job.template,
            consequences=("The job is made and not started; it shows with a delay.",),
        )


def _schema(
    current: Current, desired: Configuration, secrets: Hidden[Mapping[str, str]]
) -> Iterator[Step]:
    wanted = wanted_schema(current, desired)
    if wanted is None:
        if desired.mappings or desired.raw:
            yield Step(
                subject=Subject.SCHEMA,
                action=Action.CHANGE,
                name=desired.job.template,
                consequences=(
                    "The template is not there yet, so the mappings are compared once it is.",
                ),
            )
        return
    before = (
        wanted
        if current.job is None and current.default_schema is None
        else _schema_before(current)
    )
    if same(wanted, before):
        return
    objects = [one for one in flows_of(wanted, before) if one.change is not Change.SAME]
    differences = tuple(difference for one in objects for difference in _mapping_differences(one))
    if not differences:
        differences = (
            Difference(
                place="raw", action=Action.CHANGE, before="as it is", after="as the file says"
            ),
        )
    stays = leavers_stay(
        desired, secrets.reveal().get(SKIP_KEY, current.secrets.reveal().get(SKIP_KEY, ""))
    )
    yield Step(
        subject=Subject.SCHEMA,
        action=Action.CHANGE,
        name=desired.job.template,
        differences=differences,
        consequences=tuple(_schema_consequences(objects, stays=stays)),
    )


def leavers_stay(desired: Configuration, setting: str) -> bool:
    """Return whether who leaves the scope keeps the account.

    Args:
        desired: The configuration, which names the template of the job.
        setting: The value of `SkipOutOfScopeDeletions`; empty where it is not set.

    """
    return setting.casefold() == "true" and desired.job.template != _CROSS_TENANT


def _schema_before(current: Current) -> Mapping[str, Json]:
    return current.job.schema if current.job is not None else (current.default_schema or {})


def _mapping_differences(one: ObjectFlow) -> Iterator[Difference]:
    if one.change in {Change.ADDED, Change.REMOVED}:
        text = f"{len(one.flows)} attribute mappings"
        is_new = one.change is Change.ADDED
        yield Difference(
            place=f"{one.source} -> {one.target}",
            action=_ACTIONS[one.change],
            before=None if is_new else text,
            after=text if is_new else None,
        )
        return
    for what, was, now in one.altered:
        yield Difference(
            place=f"{one.source}.{what}", action=Action.CHANGE, before=[*was], after=[*now]
        )
    for flow in one.flows:
        if flow.change is not Change.SAME:
            yield _flow_difference(one, flow)


def _flow_difference(one: ObjectFlow, flow: Flow) -> Difference:
    line = f"{flow.line}; matched as number {flow.priority}" if flow.priority else flow.line
    is_gone = flow.change is Change.REMOVED
    return Difference(
        place=f"{one.source}.{flow.target}",
        action=_ACTIONS[flow.change],
        before=line if is_gone else flow.before,
        after=None if is_gone else line,
    )


def _schema_consequences(objects: list[ObjectFlow], *, stays: bool) -> Iterator[str]:
    yield "The next cycle is an initial one: every object is looked at again."
    yield (
        "The whole schema is replaced; a change made elsewhere since the plan is noticed, and"
        " nothing is written then."
    )
    for one in objects:
        if one.change is Change.REMOVED:
            yield f"{one.source}: nothing is provisioned any more; accounts stay as they are."
            continue
        if not any(flow.priority for flow in one.flows if flow.change is not Change.REMOVED):
            yield f"{one.source}: without a matching attribute every account is made a second time."
        changed = {what for what, _, _ in one.altered}
        if "scope" in changed:
            yield (
                f"{one.source}: whoever leaves the scope keeps the account, because {SKIP_KEY} is"
                " set."
                if stays
                else f"{one.source}: whoever leaves the scope loses the account, or is disabled."
            )
        if "enabled" in changed and not one.enabled:
            yield f"{one.source}: nothing is provisioned any more; accounts stay as they are."
        if "flow" in changed and "delete" not in one.actions:
            yield f"{one.source}: accounts of deleted objects stay."
        if any(flow.priority and flow.change is not Change.SAME for flow in one.flows):
            yield (
                f"{one.source}: accounts that are linked already stay linked; new ones are matched"
                " the new way."
            )


def _assignments(current: Current, desired: Configuration) -> Iterator[Step]:
    if desired.assignments is None:
        return
    there = {(one.principal_id, one.role_id): one for one in current.assignments or ()}
    for wanted in current.wanted_assignments:
        if there.pop((wanted.principal_id, wanted.role_id or ""), None) is None:
            yield Step(
                subject=Subject.ASSIGNMENT,
                action=Action.ADD,
                name=wanted.name,
                ids=(wanted.principal_id, wanted.role_id or ""),
            )
    for extra in there.values():
        yield Step(
            subject=Subject.ASSIGNMENT,
            action=Action.REMOVE,
            name=f"{extra.kind}:{extra.name}" + (f" as {extra.role}" if extra.role else ""),
            consequences=("Whoever was assigned only by this loses the account, or is disabled.",),
            ids=(extra.id,),
        )


def _state(current: Current, desired: Configuration) -> Iterator[Step]:
    wanted = _RUNNING.get(desired.job.state or "")
    before = "Disabled" if current.job is None else current.job.state
    if wanted is None or wanted == before or (wanted == "Paused" and before == "Disabled"):
        return
    yield Step(
        subject=Subject.STATE,
        action=Action.CHANGE,
        name=desired.job.state or "",
        differences=(Difference(place="state", action=Action.CHANGE, before=before, after=wanted),),
        consequences=(
            ("Provisioning begins.",)
            if wanted == "Active"
            else ("A cycle under way is finished first.",)
        ),
    )
