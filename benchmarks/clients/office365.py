# ruff: noqa: B018  # reading is the work
"""Office365-REST-Python-Client."""

from __future__ import annotations

from typing import Any

from office365.graph_client import GraphClient
from office365.graph_request import GraphRequest

from benchmarks.server import JOB, PRINCIPAL, TOKEN


class Client:
    def __init__(self, origin: str) -> None:
        # It knows its clouds' addresses and no other.
        GraphRequest.service_root_url = property(lambda _: f"{origin}/v1.0")
        graph = GraphClient(lambda: {"token_type": "Bearer", "access_token": TOKEN})
        self._sync = graph.service_principals[PRINCIPAL].synchronization

    def list(self) -> int:
        count = 0
        for job in self._sync.jobs.get_all().execute_query():
            job.id, job.status.code
            count += 1
        return count

    def first_page(self) -> int:
        count = 0
        for job in self._sync.jobs.get().execute_query().current_page:
            job.id, job.status.code
            count += 1
        return count

    def get(self) -> int:
        job = self._sync.jobs[JOB].get().execute_query()
        job.id, job.status.code
        return 1

    def schema(self) -> int:
        schema = self._sync.jobs[JOB].schema.get().execute_query()
        count = 0
        for rule in schema.synchronization_rules:
            for mapping in rule.objectMappings:
                mapping.name, mapping.sourceObjectName, mapping.targetObjectName, mapping.flowTypes
                for attribute in mapping.attributeMappings:
                    attribute.targetAttributeName, attribute.flowType, attribute.matchingPriority
                    count += 1 + _source(attribute.source)
        for directory in schema.directories:
            for item in directory.objects:
                for attribute in item.attributes:
                    attribute.name, attribute.type, attribute.required
                    count += 1
        return count

    def close(self) -> None:
        pass


def _source(source: Any) -> int:  # of an untyped import
    source.type, source.name, source.expression
    # Parameters stay what JSON gave: their type is declared as None.
    parameters = source.parameters or ()
    return 1 + sum(_source_of(parameter) for parameter in parameters)


def _source_of(parameter: Any) -> int:  # a dictionary or an object, by release
    value = parameter["value"] if isinstance(parameter, dict) else parameter.value
    if not isinstance(value, dict):
        return _source(value)
    value["type"], value["name"], value["expression"]
    return 1 + sum(_source_of(inner) for inner in value["parameters"])
