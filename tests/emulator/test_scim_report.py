"""The check's report for a browser: complete, escaped, without secrets, on its own."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from graphsync.emulator.targets.connection import Exchange
from graphsync.scim import TEST_NAMES, CheckReport, Outcome, TestResult, as_html, as_json, as_junit
from graphsync.scim.remedies import remedy

from .scim_defects import run
from .scim_server import scim_server

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>{{ 7*7 }}\u202e\x1b[2J\x00\ud800"


class Elements(HTMLParser):
    """The names of the elements, and of attributes that could load or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {
            name
            for name, value in attrs
            if name.startswith("on")
            or name == "src"
            or (name == "href" and not str(value).startswith("#"))
        }

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Elements:
    found = Elements()
    found.feed(page)
    return found


def hostile() -> CheckReport:
    step = Exchange("GET", f"http://127.0.0.1/{HOSTILE}", {HOSTILE: HOSTILE}, 200, HOSTILE)
    results = (
        TestResult("Create_User", True, Outcome.FAILED, HOSTILE, 1.0, (step,)),
        TestResult("Delete_User", False, Outcome.FAILED, HOSTILE, 1.0, (step,)),
        TestResult("Update_User", True, Outcome.ERROR, HOSTILE, 1.0, (step,) * 70, 5),
    )
    return CheckReport(f"http://127.0.0.1/{HOSTILE}", results, (HOSTILE,))


def test_hostile_names_stay_text() -> None:
    page = as_html(hostile())
    page.encode()  # a file can hold it
    found = read(page)
    assert not found.names & {"script", "img", "link", "iframe", "object", "form"}
    assert found.attributes == set()
    assert found.text.count("<script>alert(1)</script>") > 10
    assert "{{ 7*7 }}" in found.text
    assert not re.search("[\u202e\x1b\x00\ud800]", page)
    assert "60 requests led to it, 15 older ones are left out" in found.text
    assert json.loads(as_json(hostile()).encode())["testResults"][0]["message"].startswith(
        "<script>"
    )
    assert ET.fromstring(as_junit(hostile()).encode())


def test_a_failure_shows_what_led_to_it_and_what_to_mend() -> None:
    with scim_server(defects={"patch ignored", "token echoed"}, only="-update-user@") as server:
        report = run(server)
    page = as_html(report)
    text = read(page).text
    assert "SCIM check: Failed" in text
    assert "Update_User failed" in text
    assert "PATCH http://127.0.0.1" in text
    assert '"Operations"' in text
    assert remedy(report["Update_User"]) in text
    for secret in ("right-token", "right-secret"):
        assert secret not in page


def test_a_good_report_needs_no_failures() -> None:
    report = CheckReport(
        "http://127.0.0.1/scim", (TestResult("Federated_Identity", True, Outcome.PASSED),)
    )
    text = read(as_html(report)).text
    assert "SCIM check: Succeeded" in text
    assert "requests led to it" not in text


def test_every_test_says_what_to_mend() -> None:
    found = {remedy(TestResult(name, True, Outcome.FAILED)) for name in TEST_NAMES}
    assert "" not in found
    assert remedy(TestResult("Create_User", True, Outcome.PASSED)) == ""


def test_a_long_body_is_cut_and_says_so() -> None:
    step = Exchange("GET", "http://127.0.0.1/Users", None, 200, "x" * 10_000)
    result = TestResult("Create_User", True, Outcome.FAILED, "no", 1.0, (step,))
    text = read(as_html(CheckReport("http://127.0.0.1", (result,)))).text
    assert "6000 more characters" in text
