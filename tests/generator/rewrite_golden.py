"""The golden package: `python -m tests.generator.rewrite_golden` writes it anew from the files beside it.

Do so after a change of a pass or a template, and read the difference before it is committed. The runtime is left out:
it is copied as it is, and has tests of its own.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.cut.slice_format import load
from generator.document.overlay import apply_overlay, load_overlay
from generator.document.passes.owner_family import owners_of
from generator.emit.class_modules import RUNTIME
from generator.emit.lock import LOCK
from generator.words.docs import load_docs
from tests.generator.documents import contents, generate

GOLDEN = Path(__file__).parent / "golden"
PACKAGE = GOLDEN / "package"
# So that no tool takes the expected files for code of this project.
SUFFIX = ".txt"


def write_package(target: Path) -> list[str]:
    """Write the package of the golden document; return what the overlay skipped."""
    document = load((GOLDEN / "document.yaml").read_bytes())
    owners = owners_of(document)
    skipped = apply_overlay(document, load_overlay(GOLDEN / "overlay.yaml"), owners)
    generate(document, target, owners, load_docs(GOLDEN / "docs.yaml"))
    return skipped


def generated_part(target: Path) -> Mapping[str, bytes]:
    """Give the files of a package that are no copies of the runtime."""
    copied = {path.name for path in RUNTIME.glob("*.py")} | {LOCK}
    return {
        name: data
        for name, data in contents(target).items()
        if name not in copied and "__pycache__" not in name
    }


def main() -> None:
    """Rewrite the golden package."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "golden_client")
        write_package(target)
        shutil.rmtree(PACKAGE, ignore_errors=True)
        for name, data in generated_part(target).items():
            path = PACKAGE / f"{name}{SUFFIX}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


if __name__ == "__main__":
    main()
