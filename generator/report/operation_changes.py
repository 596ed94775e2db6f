"""Compare the operations of two slices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.report.change import Change, added, changed, removed
from generator.surface.operations import OperationFacts
from generator.surface.options import OptionFacts

_KIND = "operation"


def operation_changes(
    old: Mapping[str, OperationFacts], new: Mapping[str, OperationFacts]
) -> Iterator[Change]:
    """Yield what was added, removed and changed, by name."""
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield removed(_KIND, name, old[name].request_line)
        elif name not in old:
            yield added(_KIND, name, new[name].request_line)
        else:
            yield from (
                changed(_KIND, name, detail, breaks=breaks)
                for detail, breaks in _between(old[name], new[name])
            )


def _between(old: OperationFacts, new: OperationFacts) -> Iterator[tuple[str, bool]]:
    if old.request_line != new.request_line:
        # The caller passes ids and a body; where they go is the operation's own business.
        yield f"sent as {new.request_line}, was {old.request_line}", False
    if old.family != new.family:
        yield f"moved from {old.family} to {new.family}", True
    if (old.owned, old.ids) != (new.owned, new.ids):
        yield f"takes {_taken(new)}, was {_taken(old)}", True
    if (old.body, old.content_type) != (new.body, new.content_type):
        yield f"body {_body(new)}, was {_body(old)}", old.body != new.body
    elif old.body_required != new.body_required:
        yield (
            ("the body must be given now" if new.body_required else "the body may be left out now"),
            new.body_required,
        )
    yield from _options("query option", old.queries, new.queries)
    yield from _options("header", old.headers, new.headers)
    if (old.answer.annotation, old.answer.reads) != (new.answer.annotation, new.answer.reads):
        # Who ignored "no answer" may ignore a new one; who relies on one does not get on with None.
        eased = old.answer.annotation in {"None", f"{new.answer.annotation} | None"}
        yield f"answers {new.answer.annotation}, was {old.answer.annotation}", not eased
    if old.owners != new.owners:
        narrowed = bool(new.owners) and not set(old.owners or ("",)) <= set(new.owners)
        yield f"for {_owners(new)}, was for {_owners(old)}", narrowed
    if old.served != new.served:
        yield ("served now" if new.served else "not served any more"), not new.served
    if old.repeatable != new.repeatable:
        yield ("may be repeated now" if new.repeatable else "is not repeated any more"), False


def _options(
    what: str, old: tuple[OptionFacts, ...], new: tuple[OptionFacts, ...]
) -> Iterator[tuple[str, bool]]:
    before, after = ({option.name: option for option in options} for options in (old, new))
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"{what} {before[name].wire} removed", True
        elif name not in before:
            must = after[name].required
            yield f"{what} {after[name].wire} added{', which must be given' if must else ''}", must
        else:
            yield from (
                (f"{what} {after[name].wire} {detail}", breaks)
                for detail, breaks in _option(before[name], after[name])
            )


def _option(old: OptionFacts, new: OptionFacts) -> Iterator[tuple[str, bool]]:
    if old.annotation != new.annotation:
        yield f"is {new.annotation}, was {old.annotation}", True
    if old.required != new.required:
        yield ("must be given now" if new.required else "may be left out now"), new.required
    if old.wire != new.wire:
        yield f"was {old.wire}", False


def _taken(facts: OperationFacts) -> str:
    return ", ".join((*(("owner",) if facts.owned else ()), *facts.ids)) or "no ids"


def _body(facts: OperationFacts) -> str:
    return f"{facts.body} as {facts.content_type}" if facts.body else "none"


def _owners(facts: OperationFacts) -> str:
    return " and ".join(facts.owners) or "every owner"
