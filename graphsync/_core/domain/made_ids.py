"""The ids of the two objects that a gallery application becomes."""

from __future__ import annotations

from graphsync._core.json_values import as_object, text_at
from graphsync.errors import UnreadableAnswer
from graphsync_client.models import ApplicationServicePrincipal


def made_ids(answer: ApplicationServicePrincipal, display_name: str) -> tuple[str, str]:
    """Return the object ids of the application and the service principal; raises `UnreadableAnswer` where one is missing."""
    document = answer.to_dict()
    # The reference's example has them as `objectId` alone.
    application, principal = (
        text_at(as_object(document.get(name)), "id", "objectId") for name in ("application", "servicePrincipal")
    )
    if application is None or principal is None:
        raise UnreadableAnswer(
            f"the service has added {display_name!r}, but its answer lacks an id of what it made; "
            "applications.find(display_name=...) and service_principals.find(display_name=...) look them up",
            status=201,
            headers={},
            body="",
        )
    return application, principal
