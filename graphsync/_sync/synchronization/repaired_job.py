# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/repaired_job.py
"""What a job does about a wrong link."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from graphsync._annotations import resolvable
from graphsync._sync.navigation.verb import direct
from graphsync._sync.synchronization.explained_job import ExplainedJob

if TYPE_CHECKING:
    from graphsync._core.domain.connection_repair import ConnectionRepair, RepairStep
    from graphsync._sync.people.user import User
    from graphsync._sync.synchronization.repairing import Repairable


@resolvable
class RepairedJob(ExplainedJob):
    """A job as far as it repairs the link between a user and an account."""

    @direct
    def repair_connection(
        self,
        user: str | User,
        *,
        rule: str | None = None,
        timeout: float | None = 1800,
        progress: Callable[[RepairStep], object] | None = None,
    ) -> ConnectionRepair:
        """Delete the link between a user and an account, and have it made again (beta).

        Correct the data or the mappings first: the service matches as they are now, and may make
        the same link again, in which case `changed` of the result is false. The job is paused if
        it runs, the link is deleted, the user is provisioned on demand, the new link is read, and
        a job that was paused here is started again, also after an error. Both objects stay.
        Without a link the user is only provisioned. Ten requests as a rule.

        An error before anything was changed is raised as it came. Later ones are raised as
        `RepairFailed`, which says what is left. Raises `Quarantined` for a job that runs in
        quarantine, as starting it would lift the quarantine.

        Args:
            user: A bound user, an object id, or an address.
            rule: The id of a synchronization rule, needed where several are for users.
            timeout: Seconds for the whole repair, or None for no limit. Starting the job again is
                tried also when time is up.
            progress: Called after each step.

        """
        from graphsync._sync.synchronization.repairing import repair_connection

        # The only class on top of this one has the verbs.
        job = cast("Repairable", self)
        return repair_connection(self._session, job, user, rule, timeout, progress)
