"""JSON pointers (RFC 6901) and the references of a document to its own components."""

from collections.abc import Iterable
from urllib.parse import unquote

from generator.errors import GeneratorError
from generator.yaml.values import Json


def escape(token: str) -> str:
    """Spell one member name as a segment of a pointer."""
    return token.replace("~", "~0").replace("/", "~1")


def unescape(segment: str) -> str:
    """Return the member name that a segment of a pointer stands for."""
    return segment.replace("~1", "/").replace("~0", "~")


def join(tokens: Iterable[str | int]) -> str:
    """Spell a pointer from member names and list positions; of none, the whole document: `""`."""
    return "".join(f"/{escape(str(token))}" for token in tokens)


def split(pointer: str) -> tuple[str, ...]:
    """Take a pointer apart into member names; list positions stay text."""
    if pointer and not pointer.startswith("/"):
        raise GeneratorError(pointer, "not a JSON pointer", "a pointer is empty or starts with /")
    return tuple(unescape(segment) for segment in pointer.split("/")[1:])


def resolve(document: Json, pointer: str) -> Json:
    """Find what a pointer points to; `GeneratorError` where a step of it leads nowhere."""
    node = document
    for depth, token in enumerate(tokens := split(pointer), start=1):
        match node:
            case dict() if token in node:
                node = node[token]
            case list() if token.isascii() and token.isdigit() and int(token) < len(node):
                node = node[int(token)]
            case _:
                raise GeneratorError(
                    pointer, f"nothing at {join(tokens[:depth])}", "point to what the document has"
                )
    return node


def reference(ref: str, place: str) -> tuple[str, ...]:
    """Take a `$ref` apart: group, name, and where it goes further into the component, the rest.

    Args:
        ref: the text of the `$ref`.
        place: where it stands, for the error when it leads out of `#/components`.

    """
    remedy = "refer to #/components/<group>/<name> of the same document"
    if not ref.startswith("#"):
        raise GeneratorError(place, f"$ref {ref!r} leads out of the document", remedy)
    tokens = split(unquote(ref[1:])) if ref[1:2] == "/" else ()
    if len(tokens) < 3 or tokens[0] != "components":
        raise GeneratorError(place, f"$ref {ref!r} leads to no component", remedy)
    return tokens[1:]


def resolve_ref(document: Json, ref: str, place: str) -> Json:
    """Find what a `$ref` refers to; `GeneratorError` at `place` where it leads to nothing."""
    tokens = reference(ref, place)
    try:
        return resolve(document, join(("components", *tokens)))
    except GeneratorError as error:
        raise GeneratorError(
            place,
            f"$ref {ref!r} points to nothing: {error.found}",
            "add the component or correct the $ref",
        ) from None
