"""A schema, compiled: what the engine needs of it, with every expression parsed once."""

from dataclasses import dataclass, field

from graphsync.emulator.document import Document, member, objects, whole
from graphsync.expressions.check import check
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.filters import Scope
from graphsync.expressions.parse import parse
from graphsync.expressions.tree import Attribute, Constant, Node

SOFT_DELETE = {"active": "False", "accountEnabled": "False"}


@dataclass(frozen=True, slots=True)
class Flow:
    """How one target attribute gets its value; `problem` says why it cannot."""

    target: str
    node: Node | None
    default: str | None
    priority: int
    creation_only: bool
    reference: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ObjectPlan:
    """One enabled object mapping."""

    source: str
    target: str
    flows: tuple[Flow, ...]
    scope: Scope
    adds: bool
    updates: bool
    deletes: bool
    matching: tuple[Flow, ...] = field(default=())

    @property
    def kind(self) -> str:
        """Which table of the directory the source objects are in."""
        return "group" if self.source.lower() == "group" else "user"

    @property
    def soft_delete(self) -> tuple[str, str] | None:
        """The attribute that disables an account, and its value; None when accounts can only be deleted."""
        return next(
            ((flow.target, SOFT_DELETE[flow.target]) for flow in self.flows if flow.target in SOFT_DELETE), None
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled schema: its rules by id, each with its object mappings in order."""

    rules: dict[str, tuple[ObjectPlan, ...]]

    @property
    def objects(self) -> tuple[ObjectPlan, ...]:
        """Every object mapping of every rule."""
        return tuple(item for rule in self.rules.values() for item in rule)


def compile_schema(schema: Document) -> Plan:
    """Compile a schema; an expression that cannot be parsed fails the objects it is used on, not the schema."""
    references = {
        str(attribute.get("name"))
        for directory in objects(schema.get("directories"))
        for item in objects(directory.get("objects"))
        for attribute in objects(item.get("attributes"))
        if attribute.get("type") == "Reference"
    }
    return Plan(
        {
            str(rule.get("id", "")): tuple(
                _object_plan(mapping, references)
                for mapping in objects(rule.get("objectMappings"))
                if mapping.get("enabled", True)
            )
            for rule in objects(schema.get("synchronizationRules"))
        }
    )


def _object_plan(mapping: Document, references: set[str]) -> ObjectPlan:
    flows = tuple(_flow(item, references) for item in objects(mapping.get("attributeMappings")))
    flow_types = {part.strip() for part in str(mapping.get("flowTypes", "")).split(",")}
    return ObjectPlan(
        source=str(mapping.get("sourceObjectName", "")),
        target=str(mapping.get("targetObjectName", "")),
        flows=flows,
        scope=Scope(mapping.get("scope")),
        adds="Add" in flow_types,
        updates="Update" in flow_types,
        deletes="Delete" in flow_types,
        matching=tuple(sorted((flow for flow in flows if flow.priority > 0), key=lambda flow: flow.priority)),
    )


def _flow(mapping: Document, references: set[str]) -> Flow:
    source = member(mapping, "source")
    target = str(mapping.get("targetAttributeName", ""))
    node, problem = None, ""
    try:
        node = _node(source)
    except ExpressionError as error:
        problem = str(error)
    return Flow(
        target=target,
        node=node,
        default=str(mapping["defaultValue"]) if mapping.get("defaultValue") else None,
        priority=whole(mapping.get("matchingPriority"), 0),
        creation_only=mapping.get("flowType") == "ObjectAddOnly",
        reference=target in references,
        problem=problem,
    )


def _node(source: Document) -> Node | None:
    if not source:
        return None
    expression = source.get("expression")
    if isinstance(expression, str) and expression:
        tree = parse(expression)
        check(tree)
        return tree
    name = str(source.get("name") or "")
    return Attribute(name) if source.get("type") == "Attribute" else Constant(name)
