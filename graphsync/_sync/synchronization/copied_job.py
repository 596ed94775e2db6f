# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/copied_job.py
"""What a job does to have its like elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from graphsync._annotations import resolvable
from graphsync._core.secrecy.hidden import Hidden
from graphsync._sync.navigation.verb import direct
from graphsync._sync.synchronization.repaired_job import RepairedJob

if TYPE_CHECKING:
    from graphsync._core.domain.job_copy import CopyStep, JobCopy
    from graphsync._core.domain.secret_changes import Changes
    from graphsync._sync.synchronization.copying import Copyable, Destination

_NOTHING: Changes = MappingProxyType[str, str]({})


@resolvable
class CopiedJob(RepairedJob):
    """A job as far as it is copied to another synchronization."""

    @direct
    def copy_to(
        self,
        target: Destination,
        *,
        into: str | None = None,
        settings: bool = True,
        secrets: Changes = _NOTHING,
        unknown: bool = False,
        timeout: float | None = 300,
        progress: Callable[[CopyStep], object] | None = None,
    ) -> JobCopy:
        """Copy the schema and the settings to another synchronization, also of another tenant.

        The target belongs to a service principal or an application, of this client or of another.
        Without `into` a job is created there from the same template, and not started. The schema
        gets the target's ids and versions; the settings that the service shows, such as
        `BaseAddress` and `SyncNotificationSettings`, are written where they differ. Secrets that it
        masks are listed in `secrets_left_out`, and assignments are not part of a job. Both sides
        are read before anything is written: five requests to read, two to five to create and write.

        Raises `Refused` where the target has a job of the template and `into` does not name it, and
        `MaskedSecrets` where settings differ that cannot be written without a value which the
        target does not show; nothing is written then. An error behind the first write is raised as
        `CopyFailed`, which says what is left.

        Args:
            target: A bound `synchronization`.
            into: The id of a job of the target, which gets this job's schema. A job that runs looks
                at every object again in its next cycle.
            settings: Whether the settings are copied too.
            secrets: Values that only the target has, such as its token or another `BaseAddress`;
                they are written whatever `settings` is.
            unknown: Whether keys of `secrets` that this version does not know are meant.
            timeout: Seconds for the whole copy, or None for no limit.
            progress: Called after each step.

        """
        given = Hidden(secrets)
        del secrets  # a traceback that shows local variables must not have them
        from graphsync._core.domain.secret_changes import wanted
        from graphsync._sync.synchronization.copying import Copy

        values = wanted(given, unknown=unknown)
        # The only class on top of this one has the verbs.
        copy = Copy(self._session, self._owner, cast("Copyable", self), target, timeout, progress)
        return copy.run(into, values, settings=settings)
