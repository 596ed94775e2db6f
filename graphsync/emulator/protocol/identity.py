"""Who is calling, as far as the local Graph asks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """A caller: application id, the permissions in the token (None: nobody asks), the user who
    signed in and that user's directory roles.
    """

    app_id: str = ""
    permissions: frozenset[str] | None = None
    user_id: str = ""
    directory_roles: frozenset[str] = frozenset()

    def may(self, accepted: frozenset[str]) -> bool:
        """Return whether one of the accepted permissions is held."""
        return self.permissions is None or not accepted or not self.permissions.isdisjoint(accepted)

    def needs_to_own(self, accepted: frozenset[str]) -> bool:
        """Return whether only permissions for what the caller owns open an operation."""
        if self.permissions is None or not accepted:
            return False
        return all(held.endswith(".OwnedBy") for held in self.permissions & accepted)


ANYONE = Identity()
