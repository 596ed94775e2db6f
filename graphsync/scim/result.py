"""What a check found."""

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from graphsync.emulator.targets.connection import Exchange

Group = Literal["gallery", "dialect", "rfc"]
_SIGN_IN = frozenset({"Validate_Credentials", "Federated_Identity"})


class Outcome(StrEnum):
    """How one test ended."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    ERROR = "error"
    """The test itself could not go on; the verdict counts it as failed."""


class Failed(Exception):
    """The endpoint did not do what a test expects; the message says what to mend."""


class Skipped(Exception):
    """A test does not apply; the message says why."""


def said(value: object) -> str:
    """Return a value as messages show it."""
    return "missing" if value is None else json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class TestResult:
    """The result of one test, with the requests that led to it; the token is not in them."""

    __test__ = False  # pytest collects classes by their name

    name: str
    mandatory: bool
    outcome: Outcome
    message: str = ""
    seconds: float = 0.0
    exchanges: tuple[Exchange, ...] = field(default=(), repr=False)
    omitted: int = 0
    """How many requests before these are not kept."""
    group: Group = "gallery"
    """Whose test it is; only the gallery's count for the verdict."""

    @property
    def category(self) -> str:
        """`mandatory` or `optional` for the gallery's tests, else the group."""
        if self.group != "gallery":
            return self.group
        return "mandatory" if self.mandatory else "optional"

    @property
    def has_failed(self) -> bool:
        """Whether the test failed, or could not go on."""
        return self.outcome in {Outcome.FAILED, Outcome.ERROR}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The results of all tests of one endpoint."""

    endpoint: str
    results: tuple[TestResult, ...]
    """The gallery's tests, in order."""
    left: tuple[str, ...] = ()
    """What was created and could not be removed, each with the reason."""
    beyond: tuple[TestResult, ...] = ()
    """Tests that the gallery does not have; they do not touch the verdict."""

    @property
    def verdict(self) -> str:
        """`Succeeded` or `Failed`, by the gallery's rule.

        Every mandatory test has passed or was skipped, and one of Validate_Credentials and
        Federated_Identity has passed.
        """
        return "Failed" if self.reason else "Succeeded"

    @property
    def reason(self) -> str:
        """Why the verdict is `Failed`; empty where it is `Succeeded`."""
        failed = [item.name for item in self.results if item.mandatory and item.has_failed]
        if failed:
            return f"{len(failed)} mandatory tests failed" if failed[1:] else f"{failed[0]} failed"
        if not any(
            item.outcome == Outcome.PASSED for item in self.results if item.name in _SIGN_IN
        ):
            return "neither Validate_Credentials nor Federated_Identity passed"
        return ""

    @property
    def failures(self) -> tuple[TestResult, ...]:
        """The tests that failed or could not go on, all categories included."""
        return tuple(item for item in (*self.results, *self.beyond) if item.has_failed)

    def __getitem__(self, name: str) -> TestResult:
        """Return the result of a test by its name, such as `Create_User`."""
        results = (*self.results, *self.beyond)
        found = next((item for item in results if item.name == name), None)
        if found is None:
            raise KeyError(
                f"there is no test {name!r}; there are {', '.join(item.name for item in results)}"
            )
        return found
