# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/secrets.py
"""The secrets of a synchronization."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import MappingProxyType

from graphsync._core.domain.secret_changes import (
    Changes,
    SecretTexts,
    cleared,
    hidden_changes,
    merged,
    pairs,
    wanted,
)
from graphsync._core.domain.secret_rotation import RotationStep
from graphsync._core.domain.secret_values import SecretValues
from graphsync._core.domain.secrets_receipt import Look, SecretsReceipt
from graphsync._core.request.request import Request
from graphsync._core.secrecy.hidden import Hidden
from graphsync._sync.native import sleep
from graphsync._sync.navigation.bound import Bound
from graphsync._sync.navigation.session import Session
from graphsync._sync.navigation.verb import direct, prepared_by, several, verb
from graphsync.errors import NoMatch, TimedOut
from graphsync_client import models
from graphsync_client.api.secrets.count_secrets import count_secrets
from graphsync_client.api.secrets.list_secrets import list_secrets
from graphsync_client.api.secrets.replace_secrets import replace_secrets
from graphsync_client.types import Operation, Owner

_LOOK_EVERY = 1.0
_NOTHING: Changes = MappingProxyType[str, str]({})


class Secrets(Bound):
    """The credentials and settings of the target; all jobs of the service principal share them.

    The service can only write all of them at once, and shows the sensitive ones as `*`. So `update`
    and `clear` read first, and refuse where a value that they would have to write back is masked.
    Keys are text in any case, or members of `SynchronizationSecret`; text that is nearly a known
    key is refused with the nearest one.

    What was written shows with a delay. `wait` is a number of seconds to keep looking for it, once
    a second; `TimedOut` is raised where it does not show in that time. Without it nothing is looked
    at. The `SecretsReceipt` names the keys whose new value was seen. That cannot be seen of a
    sensitive value that replaces another one: it is `unconfirmed`, whatever `wait` is.
    """

    def __init__(self, session: Session, owner: Owner) -> None:
        super().__init__(session)
        self._owner = owner

    @property
    def resource_path(self) -> str:
        """The path below Graph's version root, percent-encoded."""
        return list_secrets(self._owner).path

    @verb
    def list(self) -> Request[SecretValues]:
        """Return what is stored, as far as the service shows it. One request."""
        return Request(list_secrets(self._owner), lambda answer: SecretValues(answer.value or []))

    @verb
    def count(self) -> Operation[int]:
        """Return how many are stored. One request."""
        return count_secrets(self._owner)

    @direct
    def update(
        self,
        changes: Changes,
        *,
        leave_out: tuple[str, ...] = (),
        wait: float | None = None,
        unknown: bool = False,
    ) -> SecretsReceipt:
        """Change some secrets and keep the others. Two requests: it reads, merges, and writes all.

        Raises `MaskedSecrets` before anything is written, where a value to keep is masked: pass its
        value too, or name it in `leave_out`.

        Args:
            leave_out: Keys that are not written; the service decides if it keeps or deletes them.
            wait: Seconds to keep looking until the service shows what was written, as far as it
                shows values at all.
            unknown: Whether keys that this version does not know are meant; otherwise they raise
                ValueError with the nearest known key, and nothing is sent.

        """
        hidden = Hidden(changes)
        del changes  # a traceback that shows local variables must not have them
        return self._merge(wanted(hidden, unknown=unknown), leave_out, wait)

    @direct
    def clear(
        self,
        *keys: str,
        leave_out: tuple[str, ...] = (),
        wait: float | None = None,
        unknown: bool = False,
    ) -> SecretsReceipt:
        """Delete secrets by writing them empty, and keep the others.

        Two requests, like `update`, whose arguments it takes.
        """
        return self._merge(cleared(keys, unknown=unknown), leave_out, wait)

    def _replace_request(
        self, values: Changes, *, wait: float | None = None, unknown: bool = False
    ) -> Request[SecretsReceipt]:
        if wait is not None:
            raise several("replace() of secrets with wait=")
        hidden = Hidden(values)
        del values  # as above
        return self._written(wanted(hidden, unknown=unknown))

    @prepared_by(_replace_request)
    def replace(
        self, values: Changes, *, wait: float | None = None, unknown: bool = False
    ) -> SecretsReceipt:
        """Write exactly these; what is not among them may be deleted. One request.

        Args:
            wait: Seconds to keep looking until the service shows what was written, as far as it
                shows values at all, with one more request for each look.
            unknown: Whether keys that this version does not know are meant; otherwise they raise
                ValueError with the nearest known key, and nothing is sent.

        """
        hidden = Hidden(values)
        del values  # as above
        return self._write(wanted(hidden, unknown=unknown), wait)

    @direct
    def rotate(
        self,
        changes: Changes,
        *,
        validate: bool = True,
        old: Changes = _NOTHING,
        wait: float | None = None,
        timeout: float | None = None,
        progress: Callable[[RotationStep], object] | None = None,
        unknown: bool = False,
    ) -> SecretsReceipt:
        """Replace some secrets by new ones that work, and keep the others.

        The new values are tested against the target, written, and what is saved is tested: five
        requests. Where the last test fails, the old values are written back, as far as they are
        known. Raises `RotationFailed`, whose `state` says what is stored then.

        Args:
            changes: The new values.
            validate: Whether they are tested at all, for which there must be a job.
            old: The present values of the secrets that the service masks, for the way back.
            wait: Seconds to keep looking until the service shows what was written.
            timeout: Seconds until the new values are written. The test of what is saved, and the
                way back, have the client's own time for each call.
            progress: Called after each step; it gets no value of a secret.
            unknown: Whether keys that this version does not know are meant; otherwise they raise
                ValueError with the nearest known key, and nothing is sent.

        """
        hidden, before = Hidden(changes), Hidden(old)
        del changes, old  # as above
        # Keys that are wrong are refused before anything is sent.
        new = hidden_changes(wanted(hidden, unknown=unknown))
        if not new.reveal():
            raise ValueError("nothing to rotate; pass at least one new value")
        from graphsync._sync.synchronization.jobs import Jobs
        from graphsync._sync.tasks.rotate import rotate

        validator = None
        if validate:
            validator = Jobs(self._session, self._owner).first()
            if validator is None:
                raise NoMatch(
                    "there is no job to validate with; create one, or pass validate=False"
                )
        return rotate(self, validator, new, before, wait, timeout, progress)

    def _merge(
        self, changes: SecretTexts, leave_out: tuple[str, ...], wait: float | None
    ) -> SecretsReceipt:
        if not changes:
            raise ValueError("nothing to change; pass at least one key")
        before = self.list()
        return self._write(merged(before, changes, leave_out), wait, before)

    def _write(
        self, values: SecretTexts, wait: float | None, before: SecretValues | None = None
    ) -> SecretsReceipt:
        receipt = self._session.send(self._written(values))
        return receipt if wait is None else self._see(values, wait, before)

    def _written(self, values: SecretTexts) -> Request[SecretsReceipt]:
        body = models.ReplaceSecretsRequest(value=pairs(values))
        unconfirmed = tuple(values)
        return Request(
            replace_secrets(self._owner, body), lambda _: SecretsReceipt((), unconfirmed)
        )

    def _see(self, values: SecretTexts, wait: float, before: SecretValues | None) -> SecretsReceipt:
        end = time.monotonic() + wait
        while True:
            look = Look.at(self.list(), values, before)
            if not look.pending:
                return look.receipt
            left = end - time.monotonic()
            if left <= 0:
                raise TimedOut(
                    f"the secrets were written, but after {wait:g} s the service does not show "
                    f"{', '.join(look.pending)} as written; they may still appear",
                    sent=True,
                )
            sleep(min(_LOOK_EVERY, left))

    def __repr__(self) -> str:
        return f"<Secrets {self.resource_path}>"
