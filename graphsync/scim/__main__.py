"""`python -m graphsync.scim check http://127.0.0.1:9000/scim`: the check of an endpoint as a
command.
"""

import sys
from pathlib import Path
from typing import Annotated

from graphsync.emulator.extra import missing_extra

try:
    import typer

    from graphsync.scim import (
        CheckReport,
        ClientCredentials,
        Outcome,
        TestResult,
        as_json,
        as_junit,
    )
    from graphsync.scim import check as run_check
except ModuleNotFoundError as error:
    raise SystemExit(missing_extra("graphsync.scim", error)) from None

_app = typer.Typer(add_completion=False, help="Check a SCIM endpoint.")


@_app.callback()
def _scim() -> None:
    """Check a SCIM endpoint."""


@_app.command()
def check(
    address: Annotated[
        str, typer.Argument(help="Root of the endpoint, such as http://127.0.0.1:9000/scim.")
    ],
    *,
    token: Annotated[
        str, typer.Option(envvar="SCIM_TOKEN", help="The bearer token that it accepts.")
    ],
    test: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A test to run. Repeatable.")
    ] = None,
    allow_target: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Another host that may be called. Repeatable."),
    ] = None,
    token_endpoint: Annotated[
        str | None, typer.Option(help="The endpoint that issues tokens, for Validate_Credentials.")
    ] = None,
    client_id: Annotated[str, typer.Option(help="The client that asks it.")] = "",
    client_secret: Annotated[
        str, typer.Option(envvar="SCIM_CLIENT_SECRET", help="That client's secret.")
    ] = "",
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Where to write the result as JSON.")
    ] = None,
    junit_file: Annotated[
        Path | None, typer.Option("--junit", help="Where to write it as JUnit XML.")
    ] = None,
) -> None:
    """Run the gallery's onboarding tests; exit with 1 where the verdict is Failed."""
    credentials = (
        ClientCredentials(token_endpoint, client_id, client_secret) if token_endpoint else None
    )
    try:
        report = run_check(
            address,
            token,
            tests=test,
            allow_targets=allow_target or (),
            credentials=credentials,
            on_result=_show,
        )
    except ValueError as error:
        sys.stderr.write(f"graphsync scim: {error}\n")
        raise typer.Exit(2) from None
    if json_file:
        json_file.write_text(as_json(report), encoding="utf-8")
    if junit_file:
        junit_file.write_text(as_junit(report), encoding="utf-8")
    _end(report)


def _show(result: TestResult) -> None:
    optional = "" if result.mandatory else " (optional)"
    sys.stdout.write(f"{result.outcome:8}{result.seconds:7.2f} s  {result.name}{optional}\n")
    if result.message:
        sys.stdout.write(f"{'':20}{result.message}\n")
    sys.stdout.flush()


def _end(report: CheckReport) -> None:
    passed = sum(item.outcome == Outcome.PASSED for item in report.results)
    sys.stdout.write(f"{report.verdict}: {passed} of {len(report.results)} passed\n")
    if report.verdict != "Succeeded":
        raise typer.Exit(1)


def main() -> None:
    """Run the command line."""
    _app()


if __name__ == "__main__":
    main()
