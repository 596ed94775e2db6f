"""Edits of a document's text."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from generator.yaml.parse import parse

Edit = Callable[[bytes], bytes]

GHOST = "'/applications/{id}/synchronization/ghost':"


def put(old: str, new: str) -> Edit:
    """Replace what is in the document exactly once."""

    def edit(data: bytes) -> bytes:
        assert data.count(old.encode()) == 1, f"{old!r} is not in the document once"
        return data.replace(old.encode(), new.encode())

    return edit


def before(line: str, text: str) -> Edit:
    return put(f"\n{line}\n", f"\n{text}\n{line}\n")


def after(line: str, text: str) -> Edit:
    return put(f"\n{line}\n", f"\n{line}\n{text}\n")


def described(value: str) -> Edit:
    """Give a path that is not kept this description."""
    return put(
        "description: Provides operations to manage the admin singleton.", f"description: {value}"
    )


def loaded(data: bytes) -> object:
    return parse(data).value


def dumped(data: bytes, **style: object) -> bytes:
    return yaml.dump(
        loaded(data), Dumper=yaml.CSafeDumper, sort_keys=False, encoding="utf-8", **style
    )  # type: ignore[call-overload] # the options of one call after another
