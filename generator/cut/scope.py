"""Which paths of the document are kept: `spec/scope.toml`."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from generator.cut.type_rule import TypeRule
from generator.errors import GeneratorError
from generator.openapi.objects import OPERATIONS

_PLACEHOLDER = re.compile(r"\{[^{}/]*\}")
_REMEDY = "mend the rule in the scope"


@dataclass(frozen=True)
class PathRule:
    """A pattern for paths, such as `/servicePrincipals/{id}/synchronization/**`.

    `{id}` stands for any one placeholder, whatever its name; `*` for any one segment; `**` at the
    end for nothing or for any number of segments. Everything else is the text of the path itself.
    """

    match: str
    why: str = ""
    methods: tuple[str, ...] = ()
    """The methods to keep, such as `get`; none: all."""

    def expression(self) -> re.Pattern[str]:
        """Compile the pattern; `GeneratorError` for one that no path can match."""
        if not self.match.startswith("/"):
            raise GeneratorError(self.match, "a rule for paths that does not start with /", _REMEDY)
        segments = self.match.split("/")[1:]
        rest = ""
        if segments[-1] == "**":
            segments.pop()
            rest = "(?:/.*)?"
        if "**" in segments:
            raise GeneratorError(
                self.match, "** within a rule", "write ** at the end only, * for one segment"
            )
        return re.compile("".join(f"/{_segment(segment)}" for segment in segments) + rest)

    def landmark(self) -> str:
        """Return a text that every path has which the rule matches, in whichever way YAML quotes
        it.

        The last one of some length: the first is the collection, which many other paths begin with.
        """
        texts = re.split(r"\{[^{}/]*\}|\*|'", self.match.removesuffix("/**"))
        return max(enumerate(texts), key=lambda text: (min(len(text[1]), 8), text[0]))[1] or "/"


@dataclass(frozen=True)
class Scope:
    """What to keep of a document."""

    paths: tuple[PathRule, ...]
    types: Mapping[str, TypeRule] = field(default_factory=dict[str, TypeRule])
    optional: bool = False
    """Whether a document may lack what a rule asks for."""
    exclude: tuple[PathRule, ...] = ()
    """What to leave out of the paths that the rules match."""

    @property
    def digest(self) -> str:
        """A hash of what the rules keep.

        Comments, reasons and the order of the rules are not part of it.
        """
        content: dict[str, object] = {
            "paths": sorted([rule.match, *sorted(rule.methods)] for rule in self.paths),
            "types": {
                name: [sorted(rule.keep), sorted(rule.drop)] for name, rule in self.types.items()
            },
            "optional": self.optional,
        }
        if self.exclude:
            content["exclude"] = sorted(rule.match for rule in self.exclude)
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]

    def methods_of(self, path: str) -> frozenset[str]:
        """Return the methods of a path that its rules keep."""
        rules = [rule for rule in self.paths if rule.expression().fullmatch(path)]
        return frozenset(method for rule in rules for method in rule.methods or OPERATIONS)

    def select(self, paths: Iterable[str], lacking: list[str] | None = None) -> list[str]:
        """Return the paths to keep, sorted; `GeneratorError` names every rule that matches none.

        Where the scope is optional, `lacking` gets a line for each of those instead.
        """
        given = list(paths)
        kept: set[str] = set()
        idle: list[str] = []
        for rule in self.paths:
            matches = list(filter(rule.expression().fullmatch, given))
            kept.update(matches)
            if not matches:
                idle.append(rule.match)
        for rule in self.exclude:
            matches = list(filter(rule.expression().fullmatch, given))
            kept.difference_update(matches)
            if not matches:
                idle.append(rule.match)
        if idle and not self.optional:
            found = f"no path matches {' nor '.join(idle)}; there are {len(given)} others"
            raise GeneratorError(
                "/paths", found, "give a document that has them, or change the scope"
            )
        if lacking is not None:
            lacking += [f"no path matches {match}" for match in idle]
        return sorted(kept)


def load_scope(path: Path) -> Scope:
    """Read the rules; `GeneratorError` for a file that holds none, or anything it does not know."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GeneratorError(
            path.as_posix(), f"cannot be read: {error.strerror}", "give a scope"
        ) from None
    except ValueError as error:
        raise GeneratorError(path.as_posix(), f"not TOML: {error}", _REMEDY) from None
    _only(path, table, {"paths", "types", "optional", "exclude"})
    rules = cast("object", table.get("paths"))
    if not isinstance(rules, list) or not rules:
        raise GeneratorError(
            path.as_posix(), "no [[paths]]", "give at least one rule: [[paths]] with match = ..."
        )
    types = table.get("types", [])
    if not isinstance(types, list):
        raise GeneratorError(
            path.as_posix(), f"types = {types!r}", "write [[types]] with name and keep or drop"
        )
    optional = table.get("optional", False)
    if not isinstance(optional, bool):
        raise GeneratorError(path.as_posix(), f"optional = {optional!r}", "true or false")
    projections = [_type(path, rule) for rule in cast("list[object]", types)]
    return Scope(
        tuple(_rule(path, rule) for rule in cast("list[object]", rules)),
        {rule.name: rule for rule in projections},
        optional,
        tuple(_rule(path, {"match": match}) for match in _texts(path, table, "exclude")),
    )


def _rule(path: Path, rule: object) -> PathRule:
    if not isinstance(rule, dict):
        raise GeneratorError(
            path.as_posix(), f"{rule!r} as a rule", "a rule is a table: [[paths]] with match = ..."
        )
    fields = cast("dict[str, object]", rule)
    _only(path, fields, {"match", "why", "methods"})
    match, why = fields.get("match"), fields.get("why", "")
    if not isinstance(match, str) or not isinstance(why, str):
        raise GeneratorError(
            path.as_posix(), f"{fields!r} as a rule", "match and why are text, and match is needed"
        )
    methods = _texts(path, fields, "methods")
    if unknown := [method for method in methods if method not in OPERATIONS]:
        raise GeneratorError(
            path.as_posix(), f"the method {unknown[0]!r}", f"known are {', '.join(OPERATIONS)}"
        )
    made = PathRule(match, why, methods)
    made.expression()
    return made


def _type(path: Path, rule: object) -> TypeRule:
    fields = cast("dict[str, object]", rule) if isinstance(rule, dict) else {}
    _only(path, fields, {"name", "keep", "drop", "why"})
    name = fields.get("name")
    keep, drop = _texts(path, fields, "keep"), _texts(path, fields, "drop")
    if not isinstance(name, str) or bool(keep) == bool(drop):
        raise GeneratorError(
            path.as_posix(), f"{rule!r} as a rule", "[[types]] with a name and either keep or drop"
        )
    return TypeRule(name, frozenset(keep), frozenset(drop))


def _texts(path: Path, fields: dict[str, object], key: str) -> tuple[str, ...]:
    given = fields.get(key, [])
    texts = (
        tuple(text for text in cast("list[object]", given) if isinstance(text, str))
        if isinstance(given, list)
        else ()
    )
    if not isinstance(given, list) or len(texts) != len(cast("list[object]", given)):
        raise GeneratorError(path.as_posix(), f"{key} = {given!r}", f"{key} is a list of texts")
    return texts


def _only(path: Path, table: dict[str, object], known: set[str]) -> None:
    if unknown := sorted(set(table) - known):
        raise GeneratorError(
            path.as_posix(), f"unknown key {unknown[0]!r}", f"known are {', '.join(sorted(known))}"
        )


def _segment(segment: str) -> str:
    if segment == "*":
        return "[^/]+"
    texts = _PLACEHOLDER.split(segment)
    return r"\{[^{}/]*\}".join(re.escape(text) for text in texts)
