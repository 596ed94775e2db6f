"""Words for people, in every style of YAML scalar: the slice is the same without them."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st

from generator.cut.scope import load_scope
from tests.generator.cut.cutting import agreed, textual

HERE = Path(__file__).parent
MINI = (HERE / "mini.yaml").read_text(encoding="utf-8")
SLICE = (HERE / "mini.slice.yaml").read_bytes()
SCOPE = load_scope(HERE.parents[2] / "spec" / "scope.toml")

PROSE = re.compile(r"^( *)((?:- )*)(description|summary): (?!stays).*\n", re.MULTILINE)
LINES = [
    "", " ", "It's", "the user's \"name\"", "users' ", "'quoted'", '"quoted"', '"', "'", "''", "a: b", "a:", "- a", "? a",
    "# a", "a # b", "a #", "{", "}", "[a", "{ }", "|", "a |", "a: |", ">-", "*a", "&a b", "!a", "---", "...", "%a", "@a",
    "paths:", "  /me:", "components:", "  schemas:", "    state:", "/applications/{id}/synchronization/ghost:",
    "  '/applications/{id}/synchronization/ghost':", "    get:", "$ref: '#/components/schemas/ghost'", "\\", "\\n", "a\tb",
    "\u2019 \u00e9 \U0001f642",  "Possible values are: `a`, `b`.", "See [x](https://contoso.com/a#b).",
]  # fmt: skip


class Scalar(str):
    """Text with the style to write it in."""

    __slots__ = ("style",)
    style: str | None


class Writer(yaml.SafeDumper):
    """Writes each text in its own style, where YAML allows it."""


Writer.add_representer(
    Scalar, lambda _, text: yaml.ScalarNode("tag:yaml.org,2002:str", str(text), style=text.style)
)

usual = [line for line in LINES if "ghost" not in line and line.isascii() and line.isprintable()]
letters = st.text("ab '\":#|>-{}[]\n")
styles = st.sampled_from([None, None, "'", '"', "|", ">"])


@st.composite
def published(draw: st.DrawFn, words: st.SearchStrategy[str]) -> bytes:
    """The mini document with other words."""

    def other(found: re.Match[str]) -> str:
        indent, dashes, key = found.groups()
        text = Scalar(draw(words))
        text.style = draw(styles)
        lines = yaml.dump(
            {key: text},
            Dumper=Writer,
            width=draw(st.sampled_from([10, 40, 1000])),
            allow_unicode=True,
        )
        # PyYAML ends a document so after a scalar that keeps its line breaks.
        lines = lines.removesuffix("...\n") if lines.endswith("\n...\n") else lines
        below = indent + " " * len(dashes)
        return indent + dashes + lines.replace("\n", f"\n{below}").removesuffix(below)

    data = PROSE.sub(other, MINI).encode()
    if draw(st.booleans()):
        data = b"\xef\xbb\xbf" + data
    return data.replace(b"\n", b"\r\n") if draw(st.booleans()) else data


@given(published(st.lists(st.sampled_from(LINES) | letters, min_size=1, max_size=6).map("\n".join)))
@settings(deadline=None, max_examples=100)
def test_words_in_any_style_change_nothing(data: bytes):
    assert agreed(data, SCOPE) == SLICE
    event("by text" if textual(data, SCOPE) else "by the parser")


@given(published(st.lists(st.sampled_from(usual) | letters, min_size=1, max_size=6).map("\n".join)))
@settings(deadline=None, max_examples=100)
def test_words_that_are_no_paths_are_left_to_the_text(data: bytes):
    assert textual(data, SCOPE) == SLICE
