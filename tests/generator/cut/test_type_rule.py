"""A scope keeps some properties of a type, and what only the others referred to stays away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cut.cut import cut, cut_all, cut_by_parsing, cut_by_text
from generator.cut.scope import PathRule, Scope, load_scope
from generator.cut.slice_format import dump, load
from generator.cut.type_rule import TypeRule
from generator.errors import GeneratorError
from generator.yaml.values import Repeated
from tests.generator.documents import answer, openapi, operation, ref, thing

TEXT = {"type": "string"}


def document() -> bytes:
    job = thing(ref("base"), id=TEXT, owner=ref("owner"), note=TEXT)
    job["allOf"][1]["required"] = ["@odata.type", "id", "note"]
    job["allOf"][1]["properties"]["@odata.type"] = TEXT
    schemas = {
        "base": thing(b=TEXT),
        "job": job,
        "owner": thing(friend=ref("friend")),
        "friend": thing(x=TEXT),
    }
    found = operation(answer(ref("job")))
    made = openapi(schemas, {"/jobs": {"get": found, "post": operation(answer(ref("friend")))}})
    return dump(made)


def kept(*types: TypeRule, methods: tuple[str, ...] = ()) -> dict[str, Any]:
    scope = Scope((PathRule("/jobs", methods=methods),), {rule.name: rule for rule in types})
    made = cut(document(), scope)
    assert made == cut_by_parsing(document(), scope) == cut_by_text(document(), scope)
    return made


def schemas(*types: TypeRule, methods: tuple[str, ...] = ()) -> dict[str, Any]:
    found: dict[str, Any] = kept(*types, methods=methods)["components"]["schemas"]
    return found


def test_kept_properties_are_all_that_is_left_and_what_is_inherited_stays() -> None:
    found = schemas(TypeRule("job", keep=frozenset({"id"})), methods=("get",))
    assert set(found) == {"base", "job"}
    own = found["job"]["allOf"][1]
    assert set(own["properties"]) == {"id", "@odata.type"}
    assert own["required"] == ["@odata.type", "id"]
    assert found["job"]["allOf"][0] == ref("base")


def test_dropped_properties_take_with_them_what_only_they_referred_to() -> None:
    found = schemas(TypeRule("job", drop=frozenset({"owner"})), methods=("get",))
    assert set(found) == {"base", "job"}
    assert set(found["job"]["allOf"][1]["properties"]) == {"id", "note", "@odata.type"}


def test_what_something_else_refers_to_stays() -> None:
    assert "friend" in schemas(TypeRule("job", drop=frozenset({"owner"})))


def test_methods_that_a_rule_does_not_name_are_dropped_with_what_they_refer_to() -> None:
    assert set(kept(methods=("get",))["paths"]["/jobs"]) == {"get"}
    assert set(schemas(methods=("post",))) == {"friend"}
    assert set(kept()["paths"]["/jobs"]) == {"get", "post"}


def test_rules_for_one_path_add_up() -> None:
    rules = (PathRule("/jobs", methods=("get",)), PathRule("/*", methods=("post",)))
    assert Scope(rules).methods_of("/jobs") == {"get", "post"}
    assert "delete" in Scope((*rules, PathRule("/**"))).methods_of("/jobs")


@pytest.mark.parametrize(
    ("rule", "place", "found"),
    [
        (
            TypeRule("job", keep=frozenset({"gone", "lost"})),
            "/components/schemas/job",
            "gone nor lost",
        ),
        (TypeRule("job", drop=frozenset({"gone"})), "/components/schemas/job", "gone"),
        (
            TypeRule("none", drop=frozenset({"x"})),
            "/components/schemas/none",
            "nothing kept refers to none",
        ),
    ],
)
def test_a_rule_that_meets_nothing_is_refused(rule: TypeRule, place: str, found: str) -> None:
    with pytest.raises(GeneratorError) as caught:
        schemas(rule)
    assert caught.value.place == place
    assert found in caught.value.found


def test_a_property_that_the_document_lacks_is_left_out_with_a_line() -> None:
    rule = TypeRule("job", keep=frozenset({"id", "gone", "noote"}))
    for data in (document(), json.dumps(load(document())).encode()):
        (made,) = cut_all(data, [Scope((PathRule("/jobs", methods=("get",)),), {"job": rule})])
        assert set(made.document["components"]["schemas"]["job"]["allOf"][1]["properties"]) == {
            "id",
            "@odata.type",
        }
        assert made.lacking == [
            "job has no property gone",
            "job has no property noote; did you mean note?",
        ]


def test_an_optional_scope_says_what_it_did_not_find() -> None:
    rules = (PathRule("/jobs", methods=("get",)), PathRule("/gone/**"))
    types = {"none": TypeRule("none", drop=frozenset({"x"}))}
    (made,) = cut_all(document(), [Scope(rules, types, optional=True)])
    assert made.lacking == ["no path matches /gone/**", "nothing kept refers to none"]


def test_an_optional_scope_takes_what_there_is() -> None:
    rules = (PathRule("/jobs", methods=("get",)), PathRule("/gone/**"))
    types = {"none": TypeRule("none", drop=frozenset({"x"}))}
    found = cut(document(), Scope(rules, types, optional=True))
    assert set(found["paths"]) == {"/jobs"}
    nothing = cut(document(), Scope((PathRule("/gone"),), types, optional=True))
    assert (nothing["paths"], nothing["components"]) == ({}, {})


def test_a_key_given_twice_is_seen_before_anything_is_dropped() -> None:
    properties: dict[str, Any] = {"id": {}, "x": {}}
    repeated = Repeated()
    repeated.add(properties, "x")
    with pytest.raises(GeneratorError, match=r"^/a/properties/x: the same key twice"):
        TypeRule("a", keep=frozenset({"id"})).project(
            {"properties": properties}, ("a",), repeated, []
        )


def test_a_scope_file_says_it(tmp_path: Path) -> None:
    path = tmp_path / "scope.toml"
    path.write_text(
        '[[paths]]\nmatch = "/jobs"\nmethods = ["get"]\n'
        '[[types]]\nname = "job"\nkeep = ["id"]\nwhy = "small"\n[[types]]\nname = "b"\ndrop = ["x"]\n',
        "utf-8",
    )
    assert load_scope(path) == Scope(
        (PathRule("/jobs", methods=("get",)),),
        {"job": TypeRule("job", keep=frozenset({"id"})), "b": TypeRule("b", drop=frozenset({"x"}))},
    )


@pytest.mark.parametrize(
    "wrong",
    [
        '[[paths]]\nmatch = "/a"\nmethods = ["fetch"]',
        '[[paths]]\nmatch = "/a"\nmethods = "get"',
        'optional = "yes"\n[[paths]]\nmatch = "/a"',
        '[[paths]]\nmatch = "/a"\nmethods = [1]',
        'types = 3\n[[paths]]\nmatch = "/a"',
        'types = [3]\n[[paths]]\nmatch = "/a"',
        '[[paths]]\nmatch = "/a"\n[[types]]\nname = "a"',
        '[[paths]]\nmatch = "/a"\n[[types]]\nkeep = ["a"]',
        '[[paths]]\nmatch = "/a"\n[[types]]\nname = "a"\nkeep = ["a"]\ndrop = ["b"]',
        '[[paths]]\nmatch = "/a"\n[[types]]\nname = "a"\nkept = ["a"]',
    ],
)
def test_a_scope_file_that_is_wrong_is_refused_by_its_name(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "scope.toml"
    path.write_text(wrong, "utf-8")
    with pytest.raises(GeneratorError) as caught:
        load_scope(path)
    assert caught.value.place == path.as_posix()
