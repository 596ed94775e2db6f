"""scim2-tester's checks of the RFCs beside the gallery's tests: shown, and without a say."""

import json
import sys
from xml.etree import ElementTree as ET

import pytest

from graphsync.scim import CheckReport, TestResult, as_html, as_json, as_junit, check

from .scim_server import scim_server

ONE = ["SCIM_User_Create"]


@pytest.fixture(scope="module")
def checked() -> tuple[CheckReport, list[TestResult]]:
    seen: list[TestResult] = []
    with scim_server() as server:
        report = check(server.url, "right-token", tests=ONE, rfc=True, on_result=seen.append)
        assert server.users == {}
    return report, seen


def test_its_results_come_after_the_gallery_s_and_do_not_touch_the_verdict(
    checked: tuple[CheckReport, list[TestResult]],
) -> None:
    report, seen = checked
    assert [item.name for item in report.results] == ONE
    assert len(report.beyond) > 10
    assert {item.category for item in report.beyond} == {"rfc"}
    assert len({item.name for item in report.beyond}) == len(report.beyond)
    assert seen == [*report.results, *report.beyond]
    # The strict server has no /ServiceProviderConfig, and answers an unknown schema.
    failed = report["RFC_service_provider_config_endpoint"]
    assert failed.has_failed
    assert failed.message.startswith("error: ")
    assert not report["RFC_query_all_schemas"].has_failed
    assert report.reason == "neither Validate_Credentials nor Federated_Identity passed"


def test_every_report_has_them_apart(checked: tuple[CheckReport, list[TestResult]]) -> None:
    report, _ = checked
    shown = json.loads(as_json(report))
    assert {item["testCategory"] for item in shown["beyondResults"]} == {"rfc"}
    assert {item["testResult"] for item in shown["beyondResults"]} <= {
        "PASSED",
        "WARNING",
        "SKIPPED",
    }
    [gallery, beyond] = ET.fromstring(as_junit(report))
    assert (gallery.get("tests"), beyond.get("failures")) == ("1", "0")
    page = as_html(report)
    assert "RFC 7643 and RFC 7644, by scim2-tester" in page
    assert "Beyond the gallery" not in page


def test_a_refused_token_and_a_silent_endpoint_are_results_without_the_token() -> None:
    with scim_server() as server:
        report = check(server.url, "wrong-secret", tests=ONE, rfc=True)
    assert [item for item in report.beyond if item.has_failed]
    assert "wrong-secret" not in repr(report) + as_json(report) + as_html(report)
    silent = check("http://127.0.0.1:9/scim", "t", tests=ONE, rfc=True)
    assert silent.beyond
    assert [item for item in silent.beyond if item.has_failed]


def test_without_the_extra_nothing_is_sent_and_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "scim2_tester", None)
    monkeypatch.setattr("graphsync.scim.rfc.find_spec", lambda name: None)
    with (
        scim_server() as server,
        pytest.raises(ModuleNotFoundError, match=r"needs the extra graphsync-client\[rfc\]"),
    ):
        check(server.url, "right-token", rfc=True)
    assert server.seen == []
