"""`graphsync scim`: checks of a SCIM endpoint."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from graphsync._core.secrecy.hidden import Hidden
from graphsync.cli.checking import Checking
from graphsync.cli.command import LOGS, WRITES, command, group
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.output import Form
from graphsync.cli.session import Run
from graphsync.cli.values import read_values
from graphsync.emulator.extra import missing_extra

try:
    from graphsync.scim import (
        DIALECT_NAMES,
        TEST_NAMES,
        CheckReport,
        ClientCredentials,
        FederatedIdentity,
        as_html,
        as_json,
        as_junit,
        check_with_tenant,
        find_leftovers,
        remove_leftovers,
    )
    from graphsync.scim import check as run_check
except ModuleNotFoundError as error:
    raise SystemExit(missing_extra("graphsync scim", error)) from None

app = group("Check a SCIM endpoint, as the gallery does.")
_TOKEN = "SCIM_TOKEN"  # noqa: S105 - the name of a variable
_CLIENT_SECRET = "SCIM_CLIENT_SECRET"  # noqa: S105 - likewise
_ARGUMENT = (
    "graphsync: a token among the arguments can be read by other users of this machine, and stays "
    "in the shell's history; --from-env, --from-file and --stdin are safe"
)


@app.callback()
def _scim() -> None:
    """Check a SCIM endpoint, as the gallery does."""


_SENDS = (
    "POST /applicationTemplates/{id}/instantiate",
    "GET, POST, DELETE of applications, users and groups that it created itself",
    "GET, POST, DELETE /servicePrincipals/{id}/appRoleAssignedTo",
    "GET, PUT /servicePrincipals/{id}/synchronization/secrets",
    "GET, POST /servicePrincipals/{id}/synchronization/jobs",
    "GET /auditLogs/provisioning",
    "GET /organization",
)
_NEEDS = (
    "Application.ReadWrite.All",
    "AppRoleAssignment.ReadWrite.All",
    "User.ReadWrite.All",
    "Group.ReadWrite.All",
    "Organization.Read.All",
    WRITES,
    LOGS,
)


@command(app, "check", sends=_SENDS, needs=_NEEDS)
def check(
    run: Run,
    address: Annotated[
        str, typer.Argument(help="Root of the endpoint, such as http://127.0.0.1:9000/scim.")
    ],
    from_env: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Environment variable with the token; SCIM_TOKEN if it is set."
        ),
    ] = None,
    from_file: Annotated[Path | None, typer.Option(help="File with the token.")] = None,
    from_stdin: Annotated[
        bool, typer.Option("--stdin", help="Read the token from standard input.")
    ] = False,
    token: Annotated[
        str | None, typer.Option(help="The token itself, where it may be seen by others.")
    ] = None,
    test: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Test to run. Repeatable.")
    ] = None,
    with_dialects: Annotated[
        bool,
        typer.Option(
            "--with-dialects",
            help="Run tests of what endpoints often get wrong as well; the verdict stays as it is.",
        ),
    ] = False,
    rfc: Annotated[
        bool,
        typer.Option(
            "--rfc", help="Run scim2-tester's checks of the RFCs as well; the verdict stays."
        ),
    ] = False,
    tenant: Annotated[
        bool,
        typer.Option(
            "--tenant", help="Provision from the tenant, in place of the local Graph; takes hours."
        ),
    ] = False,
    allow_target: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="Another host that may be called. Repeatable."),
    ] = None,
    token_endpoint: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Endpoint that issues tokens, for Validate_Credentials."),
    ] = None,
    token_client_id: Annotated[
        str, typer.Option(metavar="ID", help="Client that asks the token endpoint.")
    ] = "",
    token_secret_env: Annotated[
        str, typer.Option(metavar="NAME", help="Environment variable with that client's secret.")
    ] = _CLIENT_SECRET,
    federated_endpoint: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Endpoint that takes a token of Entra, for Federated_Identity."
        ),
    ] = None,
    federated_client_id: Annotated[
        str, typer.Option(metavar="ID", help="Client id that goes along with that token.")
    ] = "",
    federated_audience: Annotated[
        str, typer.Option(metavar="AUD", help="Audience of that token.")
    ] = "api://graphsync-check",
    federated_scope: Annotated[str, typer.Option(metavar="TEXT", help="Scope to ask for.")] = "",
    token_exchange: Annotated[
        bool,
        typer.Option("--token-exchange", help="Exchange by RFC 8693, in place of RFC 7523."),
    ] = False,
    issuer_port: Annotated[
        int, typer.Option(metavar="PORT", help="Port where the local Graph shows its key.")
    ] = 0,
    entra_token_env: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Environment variable with a token of Entra, to use instead."
        ),
    ] = None,
    static_token: Annotated[
        bool,
        typer.Option(
            "--static-token", help="Exit with 0 although no test of signing in has passed."
        ),
    ] = False,
    junit: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write JUnit XML.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write a report for a browser.")
    ] = None,
) -> None:
    """Run the gallery's 25 onboarding tests against an endpoint, in seconds.

    The local Graph provisions to the endpoint on a clock that is moved. What the tests create is
    named check-… and removed at the end. Without an option for it, the token is asked for. Only
    with --tenant something is sent to a tenant: the same check, with its own provisioning.

    Exit codes: 0 if the verdict is Succeeded, 2 if it is Failed. With --test, 2 if a mandatory one
    of the chosen tests failed.
    """
    federation = None
    if federated_endpoint is not None:
        federation = FederatedIdentity(
            federated_endpoint,
            federated_client_id,
            _variable(entra_token_env, "--entra-token-env") if entra_token_env else None,
            federated_audience,
            federated_scope,
            "token exchange" if token_exchange else "client assertion",
            issuer_port,
        )
    value = _token(run, from_env, from_file, token, from_stdin=from_stdin)
    if tenant and allow_target:
        raise UsageMistake("--allow-target is for the local Graph", "leave it out with --tenant")
    start = (
        partial(check_with_tenant, run.graph, address, value.reveal())
        if tenant
        else partial(run_check, address, value.reveal(), allow_targets=allow_target or ())
    )
    names = [name for name in TEST_NAMES if not test or name in test]
    names += [name for name in DIALECT_NAMES if with_dialects or (test and name in test)]
    with Checking(names, run.form) as shown:
        try:
            report = start(
                tests=test,
                dialects=with_dialects,
                rfc=rfc,
                credentials=_credentials(token_endpoint, token_client_id, token_secret_env),
                federation=federation,
                on_start=shown.start,
                on_result=shown.end,
            )
        except ModuleNotFoundError as error:
            raise SystemExit(str(error)) from None
        except ValueError as error:
            what, _, remedy = str(error).partition("; ")
            raise UsageMistake(what, remedy) from None
    if junit:
        junit.write_text(as_junit(report), encoding="utf-8")
    if html:
        html.write_text(as_html(report), encoding="utf-8")
    _write(run, report)
    for line in report.left:
        run.note(f"not removed: {line}")
    if run.form is Form.TABLE:
        passed = sum(not item.has_failed for item in report.results)
        because = f" ({report.reason})" if report.reason else ""
        run.text(
            f"{report.verdict}{because}: {passed} of {len(report.results)} passed or were skipped"
        )
        for group, words in (("dialect", "Beyond the gallery"), ("rfc", "RFC 7643 and 7644")):
            more = [item for item in report.beyond if item.group == group]
            if more:
                passed = sum(not item.has_failed for item in more)
                run.text(
                    f"{words}: {passed} of {len(more)} passed or were skipped; they do not touch"
                    " the verdict"
                )
    failed = any(item.mandatory and item.has_failed for item in report.results)
    if failed or (report.reason and not test and not static_token):
        raise typer.Exit(ExitCode.DIFFERENT)


@command(
    app,
    "clean",
    sends=(
        "GET /applications",
        "GET /users",
        "GET /groups",
        "DELETE /applications/{id}, /users/{id}, /groups/{id}",
        "DELETE /directory/deletedItems/{id}",
    ),
    needs=("Application.ReadWrite.All", "User.ReadWrite.All", "Group.ReadWrite.All"),
    writes=True,
)
def clean(
    run: Run,
    of: Annotated[
        str | None,
        typer.Option("--run", metavar="DIGITS", help="Only what this run left: check-DIGITS."),
    ] = None,
) -> None:
    """Remove from the tenant what a killed check with --tenant left.

    These are applications, users and groups with names such as check-0123abcd-…, which only a
    check gives. They are listed, and deleted for good after a question. A check that still runs
    has such objects too: name the run with --run then.

    Exit codes: 0 if nothing is left, 1 if something could not be deleted.
    """
    found = find_leftovers(run.graph, of)
    rows = [{"kind": one.kind, "id": one.id, "name": one.name, "run": one.run} for one in found]
    run.rows(rows, "kind", "id", "name", "run")
    if not found:
        run.note("no check has left anything")
    if not found or run.dry_run:
        return
    run.confirm(f"Delete these {len(found)} objects for good?")
    left = remove_leftovers(run.graph, found)
    for line in left:
        run.note(f"not removed: {line}")
    run.did(f"deleted {len(found) - len(left)} of {len(found)} objects")
    if left:
        raise typer.Exit(ExitCode.FAILED)


def _token(
    run: Run, variable: str | None, file: Path | None, argument: str | None, *, from_stdin: bool
) -> Hidden[str]:
    if argument is not None:
        if variable is not None or file is not None or from_stdin:
            raise UsageMistake(
                "there are several sources of the token", "leave --token out; the others are safe"
            )
        run.note(_ARGUMENT)
        return Hidden(argument)
    if variable is None and file is None and not from_stdin and os.environ.get(_TOKEN):
        variable = _TOKEN
    return read_values(["token"], variable, file, from_stdin=from_stdin)["token"]


def _credentials(endpoint: str | None, client_id: str, variable: str) -> ClientCredentials | None:
    if endpoint is None:
        return None
    if not client_id:
        raise UsageMistake("the token endpoint needs a client", "name it with --token-client-id")
    return ClientCredentials(endpoint, client_id, _variable(variable, "--token-secret-env"))


def _variable(name: str, option: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise UsageMistake(
            f"the environment variable {name} is not set", f"set it, or name another with {option}"
        )
    return value


def _write(run: Run, report: CheckReport) -> None:
    if run.form is Form.JSON and run.columns is None:
        run.text(as_json(report))
    elif run.form is not Form.TABLE:
        shown = json.loads(as_json(report))
        found = [*shown["testResults"], *shown.get("beyondResults", ())]
        run.rows(found, "testName", "testCategory", "testResult", "message", "remedy", "seconds")
