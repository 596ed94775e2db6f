"""The check of an endpoint with a real tenant in place of the local Graph."""

import time
import uuid
from collections.abc import Callable, Collection
from dataclasses import replace

from graphsync._sync.client import GraphClient
from graphsync._sync.synchronization.job import SynchronizationJob
from graphsync._sync.tasks.cycle import Cycle
from graphsync.emulator.document import objects
from graphsync.emulator.targets.connection import Connection
from graphsync.emulator.targets.reach import Reach
from graphsync.emulator.targets.secrecy import Secrets
from graphsync.errors import GraphError
from graphsync.scim.check import Progress, Start, choose, run_tests
from graphsync.scim.credentials import ClientCredentials, FederatedIdentity
from graphsync.scim.evidence import Evidence
from graphsync.scim.leftovers import purge
from graphsync.scim.result import CheckReport, Skipped
from graphsync.scim.rfc import require_rfc_tests, with_rfc_tests
from graphsync.scim.world import World

# The application that is made from the gallery's template for any SCIM endpoint.
_TEMPLATE = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621"
_CONSISTENCY = 120  # seconds after which a new object shows everywhere
_LOG_DELAY = 600.0  # seconds that a record of the log may be late


def check_with_tenant(
    graph: GraphClient,
    address: str,
    token: str,
    *,
    tests: Collection[str] | None = None,
    dialects: bool = False,
    rfc: bool = False,
    timeout: float = 30.0,
    cycle_timeout: float = 7200.0,
    credentials: ClientCredentials | None = None,
    federation: FederatedIdentity | None = None,
    pause: Callable[[float], object] = time.sleep,
    on_start: Start | None = None,
    on_result: Progress | None = None,
) -> CheckReport:
    """Run the gallery's onboarding tests with a tenant's own provisioning; this takes hours.

    An application is made from the gallery's template for SCIM endpoints, and with it a job. The
    job runs only while a test waits for a cycle. The application, users and groups have a name
    that begins with `check-`; all are deleted at the end, also after Ctrl-C. What a killed process
    left is found by `find_leftovers`.

    Raises ValueError where `tests` names one that does not exist, and where the token would travel
    to another machine without encryption.

    Args:
        graph: A client of the tenant that may write applications, users, groups, assignments and
            synchronization, and read the provisioning log.
        address: Root of the endpoint, which the tenant can reach.
        token: The bearer token that it accepts.
        tests: Names of the tests to run; the gallery's 25 when left out.
        dialects: Run the tests beyond the gallery's as well; the endpoint is asked directly.
        rfc: Run the checks that `scim2-tester` has as well, from the extra `rfc`.
        timeout: Seconds that the endpoint has for each step of an answer to this program.
        cycle_timeout: Seconds to wait for each cycle.
        credentials: What the vendor's token endpoint takes, for Validate_Credentials.
        federation: The vendor's endpoint that exchanges tokens; it needs an `assertion`.
        pause: Called with the seconds to wait between two looks at the log.
        on_start: Called with the name of each test as it begins.
        on_result: Called with each result as it comes.

    """
    chosen = choose(tests, dialects=dialects)
    if rfc:
        require_rfc_tests()
    if not address.startswith("https://") and not Reach((), lambda: timeout).allows(address):
        raise ValueError(f"{address!r} would get the token without encryption; use https")
    run = uuid.uuid4().hex[:8]
    evidence = Evidence(run)
    endpoint = Connection(address, token, lambda: timeout, evidence.add)
    patient = graph.with_options(consistency=_CONSISTENCY)
    left: list[str] = []
    try:
        try:
            template = patient.application_templates[_TEMPLATE]
            principal = template.instantiate(f"check-{run}").service_principal
            synchronization = principal.synchronization
            synchronization.secrets.replace({"BaseAddress": address, "SecretToken": token})
            job = synchronization.jobs.create("scim")
            world = World(
                graph=patient,
                principal_id=str(principal.id),
                job=job,
                wait_for_cycle=_Cycles(job, cycle_timeout),
                endpoint=endpoint,
                evidence=evidence,
                secrets=Secrets(token, credentials.client_secret if credentials else ""),
                domain=_domain(patient),
                run=run,
                credentials=credentials,
                federation=federation,
                entra_token=_no_token,
                log_delay=_LOG_DELAY,
                pause=pause,
            )
            report = run_tests(world, address, chosen, on_start, on_result, by_name=True)
            if rfc:
                report = with_rfc_tests(report, address, token, timeout, on_result)
        finally:
            _remove_applications(graph, f"check-{run}", left)
    finally:
        endpoint.close()
    return replace(report, left=(*report.left, *left))


class _Cycles:
    """Waits for cycles of a job that is paused in between.

    What changes during the pause is in the next cycle, and no cycle begins in the midst of the
    changes of a test.
    """

    def __init__(self, job: SynchronizationJob, timeout: float) -> None:
        self._job = job
        self._timeout = timeout
        self._last: Cycle | None = None

    def __call__(self) -> None:
        if self._last is None:
            self._last = self._job.run(timeout=self._timeout)
        else:
            self._job.start()
            self._last = self._job.wait_for_cycle(since=self._last, timeout=self._timeout)
        self._job.pause()


def _domain(graph: GraphClient) -> str:
    # Any: what Graph answers with
    found = graph.request("GET", "/organization", params={"$select": "id,verifiedDomains"})
    domains = [
        domain
        for organization in objects(found["value"])
        for domain in objects(organization.get("verifiedDomains"))
    ]
    return next(str(domain["name"]) for domain in domains if domain.get("isDefault"))


def _no_token() -> str:
    raise Skipped("With a tenant Federated_Identity needs a token of Entra that is given to it.")


def _remove_applications(graph: GraphClient, name: str, left: list[str]) -> None:
    """Delete the application of a run; it is looked for, as its id may not have arrived."""
    try:
        page = graph.request(
            "GET", "/applications", params={"$filter": f"displayName eq '{name}'", "$select": "id"}
        )
        for item in objects(page["value"]):
            purge(graph, "applications", str(item["id"]))
    except GraphError as error:
        left.append(f"the application {name}: {error}")
