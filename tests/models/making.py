"""Classes of which many objects were made."""

from __future__ import annotations

from typing import Any

from attrs import field

from graphsync_client.types import (
    ABSENT,
    BOOLEAN,
    INTEGER,
    TEXT,
    TIMESTAMP,
    EnumOf,
    ListOf,
    Model,
    ModelOf,
    member,
    model,
)

OFTEN = 60
MANY = 300
SOURCE = ModelOf("attribute_mapping_source", "AttributeMappingSource")
KIND = EnumOf("attribute_mapping_source_type", "AttributeMappingSourceType")
NAMES = ("text", "number", "flag", "moment", "kind", "source", "texts", "sources")


def declare() -> Any:  # a class that nobody has made objects of
    @model
    class Sample(Model):
        text: Any = field(default=ABSENT, metadata=member("text", TEXT))
        number: Any = field(default=ABSENT, metadata=member("number", INTEGER))
        flag: Any = field(default=ABSENT, metadata=member("flag", BOOLEAN))
        moment: Any = field(default=ABSENT, metadata=member("moment", TIMESTAMP))
        kind: Any = field(default=ABSENT, metadata=member("kind", KIND))
        source: Any = field(default=ABSENT, metadata=member("source", SOURCE))
        texts: Any = field(default=ABSENT, metadata=member("texts", ListOf(TEXT)))
        sources: Any = field(default=ABSENT, metadata=member("sources", ListOf(SOURCE)))

    return Sample


def used(cls: Any, document: dict[str, Any] | None = None) -> Any:
    """Make so many objects, and read so much of one, that the next ones come with everything filled in."""
    document = document or {}
    for _ in range(OFTEN):
        made = cls.from_dict(document)
        for name in cls.MEMBERS:
            getattr(made, name)
    for _ in range(MANY):
        cls.from_dict(document)
    return cls


class Itself(ModelOf):
    """Be the codec of a class that is declared in a test."""

    def __init__(self, cls: list[Any]) -> None:
        super().__init__("", "")
        self._cls = cls

    def _find(self) -> Any:  # as its base
        return self._cls[0]


def nested(name: str, depth: int) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for _ in range(depth):
        document = {name: document}
    return document


def circle() -> tuple[Any, Any]:
    """Return two classes of which each is the class of the other's one member."""
    ones: list[Any] = []
    others: list[Any] = []

    @model
    class One(Model):
        inner: Any = field(default=ABSENT, metadata=member("inner", Itself(others)))

    @model
    class Other(Model):
        inner: Any = field(default=ABSENT, metadata=member("inner", Itself(ones)))

    ones.append(One)
    others.append(Other)
    return One, Other
