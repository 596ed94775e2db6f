"""Graph's `attributeFlowBehavior`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeFlowBehavior(OpenEnum):
    """When a mapped value is written.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemapping
    """

    FLOW_WHEN_CHANGED = "FlowWhenChanged"
    """Only when the value has changed; the usual choice."""
    FLOW_ALWAYS = "FlowAlways"
    """In every export of the object."""
