"""The full documents of Graph."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from generator.cut.cut import Document, cut, cut_by_parsing, cut_by_text
from generator.cut.scope import Scope
from generator.cut.slice_format import dump
from generator.errors import GeneratorError
from generator.fetch.read_source import read_source
from generator.fetch.upstream import with_source
from generator.openapi.objects import OPERATIONS
from generator.yaml.block_parts import BlockParts
from tests.generator.conftest import SPEC, recorded_source

pytestmark = pytest.mark.specs

WORDS = "It's the \"user's\" {id}: 'a' [b](https://contoso.com/c#d), - or #1"
# What a publication may write where ours has a short description, one style after the other.
STYLES = (
    f"'{WORDS.replace(chr(39), chr(39) * 2)}'",
    '"{}"'.format(WORDS.replace('"', '\\"') + "\\r\\n \\u2019"),
    "Read-only. Nullable; see https://contoso.com/a:b#c for users' groups\u2019",
    f"|\n{{0}}  {WORDS}\n\n{{0}}    paths:\n{{0}}    /me:\n{{0}}      get: \"\n{{0}}  components: '",
    f">-\n{{0}}  {WORDS}\n{{0}}  $ref: '#/components/schemas/ghost'",
    '"words\n{0}  /me: it\'s\n\n{0}  components:\n{0}    get: \\"words\\""',
    "'words\n{0}  /me: \"words\n{0}  it''s'",
    "words\n{0}  it's \"so\n\n{0}  'and' so",
)
DESCRIBED = re.compile(r"^( *)((?:- )?)(description|summary): [^\n]*$", re.MULTILINE)
OPERATION = re.compile(r"^      operationId: ", re.MULTILINE)


def counts(document: Document) -> tuple[int, int, dict[str, int]]:
    operations = sum(method in item for item in document["paths"].values() for method in OPERATIONS)
    return (
        len(document["paths"]),
        operations,
        {group: len(held) for group, held in document["components"].items()},
    )


def reduced(data: bytes, kept: Document) -> bytes:
    """Keep a part of everything: what the cut needs, and every fiftieth of the rest."""

    def some(parts: dict[bytes, tuple[int, int]], needed: set[str]) -> bytes:
        chosen = (
            part
            for at, (name, part) in enumerate(parts.items())
            if name.decode() in needed or at % 50 == 0
        )
        return b"".join(data[start:end] for start, end in chosen)

    blocks = BlockParts(data)
    top = blocks.top()
    groups = blocks.below(top, b"components")
    pieces = [data[slice(*top[name])] for name in (b"openapi", b"info", b"servers")]
    pieces += [b"paths:\n", some(blocks.below(top, b"paths"), set(kept["paths"])), b"components:\n"]
    for group in groups:
        needed = set(kept["components"].get(group.decode(), ()))
        pieces += [b"  " + group + b":\n", some(blocks.below(groups, group), needed)]
    return b"".join([*pieces, data[slice(*top[b"tags"])]])


def published(data: bytes) -> bytes:
    """Write long descriptions and links to documentation into a document that has short ones."""
    styles = itertools.cycle(STYLES)

    def described(found: re.Match[str]) -> str:
        indent, dash, key = found.groups()
        below = indent + " " * len(dash)
        return f"{indent}{dash}{key}: {next(styles).replace('{0}', below)}"

    linked = "      externalDocs:\n        description: Find more\n        url: https://contoso.com/a?b=c#d\n      operationId: "
    return OPERATION.sub(linked, DESCRIBED.sub(described, data.decode())).encode()


@pytest.fixture(scope="module")
def slice_of_today(today: bytes, scope: Scope) -> bytes:
    return dump(cut_by_text(today, scope))


def test_the_text_gives_what_the_parser_gives(today: bytes, scope: Scope, slice_of_today: bytes):
    assert dump(cut_by_parsing(today, scope)) == slice_of_today


def test_cutting_it_again_changes_nothing(specs: Path, slice_of_today: bytes):
    record = (SPEC / "upstream.toml").read_bytes()
    assert with_source(record, recorded_source(specs)) == record
    assert (SPEC / "synchronization-v1.0.yaml").read_bytes() == slice_of_today


@pytest.mark.parametrize(
    ("name", "paths", "operations", "groups"),
    [
        ("v1.0", 68, 112, {"schemas": 76, "parameters": 5, "responses": 5}),
        ("v1.0-2023-12", 64, 100, {"schemas": 75, "parameters": 5, "responses": 5}),
        ("v1.0-usnat", 60, 96, {"schemas": 72, "parameters": 5, "responses": 5}),
    ],
)
def test_each_document_gives_its_slice_by_text(
    specs: Path, scope: Scope, name: str, paths: int, operations: int, groups: dict[str, int]
):
    data = read_source(str(specs / f"{name}.yaml.xz"), SPEC / "upstream.toml").data
    kept = cut_by_text(data, scope)
    assert counts(kept) == (paths, operations, groups)
    some = reduced(data, kept)
    assert len(some) < len(data) / 15
    assert dump(cut_by_text(some, scope)) == dump(cut_by_parsing(some, scope)) == dump(kept)


def test_a_document_without_synchronization_is_an_error(specs: Path, scope: Scope):
    data = read_source(str(specs / "v1.0-2023-05.yaml.xz"), SPEC / "upstream.toml").data
    with pytest.raises(
        GeneratorError, match=r"no path matches /servicePrincipals/\{id\}/synch"
    ) as error:
        cut(data, scope)
    assert error.value.place == "/paths"


def test_the_published_document_gives_the_same_slice(
    today: bytes, scope: Scope, slice_of_today: bytes
):
    with_words = published(today)
    assert len(with_words) > len(today) + 5_000_000
    assert dump(cut_by_text(with_words, scope)) == slice_of_today


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_a_part_of_it_as_published_gives_the_same_both_ways(
    today: bytes, scope: Scope, slice_of_today: bytes, ends: bytes, mark: bytes
):
    some = mark + published(reduced(today, cut_by_text(today, scope))).replace(b"\n", ends)
    assert dump(cut_by_text(some, scope)) == slice_of_today
    assert dump(cut_by_parsing(some, scope)) == slice_of_today
