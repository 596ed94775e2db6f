"""Every public signature resolves, as `typing.get_type_hints` and `inspect` read it."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import subprocess
import sys
import typing
from collections.abc import Iterator

import pytest

import graphsync
from graphsync._annotations import resolvable

# What users never hold: connections, the machinery of uploads, and the command.
INTERNAL = (
    "graphsync._core",
    "graphsync._sync.inbound",
    "graphsync._async.inbound",
    "graphsync._sync.transport",
    "graphsync._async.transport",
    "graphsync._sync.options",
    "graphsync._async.options",
    "graphsync.cli",
    "graphsync.emulator.",
)


def modules() -> Iterator[typing.Any]:
    yield graphsync
    for found in pkgutil.walk_packages(graphsync.__path__, "graphsync."):
        if not found.name.startswith(INTERNAL) and "__main__" not in found.name:
            yield importlib.import_module(found.name)


def signatures(module: typing.Any) -> Iterator[tuple[str, typing.Any]]:
    exported = [(name, getattr(module, name)) for name in getattr(module, "__all__", ())]
    own = [
        (n, t) for n, t in vars(module).items() if getattr(t, "__module__", None) == module.__name__
    ]
    for name, thing in {**dict(own), **dict(exported)}.items():
        if name.startswith("_"):
            continue
        if inspect.isclass(thing) or inspect.isfunction(thing):
            yield f"{module.__name__}.{name}", thing
        for member, value in [*vars(thing).items()] if inspect.isclass(thing) else ():
            inner = [getattr(value, name, None) for name in ("fget", "func", "__func__")]
            found = next(filter(None, inner), value)
            if inspect.isfunction(found) and (member == "__init__" or not member.startswith("_")):
                yield f"{module.__name__}.{name}.{member}", found


def unresolved() -> tuple[int, list[str]]:
    """Return how many signatures there are, and those that do not resolve."""
    bad, count = [], 0
    found = [one for module in [*modules()] for one in signatures(module)]
    imported = {name: {*vars(sys.modules[name])} for name in sys.modules if OURS.match(name)}
    for name, thing in found:
        count += 1
        for read in (typing.get_type_hints, evaluated):
            try:
                read(thing)
            except NameError as error:
                bad.append(f"{name}: {error}")
            forget(imported)
    return count, bad


OURS = re.compile(r"graphsync\b")


def evaluated(thing: typing.Any) -> None:
    if inspect.isfunction(thing):
        inspect.signature(thing, eval_str=True)


def forget(imported: dict[str, set[str]]) -> None:
    """Undo what reading one signature imported into modules, or the next could not fail."""
    for name, names in imported.items():
        space = vars(sys.modules[name])
        for added in {*space} - names:
            del space[added]


def test_every_public_signature_resolves():
    # In a process of its own, so that nothing has been imported for them yet.
    code = "import json; from tests.facade import test_type_hints as t; print(json.dumps(t.unresolved()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    count, bad = json.loads(done.stdout.splitlines()[-1])
    assert bad == []
    assert count > 900


def test_what_does_not_resolve_is_seen(monkeypatch):
    module = importlib.import_module("graphsync._sync.people.users")
    monkeypatch.setitem(module.Users.__init__.__annotations__, "session", "Sesion")
    assert any("Sesion" in one for one in unresolved()[1])


def test_the_credential_is_what_azure_calls_one():
    hints = typing.get_type_hints(graphsync.GraphClient.__init__)
    assert {str, graphsync.auth.Flow} < set(typing.get_args(hints["credential"]))
    assert "TokenCredential" in str(hints["credential"])
    with pytest.raises(AttributeError, match="no attribute 'Credentail'"):
        importlib.import_module("graphsync._async.native").Credentail  # noqa: B018


def test_annotations_stay_what_they_are_until_they_are_read():
    def function(one: Nowhere) -> None: ...  # type: ignore[name-defined]  # noqa: F821

    assert resolvable(function) is function
    assert function.__annotations__["one"] == "Nowhere"
    for read in (dict, lambda found: {**found}, lambda found: dict(found.items())):
        assert read(function.__annotations__) == {"one": "Nowhere", "return": "None"}
    assert [*function.__annotations__.values()] == ["Nowhere", "None"]
    assert [*function.__annotations__] == ["one", "return"]
