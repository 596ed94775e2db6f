"""Derive the synchronous twins: `python -m generator.unasync` writes them, `--check` says
whether they are in step.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
TREES = {
    ROOT / "graphsync" / "_async": ROOT / "graphsync" / "_sync",
    ROOT / "tests" / "facade" / "aio": ROOT / "tests" / "facade" / "sync",
    ROOT / "tests" / "typing" / "aio": ROOT / "tests" / "typing" / "sync",
}
# What cannot be derived is written twice, by hand, in one file.
BY_HAND = frozenset({"native.py"})

# Applied in order to code, strings and comments alike, so that messages and docstrings fit their
# twin.
RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\basync (def|for|with)\b", r"\1"),
        (r"\bawait ", ""),
        (r"\bAwaitable\[([\w |.]+)\]", r"\1"),
        (r"\bCoroutine\[Any, Any, (\w+)\]", r"\1"),
        (r"\b__a(enter|exit|iter|next)__\b", r"__\1__"),
        (r"\ba(close|next|iter|iter_raw|iter_bytes|enter_context|read)\b(?=\()", r"\1"),
        (r"\bhandle_async_request\b", "handle_request"),
        (r"\bAnyIOBackend\b", "SyncBackend"),
        (r"\bAbstractAsyncContextManager\b", "AbstractContextManager"),
        (r"\bStopAsyncIteration\b", "StopIteration"),
        (r"\bAsync(?=[A-Z])", ""),
        (r"\bIterable\[(\w+)\] \| Iterable\[\1\]", r"Iterable[\1]"),
        (r"\bgraphsync\.aio\b", "graphsync"),
        (r"\bgraphsync\.config\.aio\b", "graphsync.config"),
        (r"\b_async\b", "_sync"),
        (r"\.aio\.", ".sync."),
    )
)


def derive(source: str, origin: str) -> str:
    """Return the synchronous twin of a module's source."""
    for pattern, replacement in RULES:
        source = pattern.sub(replacement, source)
    return (
        "# Derived by `python -m generator.unasync`. Edit its source, not this file:\n"
        f"# {origin}\n{source}"
    )


def expected(sources: Path) -> dict[str, str]:
    """Return what the twins of one tree must be, formatted, by path below the tree."""
    with TemporaryDirectory() as folder:
        names: list[str] = []
        for path in sorted(sources.rglob("*.py")):
            if path.name in BY_HAND:
                continue
            twin = derive(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
            name = path.relative_to(sources).as_posix()
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_text(twin, encoding="utf-8")
            names.append(name)
        _ruff(
            "check",
            "--quiet",
            "--select=I,F401,UP028,C416",
            "--fix",
            "--unsafe-fixes",
            "--exit-zero",
            folder,
        )
        _ruff("format", "--quiet", folder)
        return {name: (Path(folder) / name).read_text(encoding="utf-8") for name in names}


def _ruff(*arguments: str) -> None:
    subprocess.run(
        [
            sys.executable,
            "-m",
            "ruff",
            *arguments,
            "--config",
            str(ROOT / "pyproject.toml"),
            "--no-cache",
        ],
        check=True,
    )


def differences(sources: Path, twins: Path) -> dict[Path, str | None]:
    """Return the files of a twin tree that are not what they must be: the text each should have,
    None for none.
    """
    wanted = expected(sources)
    found: dict[Path, str | None] = {}
    for name, text in wanted.items():
        path = twins / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            found[path] = text
    for path in twins.rglob("*.py"):
        if path.relative_to(twins).as_posix() not in wanted and path.name not in BY_HAND:
            found[path] = None
    return found


def main(arguments: list[str]) -> int:
    """Write the twins, or with `--check` name those out of step; returns the exit status."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m generator.unasync [--check]", file=sys.stderr)
        return 2
    stale: dict[Path, str | None] = {}
    for sources, twins in TREES.items():
        if sources.is_dir():
            stale |= differences(sources, twins)
    for path, text in stale.items():
        name = path.relative_to(ROOT).as_posix()
        if arguments:
            print(
                f"{name} is out of step with its source; run `python -m generator.unasync`",
                file=sys.stderr,
            )
        elif text is None:
            path.unlink()
            print(f"removed {name}")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {name}")
    return 1 if arguments and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
