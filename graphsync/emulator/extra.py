"""What to say where an extra is not installed; imports nothing of it."""

from __future__ import annotations


def missing_extra(what: str, error: ModuleNotFoundError, *, extra: str = "emulator") -> str:
    """Return one line that names the extra, the missing module, and the command that installs both.

    Raises the error itself where the module is one of graphsync's own: no extra brings that one.
    """
    module = (error.name or "").partition(".")[0]
    if module in {"", "graphsync", "graphsync_client"}:
        raise error
    return (
        f"{what} needs the extra graphsync-client[{extra}], and {module} is not installed; "
        f"run: python -m pip install 'graphsync-client[{extra}]' "
        f"(in a clone: python -m pip install '.[{extra}]')"
    )
