"""Every type of the slice is in the code, with exactly its members and values, and there is no other."""

from __future__ import annotations

import types
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from generator.document.passes.secret_names import secret_names
from graphsync_client import api, models
from graphsync_client.types import Json, Model, OpenEnum, OpenFlags

SCALARS: dict[tuple[str | None, str | None], tuple[Any, Any, Any]] = {
    # JSON type and format: Python's type, a value on the wire, what is read
    ("string", None): (str, "text", "text"),
    ("string", "uuid"): (
        str,
        "8e0f6a4e-6a3e-4b8a-9a51-3f1d1c7f1c11",
        "8e0f6a4e-6a3e-4b8a-9a51-3f1d1c7f1c11",
    ),
    ("string", "date-time"): (
        datetime,
        "2026-03-01T08:00:00Z",
        datetime(2026, 3, 1, 8, tzinfo=UTC),
    ),
    ("string", "duration"): (timedelta, "PT40M", timedelta(minutes=40)),
    ("boolean", None): (bool, True, True),
    ("integer", "int32"): (int, 5, 5),
    ("integer", "int64"): (int, 2**53 + 1, 2**53 + 1),
    ("number", "int32"): (int, 5, 5),
    ("number", "int64"): (int, 2**53 + 1, 2**53 + 1),
    (None, None): (Json, {"any": ["thing"]}, {"any": ["thing"]}),
}


def is_object(schema: dict[str, Any]) -> bool:
    return "properties" in schema or "allOf" in schema or schema.get("type") == "object"


@pytest.fixture(scope="session")
def named(described, class_name) -> dict[str, Any]:
    """The types of the document by the name of their class; `$count` answers a number, which is no type."""
    return {
        class_name(name): schema
        for name, schema in described.schemas.items()
        if name != "ODataCountResponse"
    }


@pytest.fixture(scope="session")
def everything(described, named, both) -> dict[str, Any]:
    """All types, those included that operations describe in place, and that have no name of their own."""
    nameless: dict[str, Any] = {}
    for told, code in both:
        body = [
            *described.resolve(told.operation.get("requestBody", {})).get("content", {}).values()
        ]
        if body and is_object(body[0]["schema"]):
            nameless[code.hints["body"].__name__] = body[0]["schema"]
        answer = described.answer(told.operation)[1]
        if is_object(answer):
            nameless[code.made.convert.__self__.__name__] = answer
    assert not set(nameless) & set(named)
    return named | nameless


def hints_of(cls: type[Model]) -> dict[str, Any]:
    names = {name: getattr(models, name) for name in dir(models)}
    return {
        name: hint
        for name, hint in get_type_hints(cls, localns=names).items()
        if name in cls.MEMBERS
    }


def hint_of(schema: dict[str, Any], described: Any) -> Any:
    """The annotation that a property should have."""
    return plain_hint(schema, described) | None


def plain_hint(schema: dict[str, Any], described: Any) -> Any:
    refs = [
        part["$ref"]
        for part in [schema, *schema.get("anyOf", ()), *schema.get("allOf", ())]
        if "$ref" in part
    ]
    if refs:
        last = refs[0].rpartition("/")[2].rpartition(".")[2]
        return getattr(models, last[0].upper() + last[1:])
    if "items" in schema:
        items = schema["items"]
        item = plain_hint(items, described)
        item = item | None if items.get("nullable") else item
        return list[item]  # type: ignore[valid-type]
    return SCALARS[schema.get("type"), schema.get("format")][0]


def sample(hint: Any, schema: dict[str, Any]) -> tuple[Any, Any]:
    """A value on the wire for an annotation, and what is read of it."""
    if isinstance(hint, types.UnionType):
        return sample(next(kind for kind in get_args(hint) if kind is not type(None)), schema)
    if get_origin(hint) is list:
        raw, value = sample(get_args(hint)[0], schema["items"])
        return [raw, raw], [value, value]
    if isinstance(hint, type) and issubclass(hint, Model):
        return {"x": 1}, hint.from_dict({"x": 1})
    if isinstance(hint, type) and issubclass(hint, OpenFlags):
        one = list(hint)[-1]
        return str(one), one
    if isinstance(hint, type) and issubclass(hint, OpenEnum):
        return list(hint)[-1].value, list(hint)[-1]
    _, raw, value = SCALARS[schema.get("type"), schema.get("format")]
    return raw, value


def test_every_type_has_its_class_and_there_is_no_other(everything):
    assert set(dir(models)) == set(everything)
    for name, schema in everything.items():
        kind = (
            Model if is_object(schema) else OpenFlags if "x-ms-enum-flags" in schema else OpenEnum
        )
        assert issubclass(getattr(models, name), kind), name


def test_every_class_has_exactly_the_members_of_its_type(everything, described):
    for name, schema in everything.items():
        if not is_object(schema):
            continue
        cls = getattr(models, name)
        properties = described.properties(schema)
        assert set(cls.WIRES) == set(properties), name
        hints = hints_of(cls)
        for wire, told in properties.items():
            member = cls.WIRES[wire]
            assert member.rstrip("_").replace("_", "") == "".join(filter(str.isalnum, wire)).lower()
            assert member.islower()
            assert hints[member] == hint_of(told, described), f"{name}.{member}"


def test_every_member_reads_the_type_that_it_says_and_writes_it_back(everything, described):
    for name, schema in everything.items():
        if not is_object(schema):
            continue
        cls = getattr(models, name)
        for wire, told in described.properties(schema).items():
            member = cls.WIRES[wire]
            raw, value = sample(hint_of(told, described), told)
            assert getattr(cls.from_dict({wire: raw}), member) == value, f"{name}.{member}"
            assert cls(**{member: value}).to_dict() == {wire: raw}, f"{name}.{member}"


def test_inheritance_is_that_of_the_document(named):
    for name, schema in named.items():
        bases = [
            part["$ref"].rpartition(".")[2] for part in schema.get("allOf", ()) if "$ref" in part
        ]
        for base in bases:
            last = base.rpartition("/")[2]
            assert issubclass(getattr(models, name), getattr(models, last[0].upper() + last[1:])), (
                name
            )


def test_every_enumeration_has_exactly_the_values_of_its_type(named):
    enums = {name: schema for name, schema in named.items() if "enum" in schema}
    assert len(enums) >= 19
    for name, schema in enums.items():
        cls = getattr(models, name)
        if "x-ms-enum-flags" in schema:
            assert dict(cls.wire()) == schema["x-graphsync-values"], name
            assert list(cls.wire()) == schema["enum"], name
            assert {member.value for member in cls.__members__.values()} == set(cls.wire().values())
            assert all(cls.parse(value).value == number for value, number in cls.wire().items())
        else:
            assert [member.value for member in cls] == schema["enum"], name
            assert len(cls.__members__) == len(schema["enum"]), name


def test_secrets_are_where_the_overlay_says_or_the_name_does(everything, described):
    marked = {
        (name, wire)
        for name, schema in everything.items()
        for wire, told in described.properties(schema).items()
        if told.get("x-graphsync-secret")
    }
    assert marked == {
        ("ConnectivityParameters", "value"),
        ("PasswordProfile", "password"),
        ("SynchronizationSecretKeyStringValuePair", "value"),
    }
    found = {
        (name, member.wire)
        for name in dir(models)
        if issubclass(cls := getattr(models, name), Model)
        for member in cls.MEMBERS.values()
        if member.secret
    }
    by_name = secret_names(deepcopy({"components": {"schemas": everything}}))
    assert found == {
        (name, wire)
        for name, schema in by_name["components"]["schemas"].items()
        for wire, property_ in described.properties(schema).items()
        if property_.get("x-graphsync-secret")
    }
    assert marked <= found


def test_no_operation_speaks_of_a_type_that_is_not_listed():
    spoken = {hint for name in dir(api) for hint in get_type_hints(getattr(api, name)).values()}
    classes = {hint for hint in spoken if isinstance(hint, type) and issubclass(hint, Model)}
    assert classes
    assert all(getattr(models, cls.__name__) is cls for cls in classes)
