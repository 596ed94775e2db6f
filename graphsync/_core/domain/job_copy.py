"""What a copy of a job carries over, and what it reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from graphsync._core.domain.clear_secrets import CLEAR_SECRETS
from graphsync._core.domain.secret_changes import SecretTexts
from graphsync._core.domain.secret_values import MASK, SecretValues
from graphsync._core.json_values import as_list, as_object
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import Refused
from graphsync_client import models
from graphsync_client.types import Json


@frozen
class CopyStep:
    """A finished step of a copy, as a progress callback gets it."""

    name: str
    """`source`, `target`, `job`, `schema` or `settings`."""
    found: str
    """What the step found or did, in words."""
    waited: float
    """Seconds since the copy began."""


@frozen
class JobCopy:
    """The outcome of a copy: the job of the target, and what was left out."""

    job_id: str
    """The job of the target; `target.jobs[job_id]` is it."""
    created: bool
    """Whether the copy created the job. It is not started then."""
    schema_written: bool
    """False if the job had the same schema already."""
    settings_written: tuple[str, ...]
    """The settings and secrets that were written to the target, by key."""
    secrets_left_out: tuple[str, ...]
    """The keys whose values the source does not show, and that were not given."""
    job_settings_left_out: tuple[str, ...]
    """The settings of the job itself that differ, by name; only the service changes these."""
    steps: tuple[CopyStep, ...]
    filters_left_out: tuple[str, ...] = ()
    """The filters that list objects of the source's tenant; those of the target stay."""
    to_check: tuple[str, ...] = ()
    """Object ids and directory extensions that were copied, and another tenant may not have."""

    def __str__(self) -> str:
        parts = [f"job {self.job_id} {'created' if self.created else 'kept'}"]
        parts.append("schema written" if self.schema_written else "schema was the same")
        for words, names in (
            ("settings written", self.settings_written),
            ("left out, as the service does not show them", self.secrets_left_out),
            ("left out, as only the service changes them", self.job_settings_left_out),
            ("left out, as they list objects of the tenant", self.filters_left_out),
            ("copied, to be checked", self.to_check),
        ):
            if names:
                parts.append(f"{words}: {', '.join(names)}")
        return "; ".join(parts)


def target_job_id(
    template_id: str, jobs: Sequence[tuple[str, str | None]], into: str | None
) -> str | None:
    """Return the job to write to; None if one has to be created.

    Raises `Refused` for a job that is not there or is of another template, and where `into` is
    None although the template has a job already.

    Args:
        template_id: The template of the job that is copied.
        jobs: Id and template of each job of the target.
        into: The job that the caller wants to write to.

    """
    alike = [id for id, template in jobs if template == template_id]
    if into is None:
        if alike:
            raise Refused(
                f"the target has a job of the template {template_id!r} already: {_list(alike)};"
                f" into={alike[0]!r} writes to it. Nothing was written"
            )
        return None
    if into not in alike:
        template = dict(jobs).get(into)
        found = "is not there" if template is None else f"is of the template {template!r}"
        raise Refused(
            f"into={into!r}: that job {found}; jobs of the template {template_id!r} in the target:"
            f" {_list(alike) or 'none'}. Nothing was written"
        )
    return into


def settings_to_write(
    source: SecretValues, target: SecretValues, given: SecretTexts
) -> SecretTexts:
    """Return what differs in the target: settings that anybody may see, and all that is given."""
    carried = {
        key: Hidden(value)
        for key, value in source.items()
        if key in CLEAR_SECRETS and value != MASK and key not in given
    }
    return {
        **{
            key: value
            for key, value in carried.items()
            if key not in target or target[key] != value.reveal()
        },
        **given,
    }


def secrets_left_out(source: SecretValues, given: SecretTexts) -> tuple[str, ...]:
    """Return the keys of the source whose values are not carried over."""
    return tuple(
        str(key)
        for key, value in source.items()
        if (value == MASK or key not in CLEAR_SECRETS) and key not in given
    )


def job_settings_left_out(
    source: models.SynchronizationJob, target: models.SynchronizationJob
) -> tuple[str, ...]:
    """Return the names of the job's own settings that the target has not, or otherwise."""
    there = _named(target)
    return tuple(
        name for name, value in _named(source).items() if (name, value) not in there.items()
    )


def carried_schema(source: Mapping[str, Json], target: Mapping[str, Json]) -> dict[str, Json]:
    """Return the schema of the source as the target can have it: with its own ids and versions.

    A rule is the same by its id, which all jobs of a template share, else by its name, else by the
    directories it leads from and to. A directory is the same by its id, else by its name.
    """
    rules, directories = "synchronizationRules", "directories"
    return {
        **_own(source, target),
        directories: _items(source, target, directories, (_id, _name)),
        rules: _items(source, target, rules, (_id, _name, _direction)),
    }


def same_schema(one: Mapping[str, Json], other: Mapping[str, Json]) -> bool:
    """Return whether two schemas are equal but for what OData adds."""
    is_same: bool = _plain(one) == _plain(other)
    return is_same


# How many jobs an error names.
_NAMED = 5
_Key = Callable[[Mapping[str, Json]], Json]
# What belongs to one job at one moment.
_OF_THE_JOB = ("id", "version", "discoveryDateTime")


def _own(source: Mapping[str, Json], target: Mapping[str, Json]) -> dict[str, Json]:
    """Return the source with what belongs to the target's job."""
    content = {name: value for name, value in source.items() if name not in _OF_THE_JOB}
    return {**content, **{name: target[name] for name in _OF_THE_JOB if name in target}}


def _items(
    source: Mapping[str, Json], target: Mapping[str, Json], name: str, keys: Sequence[_Key]
) -> list[Json]:
    theirs = [one for one in map(as_object, as_list(target.get(name))) if one]
    made: list[Json] = []
    for item in filter(None, map(as_object, as_list(source.get(name)))):
        other = _same(item, theirs, keys)
        # Ids of rules and directories are those that the engine knows for this template.
        made.append(_own(item, {"id": item.get("id")} if other is None else other))
    return made


def _same(
    item: Mapping[str, Json], others: Sequence[Mapping[str, Json]], keys: Sequence[_Key]
) -> Mapping[str, Json] | None:
    for key in keys:
        wanted = key(item)
        found = [other for other in others if wanted is not None and key(other) == wanted]
        if len(found) == 1:
            return found[0]
    return None


def _id(item: Mapping[str, Json]) -> Json:
    return item.get("id")


def _name(item: Mapping[str, Json]) -> Json:
    return item.get("name")


def _direction(item: Mapping[str, Json]) -> Json:
    return [item.get("sourceDirectoryName"), item.get("targetDirectoryName")]


def _plain(value: Json) -> Json:
    members = as_object(value)
    if members is not None:
        return {name: _plain(one) for name, one in members.items() if not name.startswith("@odata")}
    return [_plain(one) for one in as_list(value)] if isinstance(value, list) else value


def _named(job: models.SynchronizationJob) -> dict[str, str | None]:
    settings = job.synchronization_job_settings or []
    return {one.name: one.value for one in settings if one.name is not None}


def _list(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"{', '.join(ids[:_NAMED])}{more}"
