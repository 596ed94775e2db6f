"""Another opinion of an endpoint: the checks of RFC 7643 and RFC 7644 that `scim2-tester` has."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import httpx

from graphsync.emulator.extra import missing_extra
from graphsync.emulator.targets.connection import SCIM_JSON
from graphsync.emulator.targets.secrecy import Secrets
from graphsync.scim.result import CheckReport, Outcome, TestResult

if TYPE_CHECKING:
    from scim2_tester import CheckResult

_NOT_A_WORD = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 1_000


def require_rfc_tests() -> None:
    """Raise ModuleNotFoundError, which names the extra to install, without `scim2-tester`."""
    if find_spec("scim2_tester") is None:
        missing = ModuleNotFoundError(name="scim2_tester")
        text = missing_extra("the checks of the RFCs", missing, extra="rfc")
        raise ModuleNotFoundError(text, name=missing.name)


def rfc_tests(
    address: str, token: str, timeout: float, on_result: Callable[[TestResult], object] | None
) -> tuple[TestResult, ...]:
    """Run the checks and return a result for each, in a group of its own: `rfc`.

    They create, change and delete objects of every type that the endpoint names, with random
    values. The token goes to the endpoint alone, and is cut out of what they say.

    Args:
        address: Root of the endpoint.
        token: The bearer token that it accepts.
        timeout: Seconds that the endpoint has for each step of an answer.
        on_result: Called with each result, after the last check.

    """
    from scim2_client.client import BaseSyncSCIMClient
    from scim2_client.errors import RequestNetworkException
    from scim2_tester import check_server

    class Engine(BaseSyncSCIMClient):
        """Requests by httpx, to the endpoint alone."""

        def request(self, method: str, url: str, **kwargs: object) -> httpx.Response:
            try:
                return _send(client, root, method, url, kwargs)
            except httpx.HTTPError as error:
                failed = RequestNetworkException()
                failed.add_note(type(error).__name__)
                raise failed from None

    parts = urlsplit(address)
    root = parts._replace(query="", fragment="").geturl().rstrip("/")
    secrets = Secrets(token)
    # No proxy of the environment, and no redirect that would take the token along.
    with httpx.Client(
        headers={"Authorization": f"Bearer {token}", "Accept": SCIM_JSON},
        trust_env=False,
        follow_redirects=False,
        timeout=timeout,
    ) as client:
        found = check_server(Engine())
    names: Counter[str] = Counter()
    results = tuple(_result(item, names, secrets) for item in found)
    for result in results:
        if on_result:
            on_result(result)
    return results


def with_rfc_tests(
    report: CheckReport,
    address: str,
    token: str,
    timeout: float,
    on_result: Callable[[TestResult], object] | None,
) -> CheckReport:
    """Run the checks and return the report with their results behind what it has beyond the
    gallery's.
    """
    more = rfc_tests(address, token, timeout, on_result)
    return replace(report, beyond=(*report.beyond, *more))


def _send(
    client: httpx.Client, root: str, method: str, url: str, given: dict[str, object]
) -> httpx.Response:
    """Send what the engine was given: `json`, `params` and `headers`, as httpx names them."""
    headers = cast("Mapping[str, str]", given.get("headers") or {})
    params = cast("Mapping[str, str]", given.get("params") or {})
    body = given.get("json")
    typed = {} if body is None else {"Content-Type": SCIM_JSON}
    return client.request(
        method,
        f"{root}/{url.lstrip('/')}",
        headers={**typed, **headers},
        params=params or None,
        content=None if body is None else json.dumps(body).encode(),
    )


def _result(item: "CheckResult", names: Counter[str], secrets: Secrets) -> TestResult:
    words = [item.title or "check", *([item.resource_type] if item.resource_type else [])]
    name = "_".join(("RFC", *(_NOT_A_WORD.sub("_", word).strip("_") for word in words)))
    names[name] += 1
    if names[name] > 1:
        name = f"{name}_{names[name]}"
    outcome = {
        "ERROR": Outcome.FAILED,
        "CRITICAL": Outcome.FAILED,
        "DEVIATION": Outcome.FAILED,
        "SKIPPED": Outcome.SKIPPED,
    }.get(item.status.name, Outcome.PASSED)
    message = "" if outcome is Outcome.PASSED else f"{item.status.name.lower()}: {item.reason}"
    return TestResult(name, False, outcome, secrets.cut(message[:_LONGEST]), group="rfc")
