"""Where a run of the generator reads and writes."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen


@frozen
class Paths:
    """Where a run reads and writes. Another scope or another place is a side product: `project` stays as it is."""

    project: Path
    out: Path
    scope: Path | None = None

    @property
    def spec(self) -> Path:
        """Return the folder of the slices, the overlay and the words."""
        return self.project / "spec"

    @property
    def package(self) -> Path:
        """Return where the project's own package is."""
        return self.project / "generated" / "graphsync_client"

    @property
    def page(self) -> Path:
        """Return where the page of operations is."""
        return self.project / "docs" / "reference" / "operations.md"

    @property
    def own(self) -> bool:
        """Tell whether the run is about the project's own package."""
        return self.scope is None and self.out.resolve() == self.package.resolve()
