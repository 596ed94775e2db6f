"""What an explanation of one person says."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from attrs import field, frozen

_SHOWN: Final = 100


class Result(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What an explanation says about an account."""

    PROVISIONED = "provisioned"
    DUE = "due"
    NOT_PROVISIONED = "not provisioned"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Check:
    """One thing that provisioning depends on, as it is for one person."""

    name: str
    result: Result
    found: str
    """What was found, as one sentence."""
    evidence: Mapping[str, Any] = field(factory=dict[str, Any], repr=False)  # Any: JSON
    """The values that the result rests on, as JSON; secrets are never among them."""
    decides: bool = field(default=True, repr=False)
    """Whether a failure keeps the account from being provisioned."""
    gate: bool = field(default=True, repr=False)
    """Whether the verdict is unknown where the result is."""

    def to_dict(self) -> dict[str, Any]:  # Any: JSON
        """Return the check as JSON."""
        return {
            "name": self.name,
            "result": str(self.result),
            "found": self.found,
            "evidence": dict(self.evidence),
        }

    def __str__(self) -> str:
        return f"{self.result:<8} {self.name:<12} {self.found}"


@frozen(kw_only=True)
class Explanation:
    """Why somebody is, or is not, provisioned: checks in the order in which the service decides.

    The verdict is `provisioned` where an account exists and is kept up to date, `due` where the
    next cycle creates it, `not provisioned` where a check that decides failed, and `unknown` where
    a check that decides could not be made.
    """

    user: str
    """The address or the name of the user, or what the call was given."""
    user_id: str | None
    job_id: str
    checks: tuple[Check, ...] = field(repr=False)
    account: str | None = None
    """The id of the account in the target, where one is linked to the user."""
    requests: int = field(default=0, repr=False)
    """How many requests the explanation took."""

    @property
    def failed(self) -> Check | None:
        """The first check that failed and decides; None where there is none."""
        return next((one for one in self._failed if one.decides), None)

    @property
    def remarks(self) -> tuple[Check, ...]:
        """The checks that failed without keeping the account from being provisioned."""
        return tuple(one for one in self._failed if not one.decides)

    @property
    def unknown(self) -> tuple[Check, ...]:
        """The checks that could not be made."""
        return tuple(one for one in self.checks if one.result is Result.UNKNOWN)

    @property
    def verdict(self) -> Verdict:
        """What comes out of the checks."""
        if self.failed is not None:
            return Verdict.NOT_PROVISIONED
        if any(one.gate for one in self.unknown):
            return Verdict.UNKNOWN
        return Verdict.DUE if self.account is None else Verdict.PROVISIONED

    @property
    def answer(self) -> str:
        """The verdict and its reason, as one sentence."""
        name = self.user[:_SHOWN]
        if self.failed is not None:
            exists = f" Account {self.account} exists." if self.account else ""
            return f"{name} is not provisioned: {_inside(self.failed.found)}.{exists}"
        open_ones = [one for one in self.unknown if one.gate]
        if open_ones:
            first = open_ones[0]
            return (
                f"Whether {name} is provisioned is not known: the check {first.name!r} could not be"
                f" made: {_inside(first.found)}."
            )
        remark = "".join(f", but {_inside(one.found)}" for one in self.remarks[:1])
        if self.account is None:
            return f"{name} has no account yet, and the next cycle creates it{remark}."
        return f"{name} is provisioned as account {self.account}{remark}."

    @property
    def _failed(self) -> list[Check]:
        return [one for one in self.checks if one.result is Result.FAILED]

    def __getitem__(self, name: str) -> Check:
        for one in self.checks:
            if one.name == name:
                return one
        names = ", ".join(one.name for one in self.checks)
        raise KeyError(f"there is no check {name!r}; there are {names}")

    def to_dict(self) -> dict[str, Any]:  # Any: JSON
        """Return all of it as JSON."""
        return {
            "user": self.user,
            "userId": self.user_id,
            "jobId": self.job_id,
            "verdict": str(self.verdict),
            "answer": self.answer,
            "failed": None if self.failed is None else self.failed.name,
            "account": self.account,
            "requests": self.requests,
            "checks": [one.to_dict() for one in self.checks],
        }

    def __str__(self) -> str:
        return "\n".join([self.answer, *(f"  {one}" for one in self.checks)])


def _inside(sentence: str) -> str:
    """Return a sentence in the form that it has within another."""
    text = sentence.rstrip(".")
    first, _, _ = text.partition(" ")
    # An abbreviation or a name keeps its capital.
    starts_sentence = first in {"The", "There", "This", "No", "It", "A", "An", "All", "Only"}
    return text[:1].lower() + text[1:] if starts_sentence else text
