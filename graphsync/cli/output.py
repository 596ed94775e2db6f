"""Data on standard output: a table for people, or JSON, JSON lines, CSV and YAML for programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from graphsync._core.json_values import as_list, as_object
from graphsync.cli.exits import UsageMistake, nearest
from graphsync.cli.printable import printable
from graphsync_client.types import Json

Row = Mapping[str, Json]


class Form(StrEnum):
    """In which form data is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    YAML = "yaml"


def write_rows(rows: Sequence[Row], columns: Sequence[str], form: Form, chosen: str | None) -> None:
    """Write a list; a table and CSV have a column for each key.

    Args:
        rows: What to write.
        columns: The keys, in order; every row has all of them.
        form: The form.
        chosen: The columns that the user asked for, with commas; None for all.

    """
    if chosen is not None:
        columns = _chosen(chosen, columns)
        rows = [{name: row[name] for name in columns} for row in rows]
    if form is Form.JSON:
        _write(json.dumps([*rows], indent=2, ensure_ascii=False) + "\n")
    elif form is Form.JSONL:
        _write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    elif form is Form.CSV:
        _write(_csv(rows, columns))
    elif form is Form.YAML:
        _write(_yaml([dict(row) for row in rows]))
    else:
        _table([[_cell(row[name]) for name in columns] for row in rows], columns)


def write_object(found: Row, form: Form, chosen: str | None) -> None:
    """Write one object; a table has a line for each key."""
    if chosen is not None:
        found = {name: found[name] for name in _chosen(chosen, [*found])}
    if form is Form.JSON:
        _write(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
    elif form is Form.JSONL:
        _write(json.dumps(found, ensure_ascii=False) + "\n")
    elif form is Form.CSV:
        _write(_csv([found], [*found]))
    elif form is Form.YAML:
        _write(_yaml(dict(found)))
    else:
        _table([[name, _cell(value)] for name, value in _flat(found)], ("name", "value"))


def write_text(text: str) -> None:
    """Write text as it is."""
    _write(text if text.endswith("\n") or not text else text + "\n")


def _chosen(wanted: str, columns: Sequence[str]) -> list[str]:
    found = [name.strip() for name in wanted.split(",") if name.strip()]
    for name in found:
        if name not in columns:
            raise UsageMistake(f"there is no column {name!r}", nearest(name, columns))
    return found


def _write(text: str) -> None:
    sys.stdout.write(text)


def _flat(found: Row, prefix: str = "") -> Iterator[tuple[str, Json]]:
    """Give each member of an object; those of an object inside it have a name with dots."""
    for name, value in found.items():
        inner = as_object(value)
        if inner:
            yield from _flat(inner, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _cell(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(item, str) for item in as_list(value)):
        return printable(", ".join(as_list(value)))
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return printable(text)


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(
            (
                ""
                if row[name] is None
                else row[name]
                if isinstance(row[name], str)
                else json.dumps(row[name])
            )
            for name in columns
        )
    return text.getvalue()


def _yaml(value: Json) -> str:
    import yaml

    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100)


def _table(rows: Sequence[Sequence[str]], columns: Sequence[str]) -> None:
    if not sys.stdout.isatty():
        # For a pipe: nothing is cut off, and one line is one row.
        widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
        for row in ([name.upper() for name in columns], *rows):
            line = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
            _write(line.rstrip() + "\n")
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name.upper(), overflow="fold")
    for row in rows:
        table.add_row(*(Text(text) for text in row))
    Console().print(table)
