# reading is the work
"""httpx and the standard library's json: what one writes without a client."""

from __future__ import annotations

from typing import Any

import httpx

from benchmarks.server import JOB, PRINCIPAL, TOKEN


class Client:
    def __init__(self, origin: str) -> None:
        self._http = httpx.Client(headers={"authorization": f"Bearer {TOKEN}"})
        self._jobs = f"{origin}/v1.0/servicePrincipals/{PRINCIPAL}/synchronization/jobs"

    def list(self) -> int:
        count = 0
        link: str | None = self._jobs
        while link:
            page = self._http.get(link).raise_for_status().json()
            for job in page["value"]:
                job["id"], job["status"]["code"]
                count += 1
            link = page.get("@odata.nextLink")
        return count

    def get(self) -> int:
        job = self._http.get(f"{self._jobs}/{JOB}").raise_for_status().json()
        job["id"], job["status"]["code"]
        return 1

    def schema(self) -> int:
        schema = self._http.get(f"{self._jobs}/{JOB}/schema").raise_for_status().json()
        count = 0
        for rule in schema["synchronizationRules"]:
            for mapping in rule["objectMappings"]:
                mapping["name"], mapping["sourceObjectName"], mapping["targetObjectName"], mapping["flowTypes"]
                for attribute in mapping["attributeMappings"]:
                    attribute["targetAttributeName"], attribute["flowType"], attribute["matchingPriority"]
                    count += 1 + _source(attribute["source"])
        for directory in schema["directories"]:
            for item in directory["objects"]:
                for attribute in item["attributes"]:
                    attribute["name"], attribute["type"], attribute["required"]
                    count += 1
        return count

    def close(self) -> None:
        self._http.close()


def _source(source: dict[str, Any]) -> int:
    source["type"], source["name"], source["expression"]
    return 1 + sum(_source(parameter["value"]) for parameter in source["parameters"])
