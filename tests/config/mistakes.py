"""Seeded mistakes: each kind, in several templates, with the rule that has to find it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from graphsync._core.config.canonical import source_of
from graphsync.emulator.gallery.templates import TEMPLATES

Schema = dict[str, Any]
PLACES = [
    (template, at)
    for template in sorted(TEMPLATES)
    for at in range(len(TEMPLATES[template].schema()["synchronizationRules"][0]["objectMappings"]))
]


def mappings(schema: Schema) -> list[dict[str, Any]]:
    return schema["synchronizationRules"][0]["objectMappings"]


def source(text: str, kind: str = "Function") -> dict[str, Any]:
    return {"expression": text, "name": text.partition("(")[0], "type": kind, "parameters": []}


def directory(schema: Schema, side: str, name: str) -> dict[str, Any]:
    wanted = schema["synchronizationRules"][0][f"{side}DirectoryName"]
    found = next(one for one in schema["directories"] if one["name"] == wanted)
    return next(one for one in found["objects"] if one["name"] == name)


def plain(mapping: dict[str, Any]) -> dict[str, Any]:
    """Return an attribute mapping that is neither matched nor a reference, or the first one."""
    known = [
        one
        for one in mapping["attributeMappings"]
        if not one["matchingPriority"]
        and "manager" not in one["targetAttributeName"]
        and one["targetAttributeName"] != "members"
    ]
    return known[-1] if known else mapping["attributeMappings"][0]


def clause(name: str, operator: str, *values: str) -> dict[str, Any]:
    return {
        "sourceOperandName": name,
        "operatorName": operator,
        "targetOperand": {"values": [*values]},
    }


def scoped(mapping: dict[str, Any], *clauses: dict[str, Any]) -> None:
    mapping["scope"] = {"groups": [{"name": "Scope 1", "clauses": [*clauses]}]}


def source_name(schema: Schema, mapping: dict[str, Any]) -> str:
    return directory(schema, "source", mapping["sourceObjectName"])["attributes"][-1]["name"]


def misspelt_source(schema: Schema, mapping: dict[str, Any]) -> None:
    plain(mapping)["source"] = source(f"[{source_name(schema, mapping)}x]", "Attribute")


def misspelt_target(schema: Schema, mapping: dict[str, Any]) -> None:
    plain(mapping)["targetAttributeName"] += "x"


def unclosed(schema: Schema, mapping: dict[str, Any]) -> None:
    plain(mapping)["source"] = source('Join(" ", [a]')


def unknown_function(schema: Schema, mapping: dict[str, Any]) -> None:
    plain(mapping)["source"] = source(f"ToUper([{source_name(schema, mapping)}])")


def too_few_arguments(schema: Schema, mapping: dict[str, Any]) -> None:
    plain(mapping)["source"] = source(f"Mid([{source_name(schema, mapping)}])")


def nothing_matched(schema: Schema, mapping: dict[str, Any]) -> None:
    for one in mapping["attributeMappings"]:
        one["matchingPriority"] = 0


def two_first_matches(schema: Schema, mapping: dict[str, Any]) -> None:
    for one in mapping["attributeMappings"][:2]:
        one["matchingPriority"] = 1


def matched_on_a_constant(schema: Schema, mapping: dict[str, Any]) -> None:
    one = next(one for one in mapping["attributeMappings"] if one["matchingPriority"])
    one["source"] = source_of('"x"')


def two_writers(schema: Schema, mapping: dict[str, Any]) -> None:
    mapping["attributeMappings"].append(copy.deepcopy(plain(mapping)))


def wrong_case_of_flow_type(schema: Schema, mapping: dict[str, Any]) -> None:
    plain(mapping)["flowType"] = "always"


def unknown_flow_behavior(schema: Schema, mapping: dict[str, Any]) -> None:
    plain(mapping)["flowBehavior"] = "FlowOnce"


def unknown_flow(schema: Schema, mapping: dict[str, Any]) -> None:
    mapping["flowTypes"] = "Add,Updates"


def reference_into_text(schema: Schema, mapping: dict[str, Any]) -> None:
    names = directory(schema, "source", mapping["sourceObjectName"])["attributes"]
    names.append({"name": "boss", "type": "Reference", "multivalued": False})
    plain(mapping)["source"] = source("[boss]", "Attribute")


def slow_pattern(schema: Schema, mapping: dict[str, Any]) -> None:
    plain(mapping)["source"] = source(
        f'Replace([{source_name(schema, mapping)}], , "(a+)+$", , "", , )'
    )


def impossible_scope(schema: Schema, mapping: dict[str, Any]) -> None:
    name = source_name(schema, mapping)
    scoped(mapping, clause(name, "EQUALS", "Sales"), clause(name, "EQUALS", "Finance"))


def null_and_not_null(schema: Schema, mapping: dict[str, Any]) -> None:
    name = source_name(schema, mapping)
    scoped(mapping, clause(name, "IS NULL"), clause(name, "IS NOT NULL"))


def misspelt_operator(schema: Schema, mapping: dict[str, Any]) -> None:
    scoped(mapping, clause(source_name(schema, mapping), "EQUAL", "Sales"))


def misspelt_operand(schema: Schema, mapping: dict[str, Any]) -> None:
    scoped(mapping, clause(source_name(schema, mapping) + "x", "EQUALS", "Sales"))


def broken_pattern(schema: Schema, mapping: dict[str, Any]) -> None:
    scoped(mapping, clause(source_name(schema, mapping), "REGEX MATCH", "(a"))


def slow_scope(schema: Schema, mapping: dict[str, Any]) -> None:
    scoped(mapping, clause(source_name(schema, mapping), "REGEX MATCH", "^(a*)*$"))


def value_for_a_unary_operator(schema: Schema, mapping: dict[str, Any]) -> None:
    scoped(mapping, clause(source_name(schema, mapping), "IS NULL", "x"))


def nothing_to_compare_with(schema: Schema, mapping: dict[str, Any]) -> None:
    scoped(mapping, clause(source_name(schema, mapping), "EQUALS"))


def read_only(schema: Schema, mapping: dict[str, Any]) -> None:
    name = plain(mapping)["targetAttributeName"]
    attributes = directory(schema, "target", mapping["targetObjectName"])["attributes"]
    next(one for one in attributes if one["name"] == name)["mutability"] = "ReadOnly"


def empty(schema: Schema, mapping: dict[str, Any]) -> None:
    plain(mapping)["source"] = None


def required_and_unmapped(schema: Schema, mapping: dict[str, Any]) -> None:
    attributes = directory(schema, "target", mapping["targetObjectName"])["attributes"]
    attributes.append({"name": "costCenter", "type": "String", "required": True})


def several_values(schema: Schema, mapping: dict[str, Any]) -> None:
    names = directory(schema, "source", mapping["sourceObjectName"])["attributes"]
    names.append({"name": "nicknames", "type": "String", "multivalued": True})
    plain(mapping)["source"] = source("[nicknames]", "Attribute")


Mistake = Callable[[Schema, dict[str, Any]], None]
KINDS: dict[str, tuple[Mistake, ...]] = {
    "unknown-source-attribute": (misspelt_source, misspelt_operand),
    "unknown-target-attribute": (misspelt_target,),
    "expression-syntax": (unclosed,),
    "unknown-function": (unknown_function,),
    "wrong-arguments": (too_few_arguments,),
    "no-matching-attribute": (nothing_matched,),
    "several-matching-attributes": (two_first_matches,),
    "match-not-unique": (matched_on_a_constant,),
    "duplicate-target": (two_writers,),
    "unknown-value": (wrong_case_of_flow_type, unknown_flow_behavior, unknown_flow),
    "type-mismatch": (reference_into_text,),
    "slow-regular-expression": (slow_pattern, slow_scope),
    "contradicting-clauses": (impossible_scope, null_and_not_null),
    "unknown-operator": (misspelt_operator,),
    "broken-regular-expression": (broken_pattern,),
    "wrong-values": (value_for_a_unary_operator, nothing_to_compare_with),
    "read-only-target": (read_only,),
    "empty-mapping": (empty,),
    "required-target-unmapped": (required_and_unmapped,),
    "several-values": (several_values,),
}


def corpus(size: int) -> Iterator[tuple[str, str, Schema]]:
    """Yield the rule, a name, and a schema with one mistake."""
    kinds = [(rule, mistake) for rule, mistakes in KINDS.items() for mistake in mistakes]
    for number in range(size):
        rule, mistake = kinds[number % len(kinds)]
        template, at = PLACES[(number // len(kinds)) % len(PLACES)]
        schema = copy.deepcopy(TEMPLATES[template].schema())
        mistake(schema, mappings(schema)[at])
        yield rule, f"{mistake.__name__} in {template}, mapping {at}", schema
