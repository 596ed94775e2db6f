# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/tasks/rotate.py
"""Secrets replaced by new ones, with a way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, Self, TypeVar

from graphsync._core.call.deadline import Deadline, check_timeout
from graphsync._core.domain.secret_changes import (
    Changes,
    SecretTexts,
    hidden_changes,
    merged,
    wanted,
)
from graphsync._core.domain.secret_rotation import RotationStep, RotationSteps
from graphsync._core.domain.secret_values import SecretValues
from graphsync._core.domain.secrets_receipt import SecretsReceipt
from graphsync._core.response.arrival import may_have_arrived
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import (
    GraphError,
    MaskedSecrets,
    RotationFailed,
    WaitTimedOut,
)
from graphsync.timeouts import Timeouts


class SecretStore(Protocol):
    """What holds the secrets."""

    def with_options(self, *, timeout: float | Timeouts | None) -> Self: ...

    def list(self) -> SecretValues: ...

    def replace(self, values: Changes, *, wait: float | None = None) -> SecretsReceipt: ...


class Validator(Protocol):
    """What tests credentials: those given, or without any the saved ones."""

    def with_options(self, *, timeout: float | Timeouts | None) -> Self: ...

    def validate_credentials(self, credentials: Changes | None = None) -> None: ...


_T = TypeVar("_T", SecretStore, Validator)


def rotate(
    store: SecretStore,
    validator: Validator | None,
    changes: Hidden[Changes],
    old: Hidden[Changes],
    wait: float | None,
    timeout: float | None,
    progress: Callable[[RotationStep], object] | None,
) -> SecretsReceipt:
    """Test new values, write them, test what is saved, and put the old ones back where that
    fails.

    `timeout` limits what comes before the writing and that itself. What was written must be
    tested, and put back where it does not work, however long that takes.
    """
    check_timeout(timeout)
    deadline, steps = Deadline(timeout), RotationSteps(progress)
    before = _timed(store, deadline).list()
    steps.done("read", f"{len(before)} stored")
    try:
        values = merged(before, wanted(changes), ())
    except MaskedSecrets as error:
        keys = ", ".join(error.keys)
        raise MaskedSecrets(
            "writing some secrets means writing all, and the service does not show the values of"
            f" {keys}; pass them along with the new ones. Nothing was written",
            error.keys,
        ) from None
    if validator is not None:
        try:
            tested = _timed(validator, deadline)
            tested.validate_credentials(hidden_changes(values).reveal())
        except GraphError as error:
            raise RotationFailed(
                f"the new secrets do not work, so nothing was written: {_first(error)}", "unchanged"
            ) from error
        steps.done("test", "the new values work")
    try:
        written = _timed(store, deadline)
        receipt = written.replace(hidden_changes(values).reveal(), wait=wait)
    except GraphError as error:
        raise _not_written(error) from error
    except BaseException as stop:
        stop.add_note("Whether the new secrets were written is not known")
        raise
    try:
        steps.done("write", "written")
        if validator is None:
            return receipt
        validator.validate_credentials()
    except GraphError as error:
        raise _put_back(store, before, old, error) from error
    except BaseException as stop:
        stop.add_note("The new secrets are written; what is saved was not tested")
        raise
    steps.done("check", "what was saved works")
    return receipt


def _timed(bound: _T, deadline: Deadline) -> _T:
    """Return what a call is made of, with no more time than is left."""
    left = deadline.left
    if left == 0:
        raise WaitTimedOut(
            f"there was no time for it within the {deadline.total:g} s that timeout= gives", None
        )
    return bound if left is None else bound.with_options(timeout=left)


def _not_written(error: GraphError) -> RotationFailed:
    if may_have_arrived(error):
        return RotationFailed(
            f"whether the new secrets were written is not known: {_first(error)}", "unknown"
        )
    return RotationFailed(f"the new secrets could not be written: {_first(error)}", "unchanged")


def _put_back(
    store: SecretStore, before: SecretValues, old: Hidden[Changes], error: GraphError
) -> RotationFailed:
    failed = f"what was saved does not work: {_first(error)}"
    try:
        values: SecretTexts = merged(before, wanted(old), ())
    except MaskedSecrets as masked:
        keys = ", ".join(masked.keys)
        return RotationFailed(
            f"{failed}. The new secrets stay, as the old values of {keys} are masked and old= has"
            " none",
            "new",
        )
    try:
        store.replace(hidden_changes(values).reveal())
    except GraphError as second:
        return RotationFailed(
            f"{failed}. Writing the old secrets back failed as well: {_first(second)}", "unknown"
        )
    except BaseException as stop:
        stop.add_note(f"{failed}. Whether the old secrets were written back is not known")
        raise
    return RotationFailed(f"{failed}. The old secrets were written back", "restored")


def _first(error: GraphError) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
