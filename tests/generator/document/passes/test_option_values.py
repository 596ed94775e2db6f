"""A query option takes any text, whatever names an old document lists."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

from generator.document.passes.option_values import option_values
from tests.generator.documents import generate, openapi, operation, parameter

LISTED: dict[str, Any] = {"type": "string", "enum": ["id", "displayName desc"]}
TEXT: dict[str, Any] = {"type": "string"}


def with_parameters(*parameters: dict[str, Any]) -> dict[str, Any]:
    return openapi(paths={"/jobs": {"get": operation(parameters=list(parameters))}})


def test_lists_and_single_texts_lose_the_listed_names() -> None:
    document = with_parameters(
        parameter("$select", type="array", items=dict(LISTED)),
        parameter("$count", **deepcopy(LISTED)),
    )
    cured = option_values(document)["paths"]["/jobs"]["get"]["parameters"]
    assert [one["schema"] for one in cured] == [{"type": "array", "items": TEXT}, TEXT]


def test_headers_and_numbers_stay() -> None:
    kept = [
        parameter("Prefer", "header", **deepcopy(LISTED)),
        parameter("$top", type="integer", enum=[1, 2]),
    ]
    document = with_parameters(*deepcopy(kept))
    assert option_values(document)["paths"]["/jobs"]["get"]["parameters"] == kept


def test_such_a_document_generates(tmp_path: Path) -> None:
    option = {**parameter("$select", type="array", items=dict(LISTED)), "explode": False}
    generate(with_parameters(option), tmp_path / "listed")
    module = (tmp_path / "listed" / "api" / "jobs" / "get_jobs.py").read_text("utf-8")
    assert "select: Sequence[str] | None = None" in module
