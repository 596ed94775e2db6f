"""`@odata.type` is neither asked for nor a member."""

from __future__ import annotations

from copy import deepcopy

from generator.document.passes.odata_type import odata_type
from tests.generator.documents import openapi, ref, thing

TYPE = "@odata.type"


def test_it_is_no_property_and_not_required_and_nothing_discriminates_by_it() -> None:
    schema = {
        **thing(**{TYPE: {"type": "string"}, "id": {"type": "string"}}),
        "required": [TYPE],
        "discriminator": {"propertyName": TYPE, "mapping": {"#a": "#/components/schemas/a"}},
    }
    cured = odata_type(openapi({"a": schema}))["components"]["schemas"]["a"]
    assert cured == thing(id={"type": "string"})


def test_other_required_members_stay_required_also_in_all_of() -> None:
    part = {
        **thing(**{TYPE: {"type": "string"}, "id": {"type": "string"}}),
        "required": ["id", TYPE],
    }
    cured = odata_type(openapi({"a": {"allOf": [ref("b"), part]}}))["components"]["schemas"]["a"]
    assert cured == {"allOf": [ref("b"), {**thing(id={"type": "string"}), "required": ["id"]}]}


def test_other_annotations_and_discriminators_stay() -> None:
    schema = {
        **thing(**{"@odata.nextLink": {"type": "string"}, "odata.type": {"type": "string"}}),
        "required": ["@odata.nextLink"],
        "discriminator": {"propertyName": "kind"},
    }
    document = openapi({"a": schema, TYPE: thing()})
    before = deepcopy(document)
    assert odata_type(document) == before


def test_properties_called_required_and_discriminator_are_properties() -> None:
    document = openapi(
        {"a": thing(required={"type": "array", "items": {"type": "string"}}, discriminator=thing())}
    )
    before = deepcopy(document)
    assert odata_type(document) == before
