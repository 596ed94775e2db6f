"""Graph's `objectMappingMetadata`."""

from __future__ import annotations

from ..types import OpenEnum


class ObjectMappingMetadata(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    ESCROW_BEHAVIOR = "EscrowBehavior"
    """As the Graph reference describes it."""
    DISABLE_MONITORING_FOR_CHANGES = "DisableMonitoringForChanges"
    """As the Graph reference describes it."""
    ORIGINAL_JOINING_PROPERTY = "OriginalJoiningProperty"
    """As the Graph reference describes it."""
    DISPOSITION = "Disposition"
    """As the Graph reference describes it."""
    IS_CUSTOMER_DEFINED = "IsCustomerDefined"
    """As the Graph reference describes it."""
    EXCLUDE_FROM_REPORTING = "ExcludeFromReporting"
    """As the Graph reference describes it."""
    UNSYNCHRONIZED = "Unsynchronized"
    """As the Graph reference describes it."""
