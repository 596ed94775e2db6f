"""Profiles: what the options of a tenant are, in a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from graphsync.cli.exits import UsageMistake
from graphsync.expressions.json_shapes import is_object

KEYS = (
    "cloud",
    "endpoint",
    "allow_plain_http",
    "authority",
    "ca_file",
    "sign_in",
    "tenant_id",
    "client_id",
    "certificate",
)
_SECRETS = {"client_secret": "GRAPHSYNC_CLIENT_SECRET", "token": "GRAPHSYNC_TOKEN"}


def read_profile(path: Path, name: str | None) -> Mapping[str, str]:
    """Return the options of a profile; without a name those of `default`, or none where it has
    none.

    The file has a table for each profile, `[profiles.contoso]`, and may have `default = "contoso"`.
    Raises `UsageMistake` for what it cannot be.
    """
    if not path.exists():
        if name is None:
            return {}
        raise UsageMistake(
            f"there is no profile {name!r}", f"write it to {path}, which does not exist"
        )
    content = _content(path)
    profiles: object = content.get("profiles", {})
    chosen: object = name or content.get("default")
    if chosen is None:
        return {}
    if not is_object(profiles) or not isinstance(chosen, str) or chosen not in profiles:
        known = [*profiles] if is_object(profiles) else []
        near = get_close_matches(str(chosen), known, 1)
        remedy = f"did you mean {near[0]}?" if near else f"{path} has {', '.join(known) or 'none'}"
        raise UsageMistake(f"there is no profile {chosen!r}", remedy)
    return _checked(profiles[chosen], f"{path}: profiles.{chosen}")


def profile_names(path: Path) -> list[str]:
    """Return the names of all profiles, in the order of the file.

    Raises `UsageMistake` where there are none.
    """
    profiles: object = _content(path).get("profiles") if path.exists() else None
    if not is_object(profiles) or not profiles:
        raise UsageMistake(
            f"{path} has no profiles", "write a table [profiles.NAME] for each tenant"
        )
    return [*profiles]


def _content(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageMistake(f"{path} cannot be read: {error}", "correct the file") from None


def _checked(profile: object, place: str) -> dict[str, str]:
    if not is_object(profile):
        raise UsageMistake(f"{place} is not a table", "write [profiles.NAME] above its options")
    found: dict[str, str] = {}
    for key, value in profile.items():
        if key in _SECRETS:
            raise UsageMistake(
                f"{place} holds a secret, {key}",
                f"take it out of the file, replace it at its issuer, and set {_SECRETS[key]}"
                " instead",
            )
        if key not in KEYS:
            near = get_close_matches(key, KEYS, 1)
            remedy = f"did you mean {near[0]}?" if near else f"there are {', '.join(KEYS)}"
            raise UsageMistake(f"{place} has the unknown key {key!r}", remedy)
        if not isinstance(value, str):
            raise UsageMistake(f"{place}.{key} is not text", "put the value in quotes")
        found[key] = value
    return found
