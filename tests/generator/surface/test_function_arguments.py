"""A function of Graph takes its arguments in the path, as one text each."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

from tests.generator.documents import generate, imported, openapi, operation, parameter


def test_arguments_are_encoded_and_their_quotes_doubled(tmp_path: Path) -> None:
    path = "/decisions/{decision-id}/filterByCurrentUser(on='{on}',size={size})"
    given = [parameter(name, "path") for name in ("decision-id", "on", "size")]
    generate(openapi(paths={path: {"get": operation(parameters=given)}}), tmp_path / "functions")
    with imported(tmp_path / "functions") as package:
        api = importlib.import_module(f"{package.__name__}.api")
        (name,) = (name for name in dir(api) if name.startswith("filter"))
        call = getattr(api, name)
        assert list(inspect.signature(call).parameters) == ["decision_id", "on", "size"]
        made = call("7'", "it's a/b", "5")
        assert made.path == "/decisions/7%27/filterByCurrentUser(on='it%27%27s%20a%2Fb',size=5)"
