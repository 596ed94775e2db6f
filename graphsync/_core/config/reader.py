"""Text of YAML, JSON or TOML as plain values, with the line of each key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, cast

from attrs import frozen

from graphsync._core.config.place import TOP, Place
from graphsync.errors import ConfigurationInvalid
from graphsync_client.types import Json

Format = Literal["yaml", "json", "toml"]
FORMATS: Final[Mapping[str, Format]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".toml": "toml",
}
MOST_CHARACTERS: Final = 16 * 1024 * 1024
_DEEPEST: Final = 100
_REFERENCE = re.compile(r"\$\{[a-z]+:[^}\r\n]{0,4096}\}")
# YAML 1.1 also takes yes, no, on and off for booleans, and `on` is a key of ours.
_BOOLEAN = re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$")


@frozen
class Text:
    """What a file says, and in which line each of its keys stands (counted from 1; YAML only)."""

    content: dict[str, Json]
    lines: Mapping[Place, int]
    name: str = ""

    def line(self, place: Place) -> int | None:
        """Return the line of a place such as `mappings.User.flow`, or of what it is in.

        None where unknown.
        """
        return next((self.lines[known] for known in place.prefixes if known in self.lines), None)

    def where(self, place: Place) -> str:
        """Return `file:line` of a place, as far as it is known."""
        line = self.line(place)
        return self.name if line is None else f"{self.name}:{line}"


def read_file(path: str | Path) -> Text:
    """Read a file, whose ending says how it is written.

    Raises `ConfigurationInvalid`, or OSError.
    """
    path = Path(path)
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise ConfigurationInvalid(
            f"the ending {path.suffix!r} is not known; there are {', '.join(FORMATS)}", str(path)
        )
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationInvalid(
            f"not UTF-8: byte {error.start} cannot be read", str(path)
        ) from None
    return read_text(text, kind, name=str(path))


def read_text(text: str, kind: Format = "yaml", *, name: str = "") -> Text:
    """Read a text; raises `ConfigurationInvalid` with the line where it cannot be read."""
    if len(text) > MOST_CHARACTERS:
        raise ConfigurationInvalid(
            f"{len(text)} characters; at most {MOST_CHARACTERS} are read", name
        )
    try:
        if kind == "yaml":
            content, lines = _read_yaml(text, name)
        else:
            content, lines = (_read_json if kind == "json" else _read_toml)(text, name), {}
    except RecursionError:
        raise ConfigurationInvalid("nested too deeply", name) from None
    if not isinstance(content, dict):
        raise ConfigurationInvalid(
            f"the file holds {_shape(content)}; it must begin with keys such as application: and"
            " mappings:",
            name,
        )
    return Text(cast("dict[str, Json]", content), lines, name)


def _shape(content: Json) -> str:
    return "nothing" if content is None else "a list" if isinstance(content, list) else "one value"


def _read_json(text: str, name: str) -> Json:
    import json

    def unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found: dict[str, Json] = {}
        for key, value in pairs:
            if key in found:
                raise ConfigurationInvalid(f"the key {key!r} appears twice", name)
            found[key] = value
        return found

    try:
        return json.loads(text, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        raise ConfigurationInvalid(f"not JSON: {error.msg}", f"{name}:{error.lineno}") from None


def _read_toml(text: str, name: str) -> Json:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationInvalid(f"not TOML: {error}", name) from None


def _read_yaml(text: str, name: str) -> tuple[Json, dict[Place, int]]:
    try:
        import yaml
    except ImportError:
        raise ConfigurationInvalid(
            "reading YAML needs PyYAML, which the extra graphsync-client[config] installs; JSON and"
            " TOML need nothing",
            name,
        ) from None

    try:
        root = yaml.compose(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = name if mark is None else f"{name}:{mark.line + 1}"
        raise ConfigurationInvalid(f"not YAML: {error.problem or error.context}", place) from None
    except yaml.YAMLError as error:
        raise ConfigurationInvalid(f"not YAML: {error}", name) from None
    lines: dict[Place, int] = {}
    return (None if root is None else _Builder(lines, name).value(root, TOP, 0)), lines


# Any: PyYAML builds its loaders of classes that its stubs do not type any closer.
def _loader() -> Any:
    import yaml

    class Loader(yaml.SafeLoader):
        """A loader that takes `${env:NAME}` for text also between braces, where `{` means a
        mapping.
        """

        def scan_plain(self) -> Any:
            found = _REFERENCE.match(self.buffer, self.pointer)
            if found is None:
                return super().scan_plain()
            start = self.get_mark()
            self.forward(len(found[0]))
            self.allow_simple_key = False
            return yaml.ScalarToken(found[0], True, start, self.get_mark())

    Loader.yaml_implicit_resolvers = {
        letter: [
            (tag, _BOOLEAN if tag == "tag:yaml.org,2002:bool" else pattern)
            for tag, pattern in resolvers
            # A date or a sexagesimal number is text here.
            if tag != "tag:yaml.org,2002:timestamp"
        ]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return Loader


class _Builder:
    """From PyYAML's nodes to values: no anchors, no tags of Python's, no key twice."""

    def __init__(self, lines: dict[Place, int], name: str) -> None:
        import yaml

        self._yaml = yaml
        self._scalars = yaml.SafeLoader("")
        self._lines = lines
        self._name = name
        self._seen: set[int] = set()

    def value(self, node: Any, place: Place, depth: int) -> Json:  # Any: as above
        """Return the value of a node."""
        at = f"{self._name}:{node.start_mark.line + 1}"
        if depth > _DEEPEST:
            raise ConfigurationInvalid(f"nested more than {_DEEPEST} deep", at)
        if id(node) in self._seen:
            raise ConfigurationInvalid("anchors and aliases are not read here; write it out", at)
        self._seen.add(id(node))
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.startswith(
            "tag:yaml.org,2002:python"
        ):
            raise ConfigurationInvalid(f"the tag {node.tag} is not read here", at)
        if isinstance(node, self._yaml.MappingNode):
            return self._mapping(node, place, depth)
        if isinstance(node, self._yaml.SequenceNode):
            return [
                self.value(one, place / number, depth + 1) for number, one in enumerate(node.value)
            ]
        try:
            # untyped there
            value: Json = self._scalars.construct_object(node)  # pyright: ignore[reportUnknownMemberType]
            return value
        except (self._yaml.YAMLError, ValueError):
            raise ConfigurationInvalid(f"{node.value!r} cannot be read", at) from None

    def _mapping(self, node: Any, place: Place, depth: int) -> dict[str, Json]:  # Any: as above
        found: dict[str, Json] = {}
        for key_node, value_node in node.value:
            at = f"{self._name}:{key_node.start_mark.line + 1}"
            # `None:` or `1:` as a key is what is written there, since all keys here are text.
            key = key_node.value
            if not isinstance(key, str):
                raise ConfigurationInvalid("a key must be text", at)
            if key_node.tag == "tag:yaml.org,2002:merge":
                raise ConfigurationInvalid("<< is not read here; write it out", at)
            if key in found:
                raise ConfigurationInvalid(f"the key {key!r} appears twice", at)
            inner = place / key
            self._lines[inner] = key_node.start_mark.line + 1
            found[key] = self.value(value_node, inner, depth + 1)
        return found
