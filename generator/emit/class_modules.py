"""Which module holds which class, and that no class takes a name that is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.document.runtime_names import RUNTIME_NAMES
from generator.errors import GeneratorError
from generator.openapi.pointer import escape
from generator.surface.enums import EnumFacts
from generator.surface.models import ModelFacts

RUNTIME = Path(__file__).parents[1] / "runtime"


def class_modules(
    models: Mapping[str, ModelFacts], enums: Mapping[str, EnumFacts]
) -> dict[str, str]:
    """Return the module of every class; raises where two would have one name, or a class hides what
    the code uses.

    Types that are read together stand together: one that only a single other type names is in that
    type's module, and so are types that name each other, so that no modules import each other in a
    circle. An enumeration takes longer to make than a module takes to import, and has one of its
    own.
    """
    own = {name: entry.module for name, entry in models.items()}
    own |= {name: entry.module for name, entry in enums.items()}
    classes: dict[str, str] = {}
    for name, module in own.items():
        place = f"/components/schemas/{escape(name)}"
        if name in RUNTIME_NAMES:
            raise GeneratorError(
                place,
                found=f"a class {name}, which the runtime has already",
                expected="another name",
            )
        if module in classes:
            found = f"{name} becomes the module {module}, and so does {classes[module]}"
            raise GeneratorError(place, found=found, expected="names that differ")
        classes[module] = name
    heads = _heads(_named(models))
    return {name: own[heads.get(name, name)] for name in own}


def in_order(names: Iterable[str], models: Mapping[str, ModelFacts], head: str) -> list[str]:
    """Return the classes of one module as they are read: the first, then what it names.

    Bases before what they carry.
    """
    wanted = set(names)
    named = _named(models)
    found: list[str] = []
    left = [head]
    while left:
        name = left.pop()
        if name in wanted and name not in found:
            found.append(name)
            left += reversed(named[name])
    for name in list(found):
        base = models[name].base
        if base in wanted and found.index(str(base)) > found.index(name):
            found.remove(str(base))
            found.insert(found.index(name), str(base))
    return found


def _named(models: Mapping[str, ModelFacts]) -> dict[str, list[str]]:
    """Return the models that each model names, in the order of its members."""
    found: dict[str, list[str]] = {}
    for name, entry in models.items():
        members = [other for member in entry.members for other in sorted(member.shape.classes)]
        named = members if entry.base is None else [entry.base, *members]
        found[name] = [other for other in dict.fromkeys(named) if other in models and other != name]
    return found


def _heads(named: Mapping[str, list[str]]) -> dict[str, str]:
    """Return for each type the one whose module it is in."""
    below = {name: _reached(name, named) for name in named}
    heads: dict[str, str] = {}
    for name in named:
        circle = sorted(
            other for other in below[name] | {name} if name == other or name in below[other]
        )
        outside = {other for other in named if other not in circle}
        # Of a circle, the one that others come in by.
        heads[name] = next(
            (one for one in circle if any(one in named[other] for other in outside)), circle[0]
        )
    while True:
        users: dict[str, set[str]] = {}
        for name, others in named.items():
            for other in others:
                if heads[name] != heads[other]:
                    users.setdefault(heads[other], set()).add(heads[name])
        moved = next(((head, *by) for head, by in sorted(users.items()) if len(by) == 1), None)
        if moved is None:
            return heads
        heads = {name: moved[1] if head == moved[0] else head for name, head in heads.items()}


def _reached(name: str, named: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    left = [*named[name]]
    while left:
        other = left.pop()
        if other not in found:
            found.add(other)
            left += named[other]
    return found
