"""Graph's `synchronizationMetadata`."""

from __future__ import annotations

from ..types import OpenEnum


class SynchronizationMetadata(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    GALLERY_APPLICATION_IDENTIFIER = "GalleryApplicationIdentifier"
    """As the Graph reference describes it."""
    GALLERY_APPLICATION_KEY = "GalleryApplicationKey"
    """As the Graph reference describes it."""
    IS_OAUTH_ENABLED = "IsOAuthEnabled"
    """As the Graph reference describes it."""
    IS_SYNCHRONIZATION_AGENT_ASSIGNMENT_REQUIRED = "IsSynchronizationAgentAssignmentRequired"
    """As the Graph reference describes it."""
    IS_SYNCHRONIZATION_AGENT_REQUIRED = "IsSynchronizationAgentRequired"
    """As the Graph reference describes it."""
    IS_SYNCHRONIZATION_IN_PREVIEW = "IsSynchronizationInPreview"
    """As the Graph reference describes it."""
    OAUTH_SETTINGS = "OAuthSettings"
    """As the Graph reference describes it."""
    SYNCHRONIZATION_LEARN_MORE_IBIZA_FW_LINK = "SynchronizationLearnMoreIbizaFwLink"
    """As the Graph reference describes it."""
    CONFIGURATION_FIELDS = "ConfigurationFields"
    """As the Graph reference describes it."""
