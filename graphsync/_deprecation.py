"""Names that still work and will be removed: each with its replacement and the version.

A name is deprecated by a line in `RENAMED`, and a parameter or a function by a call of `warn`. The
changelog lists both under "Deprecated".
"""

from __future__ import annotations

import warnings
from importlib import import_module
from typing import Final, NamedTuple


class Renamed(NamedTuple):
    """Where a public name is now, and which version removes the old one."""

    module: str
    name: str
    removed_in: str


# By the old name with its module: "graphsync.OldName".
RENAMED: Final[dict[str, Renamed]] = {}


def warn(what: str, instead: str, removed_in: str, *, stacklevel: int = 3) -> None:
    """Say that something is deprecated, at the line that uses it.

    Args:
        what: What is deprecated, such as `jobs.list(size=)`.
        instead: What to write instead.
        removed_in: The version that removes it.
        stacklevel: How many calls lie between this one and the user's line; 3 where the deprecated
            function calls this one itself.

    """
    message = f"{what} is deprecated and will be removed in {removed_in}; use {instead}"
    warnings.warn(message, DeprecationWarning, stacklevel=stacklevel)


def renamed(module: str, name: str) -> object:
    """Return what a deprecated name of a module stands for, with a warning.

    For a module's `__getattr__`. Raises AttributeError for a name that the module never had.
    """
    found = RENAMED.get(f"{module}.{name}")
    if found is None:
        raise AttributeError(f"module {module!r} has no attribute {name!r}")
    instead = f"{found.module}.{found.name}"
    warn(f"{module}.{name}", instead, found.removed_in, stacklevel=4)
    value: object = getattr(import_module(found.module), found.name)
    return value
