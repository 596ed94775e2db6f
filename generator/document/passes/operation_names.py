"""Operation ids read `servicePrincipals.servicePrincipal.synchronization.jobs.synchronizationJob.restart`.

Observed: openapi-python-client makes module names of up to 90 letters of them, in one folder. A name is made of the path
instead, in the reference's words: a verb and the noun it acts on, with the parent only where two nouns are alike.
"""

from __future__ import annotations

from collections import Counter

from generator.document.names import snake
from generator.document.passes.phrase import Phrase, phrase
from generator.errors import GeneratorError
from generator.openapi.walk import Node, operations


def operation_names(document: Node) -> Node:
    """Name each operation and put it into the folder of its resource."""
    phrases: dict[tuple[str, str], Phrase] = {
        (path, method): phrase(document, path, method, operation, place)
        for path, method, place, operation in operations(document)
    }
    short = Counter(entry.name() for entry in phrases.values())
    taken: dict[str, str] = {}
    for path, method, place, operation in operations(document):
        entry = phrases[path, method]
        told = operation.pop("x-graphsync-name", None)
        name = str(told) if told else entry.name() if short[entry.name()] == 1 else entry.name(qualified=True)
        if told and name != snake(name, place):
            raise GeneratorError(place, found=f"the name {name!r}", expected="an x-graphsync-name in snake_case")
        if name in taken:
            raise GeneratorError(
                place=place,
                found=f"the name {name}, which {taken[name]} has already",
                expected="another x-graphsync-name in spec/overlay.yaml",
            )
        taken[name] = f"{method.upper()} {path}"
        operation["operationId"] = name
        operation["tags"] = [entry.family]
    for entry in phrases.values():
        # Both would be attributes of the one package `api`.
        if entry.family in taken:
            raise GeneratorError(
                place="/paths",
                found=f"{taken[entry.family]} is called {entry.family}, and so is a folder of operations",
                expected="another x-graphsync-name in spec/overlay.yaml",
            )
    return document
