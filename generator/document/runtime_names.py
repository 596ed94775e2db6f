"""The names that generated modules import besides each other.

No class of a document may have one.
"""

from __future__ import annotations

import ast
from pathlib import Path

_TYPES = Path(__file__).parents[1] / "runtime" / "types.py"


def _imported() -> frozenset[str]:
    tree = ast.parse(_TYPES.read_bytes())
    imported = [
        alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    return frozenset({*imported, "Mapping", "MappingProxyType", "Sequence", "TYPE_CHECKING"})


RUNTIME_NAMES = _imported()
