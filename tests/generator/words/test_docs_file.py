"""A file of words is checked when it is read, and its words are carried as data."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.errors import GeneratorError
from generator.words.docs import load_docs

WORDS = Path(__file__).with_name("words.yaml")


def written(folder: Path, text: str) -> Path:
    path = folder / "docs.yaml"
    path.write_text(text, "utf-8", newline="")
    return path


HOSTILE = [
    '"""',
    "'''",
    "\\",
    "\\n",
    "{{ x }}",
    "{% raw %}",
    "{0}",
    "%s",
    '" + exit() + "',
    "#",
    "`",
    "${x}",
    "é",
    "…",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_data(tmp_path: Path, text: str) -> None:
    thing = {
        "text": f"A {text}.",
        "more": f"{text}\n\n  {text}x",
        "see": "https://contoso.com/x",
        "properties": {text: f"{text} is it."},
    }
    source = {
        "reference": "https://contoso.com/x",
        "types": {"thing": thing},
        "enums": {},
        "operations": {},
    }
    docs = load_docs(written(tmp_path, yaml.safe_dump(source, allow_unicode=True)))
    assert docs.type("thing").text == f"A {text}."
    assert docs.type("thing").more == f"{text}\n\n  {text}x"
    assert docs.property("thing", text).text == f"{text} is it."


WRONG = [
    ("", "", "#", "mapping"),
    ("operations:", "operation:", "#/operation", "one of the keys"),
    ("reference: https://contoso.com/reference", "", "#", "'reference'"),
    (
        "reference: https://contoso.com/reference",
        "reference: http://contoso.com",
        "#/reference",
        "https",
    ),
    ("text: A thing.", "text: [A thing.]", "#/types/a.b.thing/text", "text"),
    ("text: A thing.", "text: ' '", "#/types/a.b.thing/text", "text"),
    ("text: A thing.", "text: A thing", "#/types/a.b.thing/text", "full stop"),
    ("text: A thing.", f"text: {'x' * 100}.", "#/types/a.b.thing/text", "100 characters"),
    ("text: A thing.", 'text: "A\\nthing."', "#/types/a.b.thing/text", "one line"),
    ("text: A thing.", 'text: "A\\u001bthing."', "#/types/a.b.thing/text", "one line"),
    ("text: A thing.", "text: A.B. Thing.", "#/types/a.b.thing/text", "more than the name"),
    (
        "name: What it is called.",
        "name: Name.",
        "#/types/a.b.thing/properties/name",
        "more than the name",
    ),
    ("name: What it is called.", "name: 3", "#/types/a.b.thing/properties/name", "mapping"),
    ("name: What it is called.", "a/b~c: 3", "#/types/a.b.thing/properties/a~1b~0c", "mapping"),
    ("name: What it is called.", "on: It.", "#/types/a.b.thing/properties", "quote"),
    ("name: What it is called.", "size: It.", ":10", "unique"),
    ("more: In metres.", "see: no", "#/types/a.b.thing/properties/size/see", "one of the keys"),
    (
        "more: In metres.",
        f"more: {'x' * 101}",
        "#/types/a.b.thing/properties/size/more",
        "100 characters",
    ),
    (
        "see: https://contoso.com/thing",
        "see: https://contoso.com/a b",
        "#/types/a.b.thing/see",
        "link",
    ),
    ("see: https://contoso.com/thing", "more: Yes.", "#/types/a.b.thing", "'see'"),
    ("base: base", "base: nothing", "#/types/a.b.thing/base", "type that has words"),
    ("base: base", "base: Thing", "#/types/a.b.thing/base", "itself"),
    (
        "  a.b.thing:",
        "  BASE: {text: Two., see: 'https://contoso.com/'}\n  a.b.thing:",
        "#/types/BASE",
        "'base'",
    ),
    ("values: {", "base: thing, values: {", "#/enums/colour/base", "one of the keys"),
    (
        "permissions: {",
        "permissions: {all: [],",
        "#/operations/get_thing/permissions/all",
        "one of the keys",
    ),
    ("application: [Thing.Read.All], ", "", "#/operations/get_thing/permissions", "'application'"),
    ("[Thing.Read]", "Thing.Read", "#/operations/get_thing/permissions/delegated", "list"),
    ("[Thing.Read]", "[3]", "#/operations/get_thing/permissions/delegated/0", "text"),
    ("name: What it is called.", "[a, b]: It.", ":9", "YAML"),
    ("types:", "types: [", ":", "YAML"),
    ("types:", "\x00types:", "", "YAML"),
    ("A thing.", "!!python/object/apply:os.system [exit]", ":5", "YAML"),
]


@pytest.mark.parametrize(("old", "new", "place", "expected"), WRONG)
def test_a_file_that_is_wrong_is_refused_with_the_place(
    tmp_path: Path, old: str, new: str, place: str, expected: str
) -> None:
    whole = WORDS.read_text("utf-8")
    assert not old or whole.count(old) == 1
    path = written(tmp_path, whole.replace(old, new) if old else "- nothing")
    with pytest.raises(GeneratorError) as caught:
        load_docs(path)
    assert caught.value.place.startswith(f"{path.as_posix()}{place}")
    assert expected in caught.value.expected
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_refused_with_its_name(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "docs.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GeneratorError) as caught:
        load_docs(path)
    assert caught.value.place == path.as_posix()
    assert len(str(caught.value).splitlines()) == 1
