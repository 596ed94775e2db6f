"""Which names of the package the other versions and clouds lack."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.emit.literals import literal
from generator.report.report import changes_between
from generator.surface.surface import Surface

_TEMPLATES = Path(__file__).parent / "templates"

Availability = Mapping[str, tuple[str, ...]]
"""By version, the names that it lacks: `restart_job`, `BulkUpload`,
`SynchronizationJob.bulk_upload`.
"""


def availability(main: Surface, others: Mapping[str, Surface]) -> Availability:
    """Compare the main version with each of the others.

    What only others have is not part of the package.
    """
    return {
        version: tuple(
            sorted(
                {change.name for change in changes_between(main, other) if change.what == "removed"}
            )
        )
        for version, other in sorted(others.items())
    }


def availability_module(main: str, missing: Availability) -> str:
    """Write the module that programs read it from."""
    # The result is Python, not HTML; whatever comes from a document passes the filter `literal`.
    env = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["literal"] = literal
    return env.get_template("availability.py.jinja").render(
        missing={main: (), **missing}, main=main
    )
