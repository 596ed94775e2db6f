"""Codecs for what is declared elsewhere in the package: models, enumerations, flags, and lists of anything."""

from __future__ import annotations

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

    def decode(self, raw: Json) -> Model:
        if not isinstance(raw, dict):
            raise Mismatch(raw, f"a JSON object ({self._name})")
        model: type[Model] = self._find()
        return model.from_dict(cast("dict[str, Json]", raw))

    def encode(self, value: object) -> Json:
        to_dict = getattr(value, "to_dict", None)
        return value if to_dict is None else to_dict()


class EnumOf(_Declared):
    """Convert text to an open enumeration."""

    mutable = False

    def decode(self, raw: Json) -> OpenEnum:
        if not isinstance(raw, str):
            raise Mismatch(raw, f"text ({self._name})")
        enum: type[OpenEnum] = self._find()
        return enum(raw)

    def encode(self, value: object) -> Json:
        return str(value) if isinstance(value, OpenEnum) else value


class FlagsOf(_Declared):
    """Convert comma-separated names to a flags enumeration."""

    mutable = False

    def decode(self, raw: Json) -> OpenFlags:
        flags: type[OpenFlags] = self._find()
        try:
            if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < 1 << 31:
                return flags(raw)
            if isinstance(raw, str):
                return flags.parse(raw)
        except ValueError as error:
            raise Mismatch(raw, str(error)) from None
        raise Mismatch(raw, f"flag names joined by commas ({self._name})")

    def encode(self, value: object) -> Json:
        return str(value) if isinstance(value, OpenFlags) else value


class ListOf:
    """Convert JSON arrays, item by item; null items stay None."""

    mutable = True

    def __init__(self, item: Codec) -> None:
        self.item = item

    def decode(self, raw: Json) -> list[object]:
        if not isinstance(raw, list):
            raise Mismatch(raw, "a JSON array")
        items = cast("list[object]", raw)
        decode = self.item.decode
        return [None if item is None else decode(item) for item in items]

    def encode(self, value: object) -> Json:
        return self.overlay(value, [])

    def overlay(self, value: object, received: list[Json]) -> Json:
        """Return the JSON of `value`; an item that still means what was received in its place keeps that spelling."""
        if not isinstance(value, (list, tuple)):
            return value
        return [
            None if item is None else self._item(item, received[at] if at < len(received) else None)
            for at, item in enumerate(cast("list[object]", value))
        ]

    def _item(self, value: object, before: Json) -> Json:
        if before is not None and not self.item.mutable and self.item.decode(before) == value:
            return before
        return self.item.encode(value)
