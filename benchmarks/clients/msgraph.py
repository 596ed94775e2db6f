# ruff: noqa: B018  # reading is the work
"""msgraph-sdk; it is asynchronous only, so that each piece of work runs in a loop that stays."""

from __future__ import annotations

import asyncio
from typing import Any

from kiota_abstractions.authentication import AnonymousAuthenticationProvider
from msgraph import GraphRequestAdapter, GraphServiceClient

from benchmarks.server import JOB, PRINCIPAL


class Client:
    def __init__(self, origin: str) -> None:
        self._loop = asyncio.new_event_loop()
        adapter = GraphRequestAdapter(AnonymousAuthenticationProvider())
        adapter.base_url = f"{origin}/v1.0"
        graph = GraphServiceClient(request_adapter=adapter)
        graph.path_parameters["baseurl"] = f"{origin}/v1.0"
        self._jobs = graph.service_principals.by_service_principal_id(
            PRINCIPAL
        ).synchronization.jobs

    def list(self) -> int:
        return self._loop.run_until_complete(self._list())

    async def _list(self) -> int:
        count = 0
        page = await self._jobs.get()
        while True:
            for job in page.value:
                job.id, job.status.code
                count += 1
            if not page.odata_next_link:
                return count
            page = await self._jobs.with_url(page.odata_next_link).get()

    def first_page(self) -> int:
        page = self._loop.run_until_complete(self._jobs.get())
        for job in page.value:
            job.id, job.status.code
        return len(page.value)

    def get(self) -> int:
        job = self._loop.run_until_complete(self._jobs.by_synchronization_job_id(JOB).get())
        job.id, job.status.code
        return 1

    def schema(self) -> int:
        schema = self._loop.run_until_complete(
            self._jobs.by_synchronization_job_id(JOB).schema.get()
        )
        count = 0
        for rule in schema.synchronization_rules:
            for mapping in rule.object_mappings:
                (
                    mapping.name,
                    mapping.source_object_name,
                    mapping.target_object_name,
                    mapping.flow_types,
                )
                for attribute in mapping.attribute_mappings:
                    (
                        attribute.target_attribute_name,
                        attribute.flow_type,
                        attribute.matching_priority,
                    )
                    count += 1 + _source(attribute.source)
        for directory in schema.directories:
            for item in directory.objects:
                for attribute in item.attributes:
                    attribute.name, attribute.type, attribute.required
                    count += 1
        return count

    def close(self) -> None:
        self._loop.close()


def _source(source: Any) -> int:  # of an untyped import
    source.type, source.name, source.expression
    return 1 + sum(_source(parameter.value) for parameter in source.parameters)
