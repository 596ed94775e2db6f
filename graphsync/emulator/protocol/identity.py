"""Who is calling, as far as the local Graph asks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """A caller: application id, and the permissions in the token (None: nobody asks)."""

    app_id: str = ""
    permissions: frozenset[str] | None = None

    def may(self, accepted: frozenset[str]) -> bool:
        """Tell whether one of the accepted permissions is held."""
        return self.permissions is None or not accepted or not self.permissions.isdisjoint(accepted)


ANYONE = Identity()
