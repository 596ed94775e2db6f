"""Which names of this package a version or cloud of Graph lacks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MAIN = "v1.0"
"""The version that this package is made of; it lacks what was withdrawn from it and the client still names."""

MISSING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "v1.0": frozenset(),
        "v1.0-usnat": frozenset(
            {
                "AcquireAccessTokenRequest",
                "AttributeDefinition.flow_null_values",
                "AttributeFlowType.ATTRIBUTE_ADD_ONLY",
                "AttributeFlowType.VALUE_ADD_ONLY",
                "BulkRequest",
                "BulkRequestOperation",
                "BulkUpload",
                "InstantiateApplicationTemplateRequest.service_management_reference",
                "ProvisionOnDemandRequest",
                "QuarantineReason.INGESTION_INTERRUPTED",
                "SynchronizationJob.bulk_upload",
                "SynchronizationJobApplicationParameters",
                "SynchronizationJobSubject",
                "SynchronizationLinkedObjects",
                "SynchronizationScheduleState.PAUSED",
                "SynchronizationSecret.APPLICATION_TEMPLATE_IDENTIFIER",
                "SynchronizationSecret.AUTHENTICATION_TYPE",
                "SynchronizationSecret.CONNECTION_STRING",
                "SynchronizationSecret.OAUTH2_AUTHORIZATION_CODE",
                "SynchronizationSecret.OAUTH2_AUTHORIZATION_URI",
                "SynchronizationSecret.OAUTH2_REDIRECT_URI",
                "SynchronizationSecret.OAUTH2_TOKEN_EXCHANGE_URI",
                "SynchronizationSecret.SKIP_OUT_OF_SCOPE_DELETIONS",
                "User.created_date_time",
                "User.employee_hire_date",
                "User.employee_type",
                "acquire_access_token",
                "delete_bulk_upload",
                "delete_bulk_upload_content",
                "get_bulk_upload",
                "get_bulk_upload_content",
                "perform_bulk_upload",
                "provision_on_demand",
                "replace_bulk_upload_content",
                "update_bulk_upload",
            }
        ),
    }
)
"""By version: operations (`restart_job`), types, their members and values (`SynchronizationJob.bulk_upload`)."""


def lacks(version: str, name: str) -> bool:
    """Return whether a version lacks an operation, a type, a member or a value.

    Raises `LookupError` for a version that is not known.
    """
    if version not in MISSING:
        raise LookupError(f"no version {version!r} of Graph; there are {', '.join(MISSING)}")
    # Of a type that is missing, the members are as well.
    return not MISSING[version].isdisjoint((name, name.partition(".")[0]))
