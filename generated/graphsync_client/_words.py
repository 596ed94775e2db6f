"""The words below the members of a class, for `help()`.

Python does not keep them, the source does.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache


def words_of(cls: type) -> dict[str, str]:
    """Return by name what stands below the members that a class declares.

    Nothing where there is no source.
    """
    return _words_in(cls.__module__).get(cls.__qualname__, {})


@cache
def _words_in(module: str) -> dict[str, dict[str, str]]:
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (
        KeyError,
        OSError,
        TypeError,
        SyntaxError,
    ):  # typed in, frozen, or installed without source
        return {}
    found: dict[str, dict[str, str]] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            words = found[node.name] = {}
            for first, second in zip(node.body, node.body[1:], strict=False):
                match first, second:
                    case (
                        ast.AnnAssign(target=ast.Name(id=name)),
                        ast.Expr(value=ast.Constant(value=str(text))),
                    ):
                        words[name] = inspect.cleandoc(text)
                    case _:
                        pass
    return found
