"""Codecs for what is declared elsewhere in the package: models, enumerations, flags, and lists of anything."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from ._convert import Codec, Json
from ._enum import OpenEnum
from ._errors import Mismatch
from ._flags import OpenFlags

if TYPE_CHECKING:
    from ._model import Model


class _Declared:
    """Find a class by module and name when it is first needed, so that importing a model imports no other."""

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self._name = name
        self._class: Any = None  # the class, once found

    def _find(self) -> Any:
        if self._class is None:
            package = __name__.rpartition(".")[0]
            self._class = getattr(import_module(f"{package}.models.{self._module}"), self._name)
        return self._class


class ModelOf(_Declared):
    """Convert JSON objects to a model."""

    mutable = True

    def decoder(self) -> Callable[[Json], Model]:
        model: type[Model] = self._find()
        return model.adopt

    def encode(self, value: object) -> Json:
        to_dict = getattr(value, "to_dict", None)
        return value if to_dict is None else to_dict()


class EnumOf(_Declared):
    """Convert text to an open enumeration."""

    mutable = False

    def decoder(self) -> Callable[[Json], OpenEnum]:
        enum: type[OpenEnum] = self._find()

        def decode(raw: Json) -> OpenEnum:
            if isinstance(raw, str):
                return enum(raw)
            raise Mismatch(raw, f"text ({self._name})")

        return decode

    def encode(self, value: object) -> Json:
        return str(value) if isinstance(value, OpenEnum) else value


class FlagsOf(_Declared):
    """Convert comma-separated names to a flags enumeration."""

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

    def encode(self, value: object) -> Json:
        return str(value) if isinstance(value, OpenFlags) else value


class ListOf:
    """Convert JSON arrays, item by item; null items stay None."""

    mutable = True

    def __init__(self, item: Codec) -> None:
        self.item = item

    def decoder(self) -> Callable[[Json], list[object]]:
        decode_item = self.item.decoder()

        def decode(raw: Json) -> list[object]:
            if not isinstance(raw, list):
                raise Mismatch(raw, "a JSON array")
            return [None if item is None else decode_item(item) for item in cast("list[object]", raw)]

        return decode

    def encode(self, value: object) -> Json:
        return self.overlay(value, [])

    def overlay(self, value: object, received: list[Json]) -> Json:
        """Return the JSON of `value`; an item that still means what was received in its place keeps that spelling."""
        if not isinstance(value, (list, tuple)):
            return value
        items = cast("list[object]", value)
        encode = self.item.encode
        written = [None if item is None else encode(item) for item in items]
        if not self.item.mutable:
            decode = self.item.decoder()
            for at, before in enumerate(received[: len(items)]):
                if before is not None and decode(before) == items[at]:
                    written[at] = before
        return written
