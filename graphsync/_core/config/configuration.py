"""The configuration of one application's provisioning, as a file says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final, Self, TypeVar

from attrs import evolve, field, frozen

from graphsync._core.config.place import TOP, Place, invalid
from graphsync._core.config.reader import Format, Text, read_file, read_text
from graphsync._core.domain.clear_secrets import CLEAR_SECRETS
from graphsync._core.json_values import as_list, as_object
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import ConfigurationInvalid
from graphsync_client.types import Json

T = TypeVar("T")

KEYS: Final = (
    "application",
    "job",
    "secrets",
    "notifications",
    "assignments",
    "mappings",
    "raw",
)
STATES: Final = ("running", "paused")
EVENTS: Final = ("quarantine", "accidental_deletions")
_APPLICATION_KEYS: Final = ("display_name", "template", "principal", "app_id")
_JOB_KEYS: Final = ("template", "state")
_NOTIFICATION_KEYS: Final = ("address", "on", "deletion_threshold")
_REFERENCE = re.compile(r"\$\{(?P<kind>[^:}]*):(?P<name>[^}]*)\}")
_ADDRESS = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}")


@frozen(kw_only=True)
class ApplicationReference:
    """The application that is meant: one that exists, or one to be made of the gallery."""

    principal: str | None = None
    """The object id of its service principal."""
    app_id: str | None = None
    """Its application (client) id."""
    display_name: str | None = None
    """Its name in the tenant."""
    template: str | None = None
    """The gallery template to make it from where it does not exist: an id or a name."""


@frozen(kw_only=True)
class JobReference:
    """The job of the application, and whether it should run."""

    template: str
    """The synchronization template that the job is made from, such as `scim`."""
    state: str | None = None
    """`running` or `paused`; None leaves it as it is."""


@frozen(kw_only=True)
class SecretValue:
    """A secret as the file has it: a value, or the place where the value is found when it is
    needed.
    """

    kind: str
    """`value`, `env` or `file`."""
    name: str = ""
    """The name of the environment variable, or the path of the file."""
    value: Hidden[str] | None = None

    def resolve(self, environment: Mapping[str, str], folder: Path) -> Hidden[str]:
        """Return the value; raises `ConfigurationInvalid` where a variable or a file is not there.

        Args:
            environment: the variables, such as `os.environ`.
            folder: where relative paths begin.

        """
        if self.value is not None:
            return self.value
        if self.kind == "env":
            found = environment.get(self.name)
            if not found:
                raise ConfigurationInvalid(f"the environment variable {self.name} is not set")
            return Hidden(found)
        try:
            return Hidden((folder / self.name).read_text(encoding="utf-8").rstrip("\r\n"))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
            raise ConfigurationInvalid(f"the file {self.name} cannot be read: {reason}") from None

    def written(self, key: str) -> str | None:
        """Return what a file may say for a key; None for a value that is a secret."""
        if self.value is None:
            return f"${{{self.kind}:{self.name}}}"
        return self.value.reveal() if key in CLEAR_SECRETS else None


@frozen(kw_only=True)
class Notifications:
    """Who gets mail about the job, and how many deletions in a cycle are held back."""

    address: str | None = None
    on: tuple[str, ...] = ()
    """`quarantine`, `accidental_deletions`, or both."""
    deletion_threshold: int | None = None


@frozen(kw_only=True)
class Assignment:
    """A user or a group that is assigned to the application."""

    kind: str
    """`user` or `group`."""
    name: str
    """The user's principal name, the group's display name, or an object id."""
    role: str | None = None
    """The app role, by value or display name; None for the default one."""


@frozen(kw_only=True)
class Configuration:
    """What provisioning of one application should be like.

    What is None or empty is left as it is.
    """

    application: ApplicationReference
    job: JobReference
    secrets: Mapping[str, SecretValue] = field(factory=dict[str, SecretValue])
    notifications: Notifications | None = None
    assignments: tuple[Assignment, ...] | None = None
    """None leaves the assignments as they are; an empty tuple means that there should be none."""
    mappings: Mapping[str, Json] = field(factory=dict[str, Json])
    """How the object mappings differ from the template's; `graphsync.config.expand` reads it."""
    raw: tuple[Mapping[str, Json], ...] = ()
    """What `mappings` cannot say, by JSON Pointer."""
    text: Text | None = field(default=None, eq=False, repr=False)
    """The file that it was read from, to find lines in."""

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a YAML, JSON or TOML file; raises `ConfigurationInvalid` with file, line and key."""
        return cls._of(read_file(path))

    @classmethod
    def loads(cls, text: str, format: Format = "yaml", *, name: str = "") -> Self:
        """Read a text; raises `ConfigurationInvalid`. `name` stands for the file in errors."""
        return cls._of(read_text(text, format, name=name))

    @classmethod
    def _of(cls, text: Text) -> Self:
        try:
            return evolve(cls.from_dict(text.content), text=text)
        except ConfigurationInvalid as error:
            where = text.where(Place(error.path))
            if not where:
                raise
            raise ConfigurationInvalid(str(error), where, error.path) from None

    @classmethod
    def from_dict(cls, content: Mapping[str, Json]) -> Self:
        """Read plain values; raises `ConfigurationInvalid` with the path of the key."""
        _check_keys(content, KEYS, TOP)
        raw = content.get("raw", [])
        if not isinstance(raw, list) or not all(map(_is_object, as_list(raw))):
            raise invalid("must be a list of entries with at: and value:", TOP / "raw")
        return cls(
            application=_application(_object(content, "application")),
            job=_job(_object(content, "job")),
            secrets={
                name: _secret(value, TOP / "secrets" / name)
                for name, value in _object(content, "secrets", optional=True).items()
            },
            notifications=_optional(content, "notifications", _notifications),
            assignments=_assignments(content.get("assignments")),
            mappings=_object(content, "mappings", optional=True),
            raw=tuple(as_list(raw)),
        )

    @property
    def short_form(self) -> dict[str, Json]:
        """The part that describes the schema, for `expand`."""
        return {"mappings": dict(self.mappings), "raw": [dict(one) for one in self.raw]}

    def to_dict(self) -> dict[str, Json]:
        """Return plain values in the order of the file.

        A secret that was given as a value is left out.
        """
        found: dict[str, Json] = {
            "application": _members(self.application),
            "job": _members(self.job),
        }
        secrets = {
            key: text
            for key, value in sorted(self.secrets.items())
            if (text := value.written(key)) is not None
        }
        if secrets:
            found["secrets"] = secrets
        if self.notifications is not None:
            found["notifications"] = _members(self.notifications)
        if self.assignments is not None:
            found["assignments"] = [_written_assignment(one) for one in self.assignments]
        if self.mappings:
            found["mappings"] = dict(self.mappings)
        if self.raw:
            found["raw"] = [dict(one) for one in self.raw]
        return found

    def dumps(self, format: Format = "yaml") -> str:
        """Return the text of a file, the same bytes for the same configuration.

        TOML cannot be written.
        """
        from graphsync._core.config.writer import write_text

        return write_text(self.to_dict(), format)


def _application(found: Mapping[str, Json]) -> ApplicationReference:
    _check_keys(found, _APPLICATION_KEYS, TOP / "application")
    read = ApplicationReference(
        **{name: _text(value, TOP / "application" / name) for name, value in found.items()}
    )
    if not (read.principal or read.app_id or read.display_name):
        raise invalid(
            "must name the application by principal:, app_id: or display_name:", TOP / "application"
        )
    return read


def _job(found: Mapping[str, Json]) -> JobReference:
    _check_keys(found, _JOB_KEYS, TOP / "job")
    if "template" not in found:
        raise invalid("must have a template:, such as scim", TOP / "job")
    state = found.get("state")
    if state is not None and state not in STATES:
        raise invalid(
            f"{state!r} is not a state; there are {', '.join(STATES)}", TOP / "job" / "state"
        )
    return JobReference(template=_text(found["template"], TOP / "job" / "template"), state=state)


def _secret(value: Json, place: Place) -> SecretValue:
    if not isinstance(value, str):
        # The value itself may be a secret, so the error shows only its type.
        raise invalid(f"must be text, not {type(value).__name__}; put it in quotes", place)
    found = _REFERENCE.fullmatch(value.strip())
    if found is None:
        return SecretValue(kind="value", value=Hidden(value))
    if found["kind"] not in {"env", "file"} or not found["name"].strip():
        raise invalid("a reference is ${env:NAME} or ${file:path}", place)
    return SecretValue(kind=found["kind"], name=found["name"].strip())


def _notifications(found: Mapping[str, Json]) -> Notifications:
    _check_keys(found, _NOTIFICATION_KEYS, TOP / "notifications")
    events = as_list(found.get("on"))
    for event in events:
        if event not in EVENTS:
            raise invalid(
                f"{event!r} is not an event{_nearest(str(event), EVENTS)}",
                TOP / "notifications" / "on",
            )
    address, threshold = found.get("address"), found.get("deletion_threshold")
    if address is not None and not (isinstance(address, str) and _ADDRESS.fullmatch(address)):
        raise invalid(f"{address!r} is not a mail address", TOP / "notifications" / "address")
    if threshold is not None and (
        isinstance(threshold, bool) or not isinstance(threshold, int) or threshold < 1
    ):
        raise invalid(
            f"{threshold!r} is not a number of deletions, 1 or more",
            TOP / "notifications" / "deletion_threshold",
        )
    return Notifications(address=address, on=tuple(events), deletion_threshold=threshold)


def _assignments(found: Json) -> tuple[Assignment, ...] | None:
    if found is None:
        return None
    if not isinstance(found, list):
        raise invalid("must be a list, such as ['group:Contoso Users']", TOP / "assignments")
    return tuple(
        _assignment(one, TOP / "assignments" / number) for number, one in enumerate(as_list(found))
    )


def _assignment(found: Json, place: Place) -> Assignment:
    entry = as_object(found)
    text = found if entry is None else entry.get("to")
    if entry is not None:
        _check_keys(entry, ("to", "role"), place)
    kind, colon, name = text.partition(":") if isinstance(text, str) else ("", "", "")
    if not colon or kind not in {"user", "group"} or not name.strip():
        raise invalid(
            f"{text!r} is not an assignment, such as user:ada@contoso.com or group:Contoso Users",
            place,
        )
    role = None if entry is None else entry.get("role")
    return Assignment(
        kind=kind, name=name.strip(), role=None if role is None else _text(role, place / "role")
    )


def _written_assignment(one: Assignment) -> Json:
    to = f"{one.kind}:{one.name}"
    return to if one.role is None else {"to": to, "role": one.role}


# ---- reading with care


def _is_object(value: Json) -> bool:
    return isinstance(value, dict)


def _object(content: Mapping[str, Json], name: str, *, optional: bool = False) -> dict[str, Json]:
    value = content.get(name)
    found = as_object(value)
    if found is None and not (optional and value is None):
        problem = "is missing" if value is None else f"must hold keys, not {value!r}"
        raise invalid(problem, TOP / name)
    return found or {}


def _optional(
    content: Mapping[str, Json], name: str, read: Callable[[Mapping[str, Json]], T]
) -> T | None:
    return None if content.get(name) is None else read(_object(content, name))


def _text(value: Json, place: Place) -> str:
    if not isinstance(value, str) or not value.strip():
        raise invalid(f"{value!r} is not text", place)
    return value.strip()


def _check_keys(found: Mapping[str, Json], known: Sequence[str], place: Place) -> None:
    for key in found:
        if key not in known:
            raise invalid(f"{key!r} is not a known key{_nearest(key, known)}", place / key)


def _nearest(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, 1)
    return f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(known)}"


def _members(value: ApplicationReference | JobReference | Notifications) -> dict[str, Json]:
    """Return the members that say something, in the order in which the class has them."""
    found: dict[str, Json] = {name: getattr(value, name) for name in type(value).__annotations__}
    return {
        name: [*one] if isinstance(one, tuple) else one
        for name, one in found.items()
        if one not in (None, ())
    }
