"""Which columns of a file become which attributes of a person, as a YAML or JSON file says it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from graphsync.cli.exits import UsageMistake
from graphsync.expressions.json_shapes import is_object
from graphsync.inbound import RowMapping, Source

_KEYS = ("column", "values", "otherwise", "constant")


def read_mapping(path: Path) -> dict[str, Source]:
    """Return the mapping that a file holds.

    A SCIM attribute has the name of its column, or an object: `column` with `values` (from what
    stands in the column to what is sent, and `otherwise` for the rest), or a `constant`. Raises
    `UsageMistake` for anything else.
    """
    if not path.exists():
        raise UsageMistake(f"there is no file {path}", "write one, such as externalId: Employee ID")
    try:
        content: object = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageMistake(f"{path} is not YAML: {error}", "correct the file") from None
    if not is_object(content) or not content:
        raise UsageMistake(f"{path} holds no mapping", "write lines such as userName: Mail")
    mapping = {str(name): _source(value, f"{path}: {name}") for name, value in content.items()}
    try:
        RowMapping(mapping)
    except ValueError as error:
        raise UsageMistake(f"{path}: {error}", "correct the mapping") from None
    return mapping


def _source(value: object, place: str) -> Source:
    if isinstance(value, str):
        return value
    if not is_object(value):
        raise UsageMistake(
            f"{place} is {value!r}, which names no column", "write the column's name in quotes"
        )
    unknown = [key for key in value if key not in _KEYS]
    if unknown:
        raise UsageMistake(
            f"{place} has the unknown key {unknown[0]!r}", f"there are {', '.join(_KEYS)}"
        )
    if set(value) == {"constant"}:
        constant = value["constant"]
        return lambda _row: constant
    column, table = value.get("column"), value.get("values")
    if not isinstance(column, str) or not is_object(table) or "constant" in value:
        raise UsageMistake(
            f"{place} is not complete", "write column and values, or constant, or a column's name"
        )
    return _Table(column, table, value)


class _Table:
    """What is sent for each text that stands in a column."""

    def __init__(
        self, column: str, values: Mapping[str, object], document: Mapping[str, object]
    ) -> None:
        self._column = column
        self._values = {str(key): value for key, value in values.items()}
        self._document = document

    def __call__(self, row: Mapping[str, object]) -> object:
        if self._column not in row:
            raise ValueError(f"there is no column {self._column!r}")
        text = str(row[self._column] or "").strip()
        if text in self._values:
            return self._values[text]
        if "otherwise" in self._document:
            return self._document["otherwise"]
        raise ValueError(f"{self._column} is {text!r}, for which the mapping has no value")
