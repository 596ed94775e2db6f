"""Checks of a SCIM endpoint: the gallery's 25 onboarding tests, against the local Graph, and more.

Needs the extra `emulator`: `pip install 'graphsync-client[emulator]'`.
"""

from graphsync.scim.check import TEST_NAMES, check
from graphsync.scim.credentials import ClientCredentials, FederatedIdentity
from graphsync.scim.dialect_tests import DIALECT_NAMES
from graphsync.scim.leftovers import Leftover, find_leftovers, remove_leftovers
from graphsync.scim.page import as_html
from graphsync.scim.remedies import remedy
from graphsync.scim.report import as_json, as_junit
from graphsync.scim.result import CheckReport, Outcome, TestResult
from graphsync.scim.tenant import check_with_tenant

__all__ = [
    "DIALECT_NAMES",
    "TEST_NAMES",
    "CheckReport",
    "ClientCredentials",
    "FederatedIdentity",
    "Leftover",
    "Outcome",
    "TestResult",
    "as_html",
    "as_json",
    "as_junit",
    "check",
    "check_with_tenant",
    "find_leftovers",
    "remedy",
    "remove_leftovers",
]
