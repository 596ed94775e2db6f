"""JSON documents as the service could send them, made from the slice and not from the code under test."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import strategies as st

from generator.cut.slices import Slices
from generator.document.overlay import apply_overlay, load_overlay
from generator.document.passes import cure
from graphsync_client.types import Model

SPEC = Path(__file__).parents[2] / "spec"
OWNERS = ("/applications/{application-id}", "/servicePrincipals/{servicePrincipal-id}")

TEXTS = st.text(max_size=12)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
# What the service may add tomorrow; the names clash with no member.
UNKNOWN = st.dictionaries(
    st.sampled_from(
        ["@odata.etag", "@odata.type", "newMember", "x.y", "é", "_received", "to_dict"]
    ),
    JSON,
    max_size=2,
)
TIMES = st.one_of(
    st.sampled_from(
        [
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.9999999Z",
            "2026-03-01T08:12:44.1234567Z",
            "2026-03-01T08:12:44",
        ]
    ),
    st.datetimes().map(lambda moment: f"{moment.isoformat()}+05:30"),
)
DURATIONS = st.sampled_from(
    ["PT40M", "P10675199DT2H48M5.4775807S", "P1W", "-PT0.0000001S", "PT0S", "P1DT2H3M4.5S"]
)


def _spelled(names: list[str], spell: Callable[[str], str], joiner: str) -> str:
    return joiner.join(spell(name) for name in names)


def _flags(names: list[str]) -> st.SearchStrategy[Any]:
    """Names in any order, case and spacing, unknown ones too, or a number."""
    spellings = st.sampled_from([str, str.upper, str.lower, str.swapcase])
    chosen = st.lists(st.sampled_from([*names, "BrandNew", "EvenNewer"]), max_size=4)
    text = st.builds(_spelled, chosen, spellings, st.sampled_from([",", ", ", " , ", ",\t"]))
    return text | st.integers(0, 63) | st.integers(0, 63).map(str)


def _enum(values: list[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(values),
        st.sampled_from(values).map(str.swapcase),
        st.sampled_from(["BrandNewValue", "", "unknownFutureValue"]),
        TEXTS,
    )


class Documents:
    """Strategies for the JSON of each schema; below a few levels, nested objects and lists are empty."""

    def __init__(self, schemas: dict[str, Any]) -> None:
        self.schemas = schemas
        self.of = cache(self._of)

    def members(self, name: str) -> dict[str, Any]:
        """The properties of a schema, inherited ones included."""
        schema = self.schemas[name]
        found: dict[str, Any] = {}
        for part in [*schema.get("allOf", ()), schema]:
            if "$ref" in part:
                found |= self.members(part["$ref"].rpartition("/")[2])
            found |= part.get("properties", {})
        return found

    def _of(self, name: str, level: int = 3) -> st.SearchStrategy[dict[str, Any]]:
        declared = {
            wire: st.one_of(st.none(), self._value(schema, level - 1))
            for wire, schema in self.members(name).items()
        }
        declared = {
            wire: strategy if level > 0 else st.none() for wire, strategy in declared.items()
        }
        known = st.fixed_dictionaries({}, optional=declared)
        in_some_order = known.flatmap(lambda found: st.permutations(list(found.items())).map(dict))
        return st.builds(lambda first, second: {**first, **second}, UNKNOWN, in_some_order)

    def _value(self, schema: dict[str, Any], level: int) -> st.SearchStrategy[Any]:
        ref = schema.get("$ref") or next((part["$ref"] for part in schema.get("allOf", ())), None)
        if ref is not None:
            return self._named(ref.rpartition("/")[2], level)
        match schema.get("type"), schema.get("format"):
            case "array", _:
                items = self._value(schema["items"], level) if level > 0 else st.none()
                return st.lists(st.one_of(items, items, st.none()), max_size=2)
            case "string", "date-time":
                return TIMES
            case "string", "duration":
                return DURATIONS
            case "string", _:
                return TEXTS
            case "boolean", _:
                return st.booleans() | st.sampled_from(["True", "false"])
            case "integer", _:
                return (
                    st.integers(-(2**63), 2**63)
                    | st.integers(-9, 9).map(str)
                    | st.integers(-9, 9).map(float)
                )
            case None, None:
                return JSON
            case unknown:
                raise AssertionError(
                    f"the slice has a shape that this strategy does not know: {unknown}"
                )

    def _named(self, name: str, level: int) -> st.SearchStrategy[Any]:
        schema = self.schemas[name]
        if "x-graphsync-flags" in schema:
            return _flags(schema["enum"])
        if "enum" in schema:
            return _enum(schema["enum"])
        return st.deferred(lambda: self.of(name, level)) if level > 0 else st.just({})


@pytest.fixture(scope="session")
def documents() -> Documents:
    """Strategies by class name, from the committed slices and overlay."""
    document = Slices.committed(SPEC).document()
    apply_overlay(document, load_overlay(SPEC / "overlay.yaml"), OWNERS)
    return Documents(cure(document, OWNERS)["components"]["schemas"])


@pytest.fixture(scope="session")
def any_json() -> st.SearchStrategy[Any]:
    """Any JSON value."""
    return JSON


def _read_all(value: object) -> None:
    """Read every member of a model, and of all models below it."""
    left = [value]
    while left:
        found = left.pop()
        if isinstance(found, Model):
            left += [getattr(found, name) for name in found.MEMBERS]
            left += found.undeclared.values()
        elif isinstance(found, list):
            left += found


@pytest.fixture(scope="session")
def read_all() -> Callable[[object], None]:
    """Read every member of a model, and of all models below it."""
    return _read_all


@pytest.fixture(scope="session")
def text_of() -> Callable[[object], str]:
    """JSON text: unlike ==, it tells True from 1, 1 from 1.0, and one order of keys from another."""
    return json.dumps


@pytest.fixture(scope="session")
def members_of() -> Callable[[type[Model]], list[str]]:
    """The members that attrs knows of a class."""
    return lambda cls: [field.name for field in attrs.fields(cls) if "member" in field.metadata]


@pytest.fixture
def eager_switching() -> Iterator[None]:
    """Let threads take turns as often as the interpreter can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)
