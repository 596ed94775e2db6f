"""The check of an endpoint: the local Graph provisions to it, test by test."""

import time
import uuid
from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches

import httpx

from graphsync._sync.client import GraphClient
from graphsync._sync.synchronization.job import SynchronizationJob
from graphsync.emulator.document import Document
from graphsync.emulator.emulator import Emulator
from graphsync.emulator.targets.connection import Connection
from graphsync.emulator.targets.secrecy import Secrets
from graphsync.emulator.well_known import DEFAULT_DOMAIN
from graphsync.scim import direct_tests as direct
from graphsync.scim import provisioning_tests as provisioning
from graphsync.scim.cleaning import clean
from graphsync.scim.credentials import ClientCredentials, FederatedIdentity
from graphsync.scim.dialect_tests import DIALECT_NAMES, DIALECT_TESTS
from graphsync.scim.evidence import Evidence
from graphsync.scim.result import CheckReport, Failed, Outcome, Skipped, TestResult
from graphsync.scim.rfc import require_rfc_tests, with_rfc_tests
from graphsync.scim.world import World

Test = Callable[[World], None]
Start = Callable[[str], object]
Progress = Callable[[TestResult], object]

# Name, whether it is mandatory, and what does it, in the gallery's order.
TESTS: tuple[tuple[str, bool, Test], ...] = (
    ("Create_User", True, provisioning.create_user),
    ("Update_User", True, provisioning.update_user),
    ("Disable_User", True, provisioning.disable_user),
    ("Delete_User", False, provisioning.delete_user),
    ("User_Update_Manager", True, provisioning.user_update_manager),
    ("Restore_User", True, provisioning.restore_user),
    ("POD_User", True, provisioning.pod_user),
    ("Create_Group", True, provisioning.create_group),
    ("Update_Group", True, provisioning.update_group),
    ("Delete_Group", False, provisioning.delete_group),
    ("Group_Update_Add_Member", True, provisioning.group_update_add_member),
    ("Group_Update_Remove_Member", True, provisioning.group_update_remove_member),
    ("POD_Group", True, provisioning.pod_group),
    ("Restore_Group", False, provisioning.restore_group),
    ("Schema_Discoverability", True, direct.schema_discoverability),
    ("SCIM_Null_Update", True, direct.scim_null_update),
    ("SCIM_User_Create", True, direct.scim_user_create),
    ("SCIM_User_Update", True, direct.scim_user_update),
    ("SCIM_Group_Create", True, direct.scim_group_create),
    ("SCIM_Group_Update", True, direct.scim_group_update),
    ("Validate_Credentials", True, direct.validate_credentials),
    ("Federated_Identity", True, direct.federated_identity),
    ("SCIM_User_Pagination", True, direct.scim_user_pagination),
    ("SCIM_Group_Pagination", False, direct.scim_group_pagination),
    ("SCIM_Update_Manager", True, direct.scim_update_manager),
)
TEST_NAMES = tuple(name for name, _, _ in TESTS)
"""The names of the tests, in order."""


def check(
    address: str,
    token: str,
    *,
    tests: Collection[str] | None = None,
    dialects: bool = False,
    rfc: bool = False,
    allow_targets: Iterable[str] = (),
    timeout: float = 10.0,
    credentials: ClientCredentials | None = None,
    federation: FederatedIdentity | None = None,
    on_start: Start | None = None,
    on_result: Progress | None = None,
) -> CheckReport:
    """Run the gallery's onboarding tests against an endpoint and return what they found.

    A local Graph provisions to the endpoint on a clock that is moved, so that nothing is waited
    for. Everything that is created has a name that begins with `check-` and is deleted at the end.

    Raises ValueError where the endpoint is neither on this machine nor in `allow_targets`, and
    where `tests` names one that does not exist; ModuleNotFoundError for `rfc` without its extra.

    Args:
        address: Root of the endpoint, such as `http://127.0.0.1:9000/scim`.
        token: The bearer token that it accepts.
        tests: Names of the tests to run, such as `Create_User`; the gallery's 25 when left out.
        dialects: Run the tests beyond the gallery's as well, `DIALECT_NAMES`. They need some 1,500
            users at the endpoint for a moment, and do not touch the verdict.
        rfc: Run the checks of RFC 7643 and RFC 7644 that `scim2-tester` has, from the extra `rfc`,
            as another opinion that does not touch the verdict.
        allow_targets: Hosts beside this machine that may be called.
        timeout: Seconds that the endpoint has for each step of an answer.
        credentials: What the vendor's token endpoint takes, for Validate_Credentials.
        federation: The vendor's endpoint that exchanges tokens, for Federated_Identity.
        on_start: Called with the name of each test as it begins.
        on_result: Called with each result as it comes.

    """
    chosen = choose(tests, dialects=dialects)
    if rfc:
        require_rfc_tests()
    seed: Document = {"applications": [{"displayName": "Endpoint"}]}
    emulator = Emulator(
        port=federation.issuer_port if federation else 0,
        seed=seed,
        allow_targets=tuple(allow_targets),
        target_timeout=timeout,
        speed=0,
        start="2026-01-01T00:00:00Z",
        throttling=False,
        null_flow="clear",
    )
    try:
        reach = emulator.graph.engine.workshop.reach
        called = [address, *(item.address for item in (credentials, federation) if item)]
        forbidden = [item for item in called if not reach.allows(item)]
        if forbidden:
            raise ValueError(
                f"{forbidden[0]!r} must not be called: it is not an http address on this machine; "
                "name its host in allow_targets (--allow-target)"
            )
        if federation and federation.assertion is None:
            emulator.open()  # shows the key that the vendor checks the token with
        run = uuid.uuid4().hex[:8]
        evidence = Evidence(run)
        reach.watch = evidence.add
        endpoint = Connection(address, token, lambda: timeout, evidence.add)
        transport = httpx.WSGITransport(app=emulator.wsgi)
        try:
            with GraphClient(
                "local", endpoint="http://localhost/v1.0", transport=transport
            ) as graph:
                principal_id, job = _connected(graph, address, token)
                world = World(
                    graph=graph,
                    principal_id=principal_id,
                    job=job,
                    wait_for_cycle=lambda: emulator.advance(minutes=45),
                    endpoint=endpoint,
                    evidence=evidence,
                    secrets=Secrets(token, credentials.client_secret if credentials else ""),
                    domain=DEFAULT_DOMAIN,
                    run=run,
                    credentials=credentials,
                    federation=federation,
                    entra_token=lambda: emulator.federated_token(
                        federation.audience if federation else ""
                    ),
                )
                report = run_tests(world, address, chosen, on_start, on_result)
                if rfc:
                    report = with_rfc_tests(report, address, token, timeout, on_result)
                return report
        finally:
            endpoint.close()
    finally:
        emulator.close()


def choose(tests: Collection[str] | None, *, dialects: bool) -> list[tuple[str, bool, Test]]:
    """Return the tests of these names, in order; raise ValueError for a name that there is not.

    Without names it is the gallery's tests; with `dialects` those beyond them are added.
    """
    known = (*TEST_NAMES, *DIALECT_NAMES)
    for name in tests or ():
        if name not in known:
            near = get_close_matches(name, known, 1)
            remedy = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            raise ValueError(f"there is no test {name!r}; {remedy}")
    chosen = [item for item in TESTS if tests is None or item[0] in tests]
    beyond = [item for item in DIALECT_TESTS if dialects or (tests and item[0] in tests)]
    return [*chosen, *((name, False, test) for name, test in beyond)]


def _connected(graph: GraphClient, address: str, token: str) -> tuple[str, SynchronizationJob]:
    principal = graph.service_principals.find(display_name="Endpoint")
    synchronization = principal.synchronization
    synchronization.secrets.replace({"BaseAddress": address, "SecretToken": token})
    job = synchronization.jobs.create("scim")
    job.start()
    return str(principal.id), job


def run_tests(
    world: World,
    address: str,
    chosen: list[tuple[str, bool, Test]],
    on_start: Start | None,
    on_result: Progress | None,
    *,
    by_name: bool = False,
) -> CheckReport:
    """Run tests one after the other, and remove what they created.

    With `by_name` it is looked for by its name too, as after a run that was interrupted.
    """
    results: list[TestResult] = []
    is_complete = False
    try:
        for name, mandatory, test in chosen:
            if on_start:
                on_start(name)
            result = _run(world, name, mandatory, test)
            results.append(result)
            if on_result:
                on_result(result)
        is_complete = True
    finally:
        left = clean(world, by_name=by_name or not is_complete or world.evidence.is_uncertain)
    return CheckReport(
        world.secrets.cut(address),
        tuple(item for item in results if item.group == "gallery"),
        left,
        tuple(item for item in results if item.group != "gallery"),
    )


def _run(world: World, name: str, mandatory: bool, test: Test) -> TestResult:
    began = time.monotonic()
    world.evidence.begin()
    outcome, message = Outcome.PASSED, ""
    try:
        test(world)
    except Skipped as reason:
        outcome, message = Outcome.SKIPPED, str(reason)
    except Failed as reason:
        outcome, message = Outcome.FAILED, str(reason)
    except Exception as error:  # noqa: BLE001 - one test's error must not lose the others' results
        outcome, message = Outcome.ERROR, f"{type(error).__name__}: {error}"
    return TestResult(
        name,
        mandatory,
        outcome,
        world.secrets.cut(message),
        time.monotonic() - began,
        world.evidence.exchanges,
        world.evidence.omitted,
        "dialect" if name in DIALECT_NAMES else "gallery",
    )
