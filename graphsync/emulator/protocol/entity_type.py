"""What a `$filter`, a `$select` and an `$orderby` may name of an object."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphsync.emulator.protocol.errors import bad_request, unsupported_query


@dataclass(frozen=True, slots=True)
class EntityType:
    """A type of Graph with the names of its properties.

    `filterable` holds paths such as `status/code`; a property of `others` exists and cannot be
    filtered. Names are compared without regard to case. With `nested` whatever lies within a
    filterable property can be filtered too. `aliases` are other names of paths, in lower case;
    `any_case` the paths whose values are compared without regard to case in any collection.
    """

    name: str
    filterable: frozenset[str]
    others: frozenset[str] = frozenset()
    nested: bool = False
    aliases: Mapping[str, str] = field(default_factory=dict[str, str])
    any_case: frozenset[str] = frozenset()

    def resolve(self, path: str) -> tuple[str, bool]:
        """Return the path that a filter reads, and whether the case of its values does not count.

        Raise the service's 400 for a path that does not exist or cannot be filtered.
        """
        path = self.aliases.get(path.casefold(), path)
        wanted = path.casefold()
        filterable = _folded(self.filterable)
        if wanted in filterable or (self.nested and wanted.partition("/")[0] in filterable):
            return path, wanted in _folded(self.any_case)
        if wanted.partition("/")[0] in self._first():
            raise unsupported_query(
                f"Unsupported or invalid query filter clause specified for property '{path[:100]}' "
                f"of resource '{self._short}'."
            )
        raise self.unknown(path.partition("/")[0])

    def check_names(self, names: Iterable[str]) -> None:
        """Raise the service's 400 for the first name of a `$select` or an `$orderby` that does
        not exist.
        """
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
