"""Credentials to be tested."""

from __future__ import annotations

from graphsync._core.domain.secret_changes import Changes, pairs, wanted
from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.models import ValidateCredentialsRequest


def validation(
    credentials: Hidden[Changes] | None, template_id: str | None = None, application_identifier: str | None = None
) -> ValidateCredentialsRequest:
    """Build the request to test these credentials, or the saved ones where none are given."""
    request = ValidateCredentialsRequest(use_saved_credentials=credentials is None)
    if credentials is not None:
        request.credentials = pairs(wanted(credentials))
    if template_id is not None:
        request.template_id = template_id
    if application_identifier is not None:
        request.application_identifier = application_identifier
    return request
