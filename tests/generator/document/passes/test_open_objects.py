"""An object without properties is open, and no class."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.document.passes.open_objects import open_objects
from tests.generator.documents import openapi, ref, thing

OPEN = {"type": "object"}


@pytest.mark.parametrize(
    "more", [{}, {"additionalProperties": True}, {"additionalProperties": {"type": "string"}}]
)
def test_members_items_and_answers_are_open(more: dict[str, Any]) -> None:
    held = thing(
        one={**OPEN, **more, "nullable": True}, many={"type": "array", "items": {**OPEN, **more}}
    )
    assert open_objects(openapi({"a": held}))["components"]["schemas"]["a"] == thing(
        one={"nullable": True, "x-graphsync-open": True},
        many={"type": "array", "items": {"x-graphsync-open": True}},
    )


@pytest.mark.parametrize(
    "schema",
    [
        OPEN,
        {"allOf": [ref("b"), OPEN]},
        thing(x=thing(y={"type": "string"})),
        thing(x={**OPEN, "properties": {}}),
        thing(x={**OPEN, "oneOf": [{"type": "string"}]}),
        thing(x={"default": OPEN}),
        thing(type={"type": "string"}),
    ],
)
def test_types_bases_and_everything_with_properties_stay(schema: dict[str, Any]) -> None:
    document = openapi({"a": schema})
    before = deepcopy(document)
    assert open_objects(document) == before
