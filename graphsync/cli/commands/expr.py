"""`graphsync expr`: all of it works offline."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from graphsync.cli.command import command, group
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.session import Run
from graphsync.expressions import (
    ExpressionError,
    Surroundings,
    check,
    describe,
    evaluate,
    explain,
    formatted,
    parse,
)
from graphsync.expressions.json_shapes import is_array, is_object
from graphsync.expressions.value import Skipped, Value
from graphsync_client.types import Json

app = group("Parse, evaluate, check and test expressions of attribute mappings, offline.")
Expression = Annotated[str, typer.Argument(help="The expression; - reads it from standard input.")]


def _text(expression: str) -> str:
    return sys.stdin.read().strip() if expression == "-" else expression


def _json(value: Value) -> Json:
    if isinstance(value, Skipped):
        return None
    return [*value] if isinstance(value, tuple) else value


def _read(path: Path) -> Json:
    import yaml

    text = path.read_text(encoding="utf-8")
    try:
        found: Json = yaml.safe_load(text) if path.suffix in {".yaml", ".yml"} else json.loads(text)
    except (ValueError, yaml.YAMLError) as error:
        raise UsageMistake(f"{path} cannot be read: {error}", "write YAML or JSON") from None
    return found


def _attributes(given: list[str], file: Path | None) -> dict[str, object]:
    found: dict[str, object] = {}
    if file is not None:
        content = _read(file)
        if not is_object(content):
            raise UsageMistake(f"{file} does not hold an object", "write the attributes by name")
        found.update(content)
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise UsageMistake(
                f"--attribute {text!r} has no value", "write --attribute givenName=Ada"
            )
        found[name] = value
    return found


@command(app, "eval")
def eval_(
    run: Run,
    expression: Expression,
    attribute: Annotated[
        list[str] | None,
        typer.Option(
            "--attribute", "-a", metavar="NAME=VALUE", help="Source attribute. Repeatable."
        ),
    ] = None,
    attributes: Annotated[
        Path | None, typer.Option(help="JSON or YAML file with the source attributes.")
    ] = None,
    domain: Annotated[str, typer.Option(help="Default domain of the tenant.")] = "contoso.com",
) -> None:
    """Evaluate an expression with the attributes of an object."""
    text = _text(expression)
    around = Surroundings(_attributes(attribute or [], attributes), default_domain=domain)
    value = evaluate(text, around)
    run.object({"value": _json(value), "skipped": isinstance(value, Skipped)})


@command(app, "parse")
def parse_(run: Run, expression: Expression) -> None:
    """Show the source document of an expression, as schemas carry it."""
    tree = parse(_text(expression))
    check(tree)
    run.object(describe(tree))


@command(app, "format")
def format_(
    run: Run,
    expression: Expression,
    width: Annotated[int, typer.Option(min=20, help="Longest line.")] = 100,
) -> None:
    """Lay an expression out to be read."""
    run.text(formatted(_text(expression), width))


@command(app, "lint")
def lint(run: Run, expression: Expression) -> None:
    """Check that an expression can be read and that its functions exist; exit code 2 where not."""
    text = _text(expression)
    try:
        check(parse(text))
    except ExpressionError as error:
        sys.stderr.write(explain(text, error) + "\n")
        run.rows([{"position": error.position, "message": str(error)}], "position", "message")
        raise typer.Exit(ExitCode.DIFFERENT) from None
    run.rows([], "position", "message")


@command(app, "test")
def test(
    run: Run,
    file: Annotated[
        Path, typer.Argument(help="JSON or YAML file: a list of expression, attributes, expect.")
    ],
) -> None:
    """Evaluate a table of cases and compare the values; exit code 2 where one differs.

    A case may have `error: text` in place of `expect`, for an expression that must be refused with
    it.
    """
    cases = _read(file)
    if not is_array(cases) or not cases:
        raise UsageMistake(
            f"{file} does not hold a list of cases", "write - expression: ... and expect: ..."
        )
    rows = [_case(one, number, file) for number, one in enumerate(cases, start=1)]
    run.rows(rows, "case", "passed", "expression", "expected", "found")
    failed = sum(not row["passed"] for row in rows)
    run.note(f"{len(rows)} cases, {failed} failed")
    if failed:
        raise typer.Exit(ExitCode.DIFFERENT)


def _case(case: Json, number: int, file: Path) -> dict[str, Json]:
    if not is_object(case) or "expression" not in case or ("expect" in case) == ("error" in case):
        raise UsageMistake(
            f"case {number} of {file} is not complete",
            "it needs expression, and either expect or error",
        )
    unknown = [
        name for name in case if name not in {"expression", "attributes", "expect", "error", "name"}
    ]
    if unknown:
        raise UsageMistake(
            f"case {number} of {file} has the unknown key {unknown[0]!r}",
            "there are name, expression, attributes, expect, error",
        )
    given: Json = case.get("attributes")
    text = str(case["expression"])
    found: Json
    try:
        found = _json(evaluate(text, Surroundings(dict(given) if is_object(given) else {})))
        passed = "expect" in case and found == case["expect"]
    except ExpressionError as error:
        found = f"error: {error}"
        passed = "error" in case and str(case["error"]) in str(error)
    return {
        "case": case.get("name") or number,
        "passed": passed,
        "expression": text,
        "expected": case["expect"] if "expect" in case else f"error: {case['error']}",
        "found": found,
    }
