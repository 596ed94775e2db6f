"""Compare the types of two slices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model_facts import MemberFacts, ModelFacts
from generator.report.change import Change, added, changed, removed

_KIND = "type"


def type_changes(old: Mapping[str, ModelFacts], new: Mapping[str, ModelFacts]) -> Iterator[Change]:
    """Yield what was added, removed and changed, types and then their properties, by name."""
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield removed(_KIND, name)
        elif name not in old:
            yield added(_KIND, name)
        else:
            yield from _between(old[name], new[name])


def _between(old: ModelFacts, new: ModelFacts) -> Iterator[Change]:
    if old.base != new.base:
        yield changed(_KIND, new.name, f"builds on {new.base or 'nothing'}, was {old.base or 'nothing'}", breaks=True)
    before, after = ({member.name: member for member in facts.members} for facts in (old, new))
    for name in sorted(before.keys() | after.keys()):
        full = f"{new.name}.{name}"
        if name not in after:
            yield removed("property", full, before[name].shape.annotation)
        elif name not in before:
            yield added("property", full, after[name].shape.annotation)
        else:
            yield from (
                changed("property", full, detail, breaks=breaks)
                for detail, breaks in _member(before[name], after[name])
            )


def _member(old: MemberFacts, new: MemberFacts) -> Iterator[tuple[str, bool]]:
    if (old.shape.annotation, old.shape.codec) != (new.shape.annotation, new.shape.codec):
        yield f"is {new.shape.annotation}, was {old.shape.annotation}", True
    if old.wire != new.wire:
        yield f"is spelled {new.wire!r} on the wire, was {old.wire!r}", False
    if old.secret != new.secret:
        yield ("is hidden as a secret now" if new.secret else "is no secret any more"), False
