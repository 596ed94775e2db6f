"""Graph's `objectMappingMetadata`."""

from __future__ import annotations

from ..types import OpenEnum


class ObjectMappingMetadata(OpenEnum):
    """Keys of further facts about an object mapping.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectmappingmetadataentry
    """

    ESCROW_BEHAVIOR = "EscrowBehavior"
    """What a failure leads to: `"Default"` or `"IgnoreLookupReferenceResolutionFailure"`."""
    DISABLE_MONITORING_FOR_CHANGES = "DisableMonitoringForChanges"
    """Whether a change of the source object alone is no reason to act."""
    ORIGINAL_JOINING_PROPERTY = "OriginalJoiningProperty"
    """Matching attribute before somebody chose another, for the way back."""
    DISPOSITION = "Disposition"
    """What becomes of the result: `"Normal"`, `"Discard"` or `"Escrow"`."""
    IS_CUSTOMER_DEFINED = "IsCustomerDefined"
    """Whether the tenant made this mapping."""
    EXCLUDE_FROM_REPORTING = "ExcludeFromReporting"
    """Whether the objects are left out of the counts."""
    UNSYNCHRONIZED = "Unsynchronized"
    """Whether the objects are read for other mappings but not written themselves."""
