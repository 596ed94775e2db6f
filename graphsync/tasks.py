"""What the tasks of a job return, and what they report on the way, to annotate programs with.

`job.explain` returns an `Explanation` of `Check`s, `job.preview` a `Preview`, `job.copy_to` a
`JobCopy`, `job.repair_connection` a `ConnectionRepair`. A callback `progress=` gets an
`ExplainProgress`, a `CopyStep`, a `RepairStep`, a `RotationStep`, or from waits a `WaitProgress`. A
name is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphsync._core.domain.connection_repair import ConnectionRepair, RepairStep
    from graphsync._core.domain.job_copy import CopyStep, JobCopy
    from graphsync._core.domain.secret_rotation import RotationStep
    from graphsync._core.tasks.explain_progress import ExplainProgress
    from graphsync._core.tasks.explanation import Check, Explanation, Result, Verdict
    from graphsync._core.tasks.preview import Compared, Preview
    from graphsync._core.tasks.wait_progress import WaitProgress

_HOMES = {
    "Check": "graphsync._core.tasks.explanation",
    "Compared": "graphsync._core.tasks.preview",
    "ConnectionRepair": "graphsync._core.domain.connection_repair",
    "CopyStep": "graphsync._core.domain.job_copy",
    "ExplainProgress": "graphsync._core.tasks.explain_progress",
    "Explanation": "graphsync._core.tasks.explanation",
    "JobCopy": "graphsync._core.domain.job_copy",
    "Preview": "graphsync._core.tasks.preview",
    "RepairStep": "graphsync._core.domain.connection_repair",
    "Result": "graphsync._core.tasks.explanation",
    "RotationStep": "graphsync._core.domain.secret_rotation",
    "Verdict": "graphsync._core.tasks.explanation",
    "WaitProgress": "graphsync._core.tasks.wait_progress",
}

__all__ = [
    "Check",
    "Compared",
    "ConnectionRepair",
    "CopyStep",
    "ExplainProgress",
    "Explanation",
    "JobCopy",
    "Preview",
    "RepairStep",
    "Result",
    "RotationStep",
    "Verdict",
    "WaitProgress",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        from graphsync._deprecation import renamed

        return renamed(__name__, name)
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
