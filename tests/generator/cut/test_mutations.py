"""Documents damaged at random: where the text is enough, it says what the parser says."""

from __future__ import annotations

from pathlib import Path

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from generator.cut.cut import cut
from generator.cut.scope import load_scope
from generator.cut.slice_format import dump
from generator.errors import GeneratorError
from tests.budget import examples
from tests.generator.cut.cutting import outcome, textual

HERE = Path(__file__).parent
LINES = (HERE / "mini.yaml").read_text(encoding="utf-8").split("\n")
SCOPE = load_scope(HERE.parents[2] / "spec" / "scope.toml")

PIECES = """
'|"|''|"x|'x|x'|x: "a|x: 'a|x: 'b'|{|}|[|]|x: {|x: [|x: { }|x: {a: b}|# it 's|# "|x: y # "z|---|...|%YAML 1.1|&a|*a
x: &a|x: *a|<<: *a|<<: {type: string}|? x|? |: x|- |- - |!!str x|x: !!str 5|x:\ty|\tx: y|paths:|components:|job:|state:
'/applications/{id}/synchronization':|'/applications/{id}/synchronization/x':|"/applications/{id}/synchronization/y":
/applications/{id}/synchronization/z: {}|? /applications/{id}/synchronization/q|text text|it's so|a: b: c|x: "a\\|x: "\\"
x: 'a''|x: '''|x: 'a'':|a 'b: '|it's: '|x: y'|x: 'y' # 'z|description: x|title: x|x: a\u0085b|x: a\u2028  /b:|x: \u2019
$ref: '#/components/schemas/state'|$ref: "#/components/schemas/nope"|null: x|1: 2|x: 0x10|x: @|x: `|\x00|\x01|\r|
""".strip("\n").replace("\n", "|").split("|")  # fmt: skip
BARS = ["|", "x: |", "x: >-", "- |", "x: |2", "- x: |+", ">"]

pieces = st.sampled_from(PIECES + BARS)
places = st.integers(0, len(LINES) - 1)
inserted = st.tuples(st.just("insert"), places, pieces, st.integers(0, 12))
changed = st.tuples(
    st.sampled_from(["append", "value", "char"]), places, pieces, st.integers(0, 60)
)
moved = st.tuples(st.sampled_from(["indent", "copy", "delete"]), places, st.just(""), places)
quoted = st.tuples(st.just("quote"), places, st.sampled_from("'\""), st.integers(1, 12))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The mini document after one to four edits."""
    lines = list(LINES)
    for edit, at, text, number in draw(
        st.lists(inserted | changed | moved | quoted, min_size=1, max_size=4)
    ):
        at %= len(lines)
        line = lines[at]
        match edit:
            case "insert":
                lines.insert(at, " " * number + text)
            case "append":
                lines[at] = f"{line} {text}"
            case "value":
                lines[at] = line.split(": ")[0] + ": " + text
            case "char":
                lines[at] = line[:number] + text[:1] + line[number:]
            case "indent":
                lines[at] = " " * (number % 13) + line.lstrip()
            case "copy":
                lines.insert(number % len(lines), line)
            case "delete":
                del lines[at]
            case _:
                end = min(len(lines) - 1, at + number)
                lines[end] += text
                lines[at] = line.split(": ")[0] + ": " + text + "words"
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    return data.replace(b"\n", b"\r\n") if draw(st.booleans()) else data


@given(damaged())
@settings(deadline=None, max_examples=examples(300))
def test_the_text_never_says_anything_else_than_the_parser(data: bytes):
    by_text = textual(data, SCOPE)
    by_parser = outcome(data, SCOPE)
    event(f"text {'is enough' if by_text else 'is not enough'}, parser {type(by_parser).__name__}")
    # A defect of what is not kept is the one thing that only the parser sees.
    assume(by_text is None or isinstance(by_parser, bytes))
    assert by_text in {None, by_parser}


@given(damaged())
@settings(deadline=None, max_examples=examples(200))
def test_damage_ends_in_a_slice_or_in_one_line(data: bytes):
    try:
        told = str(len(dump(cut(data, SCOPE))))
    except GeneratorError as error:
        told = str(error)
    assert told.isprintable()
    assert len(told) < 1000
