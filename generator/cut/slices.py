"""The slices of `spec/`: one file for each scope and version of Graph."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from generator.cut.cut import cut_all
from generator.cut.scope import load_scope
from generator.cut.slice_format import dump, load
from generator.errors import GeneratorError, naming_document
from generator.openapi.pointer import join
from generator.openapi.walk import Node, operations, schemas

MAIN = "v1.0"
"""The version that the package is made of; others say what they lack of it."""
_SYNCHRONIZATION = "synchronization"
_VERSION = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")


class Slices:
    """The slices of one version by file name, such as `synchronization-v1.0.yaml`."""

    def __init__(
        self, files: Mapping[str, bytes], source: str = "", lacking: Sequence[str] = ()
    ) -> None:
        self.files = files
        self.source = source
        """Which document they were cut from just now; errors name it."""
        self.lacking = lacking
        """A line for each thing that a scope asks for and the document lacks; it was left out."""

    @classmethod
    def committed(
        cls, spec: Path, version: str = MAIN, cut_with: Container[str] | None = None
    ) -> Slices:
        """Read those of the folder `spec`.

        `cut_with` names the scopes that the version was cut with: a scope that was added since has
        no slice yet.
        """
        parts = [part for part in _scopes(spec) if cut_with is None or part in cut_with]
        names = [_file_name(part, version) for part in parts]
        try:
            return cls({name: (spec / name).read_bytes() for name in names})
        except OSError as error:
            place = Path(str(error.filename)).name
            remedy = "a slice; make one with SPEC=…" + (
                f" SLICE={version}" if version != MAIN else ""
            )
            raise GeneratorError(place, str(error.strerror), remedy) from None

    @classmethod
    def cut(
        cls,
        data: bytes,
        scopes: Mapping[str, Path],
        version: str = MAIN,
        source: str = "",
        *,
        descriptions: bool = False,
    ) -> Slices:
        """Cut those of a full document; errors name it by `source`.

        A document of the main version must have what the scopes ask for, apart from optional ones;
        of any other version one of the paths is enough.
        """
        if not _VERSION.fullmatch(version):
            raise GeneratorError(
                version, "no name for a version", "letters, digits, dots and hyphens: v1.0-usnat"
            )
        asked = [load_scope(scope) for scope in scopes.values()]
        rules = [replace(scope, optional=scope.optional or version != MAIN) for scope in asked]
        with naming_document(source):
            made = cut_all(data, rules, descriptions=descriptions)
            for (part, place), scope, one in zip(scopes.items(), asked, made, strict=True):
                if not scope.optional and not one.document["paths"]:
                    found = f"no path matches any rule of {place.name}"
                    raise GeneratorError("/paths", found, f"a document that has {part}")
        files = {
            _file_name(part, version): dump(one.document)
            for part, one in zip(scopes, made, strict=True)
        }
        lacking = [
            f"{scope.name}: {line}"
            for scope, one in zip(scopes.values(), made, strict=True)
            for line in one.lacking
        ]
        return cls(files, source, lacking)

    def document(self) -> Node:
        """Parse all of them into one document."""
        return merge(deepcopy(self._parsed))

    def counts(self) -> Mapping[str, tuple[int, int, int]]:
        """Return the number of paths, operations and schemas of each, before anything is laid
        over them.
        """
        return {
            name: (
                len(part["paths"]),
                sum(1 for _ in operations(part)),
                sum(1 for _ in schemas(part)),
            )
            for name, part in self._parsed.items()
        }

    @cached_property
    def _parsed(self) -> dict[str, Node]:
        return {name: load(data) for name, data in self.files.items()}


def scopes_of(spec: Path, scope: Path | None = None) -> Mapping[str, Path]:
    """Return the project's scopes by name; or the one that is asked for instead."""
    return _scopes(spec) if scope is None else {scope.stem: scope}


def other_versions(spec: Path) -> list[str]:
    """List the versions besides the main one that `spec` has slices of."""
    found = (
        path.stem.removeprefix(f"{_SYNCHRONIZATION}-")
        for path in spec.glob(f"{_SYNCHRONIZATION}-*.yaml")
    )
    return sorted(version for version in found if version != MAIN)


def _scopes(spec: Path) -> Mapping[str, Path]:
    others = {path.stem.removeprefix("scope-"): path for path in sorted(spec.glob("scope-*.toml"))}
    return {_SYNCHRONIZATION: spec / "scope.toml", **others}


def _file_name(part: str, version: str) -> str:
    return f"{part}-{version}.yaml"


def merge(slices: Mapping[str, Node]) -> Node:
    """Return one document with the paths and components of all slices; the keys name them in
    errors.

    Slices of one document share components, which must say the same in each. Of a discriminator
    every slice keeps only the types that it has, so mappings are joined.
    """
    names = iter(slices)
    first = next(names)
    merged = deepcopy(slices[first])
    for name in names:
        _add(merged["paths"], slices[name]["paths"], name, ("paths",))
        for group, components in slices[name].get("components", {}).items():
            held: Node = merged.setdefault("components", {}).setdefault(group, {})
            _add(held, components, name, ("components", group))
    return merged


def _add(held: Node, more: Node, name: str, place: tuple[str, ...]) -> None:
    for key, node in more.items():
        if key not in held:
            held[key] = node
            continue
        mine: Node = held[key]
        if _without_mapping(mine) != _without_mapping(node):
            raise GeneratorError(
                f"{name}#{join((*place, key))}",
                found="not what another slice says of it",
                expected=(
                    "slices of the same document and projections (keep, drop) that agree; cut them"
                    " together"
                ),
            )
        held[key] = deepcopy(mine)
        for own, other in zip(_parts(held[key]), _parts(node), strict=True):
            joined = {**_mapping(own), **_mapping(other)}
            if joined:
                own.setdefault("discriminator", {})["mapping"] = dict(sorted(joined.items()))


def _parts(node: Node) -> Iterator[Node]:
    """Yield a component and the parts of its `allOf`: a derived type has its discriminator in
    one of those.
    """
    yield node
    for part in node.get("allOf", ()):
        yield from _parts(part)


def _mapping(node: Node) -> Node:
    mapping: Node = node.get("discriminator", {}).get("mapping", {})
    return mapping


def _without_mapping(node: Node) -> Node:
    bare = deepcopy(node)
    for part in _parts(bare):
        discriminator = part.setdefault("discriminator", {})
        discriminator.pop("mapping", None)
    return bare
