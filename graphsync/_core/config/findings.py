"""What a check found, and the forms in which tools read it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from attrs import frozen

from graphsync._core.config.place import Place
from graphsync_client.types import Json


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Finding:
    """One mistake: the rule that found it, where, what is wrong, and what to do."""

    rule: str
    severity: Severity
    place: Place
    message: str
    remedy: str
    file: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return (
            f"{where + ': ' if where else ''}{self.place}: {self.message}; {self.remedy}"
            f" [{self.rule}]"
        )


def to_sarif(findings: Iterable[Finding], *, version: str) -> dict[str, Any]:  # Any: JSON
    """Return a SARIF 2.1.0 log, which code hosts show beside the lines of a pull request.

    Args:
        findings: what was found.
        version: the version of graphsync that looked.

    """
    found = [*findings]
    rules = sorted({one.rule for one in found})
    return {
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "graphsync",
                        "version": version,
                        "rules": [{"id": rule} for rule in rules],
                    }
                },
                "results": [_result(one, rules) for one in found],
            }
        ],
    }


def to_annotations(findings: Iterable[Finding]) -> str:
    """Return the workflow commands that GitHub Actions turns into annotations, a line each."""
    return "".join(
        f"::{one.severity}"
        f" file={_property(one.file or '')},line={one.line or 1},title={_property(one.rule)}"
        f"::{_data(f'{one.place}: {one.message}; {one.remedy}')}\n"
        for one in findings
    )


def _result(one: Finding, rules: list[str]) -> dict[str, Json]:
    location = {
        "physicalLocation": {
            "artifactLocation": {"uri": one.file or ""},
            "region": {"startLine": one.line or 1},
        },
        "logicalLocations": [{"fullyQualifiedName": str(one.place)}],
    }
    return {
        "ruleId": one.rule,
        "ruleIndex": rules.index(one.rule),
        "level": str(one.severity),
        "message": {"text": f"{one.place}: {one.message}; {one.remedy}"},
        "locations": [location],
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
