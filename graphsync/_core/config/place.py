"""Where in a configuration something stands."""

from __future__ import annotations

from attrs import frozen

from graphsync.errors import ConfigurationInvalid


@frozen(repr=False)
class Place:
    """The way to a value: keys, and positions in lists."""

    parts: tuple[str | int, ...] = ()

    def __truediv__(self, part: str | int) -> Place:
        return Place((*self.parts, part))

    def __str__(self) -> str:
        text = ""
        for part in self.parts:
            text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
        return text

    __repr__ = __str__

    @property
    def prefixes(self) -> tuple[Place, ...]:
        """The place and those that it is in, the longest first."""
        return tuple(Place(self.parts[:end]) for end in range(len(self.parts), 0, -1))


TOP = Place()


def invalid(message: str, place: Place) -> ConfigurationInvalid:
    """Return the error for what stands at a place."""
    return ConfigurationInvalid(message, str(place), place.parts)
