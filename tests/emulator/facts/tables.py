"""The tables of facts that are asked over HTTP, together."""

from . import (
    doors,
    expressions,
    jobs,
    on_demand,
    otherwise,
    permissions,
    protocol,
    schemas,
    secrets_and_uploads,
    shapes,
    states,
    uploads,
)
from .fact import Fact

TABLES = {
    "jobs": jobs.FACTS,
    "states": states.FACTS,
    "schemas": schemas.FACTS,
    "shapes": shapes.FACTS,
    "expressions": expressions.FACTS,
    "secrets and uploads": secrets_and_uploads.FACTS,
    "protocol": protocol.FACTS,
    "doors": doors.FACTS,
    "permissions": permissions.FACTS,
    "uploads": uploads.FACTS,
    "on demand": on_demand.FACTS,
    "otherwise": otherwise.FACTS,
}


def by_words() -> dict[str, Fact]:
    """Return every fact by its words; raise ValueError where two have the same."""
    found: dict[str, Fact] = {}
    for facts in TABLES.values():
        for fact in facts:
            if fact.words in found:
                raise ValueError(f"two facts have the words {fact.words!r}; change one of them")
            found[fact.words] = fact
    return found
