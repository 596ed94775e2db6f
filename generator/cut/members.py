"""Take a mapping or a list for granted, or say where there is none."""

from generator.errors import GeneratorError
from generator.openapi.pointer import join
from generator.yaml.values import Json, Repeated

Place = tuple[str | int, ...]

_REMEDY = "give a Graph OpenAPI document"


def members(node: Json, place: Place, repeated: Repeated) -> dict[str, Json]:
    """Return a mapping; `GeneratorError` for anything else, and for one that has a key twice."""
    if not isinstance(node, dict):
        raise GeneratorError(join(place), f"{name(node)} instead of an object", _REMEDY)
    key = repeated.key(node)
    if key is not None:
        raise GeneratorError(join((*place, key)), "the same key twice", "keep one of them")
    return node


def items(node: Json, place: Place) -> list[Json]:
    """Return a list; `GeneratorError` for anything else."""
    if not isinstance(node, list):
        raise GeneratorError(join(place), f"{name(node)} instead of a list", _REMEDY)
    return node


def name(node: Json) -> str:
    """Say in a few words what a value is."""
    match node:
        case None:
            return "nothing"
        case dict():
            return "an object"
        case list():
            return "a list"
        case _:
            return f"the value {str(node)[:40]!r}"
