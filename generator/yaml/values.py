"""What a document can hold, and the mappings of it that give a key twice."""

from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class Repeated:
    """The keys that a mapping gives twice; the value itself has only the later one."""

    def __init__(self) -> None:
        # The mappings are held as well: an id() is given away again once its object is gone.
        self._seen: dict[int, tuple[dict[str, Json], str]] = {}

    def __bool__(self) -> bool:
        return bool(self._seen)

    def any(self) -> str | None:
        """Return one of the keys, if there is any."""
        return next((key for _, key in self._seen.values()), None)

    def add(self, mapping: dict[str, Json], key: str) -> None:
        """Note that this very mapping had the key twice."""
        self._seen.setdefault(id(mapping), (mapping, key))

    def key(self, mapping: dict[str, Json]) -> str | None:
        """Return the key that this very mapping had twice."""
        seen = self._seen.get(id(mapping))
        return seen[1] if seen else None
