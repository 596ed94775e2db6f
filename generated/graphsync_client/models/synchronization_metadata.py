"""Graph's `synchronizationMetadata`."""

from __future__ import annotations

from ..types import OpenEnum


class SynchronizationMetadata(OpenEnum):
    """Keys of facts about the application that a template is for.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationmetadataentry
    """

    GALLERY_APPLICATION_IDENTIFIER = "GalleryApplicationIdentifier"
    """GUID of the gallery application."""
    GALLERY_APPLICATION_KEY = "GalleryApplicationKey"
    """Short name of the gallery application, the template's factory tag."""
    IS_OAUTH_ENABLED = "IsOAuthEnabled"
    """Whether the target is authorized by OAuth consent."""
    IS_SYNCHRONIZATION_AGENT_ASSIGNMENT_REQUIRED = "IsSynchronizationAgentAssignmentRequired"
    """Whether an on-premises agent has to be assigned, and the portal shows how."""
    IS_SYNCHRONIZATION_AGENT_REQUIRED = "IsSynchronizationAgentRequired"
    """Whether an on-premises agent is needed."""
    IS_SYNCHRONIZATION_IN_PREVIEW = "IsSynchronizationInPreview"
    """Whether provisioning of this application is still in preview."""
    OAUTH_SETTINGS = "OAuthSettings"
    """Client id and addresses for the OAuth consent, JSON text."""
    SYNCHRONIZATION_LEARN_MORE_IBIZA_FW_LINK = "SynchronizationLearnMoreIbizaFwLink"
    """Help page that the portal links to."""
    CONFIGURATION_FIELDS = "ConfigurationFields"
    """Credentials that the portal asks for, a JSON list with name and whether secret."""
