# ruff: noqa: B018  # reading is the work
"""graphsync."""

from __future__ import annotations

from benchmarks.server import JOB, PRINCIPAL, TOKEN
from graphsync import GraphClient
from graphsync.models import AttributeMappingSource


class Client:
    def __init__(self, origin: str) -> None:
        self._graph = GraphClient(TOKEN, endpoint=f"{origin}/v1.0")
        self._jobs = self._graph.service_principals[PRINCIPAL].synchronization.jobs

    def list(self) -> int:
        count = 0
        for job in self._jobs:
            status = job.status
            assert status is not None
            job.id, status.code
            count += 1
        return count

    def get(self) -> int:
        job = self._jobs[JOB].get()
        status = job.status
        assert status is not None
        job.id, status.code
        return 1

    def schema(self) -> int:
        schema = self._jobs[JOB].schema.get().data
        count = 0
        for rule in schema.synchronization_rules or ():
            for mapping in rule.object_mappings or ():
                mapping.name, mapping.source_object_name, mapping.target_object_name, mapping.flow_types
                for attribute in mapping.attribute_mappings or ():
                    attribute.target_attribute_name, attribute.flow_type, attribute.matching_priority
                    assert attribute.source is not None
                    count += 1 + _source(attribute.source)
        for directory in schema.directories or ():
            for item in directory.objects or ():
                for attribute in item.attributes or ():
                    attribute.name, attribute.type, attribute.required
                    count += 1
        return count

    def close(self) -> None:
        self._graph.close()


def _source(source: AttributeMappingSource) -> int:
    source.type, source.name, source.expression
    return 1 + sum(_source(parameter.value) for parameter in source.parameters or () if parameter.value is not None)
