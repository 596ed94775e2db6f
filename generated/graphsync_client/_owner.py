"""Whose synchronization a call is about."""

from __future__ import annotations

from ._path import segment
from ._value import Value


class Owner(Value):
    """The service principal or application whose synchronization is meant.

    `path` is its encoded path.
    """

    path: str

    @classmethod
    def service_principal(cls, id: str) -> Owner:
        """Address a service principal by its object id."""
        return cls(f"/servicePrincipals/{segment(id, 'the service principal id')}")

    @classmethod
    def service_principal_by_app_id(cls, app_id: str) -> Owner:
        """Address a service principal by its application (client) id, in the path, without a
        look-up.
        """
        return cls(f"/servicePrincipals(appId='{_key(app_id)}')")

    @classmethod
    def application(cls, id: str) -> Owner:
        """Address an application by its object id."""
        return cls(f"/applications/{segment(id, 'the application id')}")

    @classmethod
    def application_by_app_id(cls, app_id: str) -> Owner:
        """Address an application by its application (client) id, in the path, without a look-up."""
        return cls(f"/applications(appId='{_key(app_id)}')")


def _key(value: str) -> str:
    """Write an OData key in single quotes: all is percent-encoded, and quotes in it are doubled."""
    return segment(value, "the appId").replace("%27", "%27%27")
