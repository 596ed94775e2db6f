"""What a change of a schema does to people, found by mapping each of them before and after."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from attrs import field, frozen

from graphsync.expressions import ExpressionError
from graphsync.expressions.value import text
from graphsync.mapping.flowing import Attributes, Mapper, ObjectIgnored, References, changed
from graphsync.mapping.graph_user import source_attributes
from graphsync.mapping.schema import ObjectPlan, compile_schema
from graphsync.mapping.source import attributes, leaving
from graphsync.mapping.values import stored
from graphsync_client.types import Json

_SHOWN: Final = 5


class Effect(StrEnum):
    """What the next cycle does to one person's account."""

    CREATED = "created"
    UPDATED = "updated"
    DISABLED = "disabled"
    FAILED = "failed"
    UNCHANGED = "unchanged"


@frozen(kw_only=True)
class PersonEffect:
    """What becomes of one person."""

    id: str
    name: str
    effect: Effect
    attributes: tuple[str, ...] = ()
    """The target attributes that change."""
    reason: str = ""
    """Why it fails."""


@frozen(kw_only=True)
class BlastRadius:
    """What a change does to people; those whose accounts stay as they are, are only counted."""

    people: int
    effects: tuple[PersonEffect, ...] = field(repr=False)

    @property
    def counts(self) -> dict[Effect, int]:
        """How many people each effect hits."""
        found = Counter(one.effect for one in self.effects)
        return {effect: found[effect] for effect in Effect if found[effect]}

    def lines(self) -> list[str]:
        """Return the summary, a line for each effect, with names to look at."""
        return (
            [f"{self.people} people looked at:", *self._lines()]
            if self.effects
            else [f"{self.people} people looked at: no account changes"]
        )

    def _lines(self) -> Iterator[str]:
        for effect, number in self.counts.items():
            hit = [one for one in self.effects if one.effect is effect]
            names = ", ".join(one.name for one in hit[:_SHOWN])
            more = f" and {number - _SHOWN} more" if number > _SHOWN else ""
            yield f"  {number} {effect}{_why(hit)}: {names}{more}"

    def to_dict(self) -> dict[str, Any]:  # Any: JSON
        """Return the numbers and everybody concerned as JSON."""
        return {
            "people": self.people,
            "counts": {str(effect): number for effect, number in self.counts.items()},
            "effects": [
                {
                    "id": one.id,
                    "name": one.name,
                    "effect": str(one.effect),
                    "attributes": [*one.attributes],
                    "reason": one.reason,
                }
                for one in self.effects
            ],
        }


def blast_radius(
    before: Mapping[str, Json],
    after: Mapping[str, Json],
    people: Iterable[Mapping[str, Json]],
    *,
    skip_out_of_scope: bool = False,
    default_domain: str = "",
) -> BlastRadius:
    """Return what a change of a schema does to the accounts of assigned people.

    Whoever is in scope of the schema of before, and can be matched, is taken to have an account
    with the values that it gives. What cannot be known stays out: values that are random, and
    accounts that the target has by itself.

    Args:
        before: the JSON of the schema as it is.
        after: the JSON of the schema as it is to be.
        people: the users as Graph returns them, those that are assigned.
        skip_out_of_scope: whether the secret `SkipOutOfScopeDeletions` is set.
        default_domain: what the function `DefaultDomain()` gives.

    """
    old, new = _user_mapping(before), _user_mapping(after)
    found = _Replay(old, new, skip_out_of_scope=skip_out_of_scope, default_domain=default_domain)
    effects: list[PersonEffect] = []
    number = 0
    for person in people:
        number += 1
        effect = found.effect_on(person)
        if effect.effect is not Effect.UNCHANGED:
            effects.append(effect)
    return BlastRadius(people=number, effects=tuple(effects))


def _user_mapping(schema: Mapping[str, Json]) -> ObjectPlan | None:
    plans = [one for one in compile_schema(dict(schema)).objects if one.kind == "user"]
    return plans[0] if plans else None


def _why(hit: list[PersonEffect]) -> str:
    names = [
        name for name, _ in Counter(name for one in hit for name in one.attributes).most_common(3)
    ]
    reasons = [
        reason for reason, _ in Counter(one.reason for one in hit if one.reason).most_common(1)
    ]
    said = [*names, *reasons]
    return f" ({', '.join(said)})" if said else ""


class _Replay:
    """People mapped with two schemas, and whose matching values are taken."""

    def __init__(
        self,
        old: ObjectPlan | None,
        new: ObjectPlan | None,
        *,
        skip_out_of_scope: bool,
        default_domain: str,
    ) -> None:
        self._old = old
        self._new = new
        self._skip = skip_out_of_scope
        self._owners: dict[tuple[str, str], str] = {}
        self._mapper = Mapper(
            account_of=lambda source_id: source_id,
            is_taken=lambda _object, _name, _value: False,
            now=time.time(),
            default_domain=default_domain,
            random=random.Random(0),  # noqa: S311  # the same values before and after
        )

    def effect_on(self, person: Mapping[str, Json]) -> PersonEffect:
        """Return what the change does to one person."""
        id = str(person.get("id") or person.get("objectId") or "")
        name = str(person.get("userPrincipalName") or person.get("displayName") or id)
        known = source_attributes(person)
        found = attributes(known, id)
        is_active = person.get("accountEnabled") is not False and not person.get("isSoftDeleted")
        account = self._account(found) if is_active else None
        try:
            effect, names = self._effect(found, account, id, is_active=is_active)
        except ExpressionError as error:
            return PersonEffect(id=id, name=name, effect=Effect.FAILED, reason=str(error))
        except _Unmatched as error:
            return PersonEffect(id=id, name=name, effect=Effect.FAILED, reason=str(error))
        except ObjectIgnored:
            return PersonEffect(id=id, name=name, effect=Effect.UNCHANGED)
        return PersonEffect(id=id, name=name, effect=effect, attributes=names)

    def _account(self, found: Mapping[str, object]) -> Attributes | None:
        """Return the account that somebody has before the change."""
        if self._old is None or not self._old.scope.judge(found).inside or not self._old.adds:
            return None
        try:
            held = self._values(self._old, found, None)
        except (ExpressionError, ObjectIgnored):
            return None
        return held if any(held.get(flow.target) for flow in self._old.matching) else None

    def _values(
        self, plan: ObjectPlan, found: Mapping[str, object], account: Attributes | None
    ) -> Attributes:
        values = self._mapper.flowing(plan.flows, References(), found, account)
        return {name: stored(value) for name, value in values.items()}

    def _effect(
        self, found: Mapping[str, object], account: Attributes | None, id: str, *, is_active: bool
    ) -> tuple[Effect, tuple[str, ...]]:
        new = self._new
        if new is None:
            return Effect.UNCHANGED, ()
        verdict = new.scope.judge(found)
        if is_active and verdict.inside:
            return self._kept_or_made(new, found, account, id)
        if account is None or not verdict.considered or (self._skip and is_active):
            return Effect.UNCHANGED, ()
        wanted = self._mapper.flowing(new.state_flows, References(), leaving(dict(found)), account)
        changes = changed(new.state_flows, account, wanted)
        return (
            (Effect.DISABLED, tuple(changes)) if changes and new.updates else (Effect.UNCHANGED, ())
        )

    def _kept_or_made(
        self, new: ObjectPlan, found: Mapping[str, object], account: Attributes | None, id: str
    ) -> tuple[Effect, tuple[str, ...]]:
        wanted = self._values(new, found, account)
        if account is not None:
            self._take(new, {**account, **wanted}, id)
            changes = changed(new.flows, account, wanted)
            return (
                (Effect.UPDATED, tuple(changes))
                if changes and new.updates
                else (Effect.UNCHANGED, ())
            )
        if not new.adds:
            return Effect.UNCHANGED, ()
        names = [flow.target for flow in new.matching]
        if names and not any(wanted.get(name) for name in names):
            raise _Unmatched(f"no {' or '.join(names)}")
        self._take(new, wanted, id)
        return Effect.CREATED, ()

    def _take(self, new: ObjectPlan, held: Attributes, id: str) -> None:
        """Note the matching values of an account; raise where somebody else has one already."""
        for flow in new.matching:
            value = text(stored_text(held.get(flow.target))).casefold()
            if value and self._owners.setdefault((flow.target, value), id) != id:
                raise _Unmatched(f"somebody else has the same {flow.target}")


class _Unmatched(Exception):
    """The matching attributes do not distinguish people."""


def stored_text(value: object) -> str | None:
    """Return a value as text; None where there is none."""
    return None if value is None else str(value)
