"""Connectivity parameters, in whatever shape they come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphsync._core.json_values import as_list, as_object
from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.types import Json

_NAMES = ("key", "name", "id")
_VALUES = ("value", "values", "parameters")


class ConnectivityValues(Mapping[str, Any]):  # the service may send values of any type
    """Values by the names of their parameters; a repr shows the names alone."""

    def __init__(self, values: Hidden[dict[str, Any]]) -> None:
        self._values = values

    @classmethod
    def read(cls, answer: Json) -> ConnectivityValues:
        """Read an answer: a list of entries, an object that holds such a list, or an object of
        names and values.
        """
        hidden = Hidden(answer)
        del answer  # a traceback that shows local variables must not have it
        return cls(Hidden(dict(_pairs(hidden))))

    def __getitem__(self, name: str) -> Any:  # as above
        return self._values.reveal()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values.reveal())

    def __len__(self) -> int:
        return len(self._values.reveal())

    def __repr__(self) -> str:
        return f"<ConnectivityValues {', '.join(self)}>"


def _pairs(answer: Hidden[Json]) -> Iterator[tuple[str, Any]]:
    whole = as_object(answer.reveal()) or {}
    lists = [whole[name] for name in _VALUES if isinstance(whole.get(name), list)]
    if not lists and whole:
        yield from ((name, value) for name, value in whole.items() if not name.startswith("@"))
        return
    for entry in as_list(lists[0] if lists else answer.reveal()):
        members = as_object(entry) or {}
        name = next((members[name] for name in _NAMES if isinstance(members.get(name), str)), None)
        if name is not None:
            rest = {key: value for key, value in members.items() if key not in _NAMES}
            yield name, next((rest[key] for key in _VALUES if key in rest), rest or None)
