"""What a `$filter`, a `$select` and an `$orderby` may name of an object."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphsync.emulator.protocol.errors import bad_request, unsupported_query


@dataclass(frozen=True, slots=True)
class EntityType:
    """A type of Graph with the names of its properties.

    `filterable` holds paths such as `status/code`; a property of `others` exists and cannot be
    filtered. Names are compared without regard to case.
    """

    name: str
    filterable: frozenset[str]
    others: frozenset[str] = frozenset()

    def check_filter(self, path: str) -> None:
        """Raise the service's 400 for a path that does not exist or cannot be filtered."""
        wanted = path.casefold()
        if wanted in _folded(self.filterable):
            return
        if wanted.partition("/")[0] in self._first():
            raise unsupported_query(
                f"Unsupported or invalid query filter clause specified for property '{path[:100]}' "
                f"of resource '{self._short}'."
            )
        raise self.unknown(path.partition("/")[0])

    def check_names(self, names: Iterable[str]) -> None:
        """Raise the service's 400 for the first name of a `$select` or an `$orderby` that does not exist."""
        known = self._first()
        for name in names:
            first = name.strip().partition("/")[0]
            if first and first != "*" and first.casefold() not in known:
                raise self.unknown(first)

    def unknown(self, name: str) -> Exception:
        """Build the 400 for a property that the type does not have."""
        return bad_request(f"Could not find a property named '{name[:100]}' on type '{self.name}'.")

    @property
    def _short(self) -> str:
        short = self.name.rpartition(".")[2]
        return short[:1].upper() + short[1:]

    def _first(self) -> set[str]:
        return {name.partition("/")[0] for name in _folded(self.filterable | self.others)}


def _folded(names: frozenset[str]) -> set[str]:
    return {name.casefold() for name in names}
