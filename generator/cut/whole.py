"""Check all of a document, also what no scope keeps."""

from __future__ import annotations

from urllib.parse import unquote

from generator.cut.part_copier import check_text
from generator.errors import GeneratorError, naming_document
from generator.openapi.pointer import join, resolve
from generator.yaml.parse import parse
from generator.yaml.values import Json

_REMEDY = "mend the document, or leave out --whole: what is kept may be sound"


def check_whole(data: bytes, place: str) -> None:
    """Raise at the first defect: what is neither YAML nor JSON, a key given twice, a `$ref` that
    leads nowhere.

    All of the document is parsed, which takes a hundred times as long as the cut and ten times its
    size in memory.
    """
    with naming_document(place):
        parsed = parse(data)
        left: list[tuple[Json, tuple[str | int, ...]]] = [(parsed.value, ())]
        seen: set[int] = set()
        refs: dict[str, tuple[str | int, ...]] = {}
        while left:
            node, way = left.pop()
            if isinstance(node, str):
                check_text(node, way)
            if not isinstance(node, (dict, list)) or id(node) in seen:
                continue
            # With aliases one part stands at several places.
            seen.add(id(node))
            if isinstance(node, list):
                left += [(item, (*way, at)) for at, item in enumerate(node)]
                continue
            key = parsed.repeated.key(node)
            if key is not None:
                raise GeneratorError(join((*way, key)), "the same key twice", _REMEDY)
            for name, value in node.items():
                check_text(name, way)
                left.append((value, (*way, name)))
            ref = node.get("$ref")
            if isinstance(ref, str) and way[-1:] != ("properties",):
                refs.setdefault(ref, (*way, "$ref"))
        for ref, way in refs.items():
            _check_ref(parsed.value, ref, way)


def _check_ref(document: Json, ref: str, way: tuple[str | int, ...]) -> None:
    try:
        if not ref.startswith("#"):
            raise GeneratorError("", "it leads out of the document")
        resolve(document, unquote(ref[1:]))
    except GeneratorError as error:
        raise GeneratorError(
            join(way), f"$ref {ref!r} points to nothing: {error.found}", _REMEDY
        ) from None
