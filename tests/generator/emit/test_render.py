"""A package is swapped in whole or not at all."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest

from generator.emit import project as project_module
from generator.emit import render as emit_module
from generator.errors import GeneratorError
from generator.openapi.walk import Node
from tests.generator.documents import (
    answer,
    contents,
    enum,
    generate,
    openapi,
    operation,
    parameter,
    ref,
    thing,
)

TEXT = {"type": "string"}


def document() -> Node:
    return openapi(
        {"job": thing(name=TEXT, status=ref("status")), "status": enum("Active", "Paused")},
        {"/jobs": {"get": operation(answer(ref("job")), parameters=[parameter("$select")])}},
    )


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A package as an earlier run left it, with something that no run would write."""
    target = tmp_path / "out" / "client"
    generate(openapi({"older": thing()}, {"/older": {"get": operation()}}), target)
    (target / "left_over.py").write_text("x = 1\n", "utf-8")
    return target


def fail(error: BaseException) -> Callable[..., NoReturn]:
    def raising(*_: object, **__: object) -> NoReturn:
        raise error

    return raising


def spoil(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, edit: Callable[[str], str]
) -> None:
    """Let the run use templates of which one is edited."""
    templates = tmp_path / "templates"
    shutil.copytree(project_module.TEMPLATES, templates)
    path = templates / name
    text = path.read_text("utf-8")
    assert edit(text) != text
    path.write_text(edit(text), "utf-8")
    monkeypatch.setattr(project_module, "TEMPLATES", templates)


def test_what_was_there_is_replaced_as_a_whole(target: Path) -> None:
    generate(document(), target)
    assert not (target / "left_over.py").exists()
    assert not (target / "models" / "older.py").exists()
    assert (target / "models" / "job.py").is_file()
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    generate(document(), tmp_path / "a" / "b" / "client")
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["client"]


def unreadable_default(held: Node) -> None:
    held["components"]["schemas"]["job"]["properties"]["count"] = {
        "type": "integer",
        "default": "many",
    }


def path_without_parameter(held: Node) -> None:
    held["paths"]["/jobs/{id}"] = {"get": operation()}


def unknown_shape(held: Node) -> None:
    held["components"]["schemas"]["job"]["properties"]["x"] = {"oneOf": [TEXT, {"type": "boolean"}]}


def two_types(held: Node) -> None:
    held["components"]["schemas"] |= {
        "base": thing(name={"type": "integer"}),
        "job": thing(ref("base"), name=TEXT),
    }


def no_openapi(held: Node) -> None:
    held["openapi"] = "2.0"


@pytest.mark.parametrize(
    "spoil_document",
    [unreadable_default, path_without_parameter, two_types, unknown_shape, no_openapi],
)
def test_a_document_that_is_refused_leaves_everything_as_it_was(
    target: Path, spoil_document: Callable[[Node], None]
) -> None:
    before = contents(target.parent)
    held = document()
    spoil_document(held)
    with pytest.raises(GeneratorError) as caught:
        generate(held, target)
    problems = getattr(caught.value, "problems", (caught.value,))
    assert len(str(caught.value).splitlines()) == len(problems)
    assert contents(target.parent) == before


TEMPLATES: Mapping[str, tuple[str, Callable[[str], str], str]] = {
    "a template that asks for what is not there": (
        "model.py.jinja",
        lambda text: text + "{{ nothing }}",
        "undefined",
    ),
    "a template that is none": ("model.py.jinja", lambda text: text + "{% for %}", "Expected"),
    "code that ruff cannot read": (
        "model.py.jinja",
        lambda text: text + "class 1:\n",
        "generated code",
    ),
    "code that Python cannot compile": (
        "model.py.jinja",
        lambda text: text + "return 1\n",
        "outside function",
    ),
    "a member that is lost": (
        "model.py.jinja",
        lambda text: text.replace("{{ member.name }}: {{", "x_{{ member.name }}: {{"),
        "/components/schemas/Job/properties/name: nothing in the generated code",
    ),
    "a value that is lost": (
        "str_enum.py.jinja",
        lambda text: text.replace("{{ value.name }} =", "X_{{ value.name }} ="),
        "/components/schemas/Status/enum: Active: nothing in the generated code",
    ),
    "an operation that is lost": (
        "endpoint_module.py.jinja",
        lambda text: text.replace("def {{ facts.name }}(", "def x_{{ facts.name }}("),
        "/paths/~1jobs/get: nothing in the generated code",
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_stage_that_fails_leaves_everything_as_it_was(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = contents(target.parent)
    template, edit, found = TEMPLATES[name]
    spoil(monkeypatch, tmp_path, template, edit)
    with pytest.raises(Exception, match=found):
        generate(document(), target)
    assert contents(target.parent) == before


@pytest.mark.parametrize(
    ("owner", "name", "error"),
    [
        (project_module.FactsProject, "write", OSError(errno.ENOSPC, "no space left")),
        (emit_module, "_format", KeyboardInterrupt()),
        (emit_module, "compare", GeneratorError("/x", "y")),
        (emit_module, "lock_text", OSError(errno.EIO, "broken disk")),
    ],
)
def test_whatever_breaks_a_stage_leaves_everything_as_it_was(
    target: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, error: BaseException
) -> None:
    before = contents(target.parent)
    monkeypatch.setattr(owner, name, fail(error))
    with pytest.raises(type(error)):
        generate(document(), target)
    assert contents(target.parent) == before


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (project_module.GeneratorData, "from_dict"),
        (project_module.Project, "__init__"),
        (project_module.Project, "_create_package"),
        (project_module.Project, "_build_api"),
    ],
)
def test_what_breaks_inside_of_the_tool_is_one_line_that_names_it(
    target: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    before = contents(target.parent)
    error = ValueError("nobody\nexpected")
    monkeypatch.setattr(owner, name, fail(error))
    with pytest.raises(GeneratorError) as caught:
        generate(document(), target)
    assert str(caught.value).startswith(r"openapi-python-client: ValueError: nobody\nexpected; ")
    assert caught.value.__cause__ is error
    assert contents(target.parent) == before


@pytest.mark.parametrize("failing", [0, 1])
def test_a_rename_that_fails_leaves_everything_as_it_was(
    target: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    before = contents(target.parent)
    rename = Path.rename
    renames: list[Path] = []

    def renaming(self: Path, to: Path) -> Path:
        renames.append(self)
        if len(renames) == failing + 1:
            raise OSError(errno.EACCES, "not allowed")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", renaming)
    with pytest.raises(OSError, match="not allowed"):
        generate(document(), target)
    assert len(renames) > failing
    assert contents(target.parent) == before
