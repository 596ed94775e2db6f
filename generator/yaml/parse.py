"""Read a whole document, YAML or JSON, into plain values."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import NoReturn

import yaml

from generator.errors import GeneratorError
from generator.yaml.builder import Builder
from generator.yaml.values import Json, Repeated


@dataclass(frozen=True)
class Parsed:
    """A document, and what its values cannot show."""

    value: Json
    repeated: Repeated
    aliased: bool = False
    """Whether anything is written once and meant at several places."""


def parse(data: bytes) -> Parsed:
    """Read a document; `GeneratorError` names line and column of what is neither YAML nor JSON.

    Scalars mean what YAML 1.2's core schema says, and every key is text: `204:` is the key `"204"`.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        parsed = _json(data)
        if parsed is not None:
            return parsed
    builder = Builder()
    try:
        for event in yaml.parse(data, Loader=yaml.CSafeLoader):
            builder.feed(event)
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(error) from None
    except yaml.reader.ReaderError as error:
        raise GeneratorError(
            f"byte {error.position}", f"not text: {error.reason}", "give YAML or JSON"
        ) from None
    return Parsed(builder.document(), builder.repeated, aliased=builder.aliased)


def _json(data: bytes) -> Parsed | None:
    """Read JSON.

    Nothing where it is none, for YAML's flow style starts with the same characters.
    """
    repeated = Repeated()

    def mapping(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        made = dict(pairs)
        if len(made) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            repeated.add(made, next(key for key, count in counts.items() if count > 1))
        return made

    try:
        return Parsed(
            json.loads(data, object_pairs_hook=mapping, parse_constant=_no_constant), repeated
        )
    except RecursionError:
        raise GeneratorError(
            "the document", "nested too deep to read", "give a Graph OpenAPI document"
        ) from None
    except ValueError:
        return None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _not_yaml(error: yaml.MarkedYAMLError) -> GeneratorError:
    mark = error.problem_mark or error.context_mark
    place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "the document"
    found = ", ".join(part for part in (error.context, error.problem) if part)
    return GeneratorError(place, f"not YAML: {found}", "give a Graph OpenAPI document")
