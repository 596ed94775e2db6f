"""What a request must carry, its function does not let anybody leave out."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pytest

from tests.generator.documents import generate, imported, openapi, operation, parameter


def test_a_required_option_is_an_argument_without_a_default(tmp_path: Path) -> None:
    given = [
        parameter("$top", type="integer"),
        {**parameter("$filter"), "required": True},
        {**parameter("If-Match", "header"), "required": True},
        parameter("Prefer", "header"),
    ]
    generate(
        openapi(paths={"/jobs": {"delete": operation(parameters=given)}}), tmp_path / "required"
    )
    with imported(tmp_path / "required") as package:
        delete = importlib.import_module(f"{package.__name__}.api").delete_jobs
        arguments = inspect.signature(delete).parameters
        assert {
            name: argument.default is argument.empty for name, argument in arguments.items()
        } == {
            "top": False,
            "filter": True,
            "if_match": True,
            "prefer": False,
        }
        made = delete(filter="a eq 1", if_match="*")
        assert (made.query, dict(made.headers)) == ((("$filter", "a eq 1"),), {"If-Match": "*"})
        with pytest.raises(TypeError, match="if_match"):
            delete(filter="a eq 1")
