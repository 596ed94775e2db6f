"""Compare the types of two slices."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from generator.openapi.walk import Node, nodes, operations, ref_name, schemas
from generator.report.change import Change, added, changed, described, removed
from generator.surface.models import MemberFacts, ModelFacts
from generator.surface.shapes import Shape

_KIND = "type"
_NAMED = re.compile(r"(Model|Enum|Flags)Of\(")
_WHAT = {"Model": "an object", "Enum": "one value", "Flags": "values that combine"}


def type_changes(
    old: Mapping[str, ModelFacts], new: Mapping[str, ModelFacts], sent: Collection[str] = ()
) -> Iterator[Change]:
    """Yield what was added, removed and changed, types and then their properties, by name.

    Of the types that programs send, `sent`, it matters what must be there.
    """
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield removed(_KIND, name)
        elif name not in old:
            yield added(_KIND, name)
        else:
            yield from _between(old[name], new[name], sent=name in sent)


def _between(old: ModelFacts, new: ModelFacts, *, sent: bool) -> Iterator[Change]:
    if old.base != new.base:
        yield changed(
            _KIND,
            new.name,
            f"builds on {new.base or 'nothing'}, was {old.base or 'nothing'}",
            breaks=True,
        )
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
    for name in sorted(old.required ^ new.required):
        if name in new.required or name in after or name not in before:
            yield _required(f"{new.name}.{name}", now=name in new.required, sent=sent)


def _required(full: str, *, now: bool, sent: bool) -> Change:
    if sent:
        return changed(
            "property", full, "must be sent now" if now else "may be left out now", breaks=now
        )
    # Every member of an answer may be None to a program, whatever a document promises.
    return described("property", full, "always comes now" if now else "may not come any more")


def _member(old: MemberFacts, new: MemberFacts) -> Iterator[tuple[str, bool]]:
    if (old.shape.annotation, old.shape.codec) != (new.shape.annotation, new.shape.codec):
        alike = old.shape.annotation == new.shape.annotation
        is_now, was = (_described(facts.shape, at_length=alike) for facts in (new, old))
        yield f"is {is_now}, was {was}", True
    if old.wire != new.wire:
        yield f"is spelled {new.wire!r} on the wire, was {old.wire!r}", False
    if old.secret != new.secret:
        yield ("is hidden as a secret now" if new.secret else "is no longer a secret"), False


def _described(shape: Shape, *, at_length: bool) -> str:
    """Name a shape; a class that only changed its kind is described `at_length`."""
    kind = _NAMED.search(shape.codec)
    return f"{shape.annotation} ({_WHAT[kind[1]]})" if at_length and kind else shape.annotation


def sent_types(cured: Node) -> frozenset[str]:
    """Name the types that bodies of requests hold, at whatever depth.

    Where a base may stand, so may what builds on it.
    """
    further: defaultdict[str, set[str]] = defaultdict(set)
    for name, _, schema in schemas(cured):
        further[name] |= _named(schema)
        for part in schema.get("allOf", ()):
            if "$ref" in part:
                further[ref_name(part["$ref"], name)].add(name)
    found: set[str] = set()
    left = {
        name
        for _, _, _, operation in operations(cured)
        for name in _named(operation.get("requestBody", {}))
    }
    while left:
        name = left.pop()
        found.add(name)
        left |= further[name] - found
    return frozenset(found)


def _named(part: Node) -> set[str]:
    return {ref_name(node["$ref"], place) for place, node in nodes(part) if "$ref" in node}
