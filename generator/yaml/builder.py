"""From the events of PyYAML's C parser to plain values.

PyYAML's own constructor makes five times the objects, reads scalars as YAML 1.1, calls itself for
every level and forgets that a key was given twice.
"""

from yaml import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.errors import GeneratorError
from generator.yaml.scalars import resolve_plain, resolve_tagged
from generator.yaml.values import Json, Repeated

_REMEDY = "give a Graph OpenAPI document"
_MERGE = "<<"
# Graph's documents are 30 levels deep at most.
_DEEPEST = 1000
# Only somebody who means harm gets more members than this out of `<<`.
_MOST_MERGED = 1_000_000

_Collection = dict[str, Json] | list[Json]


class Builder:
    """Events collected into one document, without recursion, whatever the depth."""

    def __init__(self) -> None:
        self.repeated = Repeated()
        self.aliased = False
        self._documents: list[Json] = []
        self._here: _Collection = self._documents
        self._key: str | None = None
        self._merging = False
        self._above: list[tuple[_Collection, str | None]] = []
        self._merges: list[tuple[dict[str, Json], Json, Event]] = []
        self._merged = 0
        self._anchors: dict[str, Json] = {}
        self._open: set[str] = set()

    def document(self) -> Json:
        """Return the one document; `GeneratorError` for none and for several."""
        if len(self._documents) != 1:
            found = "several documents in one" if self._documents else "empty"
            raise GeneratorError("the document", found, _REMEDY)
        return self._documents[0]

    def feed(self, event: Event) -> None:
        """Take the next event."""
        if isinstance(event, ScalarEvent):
            if self._key is None and isinstance(self._here, dict):
                self._take_key(event, self._here)
                return
            value = _scalar(event)
            if event.anchor:
                self._anchors[event.anchor] = value
            self._put(value, event)
        elif isinstance(event, MappingStartEvent):
            self._start({}, event.anchor, event)
        elif isinstance(event, SequenceStartEvent):
            self._start([], event.anchor, event)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._end()
        elif isinstance(event, AliasEvent):
            self._alias(event)

    def _take_key(self, event: ScalarEvent, here: dict[str, Json]) -> None:
        key = event.value
        if event.anchor:
            self._anchors[event.anchor] = key
        if key == _MERGE and event.implicit[0]:
            self._merging = True
        elif key in here:
            self.repeated.add(here, key)
        self._key = key

    def _put(self, value: Json, event: Event) -> None:
        here = self._here
        if isinstance(here, list):
            here.append(value)
            return
        if self._key is None:
            raise _misfit(event, "a key that is not text")
        if self._merging:
            self._merges.append((here, value, event))
            self._merging = False
        else:
            here[self._key] = value
        self._key = None

    def _start(self, value: _Collection, anchor: str | None, event: Event) -> None:
        if len(self._above) >= _DEEPEST:
            # Observed: of a flow style the C parser looks at each open collection for each
            # character of it.
            raise _misfit(event, f"nested deeper than {_DEEPEST} levels")
        self._put(value, event)
        self._above.append((self._here, anchor))
        self._here = value
        if anchor:
            self._open.add(anchor)

    def _end(self) -> None:
        ended = self._here
        self._here, anchor = self._above.pop()
        if anchor:
            self._open.discard(anchor)
            self._anchors[anchor] = ended
        while self._merges and self._merges[-1][0] is ended:
            self._merge(*self._merges.pop())

    def _merge(self, target: dict[str, Json], value: Json, event: Event) -> None:
        for source in value if isinstance(value, list) else [value]:
            if not isinstance(source, dict):
                raise _misfit(event, "<< with a value that is not a mapping")
            self._merged += len(source)
            if self._merged > _MOST_MERGED:
                raise _misfit(event, f"<< makes more than {_MOST_MERGED} members")
            for key, member in source.items():
                target.setdefault(key, member)

    def _alias(self, event: AliasEvent) -> None:
        name = event.anchor or ""
        if name in self._open:
            raise _misfit(event, f"the alias *{name} is used inside its own definition")
        if name not in self._anchors:
            raise _misfit(event, f"the alias *{name} has no anchor")
        self.aliased = True
        value = self._anchors[name]
        if self._key is None and isinstance(self._here, dict) and isinstance(value, str):
            raise _misfit(event, f"the alias *{name} as a key")
        self._put(value, event)


def _scalar(event: ScalarEvent) -> Json:
    try:
        if event.implicit[0]:
            return resolve_plain(event.value)
        return event.value if event.tag is None else resolve_tagged(event.tag, event.value)
    except ValueError as error:
        raise _misfit(event, str(error)) from None


def _misfit(event: Event, found: str) -> GeneratorError:
    mark = event.start_mark
    place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "the document"
    return GeneratorError(place, found, _REMEDY)
