"""`docs/reference/operations.md`: every operation with its request, its place in the facade,
permissions and clouds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.emit.availability import Availability
from generator.surface.operations import OperationFacts
from generator.surface.surface import Surface

_HEAD = """\
# Operations

`make generate` writes this page. `{owner}` is `servicePrincipals/{id}` or `applications/{id}`, and `sync` in the second column
is `graph.service_principals[id].synchronization` or the same of `graph.applications`; the asynchronous client has the same verbs.
Permissions are the application ones, the least first, then the delegated ones after the semicolon. "Lacking in" names the
versions and clouds of Graph whose metadata does not have the operation; the client refuses it there before it sends anything.
"Tests" names the modules below `tests/` that send it most, as `python -m tests.recording` counted them.

"""
_TABLE = """\
| operation | request | facade | permissions | lacking in | tests | reference |
|---|---|---|---|---|---|---|
"""
_BETA = """
## Beta only

These exist in beta alone and may change there. They are sent to `/beta` of the client's own server, whichever version the
client is for, and cannot go into a batch of another version.

"""


def operations_page(
    surface: Surface,
    missing: Availability,
    calls: Mapping[str, str],
    tests: Mapping[str, Sequence[str]],
) -> str:
    """Write the page; an operation without a call in the facade, or without a test, shows none."""
    operations = surface.facts.operations.values()
    ordered = sorted(operations, key=lambda facts: (facts.family, facts.name))
    rows = [_row(facts, missing, calls, tests) for facts in ordered if not facts.beta]
    beta = [_row(facts, missing, calls, tests) for facts in ordered if facts.beta]
    apart = _BETA + _TABLE + "\n".join(beta) + "\n" if beta else ""
    return (
        _HEAD
        + _TABLE
        + "\n".join(rows)
        + "\n"
        + apart
        + "".join(_lacking(missing, set(surface.facts.operations)))
    )


def _row(
    facts: OperationFacts,
    missing: Availability,
    calls: Mapping[str, str],
    tests: Mapping[str, Sequence[str]],
) -> str:
    request = f"`{facts.request_line}`" + (
        f" (only {' and '.join(facts.owners)})" if facts.owners else ""
    )
    lacking = ", ".join(version for version, names in missing.items() if facts.name in names)
    cells = [
        f"`{facts.name}`",
        request,
        calls.get(facts.name, ""),
        _permissions(facts),
        lacking,
        ", ".join(f"`{one.removesuffix('.py')}`" for one in tests.get(facts.name, ())),
        f"[{facts.family.replace('_', ' ')}]({facts.words.see})",
    ]
    return f"| {' | '.join(cells)} |"


def _permissions(facts: OperationFacts) -> str:
    accepted = facts.words.permissions
    if accepted is None:
        return ""
    return (
        "; ".join(", ".join(names) for names in (accepted.application, accepted.delegated) if names)
        or "any token"
    )


def _lacking(missing: Availability, operations: set[str]) -> Iterator[str]:
    """Yield what else a version lacks: types, their members, values."""
    for version, names in missing.items():
        yield f"\n## What else {version} lacks\n\n"
        yield from (f"- `{name}`\n" for name in names if name not in operations)
