# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/fleet/sweep.py
"""All service principals of a tenant with their jobs, 20 of them in a request."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from types import NoneType
from typing import cast

from attrs import asdict, evolve, frozen

from graphsync._sync.applications.service_principal import ServicePrincipal
from graphsync._sync.applications.service_principals import ServicePrincipals
from graphsync._sync.batch.batch import Batch
from graphsync._sync.batch.batch_item import BatchItem
from graphsync._sync.native import together
from graphsync._sync.navigation.session import Session
from graphsync._sync.synchronization.job import SynchronizationJob
from graphsync.errors import ConnectionFailed, GraphError, ServiceError, UnreadableAnswer
from graphsync_client.types import DecodeError

TOGETHER = 20
# Requests under way at a time. The service's limits are for an application in a tenant, whatever
# its number of connections; with four, the way there and back counts little.
SIDE_BY_SIDE = 4
UNREADABLE = (ServiceError, ConnectionFailed, UnreadableAnswer, DecodeError)
_LARGEST_PAGE = 999


@frozen
class Place:
    """How far an iteration has come: the link of the page, and how many principals of it are
    done.
    """

    page: str | None = None
    done: int = 0
    ended: bool = False

    @classmethod
    def of(cls, position: str | None) -> Place:
        """Read a position; None is the beginning."""
        if position is None:
            return cls()
        try:
            found = cls(**json.loads(position))
        except (ValueError, TypeError):
            found = None
        # A file that was edited, or another program's, must not begin anywhere.
        if (
            found is None
            or not isinstance(cast("object", found.page), (str, NoneType))
            or type(found.done) is not int
            or found.done < 0
        ):
            raise ValueError(f"resume={position!r} is not a position; pass what the `position` was")
        return found


@frozen
class PrincipalJobs:
    """A service principal and its jobs, or the error with which they could not be read."""

    principal: ServicePrincipal
    jobs: tuple[SynchronizationJob, ...] = ()
    error: GraphError | DecodeError | None = None
    """Why the jobs could not be read; `jobs` has those that were read before it."""


@frozen
class Found:
    """What one request found, and whether it was the last of a page."""

    principals: tuple[PrincipalJobs, ...]
    ends_page: bool


class Sweep:
    """The jobs of service principals, read while it is iterated over.

    Who iterates calls `advance` for each principal that is done with; a later sweep goes on behind
    those.
    """

    def __init__(
        self,
        session: Session,
        principals: Iterable[ServicePrincipal | str] | None,
        resume: str | None,
        left: Callable[[], float | None],
    ) -> None:
        self._session = session
        self._given = None if principals is None else [*principals]
        self._start = self._place = Place.of(resume)
        self._left = left

    @property
    def position(self) -> str:
        """How far the sweep is, as a text to resume with."""
        return json.dumps(asdict(self._place))

    def advance(self) -> None:
        """Count one more principal of the page as done."""
        self._place = evolve(self._place, done=self._place.done + 1)

    def __iter__(self) -> Iterator[Found]:
        self._place = self._start
        if self._place.ended:
            return
        for page in self._pages():
            chunks = [*_chunks(page[self._place.done :])]
            for at in range(0, len(chunks), SIDE_BY_SIDE):
                group = [partial(self._read, chunk) for chunk in chunks[at : at + SIDE_BY_SIDE]]
                for number, principals in enumerate(together(group), at + 1):
                    yield Found(principals, ends_page=number == len(chunks))

    def _pages(self) -> Iterator[Sequence[ServicePrincipal]]:
        principals = ServicePrincipals(self._session)
        if self._given is not None:
            yield [
                one if isinstance(one, ServicePrincipal) else principals[one] for one in self._given
            ]
            self._place = Place(ended=True)
            return
        listing = principals.select("id", "displayName").top(_LARGEST_PAGE)
        if self._place.page is not None:
            listing = listing.resume(self._place.page)
        for page in listing.with_options(timeout=self._left()).pages():
            yield page.items
            self._place = Place(page.next_link, ended=page.next_link is None)

    def _read(self, principals: Sequence[ServicePrincipal]) -> tuple[PrincipalJobs, ...]:
        batch = Batch(self._session.with_options(timeout=self._left()))
        asked = [
            batch.add(ServicePrincipals(self._session)[one.id].synchronization.jobs.list)
            for one in principals
        ]
        try:
            batch.send()
        except UNREADABLE:
            # Each item has the error.
            self._left()
        return tuple([self._jobs(one, item) for one, item in zip(principals, asked, strict=True)])

    def _jobs(
        self, principal: ServicePrincipal, item: BatchItem[builtins.list[SynchronizationJob]]
    ) -> PrincipalJobs:
        jobs: list[SynchronizationJob] = []
        try:
            jobs += item.result
            if item.next_link:
                # Few principals have so many jobs that they fill more than a page.
                mine = ServicePrincipals(self._session)[principal.id].synchronization.jobs
                rest = mine.resume(item.next_link).with_options(timeout=self._left())
                for job in rest:
                    jobs.append(job)
        except UNREADABLE as error:
            return PrincipalJobs(principal, tuple(jobs), error)
        return PrincipalJobs(principal, tuple(jobs))


def _chunks(principals: Sequence[ServicePrincipal]) -> Iterable[Sequence[ServicePrincipal]]:
    return (principals[at : at + TOGETHER] for at in range(0, len(principals), TOGETHER))
