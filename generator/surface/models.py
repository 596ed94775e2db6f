"""What the templates need to know of models and openapi-python-client does not keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from generator.document.names import module, snake
from generator.errors import GeneratorError, Problems
from generator.openapi.objects import DESCRIPTION, PROSE
from generator.openapi.pointer import escape
from generator.openapi.walk import Node, as_node, nodes, own_parts, ref_name, schemas
from generator.runtime._model import Model
from generator.surface.shapes import ANNOTATIONS, Shape, kind, shape
from generator.words.docs import Docs
from generator.words.words import Words, described

# A member of such a name would hide what `Model` has itself, or what the declarations of later
# members use.
_TAKEN = {*dir(Model), "member", *ANNOTATIONS}
# What a model's component and the inline part of its `allOf` can hold; a choice between shapes, for
# one, cannot.
_PARTS = {
    "type",
    "properties",
    "required",
    "allOf",
    "nullable",
    "additionalProperties",
    "discriminator",
    "deprecated",
}


@frozen
class MemberFacts:
    """One property: how Python and the wire call it, its shape, and its words."""

    name: str
    wire: str
    shape: Shape
    secret: bool
    words: Words


@frozen
class ModelFacts:
    """One class of an object: its base, if it has one, and its own members."""

    name: str
    module: str
    graph_name: str
    base: str | None
    members: tuple[MemberFacts, ...]
    words: Words
    required: frozenset[str] = frozenset()
    """The members, by their Python names, that every object that is sent must have."""
    derived: tuple[tuple[str, str], ...] = ()
    """What `@odata.type` may name in place of this class: Graph's names, each with its class."""

    @property
    def classes(self) -> frozenset[str]:
        """The classes that the annotations name."""
        return frozenset(name for member in self.members for name in member.shape.classes)

    def uses(self, annotation: str) -> bool:
        """Return whether an annotation of this class mentions a name."""
        return any(
            annotation in member.shape.annotation.replace("[", " ").replace("]", " ").split()
            for member in self.members
        )

    @property
    def codecs(self) -> list[str]:
        """The names to import for the codecs."""
        found = {
            word
            for member in self.members
            for word in (
                member.shape.codec.replace("(", " ").replace(")", " ").replace(",", " ").split()
            )
        }
        return sorted(word for word in found if not word.startswith('"'))


def model_facts(document: Node, docs: Docs) -> dict[str, ModelFacts]:
    """Return the facts of every model by class name."""
    components: Node = document.get("components", {}).get("schemas", {})
    facts: dict[str, ModelFacts] = {}
    problems = Problems()
    for name, place, schema in schemas(document):
        with problems.noting():
            if kind(schema) == "other":
                shape(schema, components, place, (name,))
            if kind(schema) == "model":
                facts[name] = _model(name, place, schema, components, docs)
    problems.check()
    for name, entry in facts.items():
        with problems.noting():
            _check_inherited(entry, facts, f"/components/schemas/{escape(name)}")
    problems.check()
    return _with_derived(facts, _answers(document))


def _model(name: str, place: str, schema: Node, components: Node, docs: Docs) -> ModelFacts:
    _check_parts(schema, place)
    graph_name: str = schema["x-graphsync-name"]
    members = tuple(_members(graph_name, schema, components, place, docs))
    return ModelFacts(
        name,
        module(name, place),
        graph_name,
        _base(schema, components, place),
        members,
        described(docs.type(graph_name), _description(schema)),
        frozenset(_required(schema, members, place)),
    )


def _answers(document: Node) -> set[str]:
    """Return the names of the classes that operations answer with."""
    return {
        str(node["$ref"]).rpartition("/")[2]
        for _, node in nodes(document.get("paths", {}))
        if isinstance(node.get("$ref"), str)
    }


def _with_derived(facts: dict[str, ModelFacts], answers: set[str]) -> dict[str, ModelFacts]:
    """Add to each class that is read somewhere those that build on it."""
    read = answers | {name for entry in facts.values() for name in entry.classes}
    derived: dict[str, list[tuple[str, str]]] = {}
    for name, entry in facts.items():
        base = entry.base
        while base is not None:
            if base in read:
                derived.setdefault(base, []).append((entry.graph_name, name))
            base = facts[base].base
    return {
        name: evolve(entry, derived=tuple(sorted(derived.get(name, ()))))
        for name, entry in facts.items()
    }


def _description(schema: Node) -> object:
    """Return what the document says of a type, which stands beside its properties or beside its
    base.
    """
    return next((part[DESCRIPTION] for part in own_parts(schema) if DESCRIPTION in part), None)


def _check_parts(schema: Node, place: str) -> None:
    inline = [
        (f"{place}/allOf/{at}", part)
        for at, part in enumerate(schema.get("allOf", ()))
        if "$ref" not in part
    ]
    for at, part in [(place, schema), *inline]:
        unknown = [key for key in part if key not in _PARTS | PROSE and not key.startswith("x-")]
        if unknown or (part is not schema and "allOf" in part):
            raise GeneratorError(
                at,
                found=(
                    "a schema of an unknown shape, with"
                    f" {', '.join(sorted(unknown)) or 'allOf inside of allOf'}"
                ),
                expected="properties, and in allOf one base and objects; add a pass for it",
            )


def _check_inherited(entry: ModelFacts, facts: Mapping[str, ModelFacts], place: str) -> None:
    """Stop where a class inherits from itself, or hides a member of a base by another of the
    same name.
    """
    wires = {member.name: member.wire for member in entry.members}
    seen = [entry.name]
    base = entry.base
    while base is not None:
        if base in seen:
            raise GeneratorError(
                f"{place}/allOf", found=f"a type that is its own base: {base}", expected="a tree"
            )
        seen.append(base)
        for member in facts[base].members:
            if wires.get(member.name, member.wire) != member.wire:
                raise GeneratorError(
                    f"{place}/properties/{escape(wires[member.name])}",
                    found=(
                        f"{wires[member.name]!r} becomes {member.name}, and so does {member.wire!r}"
                        f" of {base}"
                    ),
                    expected="names that differ",
                )
        base = facts[base].base


def _base(schema: Node, components: Node, place: str) -> str | None:
    bases = [ref_name(part["$ref"], place) for part in schema.get("allOf", ()) if "$ref" in part]
    if len(bases) > 1:
        raise GeneratorError(
            place=f"{place}/allOf", found=f"{len(bases)} base types", expected="one at most"
        )
    if bases and kind(components.get(bases[0], {})) != "model":
        raise GeneratorError(
            f"{place}/allOf",
            found=f"the base {bases[0]}, which is not an object",
            expected="an object",
        )
    return bases[0] if bases else None


def _members(
    graph_name: str, schema: Node, components: Node, place: str, docs: Docs
) -> Iterator[MemberFacts]:
    taken: dict[str, str] = {}
    for part in own_parts(schema):
        for wire, prop in part.get("properties", {}).items():
            at = f"{place}/properties/{escape(wire)}"
            name = snake(wire, at)
            name = f"{name}_" if name in _TAKEN else name
            if name in taken:
                raise GeneratorError(
                    at,
                    found=f"{wire!r} becomes {name}, and so does {taken[name]!r}",
                    expected="names that differ",
                )
            taken[name] = wire
            yield MemberFacts(
                name,
                wire,
                shape(prop, components, at),
                bool(prop.get("x-graphsync-secret")),
                described(docs.property(graph_name, wire), prop.get(DESCRIPTION)),
            )


def _required(schema: Node, members: Iterable[MemberFacts], place: str) -> Iterator[str]:
    """Yield what must be there, be it inherited.

    What only the service writes is not asked of anybody.
    """
    names = {member.wire: member.name for member in members}
    for part in own_parts(schema):
        for wire in part.get("required", ()):
            if not any(
                as_node(of.get("properties", {}).get(wire)).get("readOnly")
                for of in own_parts(schema)
            ):
                yield names.get(wire) or snake(wire, place)
