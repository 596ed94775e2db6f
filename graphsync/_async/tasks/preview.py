"""Reading what a preview of one person's account needs, and asking the service for its values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._async.navigation.session import Session
from graphsync._async.people.user import User
from graphsync._async.tasks.explain import read_facts
from graphsync._async.tasks.reader import Reader
from graphsync._core.tasks.previewing import previewed, questions
from graphsync_client import models
from graphsync_client.types import Owner

if TYPE_CHECKING:
    from graphsync._core.tasks.explain_progress import ExplainProgress
    from graphsync._core.tasks.preview import Compared, Preview


@resolvable
async def preview(
    session: Session,
    owner: Owner,
    job_id: str,
    user: str | User,
    timeout: float | None,
    progress: Callable[[ExplainProgress], object] | None,
    *,
    compare: bool,
) -> Preview:
    """Return the account that the mappings make of a user, compared with the service if asked."""
    from graphsync_client.api.schema.parse_job_expression import parse_job_expression

    reader = Reader(session, timeout, progress)
    mapping, facts = await read_facts(reader, owner, job_id, user, explains=False)
    reader.check()
    found = previewed(facts, mapping, reader.requests)
    if not compare or mapping is None:
        return found
    compared: list[Compared] = []
    for question in questions(facts, mapping):
        body = models.ParseExpressionRequest(
            expression=question.source, test_input_object=question.input
        )
        answer = await reader.read(
            f"what the service computes for {question.target}",
            parse_job_expression(owner, job_id, body),
        )
        compared.append(question.answered(answer))
    return found.with_compared(compared, reader.requests)
