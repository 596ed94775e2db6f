"""What a job says about one person."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._async.navigation.identified import Identified
from graphsync._async.navigation.verb import direct
from graphsync_client import models
from graphsync_client.types import Owner

if TYPE_CHECKING:
    from graphsync._async.people.user import User
    from graphsync._core.tasks.explain_progress import ExplainProgress
    from graphsync._core.tasks.explanation import Explanation
    from graphsync._core.tasks.preview import Preview


@resolvable
class ExplainedJob(Identified[models.SynchronizationJob]):
    """A job as far as it explains what it does to a person."""

    _owner: Owner

    @direct
    async def explain(
        self,
        user: str | User,
        *,
        timeout: float | None = 120,
        progress: Callable[[ExplainProgress], object] | None = None,
    ) -> Explanation:
        """Find out why somebody is, or is not, provisioned; reads only.

        Everything that provisioning depends on is checked in the order in which the service
        decides: the job, the user, the assignment, the scoping filter clause by clause, matching
        attributes, the value of each mapping, references, the latest record of the log, and the
        object connection. What cannot be read is `unknown`, with the reason. The mappings are
        computed here, from the user's data as it is now.

        It takes 7 requests as a rule, one more for each object that the user refers to, and a few
        more for a user who is not assigned or has no account yet.

        Raises the first error where nothing at all could be read, and `Refused` for the job of an
        application, which provisions nobody.

        Args:
            user: A bound user, an object id, or an address.
            timeout: Seconds for the whole call, or None for no limit; what could not be read in
                time is `unknown`.
            progress: Called after each read.

        """
        from graphsync._async.tasks.explain import explain

        return await explain(self._session, self._owner, self.id, user, timeout, progress)

    @direct
    async def preview(
        self,
        user: str | User,
        *,
        compare: bool = False,
        timeout: float | None = 120,
        progress: Callable[[ExplainProgress], object] | None = None,
    ) -> Preview:
        """Compute the account that the mappings would make of a user; reads only.

        Each attribute comes with its expression and with two values: for an account that is
        created, and for one that is updated. They are computed here. It takes 4 requests as a
        rule, and one more for each object that the user refers to.

        Raises `NoMatch` where the user or the schema cannot be read, or where no mapping is for
        users, and `Refused` where the source of the job is not the directory.

        Args:
            user: A bound user, an object id, or an address.
            compare: Whether the service evaluates each function too, one request each, for
                `differences`. Left out are functions whose results vary, such as `Now`, and secret
                values.
            timeout: Seconds for the whole call, or None for no limit.
            progress: Called after each read.

        """
        from graphsync._async.tasks.preview import preview

        return await preview(
            self._session, self._owner, self.id, user, timeout, progress, compare=compare
        )
