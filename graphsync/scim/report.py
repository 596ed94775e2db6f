"""A check's results for other programs: JSON, and XML as JUnit writes it."""

import json
from xml.etree import ElementTree as ET

from graphsync.scim.result import CheckReport, Outcome


def as_json(report: CheckReport) -> str:
    """Return a report as JSON text: verdict, counts, and each test with its message."""
    shown = {
        "endpoint": report.endpoint,
        "result": report.verdict,
        "tests": [
            {
                "name": item.name,
                "mandatory": item.mandatory,
                "result": item.outcome.value,
                "message": item.message,
                "seconds": round(item.seconds, 3),
            }
            for item in report.results
        ],
    }
    return json.dumps(shown, indent=2, ensure_ascii=False)


def as_junit(report: CheckReport) -> str:
    """Return a report as JUnit XML: an optional test that failed counts as skipped."""
    hard = [item for item in report.failures if item.mandatory]
    suite = ET.Element(
        "testsuite",
        name="scim",
        tests=str(len(report.results)),
        failures=str(len(hard)),
        time=f"{sum(item.seconds for item in report.results):.3f}",
    )
    for item in report.results:
        case = ET.SubElement(
            suite, "testcase", classname="scim", name=item.name, time=f"{item.seconds:.3f}"
        )
        if item.outcome == Outcome.FAILED and item.mandatory:
            ET.SubElement(case, "failure", message=item.message)
        elif item.outcome != Outcome.PASSED:
            ET.SubElement(case, "skipped", message=item.message)
    return ET.tostring(suite, encoding="unicode", xml_declaration=True)
