"""An overlay changes what it says, says what it could not, and is refused where it is wrong."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.document.overlay import Patch, apply_overlay, load_overlay, lookup
from generator.errors import GeneratorError
from tests.generator.documents import APPLICATIONS, PRINCIPALS, openapi, operation, thing

OWNERS = (PRINCIPALS, APPLICATIONS)
ENTRY = "name: n\n    why: w\n    see: s\n    target: /paths\n"


def patch(
    target: str, update: Any = None, remove: tuple[str, ...] = (), needs: str | None = None
) -> Patch:
    return Patch("a patch", "why", "see", target, needs, update or {}, remove)


def document() -> dict[str, Any]:
    paths = {f"{owner}/jobs": {"get": operation(), "post": operation()} for owner in OWNERS}
    return openapi({"a.b": thing(x={"type": "string"}), "c": thing()}, paths)


def test_an_update_is_merged_and_everything_beside_it_stays() -> None:
    patched, expected = document(), document()
    x = "/components/schemas/a.b/properties/x"
    assert apply_overlay(patched, [patch(x, {"nullable": True, "type": "integer"})], OWNERS) == []
    expected["components"]["schemas"]["a.b"]["properties"]["x"] = {
        "type": "integer",
        "nullable": True,
    }
    assert patched == expected


def test_mappings_are_merged_in_depth_and_lists_are_replaced() -> None:
    held = {"a": {"list": [1, 2], "deep": {"kept": 1}}, "b": {}}
    apply_overlay(held, [patch("/a", {"list": [3], "deep": {"new": 2}})], ())
    assert held == {"a": {"list": [3], "deep": {"kept": 1, "new": 2}}, "b": {}}


def test_removed_keys_go_before_the_update_and_may_come_back() -> None:
    held: dict[str, Any] = {"a": {"x": {"old": 1}, "y": 2}}
    apply_overlay(held, [patch("/a", {"x": {"new": 1}}, ("x", "y"))], ())
    assert held == {"a": {"x": {"new": 1}}}


def test_an_owner_in_the_target_stands_for_each() -> None:
    patched = document()
    assert apply_overlay(patched, [patch("/paths/<owner>~1jobs", remove=("post",))], OWNERS) == []
    assert {path: list(item) for path, item in patched["paths"].items()} == {
        f"{owner}/jobs": ["get"] for owner in OWNERS
    }


def test_what_is_laid_over_two_places_is_not_shared_between_them() -> None:
    patched = document()
    apply_overlay(patched, [patch("/paths/<owner>~1jobs", {"put": operation()})], OWNERS)
    items = list(patched["paths"].values())
    items[0]["put"]["responses"]["edited"] = {}
    assert items[1]["put"] == operation()


def test_a_target_that_is_missing_is_reported_for_each_owner_and_the_rest_is_done() -> None:
    patched = document()
    del patched["paths"][f"{PRINCIPALS}/jobs"]
    skipped = apply_overlay(
        patched,
        [patch("/paths/<owner>~1jobs", remove=("post",)), patch("/components/schemas/d", {"x": 1})],
        OWNERS,
    )
    assert skipped == [
        "a patch: the document has no /paths/~1servicePrincipals~1{servicePrincipal-id}~1jobs",
        "a patch: the document has no /components/schemas/d",
    ]
    assert list(patched["paths"][f"{APPLICATIONS}/jobs"]) == ["get"]


@pytest.mark.parametrize(
    ("needs", "done"), [("/components/schemas/a.b", True), ("/components/schemas/z", False)]
)
def test_a_patch_that_needs_something_is_skipped_without_it(needs: str, done: bool) -> None:
    patched = document()
    skipped = apply_overlay(
        patched, [patch("/components/schemas", {"new": thing()}, needs=needs)], OWNERS
    )
    assert ("new" in patched["components"]["schemas"]) is done
    assert skipped == ([] if done else ["a patch: the document has no /components/schemas/z"])


def test_what_is_needed_can_be_each_owners_own() -> None:
    patched = document()
    del patched["paths"][f"{PRINCIPALS}/jobs"]["post"]
    needy = patch("/paths/<owner>~1jobs", {"put": operation()}, needs="/paths/<owner>~1jobs/post")
    assert len(apply_overlay(patched, [needy], OWNERS)) == 1
    assert {path: "put" in item for path, item in patched["paths"].items()} == {
        f"{PRINCIPALS}/jobs": False,
        f"{APPLICATIONS}/jobs": True,
    }


@pytest.mark.parametrize(
    "idle",
    [
        patch("/components/schemas/a.b/properties/x", {"type": "string"}),
        patch("/components/schemas/a.b", remove=("description",)),
        patch("/components/schemas/a.b", {"properties": {"x": {"type": "string"}}}, ("nothing",)),
    ],
)
def test_a_patch_that_changes_nothing_is_an_error(idle: Patch) -> None:
    with pytest.raises(
        GeneratorError, match=r"nothing to change for the patch 'a patch'"
    ) as caught:
        apply_overlay(document(), [idle], OWNERS)
    assert caught.value.place == idle.target


def test_a_target_that_is_no_object_is_an_error() -> None:
    with pytest.raises(
        GeneratorError, match=r"^/components/schemas/a.b/properties/x/type: no object"
    ):
        apply_overlay(
            document(), [patch("/components/schemas/a.b/properties/x/type", {"a": 1})], OWNERS
        )


def test_the_patches_themselves_are_not_edited() -> None:
    update = {"put": operation()}
    kept = deepcopy(update)
    patched = document()
    apply_overlay(patched, [patch("/paths/<owner>~1jobs", update)], OWNERS)
    for item in patched["paths"].values():
        item["put"]["edited"] = True
    assert update == kept


def test_lookup_finds_nothing_where_there_is_nothing() -> None:
    assert lookup(document(), "/components/schemas/c/type") == "object"
    assert lookup(document(), "/components/schemas/c/type/further") is None
    assert lookup(document(), "no pointer") is None


def test_a_file_is_read_with_all_that_an_entry_can_say(tmp_path: Path) -> None:
    path = tmp_path / "overlay.yaml"
    path.write_text(
        f"patches:\n  - {ENTRY}    needs: /x\n    update: {{a: {{b: 1}}}}\n    remove: [c]\n",
        "utf-8",
    )
    assert load_overlay(path) == [Patch("n", "w", "s", "/paths", "/x", {"a": {"b": 1}}, ["c"])]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("", "#", "a mapping"),
        ("patches:", "#/patches", "a list"),
        ("patch: []", "#/patch", "one of the keys patches"),
        ("patches: [3]", "#/patches/0", "a mapping"),
        (
            f"patches:\n  - {ENTRY}    update: {{a: 1}}\n    upd: 1",
            "#/patches/0/upd",
            "one of the keys",
        ),
        (
            "patches:\n  - name: n\n    why: w\n    target: /x\n    update: {a: 1}",
            "#/patches/0",
            "'see'",
        ),
        (f"patches:\n  - {ENTRY}".replace("why: w", "why: ''"), "#/patches/0/why", "text"),
        (f"patches:\n  - {ENTRY}", "#/patches/0", "something to update or remove"),
        (
            f"patches:\n  - {ENTRY}    update: {{}}\n    remove: []",
            "#/patches/0",
            "something to update or remove",
        ),
        (f"patches:\n  - {ENTRY}    update: [1]", "#/patches/0/update", "a mapping"),
        (f"patches:\n  - {ENTRY}    remove: x", "#/patches/0/remove", "a list"),
        (f"patches:\n  - {ENTRY}    remove: [1]", "#/patches/0/remove/0", "text"),
        (f"patches:\n  - {ENTRY}    needs: 3", "#/patches/0/needs", "text"),
        (
            f"patches:\n  - {ENTRY}    update: {{a: 1}}\n".replace("/paths", "paths"),
            "#/patches/0/target",
            "pointer",
        ),
        (
            f"patches:\n  - {ENTRY}    update: {{a: 1}}\n    needs: x",
            "#/patches/0/needs",
            "pointer",
        ),
        (f"patches:\n  - {ENTRY}    update: {{a: 1, a: 2}}", ":6", "unique keys"),
        ("patches: [", ":", "YAML"),
        ("patches: [!!python/object/apply:os.getcwd []]", ":1", "YAML"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_the_place(
    tmp_path: Path, text: str, place: str, expected: str
) -> None:
    path = tmp_path / "overlay.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(GeneratorError) as caught:
        load_overlay(path)
    assert caught.value.place.startswith(f"{path.as_posix()}{place}")
    assert expected in caught.value.expected
    assert len(str(caught.value).splitlines()) == 1


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="overlay"):
        load_overlay(tmp_path / "overlay.yaml")
