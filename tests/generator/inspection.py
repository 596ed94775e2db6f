"""What may stand in generated code: declarations, imports of its own package, and calls of its own runtime."""

from __future__ import annotations

import ast
from pathlib import Path

from generator.emit.class_modules import RUNTIME

_NODES = (
    *(
        ast.Module,
        ast.Expr,
        ast.Constant,
        ast.Name,
        ast.Load,
        ast.Store,
        ast.Attribute,
        ast.Subscript,
        ast.Tuple,
    ),
    *(
        ast.Assign,
        ast.AnnAssign,
        ast.If,
        ast.Pass,
        ast.Return,
        ast.BinOp,
        ast.Add,
        ast.BitOr,
        ast.Dict,
        ast.Compare,
    ),
    *(
        ast.IsNot,
        ast.Call,
        ast.keyword,
        ast.ImportFrom,
        ast.alias,
        ast.ClassDef,
        ast.FunctionDef,
        ast.arguments,
        ast.arg,
    ),
)
_CALLED = {
    *("member", "ListOf", "ModelOf", "EnumOf", "FlagsOf"),
    *("lazy", "segment", "query", "MappingProxyType"),
}
_METHODS = {"to_dict", "with_headers"}
_ATTRIBUTES = {*_METHODS, "from_dict", "path", "JSON", "TEXT", "BYTES", "LOCATION"}
_DECORATORS = {"classmethod"}
_MODULES = {"__future__", "collections.abc", "datetime", "types", "typing"}


def inspect(package: Path) -> int:
    """Assert that every written module but the runtime holds nothing else; return how many there are."""
    written = [
        path for path in package.rglob("*.py") if not (RUNTIME / path.relative_to(package)).exists()
    ]
    for path in written:
        for node in ast.walk(ast.parse(path.read_bytes())):
            where = f"{path.name}: {ast.dump(node)[:200]}"
            assert isinstance(node, _NODES), where
            if isinstance(node, ast.Call):
                assert _may_be_called(node.func), where
            elif isinstance(node, ast.Attribute):
                assert node.attr in _ATTRIBUTES, where
            elif isinstance(node, ast.ImportFrom):
                assert node.level > 0 or node.module in _MODULES, where
            elif isinstance(node, ast.Expr):
                assert isinstance(node.value, ast.Constant), where
            elif isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                assert {ast.unparse(held) for held in node.decorator_list} <= _DECORATORS, where
            elif isinstance(node, ast.Name) and node.id.startswith("__"):
                assert node.id in {"__getattr__", "__dir__", "__name__", "__slots__"}, where
    return len(written)


def _may_be_called(called: ast.expr) -> bool:
    match called:
        case ast.Name(id=name):
            return name in _CALLED
        case ast.Subscript(value=ast.Name(id="Operation")):
            return True
        case ast.Attribute(value=ast.Name(), attr=name):
            return name in _METHODS
        case _:
            return False
