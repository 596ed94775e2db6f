"""The health of provisioning jobs: rows, the rules that judge them, and ways to write them down.

`graph.fleet()` yields the rows of a tenant, `graphsync.fleet_of(clients)` those of several.
"""

from graphsync.fleet.activity import Activity, Day, activity_of
from graphsync.fleet.adapters import as_dict, openmetrics, write_csv, write_json_lines
from graphsync.fleet.health import Credentials, JobHealth, JobState, health_of
from graphsync.fleet.page import to_html
from graphsync.fleet.rules import RULES, Condition, Rule, adjusted, judged
from graphsync.fleet.severity import Severity

__all__ = [
    "RULES",
    "Activity",
    "Condition",
    "Credentials",
    "Day",
    "JobHealth",
    "JobState",
    "Rule",
    "Severity",
    "activity_of",
    "adjusted",
    "as_dict",
    "health_of",
    "judged",
    "openmetrics",
    "to_html",
    "write_csv",
    "write_json_lines",
]
