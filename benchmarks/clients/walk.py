# ruff: noqa: B018  # reading is the work
"""The walk of a schema, as JSON and as models: the same members in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # who walks JSON must not import the models
    from graphsync.models import AttributeMappingSource, SynchronizationSchema


def walk_json(schema: dict[str, Any]) -> int:
    """Read what a report would show, and count the objects."""
    count = 0
    for rule in schema["synchronizationRules"]:
        for mapping in rule["objectMappings"]:
            (
                mapping["name"],
                mapping["sourceObjectName"],
                mapping["targetObjectName"],
                mapping["flowTypes"],
            )
            for attribute in mapping["attributeMappings"]:
                (
                    attribute["targetAttributeName"],
                    attribute["flowType"],
                    attribute["matchingPriority"],
                )
                count += 1 + _json_source(attribute["source"])
    for directory in schema["directories"]:
        for item in directory["objects"]:
            for attribute in item["attributes"]:
                attribute["name"], attribute["type"], attribute["required"]
                count += 1
    return count


def walk_models(schema: SynchronizationSchema) -> int:
    """Read what a report would show, and count the objects."""
    count = 0
    for rule in schema.synchronization_rules or ():
        for mapping in rule.object_mappings or ():
            mapping.name, mapping.source_object_name, mapping.target_object_name, mapping.flow_types
            for attribute in mapping.attribute_mappings or ():
                attribute.target_attribute_name, attribute.flow_type, attribute.matching_priority
                assert attribute.source is not None
                count += 1 + _model_source(attribute.source)
    for directory in schema.directories or ():
        for item in directory.objects or ():
            for attribute in item.attributes or ():
                attribute.name, attribute.type, attribute.required
                count += 1
    return count


def _json_source(source: dict[str, Any]) -> int:
    source["type"], source["name"], source["expression"]
    return 1 + sum(_json_source(parameter["value"]) for parameter in source["parameters"])


def _model_source(source: AttributeMappingSource) -> int:
    source.type, source.name, source.expression
    return 1 + sum(
        _model_source(parameter.value)
        for parameter in source.parameters or ()
        if parameter.value is not None
    )
