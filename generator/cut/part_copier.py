"""From a part of the document to the facts in it, in the order of the slice."""

from generator.cut.members import Place, items, members, name
from generator.errors import GeneratorError
from generator.openapi.objects import DESCRIPTION, EXTENSIONS, KINDS, PROSE
from generator.openapi.pointer import join
from generator.yaml.values import Json, Repeated

# Graph's documents are 30 levels deep at most.
_DEEPEST = 200
# What may get the words of the document.
_DESCRIBED = {"schema", "operation", "xEnumValue"}
_RANKS = {
    kind: {field: rank for rank, field in enumerate(fields)} for kind, fields in KINDS.items()
}


class PartCopier:
    """A copier of parts without their prose, which collects what they refer to."""

    def __init__(
        self, repeated: Repeated, most: int | None = None, *, descriptions: bool = False
    ) -> None:
        """Set the limits.

        Args:
            repeated: mappings that give a key twice: an error when one of them is met.
            most: how many characters and values there can be at most; for documents with aliases,
                of which a few lines can stand for terabytes.
            descriptions: whether the descriptions of types, properties, values and operations are
                kept as well.

        """
        self.refs: dict[str, Place] = {}
        """Every `$ref` met, with the place of the first."""
        self.mappings: list[dict[str, Json]] = []
        """Every discriminator met that has a mapping."""
        self._repeated = repeated
        self._most = most
        self._descriptions = descriptions
        self._copied = 0

    def of(self, node: Json, kind: str, place: Place) -> Json:
        """Copy the facts of one part.

        Args:
            node: the part.
            kind: what it is, in the notation of `generator.openapi.objects`.
            place: where it stands in the document.

        """
        if kind == "=":
            return self._data(node, place)
        if kind[0] == "[":
            return [
                self.of(item, kind[1:-1], (*place, at))
                for at, item in enumerate(self._items(node, place))
            ]
        if kind[0] == "{":
            found = self._members(node, place)
            return {key: self.of(found[key], kind[1:-1], (*place, key)) for key in sorted(found)}
        if kind == "schema" and isinstance(node, bool):
            return node
        return self._object(self._members(node, place), kind, place)

    def _object(self, node: dict[str, Json], kind: str, place: Place) -> dict[str, Json]:
        fields = KINDS[kind]
        ranks = _RANKS[kind]
        kept: dict[str, Json] = {}
        for key in sorted(node, key=lambda key: (ranks.get(key, len(ranks)), key)):
            if key in PROSE or (key.startswith("x-") and key not in EXTENSIONS):
                continue
            kept[key] = self.of(node[key], fields.get(key, "="), (*place, key))
        if self._descriptions and kind in _DESCRIBED:
            text = node.get("description") or node.get("summary")
            if isinstance(text, str) and text.strip():
                kept[DESCRIPTION] = self._data(text, place)
        if "$ref" in kept:
            ref = kept["$ref"]
            if not isinstance(ref, str):
                raise GeneratorError(join((*place, "$ref")), name(ref), "a $ref is text")
            self.refs.setdefault(ref, (*place, "$ref"))
        elif kind == "response":
            # OpenAPI requires one; the words are ours, elsewhere.
            return {"description": "", **kept}
        elif kind == "discriminator" and "mapping" in kept:
            self.mappings.append(kept)
        return kept

    def _members(self, node: Json, place: Place) -> dict[str, Json]:
        found = members(node, place, self._repeated)
        for key in found:
            if not key.isascii():
                check_text(key, place)
        self._count(place, len(found))
        return found

    def _items(self, node: Json, place: Place) -> list[Json]:
        found = items(node, place)
        self._count(place, len(found))
        return found

    def _data(self, node: Json, place: Place) -> Json:
        if isinstance(node, str):
            self._count(place, len(node))
            if not node.isascii():
                check_text(node, place)
            return node
        if isinstance(node, dict):
            found = self._members(node, place)
            return {key: self._data(found[key], (*place, key)) for key in sorted(found)}
        if isinstance(node, list):
            return [
                self._data(item, (*place, at)) for at, item in enumerate(self._items(node, place))
            ]
        return node

    def _count(self, place: Place, size: int) -> None:
        if len(place) > _DEEPEST:
            raise GeneratorError(
                join(place[:8]), f"nested deeper than {_DEEPEST} levels", "take the nesting apart"
            )
        self._copied += size + 1
        if self._most is not None and self._copied > self._most:
            found = "aliases that repeat more than the document holds"
            raise GeneratorError(join(place[:8]), found, "write the document without aliases")


def check_text(text: str, place: Place) -> None:
    """Raise for half of a surrogate pair, which JSON can spell and no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        found = f"half of a surrogate pair, {text[error.start]!a}"
        raise GeneratorError(join(place), found, "correct the text") from None
