"""Graph's `provisioningStepType`."""

from __future__ import annotations

from ..types import OpenEnum


class ProvisioningStepType(OpenEnum):
    """Which step on the way from source to target.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningstep
    """

    IMPORT = "import"
    """The object was read from the source."""
    SCOPING = "scoping"
    """It was checked whether the object is in scope."""
    MATCHING = "matching"
    """Its counterpart was looked for in the target."""
    PROCESSING = "processing"
    """What to write was worked out."""
    REFERENCE_RESOLUTION = "referenceResolution"
    """References, such as manager or members, were followed."""
    EXPORT = "export"
    """It was written to the target."""
    UNKNOWN_FUTURE_VALUE = "unknownFutureValue"
    """Stands for values that were added later."""
