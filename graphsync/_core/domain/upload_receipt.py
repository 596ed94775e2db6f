"""What an upload leaves in one's hands."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from attrs import frozen


@frozen
class UploadReceipt:
    """Say where the fate of an upload can be read, once the job's next cycle has worked on it.

    Records appear in the provisioning log minutes after that, and only while the job runs. `location` can be passed to
    `graph.request("GET", location)`; one on another server is refused there.
    """

    job_id: str
    location: str | None

    @property
    def filter(self) -> str | None:
        """Return the filter that the location carries, for a query of one's own; None where it carries none."""
        try:
            query = urlsplit(self.location or "").query
        except ValueError:  # such as a bracket that is never closed
            return None
        return next(iter(parse_qs(query).get("$filter", [])), None)
