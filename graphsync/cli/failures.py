"""Errors as three lines: what went wrong, why, and what to do."""

from __future__ import annotations

from graphsync import errors
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.finding import NothingFound
from graphsync.cli.printable import printable
from graphsync.expressions.error import ExpressionError

_SIGN_IN = "sign in again, or choose another way with --sign-in; graphsync whoami shows who you are"
# The first class that fits counts.
_REMEDIES: tuple[tuple[type[Exception], str], ...] = (
    (errors.SignInFailed, _SIGN_IN),
    (errors.Unauthorized, _SIGN_IN),
    (
        errors.Forbidden,
        "ask for the permission; the reference of commands says which one is needed",
    ),
    (
        errors.NotFound,
        "check the name or the id; graphsync apps list and graphsync jobs list show them",
    ),
    (errors.BadRequest, "correct what the message names; --verbose shows the request"),
    (errors.Throttled, "wait a little and try again"),
    (errors.Conflict, "look at what is there now, and try again"),
    (errors.UntrustedCertificate, "name the authority's certificate with --ca-file"),
    (
        errors.TimedOut,
        "try again; whether the request was carried out is not known if it changed something",
    ),
    (errors.ConnectionFailed, "check the network, the proxy and --endpoint"),
    (errors.SeveralMatches, "write more of the name, or the id"),
    (errors.NoMatch, "check the spelling of the name"),
    (
        errors.ConfigurationInvalid,
        "correct the file; graphsync lint FILE checks it without a tenant",
    ),
    (errors.ApplyFailed, "mend the cause and run the command again: it does the rest"),
    (errors.PlanOutdated, "make a new plan and look at it"),
    (
        errors.RotationFailed,
        "correct the new values and try again; graphsync secrets validate tests what is saved",
    ),
    (
        errors.MaintenanceIncomplete,
        "remove the cause, then run graphsync maintenance end again with the same file",
    ),
    (errors.JobPaused, "start it with graphsync jobs start"),
    (errors.WaitTimedOut, "wait longer with --timeout; graphsync jobs show has the present status"),
    (errors.RecordsInvalid, "correct the file, or pass --skip-bad-lines for lines that are broken"),
    (
        errors.JournalUnusable,
        "wait for the other upload to end, or name another file with --journal",
    ),
    (errors.MaskedSecrets, "give the values of these secrets as well"),
    (errors.ServerFailure, "try again later; the request id is what Microsoft's support asks for"),
    (ExpressionError, "graphsync expr lint shows the place"),
    (OSError, "check the path and its permissions"),
)


def lines_of(error: Exception) -> list[str]:
    """Return what went wrong, why, and what to do; no value of a secret is in it."""
    if isinstance(error, errors.ServiceError):
        what = _said(error)
        request = f", request id {error.request_id}" if error.request_id else ""
        found = [what, f"{error.method} {error.path}{request}", error.hint or _remedy(error)]
    elif isinstance(error, UsageMistake):
        found = [str(error), error.remedy]
    elif isinstance(error, errors.Quarantined):
        # The message ends with the advice, which has a line of its own here.
        found = [str(error).removesuffix(f". To do: {error.advice}"), error.advice]
    elif isinstance(error, OSError) and error.strerror and error.filename:
        found = [f"{error.filename}: {error.strerror}", _remedy(error)]
    else:
        cause = error.__cause__
        said = _said(cause) if isinstance(cause, errors.ServiceError) else str(cause or "")
        # Some messages end with their cause.
        why = "" if " ".join(said.split()) in " ".join(str(error).split()) else said
        remedy = error.remedy if isinstance(error, NothingFound) else _remedy(error)
        found = [str(error) or type(error).__name__, why, remedy]
    return [printable(" ".join(line.split())) for line in found if line]


def _said(error: errors.ServiceError) -> str:
    return f"{error.status} {error.code}" + (f": {error.message}" if error.message else "")


def exit_code_of(error: Exception) -> ExitCode:
    """Return the exit code that an error stands for."""
    if isinstance(error, (UsageMistake, FileNotFoundError)):
        return ExitCode.USAGE
    cause = error.__cause__ if isinstance(error, errors.ApplyFailed) else error
    refused = (errors.SignInFailed, errors.Unauthorized, errors.Forbidden)
    return ExitCode.NOT_PERMITTED if isinstance(cause, refused) else ExitCode.FAILED


def _remedy(error: Exception) -> str:
    return next((remedy for kind, remedy in _REMEDIES if isinstance(error, kind)), "")
