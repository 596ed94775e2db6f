"""How objects of one class are made of JSON: quickly, once many are."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Any, Generic, TypeVar

from ._errors import Mismatch
from ._json import Json

R = TypeVar("R")
Store = Callable[[object, object], None]
# Writing and compiling straight code takes as long as some 150 objects of it save.
_MANY = 200
# For what is learnt, by all classes at once: two threads could each add one half of a circle.
_LOCK = RLock()


class Early:
    """Say in which lines a member's slot can be filled as soon as the object is made: where that takes next to nothing."""

    SAME = "if raw{0}.__class__ is part{0}: store{0}(made, raw{0})"
    KNOWN = "if raw{0}.__class__ is str and (known := part{0}(raw{0})) is not None: store{0}(made, known)"
    MODEL = "if raw{0}.__class__ is dict: store{0}(made, part{0}.make(raw{0}))"
    LIST = "if raw{0}.__class__ is list: first(made, {{}}) if raw{0} else store{0}(made, [])"


class Maker(Generic[R]):
    """Make objects of one class by `make`; what the program has read of others before is filled in at once.

    Filling a slot takes a tenth of the time of finding it empty. What does not convert is left for the reader to meet.
    """

    __slots__ = ("_absent", "_class", "_early", "_first", "_made", "_received", "make")

    def __init__(self, cls: type[R], received: Store, first: Store) -> None:
        self._class = cls
        self._received = received
        self._first = first
        self._early: list[tuple[str, str, Any, Store]] = []  # wire name, how, `part`, slot
        self._absent: set[str] = set()  # wire names that not every object has
        self._made = 0
        self.make: Callable[[Json], R] = self._plain

    def learn(self, wire: str, how: str, part: Any, store: Store) -> None:  # a type, a mapping or a maker
        """Fill a member from now on, once many objects are made."""
        with _LOCK:
            # A class that leads back to itself would be made as deep as the JSON goes, and depth must cost no stack.
            if how == Early.MODEL and self in part.below():
                return
            self._early.append((wire, how, part, store))
            self._made = 0
            self.make = self._plain

    def below(self) -> set[Maker[Any]]:  # of any class
        """Return those of which making an object here makes some, this one among them."""
        found: set[Maker[Any]] = set()
        left: list[Maker[Any]] = [self]
        while left:
            maker = left.pop()
            if maker not in found:
                found.add(maker)
                left += [part for _, how, part, _ in maker._early if how == Early.MODEL]
        return found

    def _plain(self, document: Json) -> R:
        if not isinstance(document, dict):
            raise Mismatch(document, f"a JSON object ({self._class.__name__})")
        made = object.__new__(self._class)
        self._received(made, document)  # pyright: ignore[reportUnknownArgumentType]  # JSON
        self._first(made, {})
        self._made += 1
        if self._made >= _MANY and self._early and self.make == self._plain:
            self._compile()
        return made

    def _without(self, document: dict[str, Json]) -> R:
        """Make an object that lacks members which all had so far."""
        with _LOCK:
            self._absent.update(wire for wire, *_ in self._early if wire not in document)
            self._compile()
        return self.make(document)

    def _compile(self) -> None:
        with _LOCK:
            self.make = self._straight()

    def _straight(self) -> Callable[[Json], R]:
        """Write a function of straight lines; nothing but numbers is put into its text."""
        known: dict[str, Any] = {
            "plain": self._plain,
            "without": self._without,
            "new": object.__new__,
            "cls": self._class,
            "received": self._received,
            "first": self._first,
        }
        reads: list[str] = []
        stores: list[str] = []
        for at, (wire, how, part, store) in enumerate(self._early):
            known |= {f"wire{at}": wire, f"part{at}": part, f"store{at}": store}
            # Subscription takes half the time of a call.
            reads.append(
                f"raw{at} = document.get(wire{at})" if wire in self._absent else f"raw{at} = document[wire{at}]"
            )
            stores += [how.format(at), f"elif raw{at} is None: store{at}(made, None)"]
        lines = [
            "def make(document):",
            "    if document.__class__ is not dict: return plain(document)",
            "    try:",
            *(f"        {line}" for line in reads),
            "    except KeyError: return without(document)",
            "    made = new(cls)",
            "    received(made, document)",
            *(f"    {line}" for line in stores),
            "    return made",
        ]
        exec("\n".join(lines), known)  # its text is what stands above, and numbers
        made: Callable[[Json], R] = known["make"]
        return made
