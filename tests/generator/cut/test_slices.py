"""The slices of `spec/`: one file for each scope and version."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cut.scope import load_scope
from generator.cut.slice_format import dump
from generator.cut.slices import MAIN, Slices, other_versions, scopes_of
from generator.errors import GeneratorError
from generator.openapi.walk import Node, own_parts
from tests.generator.conftest import recorded_source
from tests.generator.project import ROOT

SPEC = ROOT / "spec"


def test_each_version_has_a_slice_for_each_scope() -> None:
    assert {"synchronization", "directory"} <= set(scopes_of(SPEC))
    for version in (MAIN, *other_versions(SPEC)):
        assert set(Slices.committed(SPEC, version).files) == {
            f"{part}-{version}.yaml" for part in scopes_of(SPEC)
        }
    assert MAIN not in other_versions(SPEC)


@pytest.mark.parametrize("scope", scopes_of(SPEC).values(), ids=lambda path: path.stem)
def test_every_rule_keeps_something_of_the_committed_slices(scope: Path) -> None:
    # A scope that may find nothing in a small document must find everything in Graph's own.
    strict = replace(load_scope(scope), optional=False)
    document = Slices.committed(SPEC).document()
    assert strict.select(document["paths"])
    assert set(strict.types) <= set(document["components"]["schemas"])


def test_another_scope_stands_for_itself() -> None:
    assert scopes_of(SPEC, Path("x/my-scope.toml")) == {"my-scope": Path("x/my-scope.toml")}


def test_a_slice_that_is_missing_is_named(tmp_path: Path) -> None:
    shutil.copytree(SPEC, tmp_path, dirs_exist_ok=True)
    (tmp_path / "directory-v1.0.yaml").unlink()
    with pytest.raises(GeneratorError, match=r"^directory-v1\.0\.yaml: .*make one with SPEC"):
        Slices.committed(tmp_path)
    (tmp_path / "directory-v1.0-usnat.yaml").unlink()
    with pytest.raises(GeneratorError, match=r"^directory-v1\.0-usnat\.yaml: .*SLICE=v1\.0-usnat$"):
        Slices.committed(tmp_path, "v1.0-usnat")


def lesser(document: Node) -> bytes:
    """Write a document without one tree, one path of the second scope and one property of a projection."""
    paths = document["paths"]
    gone = [
        path for path in paths if path.startswith("/applications/") and "/synchronization" in path
    ]
    for path in [*gone, "/auditLogs/provisioning"]:
        del paths[path]
    principal = document["components"]["schemas"]["microsoft.graph.servicePrincipal"]
    del next(part for part in own_parts(principal) if "properties" in part)["properties"][
        "applicationTemplateId"
    ]
    return dump(document)


LACKING = [
    "scope-directory.toml: no path matches /auditLogs/provisioning",
    "scope-directory.toml: microsoft.graph.servicePrincipal has no property applicationTemplateId",
]


def test_another_version_lacks_what_it_lacks_and_says_so() -> None:
    data = lesser(Slices.committed(SPEC).document())
    made = Slices.cut(data, scopes_of(SPEC), "v1.0-contoso")
    assert made.lacking == [
        "scope.toml: no path matches /applications/{id}/synchronization/**",
        *LACKING,
    ]
    properties = own_parts(
        made.document()["components"]["schemas"]["microsoft.graph.servicePrincipal"]
    )
    assert {"appId", "displayName"} <= {
        name for part in properties for name in part.get("properties", ())
    }


def test_the_main_version_must_have_what_is_not_optional() -> None:
    data = lesser(Slices.committed(SPEC).document())
    with pytest.raises(
        GeneratorError, match=r"^/paths: no path matches /applications/\{id\}/synchronization/\*\*"
    ):
        Slices.cut(data, scopes_of(SPEC))


def test_a_document_of_something_else_is_no_version() -> None:
    document = Slices.committed(SPEC).document()
    document["paths"] = {"/me": {"get": {"responses": {}}}}
    with pytest.raises(
        GeneratorError,
        match=r"^/paths: no path matches any rule of scope\.toml; a document that has",
    ):
        Slices.cut(dump(document), scopes_of(SPEC), "v1.0-contoso")


@pytest.mark.specs
def test_a_full_document_that_lacks_a_property_and_a_path_is_cut(today: bytes) -> None:
    renamed = {
        b" applicationTemplateId:\n": b" templateOfApplicationId:\n",
        b"\n  /auditLogs/provisioning:": b"\n  /auditLogs/provisioned:",
    }
    data = today
    for old, new in renamed.items():
        assert old in data
        data = data.replace(old, new)
    assert set(Slices.cut(data, scopes_of(SPEC)).lacking) == {
        *LACKING,
        "scope-directory.toml: microsoft.graph.application has no property applicationTemplateId",
    }


@pytest.mark.parametrize("version", ["", "../x", "a/b", "a..b", ".a", "a b"])
def test_a_version_is_a_name_and_no_path(version: str) -> None:
    with pytest.raises(GeneratorError, match="no name for a version"):
        Slices.cut(b"", scopes_of(SPEC), version)


@pytest.mark.specs
@pytest.mark.parametrize("version", [MAIN, *other_versions(SPEC)])
def test_the_committed_slices_are_those_of_the_full_document(specs: Path, version: str) -> None:
    source = recorded_source(specs, version)
    assert (
        Slices.cut(source.data, scopes_of(SPEC), version).files
        == Slices.committed(SPEC, version).files
    )
