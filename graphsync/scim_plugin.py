"""The part of the pytest plugin that runs the gallery's tests against a project's own endpoint.

It imports the check only for a test that is marked, so that it costs nothing elsewhere.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import pytest

from graphsync.emulator.extra import missing_extra

if TYPE_CHECKING:
    from graphsync.scim import TestResult

_MARKER = (
    "scim_endpoint(tests=..., **options): run each of the gallery's SCIM tests as a test of its"
    " own; the fixture scim_endpoint gives address and token, options go to graphsync.scim.check."
)


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", _MARKER)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test for each of the gallery's tests of a function that is marked."""
    marker = metafunc.definition.get_closest_marker("scim_endpoint")
    if marker is None:
        return
    if "scim_result" not in metafunc.fixturenames:
        raise pytest.UsageError(
            f"{metafunc.definition.nodeid} is marked with scim_endpoint and does not take the"
            " fixture scim_result; add it to the arguments"
        )
    try:
        from graphsync.scim import TEST_NAMES
    except ModuleNotFoundError as error:
        raise pytest.UsageError(missing_extra("scim_endpoint", error)) from error
    names: tuple[str, ...] = tuple(marker.kwargs.get("tests") or TEST_NAMES)
    wrong = [name for name in names if name not in TEST_NAMES]
    if wrong:
        raise pytest.UsageError(
            f"there is no SCIM test {wrong[0]!r}; there are {', '.join(TEST_NAMES)}"
        )
    metafunc.parametrize("scim_result", names, indirect=True, ids=names)


@pytest.fixture
def scim_result(request: pytest.FixtureRequest) -> "TestResult":
    """Run one of the gallery's tests and return its result.

    The fixture `scim_endpoint`, which a project writes, returns address and token, or a mapping of
    the arguments of `graphsync.scim.check`.
    """
    marker: pytest.Mark | None = request.node.get_closest_marker("scim_endpoint")
    if marker is None:
        raise pytest.UsageError(
            f"{request.node.nodeid} takes the fixture scim_result and is not marked; mark it with"
            " pytest.mark.scim_endpoint"
        )
    from graphsync.scim import check

    name = str(request.param)
    # Any: the check itself looks at what a marker and a fixture give it.
    options: dict[str, Any] = {key: value for key, value in marker.kwargs.items() if key != "tests"}
    try:
        given: object = request.getfixturevalue("scim_endpoint")
    except pytest.FixtureLookupError as error:
        raise pytest.UsageError(
            "there is no fixture scim_endpoint; write one that returns address and token"
        ) from error
    if isinstance(given, Mapping):
        options |= cast("Mapping[str, Any]", given)
    else:
        address, token = cast("tuple[str, str]", given)
        options |= {"address": address, "token": token}
    return check(**options, tests=[name])[name]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> None:
    """Fail or skip a test as the result does, before the test's own statements run."""
    if pyfuncitem.get_closest_marker("scim_endpoint") is None:
        return
    from graphsync.scim import Outcome, remedy

    result = cast("TestResult", pyfuncitem.funcargs["scim_result"])
    if result.outcome == Outcome.SKIPPED:
        pytest.skip(result.message)
    if result.has_failed and not result.mandatory:
        pytest.xfail(f"optional: {result.message}")
    if result.has_failed:
        steps = [
            f"  {item.status or 'no answer'} {item.method} {item.url}"
            for item in result.exchanges[-10:]
        ]
        lines = [result.message, remedy(result), "The last requests that led to it:", *steps]
        pytest.fail("\n".join(lines), pytrace=False)
