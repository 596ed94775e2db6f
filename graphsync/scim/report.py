"""A check's results for other programs: JSON, and XML as JUnit writes it."""

import json
import re
from xml.etree import ElementTree as ET

from graphsync.emulator.document import Document
from graphsync.scim.remedies import remedy
from graphsync.scim.result import CheckReport, Outcome, TestResult

# JSON can hold half a surrogate pair, a file cannot.
_HALF = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_json(report: CheckReport) -> str:
    """Return a report as JSON text, with the members that the gallery's own results have.

    `testResult` is `PASSED`, `FAILED`, `WARNING` for an optional test that failed, or `SKIPPED`.
    Tests beyond the gallery's, where some ran, are in `beyondResults`.
    """
    shown: Document = {
        "endpoint": report.endpoint,
        "overallResult": report.verdict,
        "overallReason": report.reason,
        "testResults": [_document(item) for item in report.results],
        "notRemoved": list(report.left),
    }
    if report.beyond:
        shown["beyondResults"] = [_document(item) for item in report.beyond]
    text = json.dumps(shown, indent=2, ensure_ascii=False)
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _document(item: TestResult) -> Document:
    return {
        "testName": f"{item.name}_Test",
        "testCategory": item.category,
        "testResult": _word(item),
        "message": item.message,
        "remedy": remedy(item),
        "seconds": round(item.seconds, 3),
    }


def _word(item: TestResult) -> str:
    if item.has_failed:
        return "FAILED" if item.mandatory else "WARNING"
    return item.outcome.value.upper()


def as_junit(report: CheckReport) -> str:
    """Return a report as JUnit XML: a test that failed and is not mandatory counts as skipped.

    Tests beyond the gallery's, where some ran, are a suite of their own beside the gallery's.
    """
    suite = _suite("scim", report.results)
    if report.beyond:
        whole = ET.Element("testsuites")
        whole.extend((suite, _suite("scim.beyond", report.beyond)))
        suite = whole
    return ET.tostring(suite, encoding="unicode", xml_declaration=True)


def _suite(name: str, results: tuple[TestResult, ...]) -> ET.Element:
    hard = [item for item in results if item.mandatory and item.has_failed]
    errors = [item for item in hard if item.outcome == Outcome.ERROR]
    suite = ET.Element(
        "testsuite",
        name=name,
        tests=str(len(results)),
        failures=str(len(hard) - len(errors)),
        errors=str(len(errors)),
        time=f"{sum(item.seconds for item in results):.3f}",
    )
    for item in results:
        case = ET.SubElement(
            suite, "testcase", classname=name, name=item.name, time=f"{item.seconds:.3f}"
        )
        if item.has_failed and item.mandatory:
            kind = "error" if item.outcome == Outcome.ERROR else "failure"
            ET.SubElement(case, kind, message=_xml(item.message))
        elif item.outcome != Outcome.PASSED:
            ET.SubElement(case, "skipped", message=_xml(item.message))
    return suite


def _xml(text: str) -> str:
    """Return a text in which `?` stands for what XML cannot hold, such as control characters."""
    return _NOT_XML.sub("?", text)
