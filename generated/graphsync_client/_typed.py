"""Codecs for what is declared elsewhere in the package: models, enumerations, flags, and lists of anything."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from ._convert import Codec
from ._enum import OpenEnum
from ._errors import Mismatch
from ._flags import OpenFlags
from ._json import Json, copy_json
from ._maker import Early, Maker
from ._writable import Writable

if TYPE_CHECKING:
    from ._unfinished import Unfinished


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

    def maker(self) -> Maker[Writable]:
        """Return what makes objects of the model."""
        model: type[Writable] = self._find()
        return model.own_maker()

    def early(self) -> tuple[str, object] | None:
        return Early.MODEL, self.maker()

    def decoder(self) -> Callable[[Json], Writable]:
        maker = self.maker()

        def decode(raw: Json) -> Writable:
            return maker.make(raw)  # looked up each time, because it changes

        return decode

    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:  # noqa: ARG002  # see Codec
        return unfinished.begin(value) if isinstance(value, Writable) else copy_json(value, strict=True)


class EnumOf(_Declared):
    """Convert text to an open enumeration."""

    mutable = False

    def early(self) -> tuple[str, object] | None:
        enum: type[OpenEnum] = self._find()
        return Early.KNOWN, {member.value: member for member in enum}.get

    def decoder(self) -> Callable[[Json], OpenEnum]:
        enum: type[OpenEnum] = self._find()

        def decode(raw: Json) -> OpenEnum:
            if isinstance(raw, str):
                return enum(raw)
            raise Mismatch(raw, f"text ({self._name})")

        return decode

    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:  # noqa: ARG002  # see Codec
        return str(value) if isinstance(value, OpenEnum) else copy_json(value, strict=True)


class FlagsOf(_Declared):
    """Convert comma-separated names to a flags enumeration."""

    mutable = False

    def early(self) -> tuple[str, object] | None:
        return None

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

    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:  # noqa: ARG002  # see Codec
        return str(value) if isinstance(value, OpenFlags) else copy_json(value, strict=True)


class ListOf:
    """Convert JSON arrays, item by item; null items stay None."""

    mutable = True

    def __init__(self, item: Codec) -> None:
        self.item = item

    def early(self) -> tuple[str, object] | None:
        return Early.LIST, None

    def decoder(self) -> Callable[[Json], list[object]]:
        maker = self.item.maker() if isinstance(self.item, ModelOf) else None
        decode_item = self.item.decoder()

        def decode(raw: Json) -> list[object]:
            if not isinstance(raw, list):
                raise Mismatch(raw, "a JSON array")
            items: Any = raw  # pyright: ignore[reportUnknownVariableType]  # JSON of any type
            convert = decode_item if maker is None else maker.make
            return [None if item is None else convert(item) for item in items]

        return decode

    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:
        """Return the JSON of `value`; items that still mean what was received keep that spelling."""
        if not isinstance(value, (list, tuple)):
            return copy_json(value, strict=True)
        items = cast("list[object]", value)
        written = [None if item is None else self.item.encode(item, None, unfinished) for item in items]
        if not self.item.mutable and isinstance(received, list):
            self._respell(written, items, cast("list[object]", received))
        return written

    def _respell(self, written: list[Json], items: list[object], received: list[object]) -> None:
        """Prefer the spelling that came in the same place, then one that came elsewhere in the list."""
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
