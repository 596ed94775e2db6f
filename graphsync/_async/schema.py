"""The schema of a job or a template."""

from __future__ import annotations

from graphsync._async.entity import Entity
from graphsync_client import models


class SynchronizationSchema(Entity[models.SynchronizationSchema]):
    """Say which attributes flow where."""
