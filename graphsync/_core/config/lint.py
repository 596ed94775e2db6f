"""Mistakes in a configuration or a schema, found without a service."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from attrs import evolve

from graphsync._core.config.configuration import Configuration
from graphsync._core.config.expanding import expand
from graphsync._core.config.findings import Finding, Severity
from graphsync._core.config.place import TOP, Place
from graphsync._core.config.schema_rules import expression_findings, schema_findings
from graphsync._core.config.short_form import full_expression
from graphsync._core.domain.clear_secrets import CLEAR_SECRETS
from graphsync._core.json_values import as_object
from graphsync.errors import ConfigurationInvalid
from graphsync.expressions.json_shapes import is_array, is_object
from graphsync_client.models import SynchronizationSecret
from graphsync_client.types import Json

_MOST_PROBLEMS: Final = 500


def lint(
    subject: Configuration | Mapping[str, Json], *, default: Mapping[str, Json] | None = None
) -> list[Finding]:
    """Return the mistakes in a configuration or in the JSON of a schema, in the order of the file.

    Args:
        subject: what to look at.
        default: the JSON of the template's default schema. Without it, a configuration is checked
            for what can be seen without knowing the attributes of both sides: secrets, and the
            syntax and functions of expressions.

    """
    if not isinstance(subject, Configuration):
        return [*schema_findings(subject)]
    return [*_configuration_findings(subject, default)]


def _configuration_findings(
    configuration: Configuration, default: Mapping[str, Json] | None
) -> Iterator[Finding]:
    found = [*_secret_findings(configuration)]
    if default is not None:
        problems, schema = _expanded(configuration.short_form, default)
        found += problems
        found += schema_findings(schema)
    else:
        found += _expression_findings(configuration.short_form)
    text = configuration.text
    for one in found:
        line = None if text is None else text.line(one.place)
        yield evolve(one, file=None if text is None else text.name or None, line=line)


def _expression_findings(short: Mapping[str, Json]) -> Iterator[Finding]:
    """Yield what is wrong with expressions that can be seen without the template's schema."""
    for name, mapping in (as_object(short.get("mappings")) or {}).items():
        for part in ("match", "attributes"):
            entries = as_object((as_object(mapping) or {}).get(part)) or {}
            for target, entry in entries.items():
                place = TOP / "mappings" / name / part / target
                text: Json = entry
                if is_object(entry):
                    text, place = entry.get("expression"), place / "expression"
                if isinstance(text, str) and text.strip():
                    yield from expression_findings(full_expression(text.strip()), place)


def _expanded(
    short: dict[str, Json], default: Mapping[str, Json]
) -> tuple[list[Finding], dict[str, Json]]:
    """Return all that cannot be read, and the schema without it."""
    rest = copy.deepcopy(short)
    problems: list[Finding] = []
    while len(problems) < _MOST_PROBLEMS:
        try:
            return problems, expand(rest, default)
        except ConfigurationInvalid as error:
            place = Place(error.path)
            message = str(error).removeprefix(f"{error.place}: ")
            problems.append(
                Finding("invalid-value", Severity.ERROR, place, message, "correct the value")
            )
            if not _remove(rest, place):
                break
    return problems, dict(default)


def _remove(short: Json, place: Place) -> bool:
    """Take out what stands at a place; return whether there was something."""
    holder = short
    for part in place.parts[:-1]:
        holder = _step(holder, part)
    last = place.parts[-1] if place.parts else ""
    if is_object(holder) and last in holder:
        del holder[str(last)]
    elif is_array(holder) and isinstance(last, int) and last < len(holder):
        del holder[last]
    else:
        return False
    return True


def _step(holder: Json, part: str | int) -> Json:
    if is_object(holder):
        return holder.get(str(part))
    return (
        holder[part] if is_array(holder) and isinstance(part, int) and part < len(holder) else None
    )


def _secret_findings(configuration: Configuration) -> Iterator[Finding]:
    known = {str(one).casefold() for one in SynchronizationSecret}
    for key, value in configuration.secrets.items():
        place = TOP / "secrets" / key
        if key.casefold() not in known:
            near = get_close_matches(key, [str(one) for one in SynchronizationSecret], 1)
            remedy = f"write {near[0]}" if near else "look the key up in the reference"
            yield Finding(
                "unknown-secret",
                Severity.ERROR,
                place,
                f"the service has no secret {key!r}",
                remedy,
            )
        elif value.value is not None and key not in CLEAR_SECRETS:
            yield Finding(
                "secret-in-clear",
                Severity.ERROR,
                place,
                "the value is in the file for everybody to read",
                "write ${env:NAME} or ${file:path}, and replace the value at the target"
                " application",
            )
