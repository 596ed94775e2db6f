"""Provisioning as code for the asynchronous client: the functions of `graphsync.config` that
talk to Graph.
"""

from __future__ import annotations

from graphsync._async.config.applying import apply, before, rollback
from graphsync._async.config.planning import drift, export, plan

__all__ = ["apply", "before", "drift", "export", "plan", "rollback"]
