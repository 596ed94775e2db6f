"""A schema, compiled: what the engine needs of it, with every expression parsed once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graphsync.expressions.check import check
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.filters import Scope
from graphsync.expressions.json_shapes import Document, member, objects, strings, whole
from graphsync.expressions.parse import parse
from graphsync.expressions.tree import Attribute, Call, Constant, Node, attributes_of

# The source attributes that say whether an object is to lose its account.
_STATE = frozenset({"issoftdeleted", "accountenabled", "active"})
_ADDING_FUNCTION = "AppRoleAssignmentsComplex"
_REPLACING_FUNCTION = "AssertiveAppRoleAssignmentsComplex"
_CREATING_FUNCTION = "SelectUniqueValue"
_ADDING_FLOWS = frozenset({"ValueAddOnly", "MultiValueAddOnly"})


@dataclass(frozen=True, slots=True)
class Flow:
    """How one target attribute gets its value; `problem` says why it cannot.

    `object_name` is the target object that has the attribute, as the schema names it.
    `clears` is true where a missing value may clear the target's: both the source attribute and the
    mapping let null values flow. `adds` keeps the values that the target has already.
    """

    target: str
    node: Node | None
    default: str | None
    priority: int
    flow_type: str
    reference: bool
    several: bool = False
    case_exact: bool = False
    clears: bool = False
    problem: str = ""
    object_name: str = ""

    @property
    def creation_only(self) -> bool:
        """Whether it flows only when an account is made.

        A unique value does, whatever the mapping says: the account has the value itself, so that a
        later evaluation would find it taken and move on to the next candidate.
        """
        unique = isinstance(self.node, Call) and self.node.name == _CREATING_FUNCTION
        return unique or self.flow_type == "ObjectAddOnly"

    @property
    def adds(self) -> bool:
        """Whether its values join those of the target and replace none."""
        if self.flow_type in _ADDING_FLOWS:
            return True
        return isinstance(self.node, Call) and self.node.name == _ADDING_FUNCTION

    @property
    def replaces(self) -> bool:
        """Whether its values replace those of the target even where there are none."""
        return isinstance(self.node, Call) and self.node.name == _REPLACING_FUNCTION

    @property
    def shows_state(self) -> bool:
        """Whether its value depends on the source object being active."""
        return any(name.casefold() in _STATE for name in attributes_of(self.node))


@dataclass(frozen=True, slots=True)
class ObjectPlan:
    """One enabled object mapping.

    `containers` and `groups` are distinguished names from the rule's filters, in lower case; where
    there are any, an object must lie in one of the containers and belong to one of the groups.
    """

    source: str
    target: str
    flows: tuple[Flow, ...]
    scope: Scope
    adds: bool
    updates: bool
    deletes: bool
    containers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    matching: tuple[Flow, ...] = field(default=())
    state_flows: tuple[Flow, ...] = field(default=())

    @property
    def kind(self) -> str:
        """Which table of the directory the source objects are in."""
        return "group" if self.source.lower() == "group" else "user"


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled schema: its rules by id, each with its object mappings in order."""

    rules: dict[str, tuple[ObjectPlan, ...]]

    @property
    def objects(self) -> tuple[ObjectPlan, ...]:
        """Every object mapping of every rule."""
        return tuple(item for rule in self.rules.values() for item in rule)


class _Definitions:
    """The attribute definitions of a schema, by directory, object and name."""

    def __init__(self, schema: Document) -> None:
        self._found: dict[tuple[str, str], dict[str, Document]] = {}
        self._references: set[str] = set()
        for directory in objects(schema.get("directories")):
            for item in objects(directory.get("objects")):
                attributes = objects(item.get("attributes"))
                named = {str(attribute.get("name")): attribute for attribute in attributes}
                self._found[str(directory.get("name")), str(item.get("name"))] = named
                self._references |= {
                    name for name, each in named.items() if each.get("type") == "Reference"
                }

    def of(self, directory: object, item: object) -> Mapping[str, Document]:
        return self._found.get((str(directory), str(item)), {})

    def is_reference(self, name: str) -> bool:
        return name in self._references


def compile_schema(schema: Document) -> Plan:
    """Compile a schema.

    An expression that cannot be parsed fails the objects it is used on, not the schema.
    """
    definitions = _Definitions(schema)
    return Plan(
        {
            str(rule.get("id", "")): tuple(_mappings(rule, definitions))
            for rule in objects(schema.get("synchronizationRules"))
        }
    )


def _mappings(rule: Document, definitions: _Definitions) -> Iterator[ObjectPlan]:
    for mapping in objects(rule.get("objectMappings")):
        if mapping.get("enabled", True):
            source = definitions.of(
                rule.get("sourceDirectoryName"), mapping.get("sourceObjectName")
            )
            target = definitions.of(
                rule.get("targetDirectoryName"), mapping.get("targetObjectName")
            )
            plan = _object_plan(mapping, source, target, definitions)
            yield replace(
                plan,
                containers=_names(rule, "containerFilter", "includedContainers"),
                groups=_names(rule, "groupFilter", "includedGroups"),
            )


def _names(rule: Document, filter_name: str, list_name: str) -> tuple[str, ...]:
    return tuple(name.casefold() for name in strings(member(rule, filter_name).get(list_name)))


def _object_plan(
    mapping: Document,
    source: Mapping[str, Document],
    target: Mapping[str, Document],
    definitions: _Definitions,
) -> ObjectPlan:
    items = objects(mapping.get("attributeMappings"))
    object_name = str(mapping.get("targetObjectName", ""))
    flows = tuple(
        replace(_flow(item, source, target, definitions), object_name=object_name) for item in items
    )
    flow_types = {part.strip() for part in str(mapping.get("flowTypes", "")).split(",")}
    matching = (flow for flow in flows if flow.priority > 0)
    return ObjectPlan(
        source=str(mapping.get("sourceObjectName", "")),
        target=object_name,
        flows=flows,
        scope=Scope(mapping.get("scope")),
        adds="Add" in flow_types,
        updates="Update" in flow_types,
        deletes="Delete" in flow_types,
        matching=tuple(sorted(matching, key=lambda flow: flow.priority)),
        state_flows=tuple(flow for flow in flows if flow.shows_state),
    )


def _flow(
    mapping: Document,
    source: Mapping[str, Document],
    target: Mapping[str, Document],
    definitions: _Definitions,
) -> Flow:
    name = str(mapping.get("targetAttributeName", ""))
    definition = target.get(name, {})
    node, problem = None, ""
    try:
        node = _node(member(mapping, "source"))
    except ExpressionError as error:
        problem = str(error)
    read = attributes_of(node)
    # The second gate is the mapping's own; no capture shows how it is written, so that the target
    # attribute's definition opens it as well.
    gate = mapping.get("flowNullValues", definition.get("flowNullValues"))
    return Flow(
        target=name,
        node=node,
        default=str(mapping["defaultValue"]) if mapping.get("defaultValue") else None,
        priority=whole(mapping.get("matchingPriority"), 0),
        flow_type=str(mapping.get("flowType") or "Always"),
        reference=definitions.is_reference(name),
        several=bool(definition.get("multivalued")),
        case_exact=bool(definition.get("caseExact")),
        clears=bool(gate) and any(source.get(item, {}).get("flowNullValues") for item in read),
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
