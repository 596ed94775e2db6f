"""Which properties of a type are kept; fewer properties refer to fewer types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from generator.cut.members import Place, members
from generator.errors import GeneratorError
from generator.openapi.pointer import join
from generator.yaml.values import Json, Repeated


@dataclass(frozen=True)
class TypeRule:
    """The properties of one type to keep, or those to drop; one of the two."""

    name: str
    keep: frozenset[str] = frozenset()
    drop: frozenset[str] = frozenset()

    def project(self, schema: Json, place: Place, repeated: Repeated, lacking: list[str]) -> Json:
        """Copy a schema with its own properties projected; what it inherits stays.

        Versions of a document differ: `lacking` gets a line for each property of the rule that the
        type does not have. `GeneratorError` where it has none of them.
        """
        found: set[str] = set()
        made = self._part(schema, place, repeated, found)
        missing = sorted((self.keep | self.drop) - found)
        if missing and not found & (self.keep | self.drop):
            raise GeneratorError(
                join(place),
                f"no property {' nor '.join(missing)}",
                "correct the rule for this type in the scope",
            )
        for name in missing:
            near = get_close_matches(name, sorted(found - self.keep - self.drop), n=1, cutoff=0.75)
            lacking.append(
                f"{self.name} has no property {name}"
                + (f"; did you mean {near[0]}?" if near else "")
            )
        return made

    def _part(self, schema: Json, place: Place, repeated: Repeated, found: set[str]) -> Json:
        part = dict(members(schema, place, repeated))
        if "properties" in part:
            properties = members(part["properties"], (*place, "properties"), repeated)
            found |= set(properties)
            part["properties"] = {
                name: value for name, value in properties.items() if self._keeps(name)
            }
        required = part.get("required")
        if isinstance(required, list):
            part["required"] = [
                name for name in required if isinstance(name, str) and self._keeps(name)
            ]
        bases = part.get("allOf")
        if isinstance(bases, list):
            part["allOf"] = list(self._bases(bases, place, repeated, found))
        return part

    def _bases(
        self, bases: list[Json], place: Place, repeated: Repeated, found: set[str]
    ) -> Iterator[Json]:
        for at, base in enumerate(bases):
            inherited = isinstance(base, dict) and "$ref" in base
            yield base if inherited else self._part(base, (*place, "allOf", at), repeated, found)

    def _keeps(self, name: str) -> bool:
        # The marker of derived types is not a property of the API.
        return name == "@odata.type" or (name in self.keep if self.keep else name not in self.drop)
