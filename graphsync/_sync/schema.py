# Derived from graphsync/_async/schema.py by `python -m generator.unasync`: edit that file, not this one.
"""The schema of a job or a template."""

from __future__ import annotations

from graphsync._sync.entity import Entity
from graphsync_client import models


class SynchronizationSchema(Entity[models.SynchronizationSchema]):
    """Say which attributes flow where."""
