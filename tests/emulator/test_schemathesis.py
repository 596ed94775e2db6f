"""schemathesis against the emulator: whatever the document allows to be asked gets an answer of the service's kind."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import status_code_conformance

from graphsync.emulator import (
    INBOUND_APPLICATION_ID,
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    SCIM_APPLICATION_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    Emulator,
)
from graphsync.emulator.gallery.schema import ENTRA_DIRECTORY_ID

from .honesty import document

# GRAPHSYNC_EXAMPLES=50 asks more often, of both owners, and adds the cases that cover each schema: 16,000 requests.
EXAMPLES = int(os.environ.get("GRAPHSYNC_EXAMPLES", "2"))
THOROUGH = EXAMPLES > 2
SCHEMA = schemathesis.openapi.from_dict(document("synchronization-v1.0.yaml")).include(
    path_regex="^/" if THOROUGH else "^/servicePrincipals/"
)
SCHEMA.config.phases.coverage.enabled = THOROUGH
# What does not fit the document is kept and comes back as it was sent: it is sent where answers are not validated.
SCHEMA.config.generation.modes = list(GenerationMode) if THOROUGH else [GenerationMode.POSITIVE]


@pytest.fixture
def url() -> Iterator[str]:
    with Emulator(speed=0, throttling=False, random_seed=1) as emulator:
        yield emulator.url


@SCHEMA.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any]) -> dict[str, Any]:
    """Name things that exist: with ids at random every answer would be the same 401."""
    uploads = "bulkUpload" in context.operation.path
    known = {
        "servicePrincipal-id": INBOUND_PRINCIPAL_ID if uploads else SCIM_PRINCIPAL_ID,
        "application-id": INBOUND_APPLICATION_ID if uploads else SCIM_APPLICATION_ID,
        "synchronizationJob-id": INBOUND_JOB_ID if uploads else SCIM_JOB_ID,
        "synchronizationTemplate-id": "scim",
        "directoryDefinition-id": ENTRA_DIRECTORY_ID,
    }
    return {name: known.get(name, value) for name, value in (path_parameters or {}).items()}


@pytest.mark.usefixtures("unvalidated" if THOROUGH else "unknown_members")
@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_operation_answers(case: schemathesis.Case, url: str) -> None:
    response = case.call(base_url=url, headers={"Authorization": "Bearer x"})
    # Content types and bodies are looked at by the fixture that validates every answer.
    case.validate_response(response, checks=[not_a_server_error, status_code_conformance])
