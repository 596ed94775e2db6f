"""Graph's `attributeFlowBehavior`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeFlowBehavior(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    FLOW_WHEN_CHANGED = "FlowWhenChanged"
    """As the Graph reference describes it."""
    FLOW_ALWAYS = "FlowAlways"
    """As the Graph reference describes it."""
