"""openapi-python-client's project, rendering our templates with what it does not keep."""

from __future__ import annotations

import ast
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import StrictUndefined, TemplateError
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError as ParserError

from generator.emit.class_modules import RUNTIME, class_modules, in_order
from generator.emit.literals import docstring, literal
from generator.errors import GeneratorError, Problems, writing
from generator.openapi.walk import Node
from generator.surface.models import ModelFacts
from generator.surface.operations import OperationFacts
from generator.surface.surface import Facts

TEMPLATES = Path(__file__).parent / "templates"
PACKAGE = "graphsync_client"
_T = TypeVar("_T")
# How many parts of Graph the docstring of a package names.
_NAMED = 3
# A package for another part of Graph takes these from the client, so that the client sends its
# operations too.
_SHARED = {"_operation.py", "_errors.py"}


class FactsProject(Project):
    """A package of models, enumerations and operations, and the runtime as it is."""

    def __init__(
        self, document: Node, facts: Facts, folder: Path, *, for_client: bool = False
    ) -> None:
        self._for_client = for_client
        config = _config(facts, folder)
        with _tool_errors():
            parsed = GeneratorData.from_dict(document, config=config)
        if isinstance(parsed, ParserError):
            raise GeneratorError(
                "openapi-python-client",
                found=_one_line(parsed),
                expected="a document that it can parse",
            )
        with _tool_errors():
            super().__init__(openapi=parsed, config=config, custom_template_path=TEMPLATES)
        self._refuse_losses()
        self._facts = facts
        self._modules = class_modules(facts.models, facts.enums)
        self.env.undefined = StrictUndefined
        self.env.filters["literal"] = literal
        env: Any = self.env  # jinja2 types this mapping by what it holds at first
        env.globals.update(
            docstring=docstring,
            facts_of_model=partial(_facts_of, facts.models),
            facts_of_enum=partial(_facts_of, facts.enums),
            facts_of_operation=partial(_facts_of, facts.operations),
            all_classes=sorted(self._modules.items()),
            all_operations=sorted(
                (entry.name, entry.family) for entry in facts.operations.values()
            ),
            module_of=self._modules.__getitem__,
            datetime_types=_datetime_types,
            imported_types=_imported_types,
            imported_bases=_imported_bases,
            imported_classes=_imported_classes,
            path_code=_path_code,
            subject=_subject(facts) if for_client else "Microsoft Graph's synchronization API",
            operation_more=_operation_more,
        )

    def _refuse_losses(self) -> None:
        """Stop where the parser dropped something; it would only warn."""
        problems = Problems()
        for problem in self._get_errors():
            with problems.noting():
                raise GeneratorError(
                    "openapi-python-client",
                    found=_one_line(problem),
                    expected="a document it keeps whole; add a pass",
                )
        problems.check()

    def write(self) -> None:
        """Render everything into the project's folder."""
        self.project_dir.mkdir(parents=True)
        with _tool_errors(), self._naming_the_file():
            self._create_package()
            self._build_models()
            self._build_api()
        # These two belong to the transport, which is the facade's.
        (self.package_dir / "client.py").unlink()
        (self.package_dir / "errors.py").unlink()
        for source in sorted(RUNTIME.glob("*.py")):
            with writing(f"{PACKAGE}/{source.name}"):
                text = source.read_text("utf-8")
                if self._for_client and source.name in _SHARED:
                    text = _from_client(source.stem, text)
                (self.package_dir / source.name).write_text(text, "utf-8", newline="\n")
        (self.package_dir / "py.typed").write_bytes(b"")
        self._refuse_losses()

    @contextmanager
    def _naming_the_file(self) -> Generator[None]:
        """Name the file of a failed write, which the tool does not: it is the one that was begun
        last.
        """
        try:
            yield
        except OSError as error:
            begun = [path for path in self.project_dir.rglob("*") if path.is_file()]
            if error.filename is not None or not begun:
                raise
            last = max(begun, key=lambda path: path.stat().st_mtime_ns)
            with writing(f"{PACKAGE}/{last.relative_to(self.package_dir).as_posix()}"):
                raise

    def _build_models(self) -> None:
        # The tool's own loop would make a module of each class, and name that of `Filter`
        # `filter_`.
        folder = self.package_dir / "models"
        folder.mkdir()
        for kept in (*self.openapi.models, *self.openapi.enums):
            if kept.class_info.name not in self._modules:
                raise GeneratorError(
                    "openapi-python-client",
                    found=f"a class {kept.class_info.name} that no schema has",
                    expected="a $ref; add a pass that names it",
                )
        models = self._facts.models
        parsed = {model.class_info.name for model in self.openapi.models}
        written: dict[str, str] = {}
        for head in (name for name in parsed if models[name].module == self._modules[name]):
            names = in_order(
                (name for name in parsed if self._modules[name] == self._modules[head]),
                models,
                head,
            )
            classes = [models[name] for name in names]
            written[self._modules[head]] = self.env.get_template("model.py.jinja").render(
                classes=classes
            )
        for enum in self.openapi.enums:
            text = self.env.get_template("str_enum.py.jinja").render(enum=enum)
            written[self._modules[enum.class_info.name]] = text
        for module, text in sorted(written.items()):
            with writing(f"{PACKAGE}/models/{module}.py"):
                (folder / f"{module}.py").write_text(text, "utf-8")
        (folder / "__init__.py").write_text(
            self.env.get_template("models_init.py.jinja").render(), "utf-8"
        )


def _from_client(module: str, text: str) -> str:
    """Return a module that has the public names of one of the runtime's, from the client's own
    package.
    """
    tree = ast.parse(text)
    names = [node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)]
    lines = [
        f"from {PACKAGE}.{module} import {name} as {name}"
        for name in names
        if not name.startswith("_")
    ]
    head = '"""What the client has of its own: `GraphClient.send` takes these and no others."""\n\n'
    return head + "\n".join(lines) + "\n"


def _subject(facts: Facts) -> str:
    """Say in a few words which part of Graph a package is for."""
    firsts = sorted(
        {
            entry.request_line.partition("/")[2].partition("/")[0]
            for entry in facts.operations.values()
        }
    )
    shown = [f"`/{first}`" for first in firsts[:_NAMED]]
    if len(firsts) > _NAMED:
        shown.append(f"{len(firsts) - _NAMED} more")
    return f"Microsoft Graph's {' and '.join(shown)}"


def _config(facts: Facts, folder: Path) -> Config:
    # Left alone it takes capitals apart: `OauthSettings` for `OAuthSettings`.
    overrides = {
        name: {"class_name": name, "module_name": entry.module}
        for held in (facts.models, facts.enums)
        for name, entry in held.items()
    }
    settings = ConfigFile.model_validate(
        {
            "class_overrides": overrides,
            "package_name_override": PACKAGE,
            "post_hooks": [],
            "project_name_override": PACKAGE,
        }
    )
    return Config.from_sources(
        settings,
        MetaType.NONE,
        document_source=folder,
        file_encoding="utf-8",
        overwrite=False,
        output_path=folder,
    )


def _facts_of(held: Mapping[str, _T], name: str) -> _T:
    """Return the facts of a name that the tool gave; it has its own ideas of some."""
    if name not in held:
        raise GeneratorError(
            "openapi-python-client", found=f"the name {name}", expected="a name of the document"
        )
    return held[name]


def _datetime_types(classes: Sequence[ModelFacts]) -> list[str]:
    return [
        name
        for name in ("date", "datetime", "timedelta")
        if any(facts.uses(name) for facts in classes)
    ]


def _one_line(problem: ParserError) -> str:
    return " ".join(f"{problem.header} {problem.detail or ''}".split())[:300]


def _imported_types(classes: Sequence[ModelFacts]) -> list[str]:
    wanted: set[str] = set()
    for facts in classes:
        wanted |= {*facts.codecs}
        wanted |= {"member"} if facts.members else set()
        wanted |= set() if facts.base else {"Model"}
        wanted |= (
            {"Json"} if any("Json" in entry.shape.annotation for entry in facts.members) else set()
        )
    return sorted(wanted)


def _imported_bases(classes: Sequence[ModelFacts]) -> list[str]:
    here = {facts.name for facts in classes}
    return sorted({facts.base for facts in classes if facts.base is not None} - here)


def _imported_classes(classes: Sequence[ModelFacts]) -> list[str]:
    here = {facts.name for facts in classes} | {*_imported_bases(classes)}
    return sorted({name for facts in classes for name in facts.classes} - here)


def _path_code(facts: OperationFacts) -> str:
    parts: list[str] = []
    quoted = False
    for text, is_id in facts.path:
        if not is_id:
            parts.append(literal(text))
        elif text == "owner":
            parts.append("owner.path")
        else:
            # Within the quotes of a function's argument a quote is written twice.
            doubled = '.replace("%27", "%27%27")' if quoted else ""
            parts.append(f"segment({text}, {literal(f'the {text}')}){doubled}")
        quoted = not is_id and text.endswith("'")
    # A path begins with "/", which the owner brings along.
    return " + ".join(parts[1:] if facts.owned and parts[0] == '"/"' else parts)


def _operation_more(facts: OperationFacts) -> str:
    lines = [facts.words.more] if facts.words.more else []
    if not facts.served:
        lines.append("Not served: the metadata declares this call and the service refuses it.")
    if facts.owners:
        lines.append(f"Only for {' and '.join(facts.owners)}.")
    lines.append(
        "One request; may be repeated."
        if facts.repeatable
        else "One request; never repeated blindly."
    )
    permissions = facts.words.permissions
    if permissions is not None:
        for who, names in (
            ("Application", permissions.application),
            ("Delegated", permissions.delegated),
        ):
            if names:
                lines.append(f"{who} permission: {' or '.join(names)}.")
    return (
        "\n\n".join(lines[:1]) + ("\n\n" if len(lines) > 1 else "") + "\n".join(lines[1:])
        if facts.words.more
        else "\n".join(lines)
    )


@contextmanager
def _tool_errors() -> Generator[None]:
    """Turn what the tool did not mean to raise into a `GeneratorError` that names it.

    A full disk is nobody's fault here, and a template that fails is ours: both stay what they are.
    """
    try:
        yield
    except (GeneratorError, OSError, TemplateError):
        raise
    except (
        Exception
    ) as error:  # observed: a ValueError of its own about names of enumeration values
        found = f"{type(error).__name__}: {error}".rstrip(": ")
        raise GeneratorError(
            "openapi-python-client",
            found,
            "a document that it can parse; compare with one that worked (make diff)",
        ) from error
