"""Immutable values, without a compiler.

attrs and dataclasses write the methods of a class as source text and compile it. For the twelve
classes that every program needs, that took 6 ms of the 14 by which a first call was slower than
plain httpx, and the import of attrs took 4 more.
"""

from __future__ import annotations

from typing import Any, ClassVar, Never, Self, dataclass_transform

_REQUIRED: Any = object()  # the default of a field that has none


@dataclass_transform(frozen_default=True)
class Value:
    """A base for values: their fields are the annotations of the class, and never change.

    Two values are equal where their class and their fields are. `evolve` makes a changed copy, as
    `copy.replace` does from Python 3.13 on.
    """

    # A plain dict, because `update` takes one four times as fast as a view of one.
    _defaults: ClassVar[dict[str, Any]] = {}
    """The default of each field, by its name; each class has its own."""
    _needed: ClassVar[tuple[str, ...]] = ()
    _positional: ClassVar[tuple[str, ...]] = ()
    _unshown: ClassVar[frozenset[str]] = frozenset()
    """The fields that a repr leaves out."""
    _uncompared: ClassVar[frozenset[str]] = frozenset()
    """The fields that equality leaves out."""

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        super().__init_subclass__()
        own = vars(cls)
        defaults = dict(cls._defaults)
        for name, kind in own.get("__annotations__", {}).items():
            if name[0] != "_" and not str(kind).startswith(("ClassVar", "typing.ClassVar")):
                defaults[name] = own.get(name, _REQUIRED)
        cls._defaults = defaults
        cls._needed = tuple(name for name, given in defaults.items() if given is _REQUIRED)
        cls._positional = () if kw_only else tuple(defaults)

    def __init__(self, *values: Any, **named: Any) -> None:
        fields = self._defaults
        if values:
            named = self._named(values, named)
        own = self.__dict__
        own.update(fields)
        own.update(named)
        if len(own) != len(fields):
            raise self._misuse(named)
        for name in self._needed:
            if own[name] is _REQUIRED:
                raise self._misuse(named)
        self._check()

    def _check(self) -> None:
        """Raise ValueError or TypeError for fields that cannot be."""

    def _named(self, values: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
        names = self._positional
        if len(values) > len(names):
            raise TypeError(
                f"{type(self).__name__} takes {len(names)} positional arguments, {len(values)} were"
                " given"
            )
        given = dict(zip(names, values, strict=False))
        if named:
            if twice := given.keys() & named.keys():
                raise TypeError(f"{type(self).__name__} got {', '.join(sorted(twice))} twice")
            given.update(named)
        return given

    def _misuse(self, named: dict[str, Any]) -> TypeError:
        kind, known = type(self).__name__, self._defaults
        for name in named:
            if name not in known:
                from difflib import get_close_matches  # only a program with a mistake needs it

                near = get_close_matches(name, known, 1)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                return TypeError(f"{kind} got an unexpected keyword {name!r}{hint}")
        missing = [
            name for name, default in known.items() if default is _REQUIRED and name not in named
        ]
        return TypeError(f"{kind} needs {', '.join(missing)}")

    def evolve(self, **changes: Any) -> Self:
        """Return a copy with other values of these fields; raises TypeError for an unknown one."""
        return type(self)(**{**self.__dict__, **changes})

    __replace__ = evolve

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(
            f"{type(self).__name__}.{name} cannot be set: the object never changes; use evolve()",
            name=name,
            obj=self,
        )

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(
            f"{type(self).__name__}.{name} cannot be deleted: the object never changes",
            name=name,
            obj=self,
        )

    def _compared(self) -> tuple[Any, ...]:
        return tuple(value for name, value in self.__dict__.items() if name not in self._uncompared)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash((type(self), self._compared()))

    def __repr__(self) -> str:
        shown = ", ".join(
            f"{name}={self._shown(name)}" for name in self._defaults if name not in self._unshown
        )
        return f"{type(self).__name__}({shown})"

    def _shown(self, name: str) -> str:
        return repr(self.__dict__[name])
