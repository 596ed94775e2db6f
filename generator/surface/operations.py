"""What the templates need to know of operations."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from attrs import frozen

from generator.document.names import identifier
from generator.document.passes.binary_contents import SENT_AS
from generator.errors import GeneratorError, Problems
from generator.openapi.objects import DESCRIPTION
from generator.openapi.pointer import escape
from generator.openapi.walk import Node, as_node, operations, ref_name
from generator.surface.options import OptionFacts, check_arguments, options
from generator.surface.shapes import kind, shape
from generator.words.docs import Docs
from generator.words.words import OperationWords, described

_PIECE = re.compile(r"\{([^{}]+)\}|([^{}]+)")
# What may stand in a path as it is; the rest of a document's path must not reach a request line.
_PLAIN = re.compile(r"[A-Za-z0-9_.$()/'=,@:-]+")
_SCALARS = {"TEXT", "INTEGER", "NUMBER", "BOOLEAN"}
_JSON = re.compile(r"application/([a-z.]+\+)?json")


@frozen
class AnswerFacts:
    """How the answer is read: its annotation, what it reads, the converter and the class to
    import, if any.
    """

    annotation: str
    reads: str
    convert: str
    model: str | None = None
    optional: bool = False


@frozen
class OperationFacts:
    """One operation as its module shows it."""

    name: str
    family: str
    method: str
    path: tuple[tuple[str, bool], ...]
    ids: tuple[str, ...]
    body: str | None
    content_type: str | None
    queries: tuple[OptionFacts, ...]
    headers: tuple[OptionFacts, ...]
    answer: AnswerFacts
    repeatable: bool
    served: bool
    owners: tuple[str, ...]
    words: OperationWords
    beta: bool = False
    body_required: bool = False

    @property
    def request_line(self) -> str:
        """Method and path, with `{owner}` and the ids in braces."""
        path = "".join(f"{{{text}}}" if is_id else text for text, is_id in self.path)
        return f"{self.method} {path}"

    @property
    def owned(self) -> bool:
        """Whether the operation is below a service principal or application."""
        return ("owner", True) in self.path

    @property
    def models(self) -> list[str]:
        """The classes that the signature names."""
        return sorted({name for name in (self.answer.model, self.body_model) if name is not None})

    @property
    def body_model(self) -> str | None:
        """The class of the body, or of each of its items."""
        name = (self.body or "bytes").removeprefix("Sequence[").removesuffix("]")
        return None if name == "bytes" else name

    @property
    def body_code(self) -> str:
        """The expression for what is sent."""
        if self.body_model is None:
            return "body"
        return (
            "body.to_dict()"
            if self.body == self.body_model
            else "[item.to_dict() for item in body]"
        )

    @property
    def types(self) -> list[str]:
        """What the module imports from the package's types."""
        wanted = {"Operation"}
        wanted |= {"Reads"} if self.answer.reads != "NOTHING" else set()
        reader = self.answer.convert.partition("(")[0]
        wanted |= {reader} if reader.startswith("read_") else set()
        wanted |= {"Json"} if self.answer.annotation == "Json" else set()
        wanted |= {"Owner"} if self.owned else set()
        wanted |= {"segment"} if self.ids else set()
        wanted |= {"query"} if self.queries else set()
        return sorted(wanted)


def operation_facts(document: Node, docs: Docs) -> dict[str, OperationFacts]:
    """Return the facts of every operation by name."""
    components: Node = document.get("components", {}).get("schemas", {})
    facts: dict[str, OperationFacts] = {}
    problems = Problems()
    for path, method, place, operation in operations(document):
        with problems.noting():
            made = _operation(path, method, place, operation, components, docs)
            facts[made.name] = made
    problems.check()
    return facts


def _operation(
    path: str, method: str, place: str, operation: Node, components: Node, docs: Docs
) -> OperationFacts:
    name = identifier(operation["operationId"], operation["operationId"], place)
    pieces = _pieces(path, place)
    body, content_type = _body(operation, components, place)
    made = OperationFacts(
        name=name,
        family=identifier(operation["tags"][0], operation["tags"][0], place),
        method=method.upper(),
        path=pieces,
        ids=tuple(text for text, is_id in pieces if is_id and text != "owner"),
        body=body,
        content_type=content_type,
        queries=options(operation, "query", components, place),
        headers=options(operation, "header", components, place),
        answer=_answer(operation, method, components, place),
        repeatable=bool(
            operation.get("x-graphsync-repeatable", method in {"get", "put", "delete"})
        ),
        served=bool(operation.get("x-graphsync-served", True)),
        owners=tuple(owner.split("/")[1] for owner in operation.get("x-graphsync-owners", ())),
        words=_words(docs.operation(name), operation),
        beta=bool(operation.get("x-graphsync-beta")),
        body_required=bool(operation.get("requestBody", {}).get("required")),
    )
    check_arguments(made.ids, made.queries + made.headers, place)
    return made


def _words(words: OperationWords, operation: Node) -> OperationWords:
    found = described(words, operation.get(DESCRIPTION))
    if not operation.get("x-graphsync-beta") or found.written:
        return found
    return replace(found, text=f"Beta only: {found.text[:1].lower()}{found.text[1:]}")


def _pieces(path: str, place: str) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    for found in _PIECE.finditer(path):
        if found[1]:
            pieces.append((identifier(found[1], found[1], place), True))
        elif _PLAIN.fullmatch(found[2]):
            pieces.append((found[2], False))
        else:
            raise GeneratorError(
                place=place,
                found=f"the path part {found[2][:80]!r}",
                expected="letters, digits and /$()-_.'=,@:",
            )
    return tuple(pieces)


def _body(operation: Node, components: Node, place: str) -> tuple[str | None, str | None]:
    content: Any = operation.get("requestBody", {}).get("content", {})
    if not content:
        return None, None
    if all(as_node(media.get("schema")).get("format") == "binary" for media in content.values()):
        return "bytes", operation.get(SENT_AS, next(iter(content)))
    if len(content) > 1:
        raise GeneratorError(
            f"{place}/requestBody", found=f"{len(content)} content types", expected="one"
        )
    ((content_type, media),) = content.items()
    schema: Node = media.get("schema", {})
    if "$ref" in schema:
        name = ref_name(schema["$ref"], f"{place}/requestBody")
        if kind(components.get(name, {})) == "model" and _JSON.fullmatch(content_type):
            return name, content_type
        raise GeneratorError(
            f"{place}/requestBody",
            found=f"{name} as {content_type}",
            expected="a type of an object, as JSON",
        )
    if _JSON.fullmatch(content_type) and "properties" not in schema and "allOf" not in schema:
        described = shape(
            schema, components, f"{place}/requestBody/content/{escape(content_type)}/schema"
        )
        # `POST …/comments` takes a list of comments.
        if described.codec.startswith("ListOf(ModelOf("):
            return f"Sequence[{described.annotation.removeprefix('list[')}", content_type
    raise GeneratorError(
        f"{place}/requestBody", found="a body described in place", expected="a $ref or binary"
    )


def _answer(operation: Node, method: str, components: Node, place: str) -> AnswerFacts:
    if operation.get("x-graphsync-returns") == "Location":
        return AnswerFacts("str | None", "LOCATION", "read_location")
    contents = [
        content
        for answer in operation["responses"].values()
        for content in answer.get("content", {}).items()
    ]
    if not contents:
        return AnswerFacts("None", "NOTHING", "")
    content_type, media = contents[0]
    if all(as_node(other.get("schema")).get("format") == "binary" for _, other in contents):
        # Pictures: `image/jpeg`, `image/png` and more, or whatever was uploaded.
        return AnswerFacts("bytes", "BYTES", "read_bytes")
    if any(other != contents[0] for other in contents):
        raise GeneratorError(
            f"{place}/responses", found="answers of several shapes", expected="one for all of 2XX"
        )
    if content_type == "application/octet-stream":
        return AnswerFacts("bytes", "BYTES", "read_bytes")
    described = shape(media.get("schema", {}), components, f"{place}/responses")
    if content_type == "text/plain" and described.codec == "INTEGER":
        return AnswerFacts("int", "TEXT", "read_count")
    if content_type == "application/json" and described.codec.startswith("ModelOf"):
        # Writes are documented with the entity as their answer, or with none; the service is free
        # to do either.
        optional = method in {"put", "patch"}
        annotation = f"{described.annotation} | None" if optional else described.annotation
        return AnswerFacts(
            annotation, "JSON", f"{described.annotation}.from_dict", described.annotation, optional
        )
    if content_type == "application/json" and described.codec.startswith("ListOf(ModelOf("):
        # `POST …/comments` answers all comments. The document shows a bare array, and OData sends
        # one as the `value` of an object; either is read.
        item = described.annotation.removeprefix("list[").removesuffix("]")
        if item.isidentifier():
            return AnswerFacts(described.annotation, "JSON", f"read_list({item}.from_dict)", item)
    if content_type == "application/json" and described.codec in _SCALARS:
        # `$ref` is documented as text, and the service answers it with an object; a number can be
        # either as well.
        return AnswerFacts("Json", "JSON", "read_json")
    raise GeneratorError(
        place=f"{place}/responses",
        found=f"an answer of {content_type} with {described.annotation}",
        expected="a type, a list of them, a number as text, or bytes",
    )
