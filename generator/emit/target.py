"""Where a package may be written: what stands there already must be a package of the generator's
own.
"""

from __future__ import annotations

from keyword import iskeyword
from pathlib import Path

from generator.emit.lock import LOCK
from generator.errors import GeneratorError


def check_target(out: Path) -> None:
    """Refuse a place whose content a run would throw away, and a name that no program could
    import.
    """
    name = out.resolve().name
    if not name.isidentifier() or iskeyword(name):
        raise GeneratorError(
            out.as_posix(), f"{name!r} as the name of a package", "letters, digits and underscores"
        )
    if not out.exists():
        return
    if not out.is_dir():
        raise GeneratorError(
            out.as_posix(), "a file", "a folder that does not exist yet, or a generated package"
        )
    if any(out.iterdir()) and not (out / LOCK).is_file():
        raise GeneratorError(
            out.as_posix(),
            f"a folder without {LOCK}, which would be replaced",
            "an empty or a new one",
        )
