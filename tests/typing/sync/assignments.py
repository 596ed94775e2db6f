# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/typing/aio/assignments.py
"""What must not type-check: assignments to members that the service sets."""

from __future__ import annotations

from graphsync import SynchronizationJob, SynchronizationTemplate


def read_only(job: SynchronizationJob) -> None:
    job.status = None  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]  # set by the service


def editable(template: SynchronizationTemplate) -> None:
    template.description = "new"
    template.description = 7  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]  # no text
