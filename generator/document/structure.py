"""What every pass takes for granted: the document is OpenAPI, each part of it of the kind that
its place asks for.
"""

from __future__ import annotations

from openapi_python_client.schema import OpenAPI
from pydantic import ValidationError

from generator.errors import GeneratorError, GeneratorErrors, Problems
from generator.openapi.pointer import join, resolve, split
from generator.openapi.walk import Node, nodes

# What may be null and mean it.
_DATA = {"default", "example"}


def check_structure(document: Node) -> None:
    """Raise the parts that are not what OpenAPI says, such as a parameter without a name."""
    try:
        OpenAPI.model_validate(document)
    except UnicodeEncodeError:
        # JSON can spell half of a character; no file can hold it.
        raise GeneratorError(
            "the document", found="text that is not Unicode", expected="whole characters"
        ) from None
    except ValidationError as error:
        raise GeneratorErrors(_defects(document, error)) from None
    problems = Problems()
    for place, node in nodes(document):
        for key, value in node.items():
            if value is None and key not in _DATA and not key.startswith("x-"):
                with problems.noting():
                    raise GeneratorError(
                        join((*split(place), key)),
                        found="nothing",
                        expected="a value, or not the key",
                    )
    problems.check()


def _defects(document: Node, error: ValidationError) -> list[GeneratorError]:
    """Return a defect for each wrong place.

    A part that may be one of several kinds is complained of once for each kind: what is said first
    stands for all that is said of it and of the parts around and within it.
    """
    defects: dict[tuple[str, ...], GeneratorError] = {}
    for found in error.errors(include_url=False, include_context=False, include_input=False):
        place = _place(document, found["loc"])
        way = split(place)
        if any(way[: len(said)] == said or said[: len(way)] == way for said in defects):
            continue
        defects[way] = GeneratorError(
            place,
            found=f"{found['loc'][-1] if found['loc'] else 'the document'}: {found['msg']}",
            expected="what OpenAPI 3 says of this place",
        )
    return list(defects.values())


def _place(document: Node, location: tuple[int | str, ...]) -> str:
    """Spell the way to the defect as a pointer.

    Pydantic's also names the kinds it tried and what is missing.
    """
    way: tuple[int | str, ...] = ()
    for step in location:
        try:
            resolve(document, join((*way, step)))
        except GeneratorError:
            continue
        way = (*way, step)
    return join(way)
