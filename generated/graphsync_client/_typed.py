"""Codecs for what is declared elsewhere in the package: models, enumerations, flags, and lists
of anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from typing import Any, cast

from ._enum import OpenEnum
from ._errors import Mismatch
from ._flags import OpenFlags
from ._json import Json, copy_json
from ._record import Codec, Record, Unfinished, set_json, wrap


class _Declared:
    """A class that is found by its name when it is first needed, so that a model does not import
    all others.
    """

    exact: type | None = None

    def __init__(self, name: str) -> None:
        self._name = name
        self._class: Any = None  # the class, once found

    def declared(self) -> Iterable[type]:
        return (self._find(),)

    def _find(self) -> Any:
        if self._class is None:
            package = __name__.rpartition(".")[0]
            self._class = getattr(import_module(f"{package}.models"), self._name)
        return self._class


class ModelOf(_Declared):
    """The conversion of JSON objects to a model."""

    mutable = True

    def decoder(self) -> Callable[[Json], Record]:
        model: type[Record] = self._find()
        new, received = object.__new__, set_json
        if "DERIVED" in model.__dict__:
            return partial(wrap, model)

        def decode(raw: Json) -> Record:
            if raw.__class__ is dict:  # as a rule; this is done for each item of each page
                made = new(model)
                received(made, raw)
                return made
            other: Record = wrap(model, raw)
            return other

        return decode

    # see Codec
    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:  # noqa: ARG002
        return unfinished.begin(value) if isinstance(value, Record) else copy_json(value, strict=True)


class EnumOf(_Declared):
    """The conversion of text to an open enumeration."""

    mutable = False

    def decoder(self) -> Callable[[Json], OpenEnum]:
        enum: type[OpenEnum] = self._find()
        known = {member.value: member for member in enum}

        def decode(raw: Json) -> OpenEnum:
            if isinstance(raw, str):
                return known.get(raw) or enum(raw)
            raise Mismatch(raw, f"text ({self._name})")

        return decode

    # see Codec
    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:  # noqa: ARG002
        return str(value) if isinstance(value, OpenEnum) else copy_json(value, strict=True)


class FlagsOf(_Declared):
    """The conversion of comma-separated names to a flags enumeration."""

    mutable = False

    def decoder(self) -> Callable[[Json], OpenFlags]:
        flags: type[OpenFlags] = self._find()

        def decode(raw: Json) -> OpenFlags:
            try:
                if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < 1 << 31:
                    return flags(raw)
                if isinstance(raw, str):
                    return flags.parse(raw)
            except ValueError as error:
                raise Mismatch(raw, str(error)) from None
            raise Mismatch(raw, f"flag names joined by commas ({self._name})")

        return decode

    # see Codec
    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:  # noqa: ARG002
        return str(value) if isinstance(value, OpenFlags) else copy_json(value, strict=True)


class ListOf:
    """The conversion of JSON arrays, item by item; null items stay None."""

    exact: type | None = None
    mutable = True

    def __init__(self, item: Codec) -> None:
        self.item = item

    def declared(self) -> Iterable[type]:
        return self.item.declared()

    def decoder(self) -> Callable[[Json], list[object]]:
        convert = self.item.decoder()

        def decode(raw: Json) -> list[object]:
            if not isinstance(raw, list):
                raise Mismatch(raw, "a JSON array")
            items: Any = raw  # pyright: ignore[reportUnknownVariableType]  # JSON of any type
            return [None if item is None else convert(item) for item in items]

        return decode

    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:
        """Return the JSON of `value`.

        Items that still mean what was received keep that spelling.
        """
        if not isinstance(value, (list, tuple)):
            return copy_json(value, strict=True)
        items = cast("list[object]", value)
        written = [None if item is None else self.item.encode(item, None, unfinished) for item in items]
        if not self.item.mutable and isinstance(received, list):
            self._respell(written, items, cast("list[object]", received))
        return written

    def _respell(self, written: list[Json], items: list[object], received: list[object]) -> None:
        """Prefer the spelling that came in the same place, then one that came elsewhere in the
        list.
        """
        try:
            meanings = self.decoder()(received)
        except Mismatch:
            return
        spare: dict[object, list[Json]] = {}
        moved: list[int] = [*range(len(meanings), len(items))]
        for at, (meaning, raw) in enumerate(zip(meanings, received, strict=True)):
            if at < len(items) and items[at] == meaning:
                written[at] = raw
                continue
            spare.setdefault(meaning, []).append(raw)
            if at < len(items):
                moved.append(at)
        for at in moved:
            try:
                spellings = spare.get(items[at])
            except TypeError:  # no hash, so nothing that was read here
                continue
            if spellings:
                written[at] = spellings.pop(0)
