"""From rows, such as those of a file or a query, to SCIM records."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, cast

from attrs import frozen

from graphsync._core.inbound.records import CORE_USER, ENTERPRISE_USER
from graphsync_client.types import Json

Row: TypeAlias = Mapping[str, object]
Source: TypeAlias = str | Callable[[Row], object]

_PATH = re.compile(
    r"""(?P<name>[A-Za-z$][\w$-]*)
        (?: \[ \s* type \s+ eq \s+ "(?P<type>[^"\]]*)" \s* \] )?
        (?: \. (?P<sub>[A-Za-z$][\w$-]*) )?""",
    re.VERBOSE,
)
_NAME_PARTS = (
    "formatted",
    "familyName",
    "givenName",
    "middleName",
    "honorificPrefix",
    "honorificSuffix",
)
_ADDRESS_PARTS = (
    "formatted",
    "streetAddress",
    "locality",
    "region",
    "postalCode",
    "country",
    "primary",
    "display",
)
_VALUE_PARTS = ("value", "display", "primary")
_SINGLE = (
    "externalId",
    "userName",
    "displayName",
    "nickName",
    "profileUrl",
    "title",
    "userType",
    "preferredLanguage",
    "locale",
    "timezone",
    "active",
)
_SEVERAL = ("emails", "phoneNumbers", "ims", "photos", "entitlements", "roles")
_ENTERPRISE = ("employeeNumber", "costCenter", "organization", "division", "department", "manager")
_TRUTH = {
    **dict.fromkeys(("true", "yes", "y", "1", "active", "enabled"), True),
    **dict.fromkeys(("false", "no", "n", "0", "inactive", "disabled"), False),
}


@frozen
class _Flow:
    """One attribute: where it goes, and what it is made of."""

    written: str
    extension: str | None
    name: str
    kind: str | None
    sub: str | None
    source: Source

    def put(self, record: dict[str, Json], value: Json) -> None:
        """Write a value to its place in a record."""
        home = record
        if self.extension is not None:
            home = cast("dict[str, Json]", record.setdefault(self.extension, {}))
        if self.kind is not None:
            items = cast("list[dict[str, Json]]", home.setdefault(self.name, []))
            item = next((item for item in items if item.get("type") == self.kind), None)
            if item is None:
                item = {"type": self.kind}
                items.append(item)
            item[self.sub or "value"] = value
        elif self.sub is not None:
            cast("dict[str, Json]", home.setdefault(self.name, {}))[self.sub] = value
        else:
            home[self.name] = value


class RowMapping:
    """The way from a row to a record: SCIM attributes, each with the column that it comes from.

    A cell that is empty leaves its attribute out, so that the service keeps what it has of it.
    """

    def __init__(self, mapping: Mapping[str, Source]) -> None:
        """Read a mapping; raises ValueError for an attribute that SCIM does not have.

        Args:
            mapping: From attributes, such as `userName`, `name.givenName`, `emails[type eq
                "work"].value`, `department` or a whole `urn:contoso:employee:JobCode`, to a
                column's name or to a function that takes the row and returns the value.

        """
        self._flows = [_flow(path, source) for path, source in mapping.items()]
        if not any(flow.name == "externalId" and flow.extension is None for flow in self._flows):
            raise ValueError(
                "the mapping has no externalId; name the column that identifies a person"
                ', such as {"externalId": "EmployeeNumber"}'
            )
        wholes = {
            (flow.extension, flow.name)
            for flow in self._flows
            if flow.sub is None and flow.kind is None
        }
        for flow in self._flows:
            if (flow.sub or flow.kind) and (flow.extension, flow.name) in wholes:
                raise ValueError(
                    f"the mapping has both {flow.name} as a whole and {flow.written}, a part of it"
                )

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it names, each once."""
        return tuple(
            dict.fromkeys(flow.source for flow in self._flows if isinstance(flow.source, str))
        )

    def record(self, row: Row) -> dict[str, Json]:
        """Return the record of a row.

        Raises ValueError for a column that is missing and a bad value.
        """
        record: dict[str, Json] = {}
        for flow in self._flows:
            value = self._value(flow, row)
            if value is not None and value != "":
                flow.put(record, value)
        return record

    @staticmethod
    def _value(flow: _Flow, row: Row) -> Json:
        if callable(flow.source):
            try:
                value = flow.source(row)
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                raise ValueError(
                    f"{flow.written}: its function failed: {type(error).__name__}: {error}"
                ) from error
        elif flow.source in row:
            value = row[flow.source]
        else:
            raise ValueError(f"there is no column {flow.source!r}{nearest(flow.source, row)}")
        if isinstance(value, str):
            value = value.strip()
        if flow.name == "active" or flow.sub == "primary":
            return _truth(flow, value)
        return _json(flow, value)


def _json(flow: _Flow, value: object) -> Json:
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | float):  # numbers of a query: SCIM's attributes of people are texts
        return str(value)
    if isinstance(value, list | dict):
        return cast("Json", value)
    isoformat = getattr(value, "isoformat", None)
    if callable(isoformat):
        return str(isoformat())
    raise ValueError(
        f"{flow.written}: a {type(value).__name__} cannot be written as JSON; use a function that"
        " returns text"
    )


def _truth(flow: _Flow, value: object) -> bool | None:
    if value is None or value == "" or isinstance(value, bool):
        return value if isinstance(value, bool) else None
    found = _TRUTH.get(str(value).lower())
    if found is None:
        raise ValueError(
            f"{flow.written}: {str(value)[:40]!r} is neither true nor false; write true, yes, 1 or"
            " false, no, 0, or use a function"
        )
    return found


def _flow(path: str, source: Source) -> _Flow:
    if not isinstance(cast("object", source), str) and not callable(source):
        raise TypeError(
            f"{path}: it comes from {source!r}; name a column, or pass a function of the row"
        )
    extension, rest = None, path
    if path.startswith("urn:"):
        extension, _, rest = path.rpartition(":")
        extension = None if extension == CORE_USER else extension
    found = _PATH.fullmatch(rest)
    if found is None:
        raise ValueError(
            f"{path!r} is not an attribute's path; it looks like name.givenName, "
            'emails[type eq "work"].value or urn:contoso:employee:JobCode'
        )
    name, kind, sub = found["name"], found["type"], found["sub"]
    if extension is None and name in _ENTERPRISE:
        extension = ENTERPRISE_USER
    if extension is None or extension == ENTERPRISE_USER:
        _check(path, extension, name, kind, sub)
    if extension == ENTERPRISE_USER and name == "manager":
        sub = sub or "value"
    return _Flow(path, extension, name, kind, sub, source)


def _check(path: str, extension: str | None, name: str, kind: str | None, sub: str | None) -> None:
    """Raise ValueError for an attribute that the schemas do not have, with the nearest that they
    have.
    """
    names = _ENTERPRISE if extension else (*_SINGLE, "name", *_SEVERAL, "addresses", *_ENTERPRISE)
    if name not in names:
        raise ValueError(f"{path!r}: SCIM's user has no {name!r}{nearest(name, names)}")
    several = name in {*_SEVERAL, "addresses"}
    if several is not (kind is not None):
        form = f'{name}[type eq "work"].{sub or "value"}' if several else f"{name} without a type"
        raise ValueError(f"{path!r}: write {form}")
    parts: tuple[str, ...] = ()
    if name == "addresses":
        parts = _ADDRESS_PARTS
    elif several:
        parts = _VALUE_PARTS
    elif name == "name":
        parts = _NAME_PARTS
    elif name == "manager":
        parts = ("value", "displayName")
    if sub is None and name in {"name", "addresses"}:
        raise ValueError(f"{path!r}: name a part of it: {', '.join(parts)}")
    if sub is not None and sub not in parts:
        raise ValueError(f"{path!r}: {name} has no part {sub!r}{nearest(sub, parts)}")


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a question that names the nearest known name, or nothing."""
    by_lower = {item.lower(): item for item in known}
    near = difflib.get_close_matches(name.lower(), by_lower, n=1)
    return f"; did you mean {by_lower[near[0]]!r}?" if near else ""
