"""Graph's `bulkUpload`."""

from __future__ import annotations

from .entity import Entity


class BulkUpload(Entity):
    """Where an API-driven job takes in user records; a stream without members of its own.

    Records are sent as a SCIM bulk request (`perform_bulk_upload`), which the metadata of the
    service does not mention. Only jobs of API-driven templates (`API2AAD`, `API2AD`) accept them.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-bulkupload
    """

    __slots__ = ()
