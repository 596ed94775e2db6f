"""What applying a plan has done."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from graphsync._core.config.plan import Step


@frozen(kw_only=True)
class Receipt:
    """The outcome of an apply that went through."""

    done: tuple[Step, ...]
    """The steps in the order in which they were taken; empty where there was nothing to do."""
    principal_id: str | None
    job_id: str | None
    backup: Path | None
    """The file with the state of before.

    None where there was nothing to back up, or no file was named.
    """
    left_out: tuple[str, ...] = ()
    """The keys whose secrets the backup does not hold, since the service does not show them."""
    secret_hashes: Mapping[str, str] = field(factory=dict[str, str])
    """Salted hashes of the secrets in use, to pass as `secrets_known` next time."""
