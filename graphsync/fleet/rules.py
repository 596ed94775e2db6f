"""The rules that decide how bad it is: data, to be read, adjusted and stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from enum import Enum
from string import Formatter
from typing import Any, Final

from attrs import evolve, fields_dict, frozen

from graphsync.fleet.health import JobHealth
from graphsync.fleet.severity import Severity

_OPERATORS: Final = ("is", "is not", "in", "above", "below", "known", "missing")


_NUMBERS: Final = tuple(
    name
    for name, one in fields_dict(JobHealth).items()
    if {"int", "float", "timedelta"} & {*str(one.type).split(" | ")}
)


def _known(member: str, problem: str) -> None:
    from graphsync._core.state.members import nearest_name

    if member not in fields_dict(JobHealth):
        hint = nearest_name(member, fields_dict(JobHealth))
        raise ValueError(f"{problem} {member!r}" + (f"; did you mean {hint!r}?" if hint else ""))


@frozen
class Condition:
    """A condition on one member of `JobHealth`: `Condition("escrowed", "above", 0)`.

    Operators: `is`, `is not`, `in` (a list), `above`, `below` (numbers; `interval` in seconds),
    `known` and `missing` (without a value). A member that is None meets `missing`, `is not` and
    `is` None only. Raises ValueError for what could not hold for any job.
    """

    member: str
    operator: str
    value: Any = None  # JSON, which is what members are compared with

    def __attrs_post_init__(self) -> None:
        _known(self.member, "JobHealth has no member")
        if self.operator not in _OPERATORS:
            raise ValueError(f"operator {self.operator!r} is not one of {', '.join(_OPERATORS)}")
        place = f"the condition {self.member} {self.operator} {self.value!r}"
        value: object = self.value
        if self.operator == "in" and not isinstance(value, (list, tuple, set, frozenset)):
            raise ValueError(f"{place} needs a list, such as [{self.value!r}]")
        if self.operator in {"above", "below"}:
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise ValueError(f"{place} needs a number")
            if self.member not in _NUMBERS:
                raise ValueError(
                    f"{place} compares what is not a number; there are {', '.join(_NUMBERS)}"
                )

    def holds(self, health: JobHealth) -> bool:
        """Return whether the condition holds for a job."""
        found = getattr(health, self.member)
        if isinstance(found, Enum):
            found = found.value
        if isinstance(found, timedelta):
            found = found.total_seconds()
        match self.operator:
            case "known":
                return found is not None
            case "missing":
                return found is None
            case "is":
                return bool(found == self.value)
            case "is not":
                return bool(found != self.value)
            case "in":
                return found in self.value
            case "above":
                return found is not None and bool(found > self.value)
            case _:
                return found is not None and bool(found < self.value)

    def __str__(self) -> str:
        value = "" if self.operator in {"known", "missing"} else f" {self.value}"
        return f"{self.member} {self.operator}{value}"


@frozen
class Rule:
    """A rule: all of its conditions hold, then the job has this severity and gets this advice."""

    name: str
    severity: Severity
    when: tuple[Condition, ...]
    advice: str
    """One sentence; `{member}` stands for a member of `JobHealth`."""

    def __attrs_post_init__(self) -> None:
        try:
            members = [name for _, name, _, _ in Formatter().parse(self.advice) if name is not None]
        except ValueError as error:
            raise ValueError(
                f"the advice of rule {self.name!r} cannot be filled in: {error}"
            ) from None
        for member in members:
            _known(member, f"the advice of rule {self.name!r} names what JobHealth lacks:")

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Rule:  # JSON
        """Read a rule from JSON: `{"name", "severity", "when": [[member, operator, value]],
        "advice"}`.

        Raises ValueError that names what is wrong or missing.
        """
        name: Any = document.get("name")  # JSON
        missing = [key for key in ("name", "severity", "when", "advice") if key not in document]
        if missing:
            raise ValueError(f"rule {name!r} lacks {', '.join(missing)}")
        severity = document["severity"]
        if severity not in [*Severity]:
            raise ValueError(
                f"severity {severity!r} of rule {name!r} is not one of {', '.join(Severity)}"
            )
        for parts in document["when"]:
            if isinstance(parts, str) or len(parts) not in {2, 3}:
                raise ValueError(
                    f"{parts!r} in rule {name!r} is not a condition, [member, operator, value]"
                )
        return cls(
            name=name,
            severity=Severity(severity),
            when=tuple(Condition(*parts) for parts in document["when"]),
            advice=document["advice"],
        )

    def to_dict(self) -> dict[str, Any]:  # JSON
        """Write the rule as JSON, as `from_dict` reads it."""
        when = [[one.member, one.operator, one.value] for one in self.when]
        return {
            "name": self.name,
            "severity": self.severity.value,
            "when": when,
            "advice": self.advice,
        }

    def holds(self, health: JobHealth) -> bool:
        """Return whether the rule concerns a job."""
        return all(condition.holds(health) for condition in self.when)


def adjusted(rules: Iterable[Rule], changes: Iterable[Rule]) -> list[Rule]:
    """Return rules with some of them replaced by those of the same name, and new ones added."""
    new = {rule.name: rule for rule in changes}
    return [*(new.pop(rule.name, rule) for rule in rules), *new.values()]


def judged(health: JobHealth, rules: Iterable[Rule]) -> JobHealth:
    """Return a job's health with the severity and the advice of the worst rule that holds.

    Of equally bad ones the first counts. Without any the job is `ok` where it is known to run, and
    `unknown` otherwise.
    """
    worst: Rule | None = None
    for rule in rules:
        if rule.holds(health) and (worst is None or rule.severity.rank > worst.severity.rank):
            worst = rule
    if worst is None:
        is_known = health.state.value not in {"unknown", "unreadable"}
        severity = Severity.OK if is_known else Severity.UNKNOWN
        return evolve(health, severity=severity, rule="", advice="")
    values = {name: getattr(health, name) for name in fields_dict(JobHealth)}
    members = {name: "not known" if value is None else value for name, value in values.items()}
    return evolve(
        health, severity=worst.severity, rule=worst.name, advice=worst.advice.format(**members)
    )


def _rule(
    name: str, severity: Severity, advice: str, *when: tuple[Any, ...]
) -> Rule:  # as in a Condition
    return Rule(name, severity, tuple(Condition(*parts) for parts in when), advice)


_QUARANTINED = ("state", "is", "quarantine")
_FAILING = (("state", "is", "running"), ("escrowed", "above", 0))
# A few who leave are usual, and what is old was seen, or meant.
_REMOVED = (("state", "is", "running"), ("removed", "above", 4), ("removed_days_ago", "below", 7))

RULES: Final[tuple[Rule, ...]] = (
    _rule(
        "unreadable",
        Severity.UNKNOWN,
        "It could not be read: see `error`, and check the client's permissions.",
        ("state", "is", "unreadable"),
    ),
    _rule(
        "unknown state",
        Severity.UNKNOWN,
        "Status {status_code} with schedule {schedule_state} is not known; look at the job in the"
        " portal.",
        ("state", "is", "unknown"),
    ),
    _rule(
        "disabled after quarantine",
        Severity.CRITICAL,
        "The service disabled it after four weeks in quarantine; remove the cause ({error_code}),"
        " then start() it.",
        ("state", "is", "disabled"),
        ("error_code", "known"),
    ),
    _rule(
        "disabled",
        Severity.CRITICAL,
        "The service no longer runs it; remove the cause, then start() it.",
        ("state", "is", "disabled"),
    ),
    _rule(
        "about to be disabled",
        Severity.CRITICAL,
        "The service disables it in {days_left} days; before that, remove the cause"
        " ({quarantine_reason}, {error_code}), then start() it.",
        _QUARANTINED,
        ("days_left", "below", 7),
    ),
    _rule(
        "deletions staged",
        Severity.CRITICAL,
        "Check who would be deleted; restart(Scope.FORCE_DELETES) lets it pass, else correct scope"
        " or assignments.",
        _QUARANTINED,
        ("quarantine_reason", "is", "TooManyDeletes"),
    ),
    _rule(
        "credentials refused",
        Severity.CRITICAL,
        "Write working credentials with secrets.rotate(), then start() the job.",
        _QUARANTINED,
        ("credentials", "in", ["refused", "none"]),
    ),
    _rule(
        "too many failures",
        Severity.CRITICAL,
        "Too many objects fail ({quarantine_reason}): correct what the provisioning logs name, then"
        " restart(Scope.ESCROWS | Scope.QUARANTINE_STATE).",
        _QUARANTINED,
        (
            "quarantine_reason",
            "in",
            [
                "EncounteredBaseEscrowThreshold",
                "EncounteredTotalEscrowThreshold",
                "EncounteredEscrowProportionThreshold",
            ],
        ),
    ),
    _rule(
        "stopped by Microsoft",
        Severity.CRITICAL,
        "Microsoft stopped it ({quarantine_reason}): open a support request with the job's id.",
        _QUARANTINED,
        ("quarantine_reason", "is", "QuarantinedOnDemand"),
    ),
    _rule(
        "quarantine",
        Severity.CRITICAL,
        "Remove the cause ({quarantine_reason}, {error_code}), then start() the job.",
        _QUARANTINED,
    ),
    _rule(
        "first cycle dropped",
        Severity.CRITICAL,
        "Too many objects failed in the first cycle: correct data or mappings, then start() the"
        " job.",
        ("escrows_pruned", "is", True),
        ("state", "is not", "running"),
    ),
    _rule(
        "far behind",
        Severity.CRITICAL,
        "No cycle has gone through for {intervals_behind} intervals; read the last cycle's error,"
        " then restart the job.",
        ("state", "in", ["running", "starting"]),
        ("intervals_behind", "above", 36),
    ),
    _rule(
        "most accounts removed",
        Severity.CRITICAL,
        "A cycle disabled or deleted {removed} objects ({removed_percent} %), {removed_days_ago}"
        " days ago: pause() the job, and correct scope or assignments unless this was meant.",
        *_REMOVED,
        ("removed_percent", "above", 50),
    ),
    _rule(
        "cycle failed",
        Severity.WARNING,
        "The last cycle failed as a whole ({error_code}); it is tried again, and then leads to"
        " quarantine.",
        ("state", "in", ["running", "starting"]),
        ("cycle_state", "is", "Failed"),
    ),
    _rule(
        "behind",
        Severity.WARNING,
        "No cycle has gone through for {intervals_behind} intervals; wait for the next, then read"
        " its error.",
        ("state", "in", ["running", "starting"]),
        ("intervals_behind", "above", 3),
    ),
    _rule(
        "many accounts removed",
        Severity.WARNING,
        "A cycle disabled or deleted {removed} objects ({removed_percent} %), {removed_days_ago}"
        " days ago: correct scope or assignments unless this was meant.",
        *_REMOVED,
        ("removed_percent", "above", 10),
    ),
    _rule(
        "users share a value",
        Severity.WARNING,
        "{escrowed} failing, mostly because two users have the same matching value"
        " ({failure_code}): correct it in the directory.",
        *_FAILING,
        ("failure_code", "is", "DuplicateSourceEntries"),
    ),
    _rule(
        "accounts share a value",
        Severity.WARNING,
        "{escrowed} failing, mostly because two accounts of the target have the same matching value"
        " ({failure_code}): remove or correct one of them.",
        *_FAILING,
        ("failure_code", "is", "DuplicateTargetEntries"),
    ),
    _rule(
        "target throttles",
        Severity.WARNING,
        "{escrowed} failing, mostly because the target takes no more requests for now"
        " ({failure_code}): wait, and raise its limits if it lasts.",
        *_FAILING,
        ("failure_code", "is", "TooManyRequests"),
    ),
    _rule(
        "mapping fails",
        Severity.WARNING,
        "{escrowed} failing, mostly because a mapping cannot be computed ({failure_code}): correct"
        " its expression, which job.explain(user) names.",
        *_FAILING,
        ("failure_code", "is", "AttributeMappingExpressionFailure"),
    ),
    _rule(
        "objects fail",
        Severity.WARNING,
        "{escrowed} failing, mostly with {failure_code}: job.explain(user) says why for one user.",
        *_FAILING,
        ("failure_code", "known"),
    ),
    _rule(
        "objects fail, cause not read",
        Severity.WARNING,
        "{escrowed} failing, and tried again: the provisioning logs say why.",
        *_FAILING,
    ),
    _rule(
        "references missing",
        Severity.WARNING,
        "References to objects without an account, such as a manager: {set_aside}; assign these"
        " objects, or bring them into scope.",
        ("state", "is", "running"),
        ("set_aside", "above", 0),
    ),
    _rule(
        "paused",
        Severity.WARNING,
        "Somebody paused it; start() lets it go on.",
        ("state", "is", "paused"),
    ),
    _rule(
        "not started",
        Severity.WARNING,
        "It was never started; start() it, or delete it.",
        ("state", "is", "not started"),
    ),
)
"""The rules that are used unless others are given."""
