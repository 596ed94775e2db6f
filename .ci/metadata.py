"""What a package index shows: the README with links that lead somewhere, and addresses.

Links between files of the project mean nothing on an index. `GRAPHSYNC_REPOSITORY` says where the
files are (`https://github.com/contoso/graphsync`); the release workflow sets it. Without it, as in
a clone, links stay as they are and no address is claimed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

ROOT = Path(__file__).parents[1]
# Not those that have an address already, nor those within the page.
_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)]+)\)")


class ProjectPage(MetadataHookInterface):
    """Hatchling calls it while it builds."""

    PLUGIN_NAME = "project-page"

    def update(self, metadata: dict[str, Any]) -> None:  # Any: the hook's own signature
        """Set the long description and the addresses."""
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        repository = os.environ.get("GRAPHSYNC_REPOSITORY", "").rstrip("/")
        if repository:
            if not repository.startswith("https://"):
                raise ValueError(f"GRAPHSYNC_REPOSITORY is {repository!r}; write https://host/name")
            files = f"{repository}/blob/v{metadata['version']}"
            text = _LINK.sub(rf"]({files}/\1)", text)
            metadata["urls"] = {
                "Repository": repository,
                "Documentation": f"{files}/docs/index.md",
                "Changelog": f"{files}/CHANGELOG.md",
                "Issues": f"{repository}/issues",
                "Security": f"{repository}/security",
            }
        else:
            metadata["urls"] = {}
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
