"""From a source object's attributes to the values that its account is to have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Literal, TypeAlias

from graphsync.expressions import (
    OBJECT_SKIPPED,
    SKIPPED,
    ExpressionError,
    Surroundings,
    Value,
    evaluate,
)
from graphsync.expressions.tree import Attribute
from graphsync.expressions.value import Reading, texts, value_of
from graphsync.mapping.schema import Flow
from graphsync.mapping.values import plain

Attributes: TypeAlias = dict[str, object]


class ObjectIgnored(Exception):
    """A mapping says that the whole object does not flow."""


@dataclass(slots=True)
class References:
    """The source objects that the references of one object point to."""

    resolved: list[str] = field(default_factory=list[str])
    """Those that have an account."""
    missing: list[str] = field(default_factory=list[str])
    """Those that have none yet."""


@dataclass(slots=True)
class Mapper:
    """What flows to an account. An attribute that does not flow is left out.

    `account_of` gives the account of a source object. `is_taken` says whether an account of a
    target object has a value in an attribute already, for `SelectUniqueValue`. Where sources
    disagree, `null_flow` and `default_value` choose.
    """

    account_of: Callable[[str], str | None]
    is_taken: Callable[[str, str, str], bool]
    now: float
    default_domain: str
    random: Random
    reading: Reading = "application"
    null_flow: Literal["skip", "clear"] = "skip"
    default_value: Literal["creation only", "whenever empty"] = "creation only"

    def flowing(
        self,
        flows: tuple[Flow, ...],
        references: References,
        attributes: Mapping[str, object],
        account: Attributes | None,
    ) -> Attributes:
        """Return the values that flow; None is one that clears.

        Raises ObjectIgnored where a mapping takes the whole object out of the flow.

        Args:
            flows: the mappings to apply.
            references: takes note of the objects that references point to.
            attributes: the source object's.
            account: what the target holds, or None for an account that is about to be made.

        """
        wanted: Attributes = {}
        for flow in flows:
            if account is not None and flow.creation_only:
                continue
            kept = account.get(flow.target) if account is not None else None
            if flow.flow_type == "AttributeAddOnly" and kept:
                continue
            value = self.value(flow, attributes)
            if value is OBJECT_SKIPPED:
                raise ObjectIgnored(flow.target)
            if value is SKIPPED:
                continue
            if flow.reference:
                self._refer(flow, value, references, wanted)
            elif value:
                wanted[flow.target] = _joined(kept, value) if flow.adds else value
            elif value == "" and not isinstance(flow.node, Attribute) and not flow.default:
                wanted[flow.target] = None  # an expression that gives an empty text means to clear
            else:
                self._missing(flow, kept, wanted, creating=account is None)
        return wanted

    def value(self, flow: Flow, attributes: Mapping[str, object]) -> Value:
        """Return what a mapping gives; raise ExpressionError when it cannot be evaluated."""
        if flow.problem:
            raise ExpressionError(f"{flow.target}: {flow.problem}")
        if flow.node is None:
            return None
        if isinstance(flow.node, Attribute):  # most mappings are, and need nothing around them
            return value_of(attributes.get(flow.node.name))
        around = Surroundings(
            attributes, self.now, self.default_domain, self._taken(flow), self.random, self.reading
        )
        return evaluate(flow.node, around)

    def _taken(self, flow: Flow) -> Callable[[str], bool]:
        return lambda value: self.is_taken(flow.object_name, flow.target, value)

    def _missing(self, flow: Flow, kept: object, wanted: Attributes, *, creating: bool) -> None:
        """Decide what becomes of a target attribute whose source has no value."""
        if creating:
            if flow.default:
                wanted[flow.target] = flow.default
            return
        fills = flow.node is None or self.default_value == "whenever empty"
        if flow.default and fills:
            if not kept:
                wanted[flow.target] = flow.default
            return
        # Only a single value is ever cleared.
        if flow.node is None:
            return
        if self.null_flow == "clear" or flow.replaces or (flow.clears and not flow.several):
            wanted[flow.target] = None

    def _refer(self, flow: Flow, value: Value, references: References, wanted: Attributes) -> None:
        found: list[str] = []
        for source_id in texts(value):
            account_id = self.account_of(source_id)
            if account_id is None:
                references.missing.append(source_id)
            else:
                references.resolved.append(source_id)
                found.append(account_id)
        if flow.several or isinstance(value, tuple):
            wanted[flow.target] = sorted(found) or None
        elif found:
            wanted[flow.target] = found[0]
        elif not value and (self.null_flow == "clear" or flow.clears):
            wanted[flow.target] = None


def changed(flows: tuple[Flow, ...], account: Attributes, wanted: Attributes) -> Attributes:
    """Return what of the wanted values an account does not hold yet.

    Another case counts as a change only where the target attribute is `caseExact`.
    """
    exact = {flow.target for flow in flows if flow.case_exact}
    return {
        name: value
        for name, value in wanted.items()
        if not _same(plain(account.get(name)), plain(value), case_exact=name in exact)
    }


def _same(kept: Value, wanted: Value, *, case_exact: bool) -> bool:
    if kept == wanted or (not kept and not wanted):
        return True
    if case_exact or type(kept) is not type(wanted):
        return False
    return [item.casefold() for item in texts(kept)] == [item.casefold() for item in texts(wanted)]


def _joined(kept: object, value: Value) -> Value:
    return tuple(dict.fromkeys((*texts(value_of(kept)), *texts(value)))) if value else value
