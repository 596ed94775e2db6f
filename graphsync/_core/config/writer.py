"""Plain values as the text of a file: the same bytes for the same values, in an order that keeps
diffs small.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from graphsync._core.config.reader import Format
from graphsync.errors import ConfigurationInvalid
from graphsync_client.types import Json


def write_text(content: Mapping[str, Json], format: Format) -> str:
    """Return YAML or JSON.

    Raises `ConfigurationInvalid` for TOML, which the standard library only reads.
    """
    if format == "json":
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    if format == "toml":
        raise ConfigurationInvalid("TOML is read, not written; choose yaml or json")
    try:
        import yaml
    except ImportError:
        raise ConfigurationInvalid(
            "writing YAML needs PyYAML, which the extra graphsync-client[config] installs; JSON"
            " needs nothing"
        ) from None

    class Dumper(yaml.SafeDumper):
        """A dumper without anchors, which indents lists below their key."""

        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # Any: PyYAML's own signature
            return True

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # PyYAML's own signature
            super().increase_indent(flow, False)

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        # Expressions are full of quotes and commas; single quotes need the fewest changes in them.
        # `on` and `yes` are text here and booleans for other readers of YAML, so they get quotes
        # too.
        plain = dumper.represent_str(value)
        odd = '"' in value or value[:1] in "[{$" or _is_old_boolean(value)
        style = "'" if odd and "\n" not in value else None
        return yaml.ScalarNode(plain.tag, value, style=style)

    Dumper.add_representer(str, text)
    return yaml.dump(
        dict(content),
        Dumper=Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=100,
        default_flow_style=False,
    )


def _is_old_boolean(value: str) -> bool:
    return value.casefold() in {"y", "n", "yes", "no", "on", "off"}
