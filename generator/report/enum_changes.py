"""Compare the enumerations of two slices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.report.change import Change, added, changed, removed
from generator.surface.enums import EnumFacts

_KIND = "enum"


def enum_changes(old: Mapping[str, EnumFacts], new: Mapping[str, EnumFacts]) -> Iterator[Change]:
    """Yield what was added, removed and changed, enumerations and then their values, by name."""
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield removed(_KIND, name)
        elif name not in old:
            yield added(_KIND, name)
        else:
            yield from _between(old[name], new[name])


def _between(old: EnumFacts, new: EnumFacts) -> Iterator[Change]:
    if old.flags != new.flags:
        detail = "its values combine now" if new.flags else "its values do not combine any more"
        yield changed(_KIND, new.name, detail, breaks=True)
    before, after = ({value.name: value for value in facts.values} for facts in (old, new))
    for name in sorted(before.keys() | after.keys()):
        full = f"{new.name}.{name}"
        if name not in after:
            yield removed("value", full, repr(before[name].wire))
        elif name not in before:
            yield added("value", full, repr(after[name].wire))
        else:
            if before[name].wire != after[name].wire:
                # A value is text: programs compare it with the spelling that they have seen.
                detail = f"is spelled {after[name].wire!r} on the wire, was {before[name].wire!r}"
                yield changed("value", full, detail, breaks=True)
            if before[name].number != after[name].number:
                yield changed(
                    "value",
                    full,
                    f"is {after[name].number}, was {before[name].number}",
                    breaks=True,
                )
