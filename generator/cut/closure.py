"""Everything that the kept paths refer to, and what that refers to."""

from graphlib import CycleError, TopologicalSorter

from generator.cut.library import Library
from generator.cut.part_copier import PartCopier
from generator.cut.scope import Scope
from generator.errors import GeneratorError
from generator.openapi.objects import GROUPS
from generator.openapi.pointer import join, reference, resolve_ref
from generator.yaml.values import Json

Components = dict[str, dict[str, Json]]

_SCHEMAS = "#/components/schemas/"


def closure(library: Library, copier: PartCopier, scope: Scope, lacking: list[str]) -> Components:
    """Collect the components that `copier` met a `$ref` to, and those that these refer to.

    Of the types that have a rule, only the properties that it keeps; a rule for a type that is not
    met is an error, unless the scope is optional. `lacking` gets a line for each type and property
    that a rule names in vain.

    A discriminator's mapping is no reference: `microsoft.graph.entity` maps all of Graph.
    Afterwards the mappings name what is kept for another reason, and no mapping is left empty.
    """
    kept: Components = {}
    done = 0
    while done < len(copier.refs):
        refs = list(copier.refs.items())[done:]
        done += len(refs)
        wanted: dict[str, dict[str, str]] = {}
        for ref, place in refs:
            group, name, *_ = reference(ref, join(place))
            if group not in GROUPS:
                raise GeneratorError(
                    join(place), f"$ref {ref!r} to a group that holds no facts", _groups()
                )
            if name not in kept.get(group, {}):
                wanted.setdefault(group, {}).setdefault(name, join(place))
        for group, names in wanted.items():
            found = library.components(group, names)
            for name, where in names.items():
                target = ("components", group, name)
                if name not in found:
                    missing = f"dangling $ref: there is no {join(target)}"
                    raise GeneratorError(
                        where, missing, "give a whole document, or correct the $ref"
                    )
                part = found[name]
                if group == "schemas" and name in scope.types:
                    part = scope.types[name].project(part, target, library.repeated, lacking)
                kept.setdefault(group, {})[name] = copier.of(part, GROUPS[group], target)
    for name in sorted(scope.types.keys() - kept.get("schemas", {}).keys()):
        found_none = f"nothing kept refers to {name}"
        if not scope.optional:
            raise GeneratorError(
                join(("components", "schemas", name)), found_none, "correct its rule in the scope"
            )
        lacking.append(found_none)
    _check_ends(kept, copier)
    _prune(kept, copier)
    return {group: dict(sorted(kept[group].items())) for group in sorted(kept)}


def _groups() -> str:
    return f"known are {', '.join(GROUPS)}"


def _check_ends(kept: Components, copier: PartCopier) -> None:
    """Refuse a `$ref` into a component that has no such part, and components that are nothing
    but each other.
    """
    for ref, place in copier.refs.items():
        resolve_ref({"components": {**kept}}, ref, join(place))
    graph: dict[str, list[str]] = {}
    for group, components in kept.items():
        for name, node in components.items():
            graph[join(("components", group, name))] = _same_as(node)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        chain: list[str] = error.args[1]
        found = f"a $ref that ends in itself: {' → '.join(reversed(chain))}"
        raise GeneratorError(chain[0], found, "say what it is in at least one of them") from None


def _same_as(node: Json) -> list[str]:
    """Return the components without which this one means nothing: what it is, or inherits from."""
    if not isinstance(node, dict):
        return []
    bases = node.get("allOf")
    parts = [node, *bases] if isinstance(bases, list) else [node]
    refs = [part["$ref"] for part in parts if isinstance(part, dict) and "$ref" in part]
    return [join(("components", *reference(ref, "")[:2])) for ref in refs if isinstance(ref, str)]


def _prune(kept: Components, copier: PartCopier) -> None:
    schemas = kept.get("schemas", {})
    for discriminator in copier.mappings:
        mapping = discriminator["mapping"]
        if not isinstance(mapping, dict):
            continue
        staying: dict[str, Json] = {
            value: target
            for value, target in mapping.items()
            if isinstance(target, str) and target.removeprefix(_SCHEMAS) in schemas
        }
        if staying:
            discriminator["mapping"] = staying
        else:
            del discriminator["mapping"]
