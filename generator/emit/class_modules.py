"""Which module holds which class, and that no class takes a name that is taken."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.errors import GeneratorError
from generator.openapi.pointer import escape
from generator.surface.enums import EnumFacts
from generator.surface.models import ModelFacts

RUNTIME = Path(__file__).parents[1] / "runtime"


def class_modules(models: Mapping[str, ModelFacts], enums: Mapping[str, EnumFacts]) -> dict[str, str]:
    """Return the module of every class; raises where two would share one, or a class hides what the code uses."""
    modules = {name: entry.module for name, entry in models.items()}
    modules |= {name: entry.module for name, entry in enums.items()}
    classes: dict[str, str] = {}
    for name, module in modules.items():
        place = f"/components/schemas/{escape(name)}"
        if name in _runtime_names():
            raise GeneratorError(place, found=f"a class {name}, which the runtime has already", expected="another name")
        if module in classes:
            found = f"{name} becomes the module {module}, and so does {classes[module]}"
            raise GeneratorError(place, found=found, expected="names that differ")
        classes[module] = name
    return modules


@cache
def _runtime_names() -> frozenset[str]:
    """Return what generated modules import besides each other."""
    tree = ast.parse((RUNTIME / "types.py").read_bytes())
    imported = [alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    return frozenset({*imported, "Mapping", "MappingProxyType", "Sequence", "TYPE_CHECKING"})
