"""Which of the values that the service keeps as secrets are settings that anybody may see."""

from __future__ import annotations

from typing import Final

# What the service shows in clear. The value of any other key is taken for a secret.
CLEAR_SECRETS: Final = frozenset(
    {
        "ApplicationTemplateIdentifier",
        "AuthenticationType",
        "BaseAddress",
        "CompanyId",
        "Domain",
        "EnforceDomain",
        "HardDeletesEnabled",
        "InstanceName",
        "Sandbox",
        "SandboxName",
        "Server",
        "SingleSignOnType",
        "SkipOutOfScopeDeletions",
        "SyncAll",
        "SyncNotificationSettings",
        "SystemOfRecord",
        "Url",
        "UserName",
        "ValidateDomain",
    }
)
