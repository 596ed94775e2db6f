"""Annotations that resolve, although what they name is imported when it is used.

A short program must not import classes that only its annotations name, so those imports stand
under `if TYPE_CHECKING:`. `typing.get_type_hints`, `inspect.signature(eval_str=True)` and what
builds on them would then end in a NameError.
"""

from __future__ import annotations

import sys
from collections.abc import ItemsView, Iterator, KeysView, ValuesView
from types import FunctionType
from typing import Any, TypeVar, cast

T = TypeVar("T")


def resolvable(defined: T) -> T:
    """Let the annotations of a class and its methods, or of a function, resolve when they are read.

    The module's imports for type checking are carried out once, at that time.
    """
    if isinstance(defined, FunctionType):
        _defer(defined)
    for found in tuple(vars(defined).values()) if isinstance(defined, type) else ():
        # A property's getter, that of a cached one, the function of a class method, or a method.
        for name in ("fget", "func", "__func__"):
            _defer(getattr(found, name, None))
        _defer(found)
    if isinstance(defined, type) and "__annotations__" in vars(defined):
        space = vars(sys.modules[defined.__module__])
        defined.__annotations__ = _Annotations(defined.__annotations__, space)
    return defined


def _defer(function: object) -> None:
    if isinstance(function, FunctionType) and function.__annotations__:
        # A verb is wrapped; what its annotations mean is up to the module of what it wraps, and
        # `inspect.signature` reads them there.
        chain: list[Any] = [function]  # functions, and what their wrappers added
        while hasattr(chain[-1], "__wrapped__"):
            chain.append(chain[-1].__wrapped__)
        for one in chain:
            one.__annotations__ = _Annotations(one.__annotations__, chain[-1].__globals__)


class _Annotations(dict[str, Any]):  # annotations are of any type
    """The annotations of one function or class, as they were written.

    Whoever resolves them copies them first, and every way of copying a dict that is not exactly a
    dict begins with its keys.
    """

    def __init__(self, written: dict[str, Any], space: dict[str, Any]) -> None:
        super().__init__(written)
        self._space = space

    def __iter__(self) -> Iterator[str]:
        _import_for_annotations(self._space)
        return super().__iter__()

    def keys(self) -> KeysView[str]:  # type: ignore[override]  # dict's own view is private
        _import_for_annotations(self._space)
        return cast("KeysView[str]", super().keys())

    def values(self) -> ValuesView[Any]:  # type: ignore[override]
        _import_for_annotations(self._space)
        return cast("ValuesView[Any]", super().values())

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override]
        _import_for_annotations(self._space)
        return cast("ItemsView[str, Any]", super().items())


_DONE = "__annotations_are_imported__"


def _import_for_annotations(space: dict[str, Any]) -> None:
    """Carry out what stands under `if TYPE_CHECKING:` at the top of the module of a namespace."""
    if _DONE in space:
        return
    import ast
    import linecache  # it finds the source of a module in an archive too

    file: str = space["__file__"]
    for node in ast.parse("".join(linecache.getlines(file, space))).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            lines = [line for line in node.body if isinstance(line, (ast.Import, ast.ImportFrom))]
            imports = compile(ast.Module([*lines], []), file, "exec")
            exec(imports, space)  # noqa: S102  # the module's own source
    space[_DONE] = True
