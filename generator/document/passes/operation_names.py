"""Operation ids read
`servicePrincipals.servicePrincipal.synchronization.jobs.synchronizationJob.restart`.

Observed: openapi-python-client makes module names of up to 90 letters of them, in one folder. A
name is made of the path instead, in the reference's words: a verb and the noun it acts on, with as
much of the path above as makes it unique.
"""

from __future__ import annotations

from collections import Counter
from keyword import iskeyword

from openapi_python_client.strings import fix_reserved_words

from generator.document.names import snake
from generator.document.passes.phrase import Phrase, phrase
from generator.document.resolved import resolve_by_rule
from generator.errors import GeneratorError, Problems
from generator.openapi.walk import Node, operations

_Key = tuple[str, str]


def operation_names(document: Node) -> Node:
    """Name each operation and put it into the folder of its resource."""
    phrases: dict[_Key, Phrase] = {
        (path, method): phrase(document, path, method, operation, place)
        for path, method, place, operation in operations(document)
    }
    given: dict[_Key, str] = {}
    for path, method, place, operation in operations(document):
        name = operation.pop("x-graphsync-name", None)
        if name and str(name) != snake(str(name), place):
            raise GeneratorError(
                place, found=f"the name {name!r}", expected="an x-graphsync-name in snake_case"
            )
        if name:
            given[path, method] = str(name)
    names = _names(document, phrases, given)
    taken: dict[str, str] = {}
    problems = Problems()
    for path, method, place, operation in operations(document):
        name = names[path, method]
        with problems.noting():
            if name in taken:
                raise GeneratorError(
                    place=place,
                    found=f"the name {name}, which {taken[name]} has already",
                    expected="another x-graphsync-name in the overlay",
                )
            taken[name] = f"{method.upper()} {path}"
        operation["operationId"] = name
        # The tool calls the folder `set_` where it would be called like something built in.
        operation["tags"] = [fix_reserved_words(phrases[path, method].family)]
    problems.check()
    for entry in phrases.values():
        # Both would be attributes of the one package `api`.
        if entry.family in taken:
            raise GeneratorError(
                place="/paths",
                found=(
                    f"{taken[entry.family]} is called {entry.family}, and so is a folder of"
                    " operations"
                ),
                expected="another x-graphsync-name in the overlay",
            )
    return document


def _names(document: Node, phrases: dict[_Key, Phrase], given: dict[_Key, str]) -> dict[_Key, str]:
    """Name every operation: those that are alike take in more and more of the path above, until
    they differ.
    """
    short = Counter(entry.name() for entry in phrases.values())
    levels = {key: int(short[entry.name()] > 1) for key, entry in phrases.items()}
    items: set[_Key] = set()
    families = {entry.family for entry in phrases.values()}

    def named(key: _Key) -> str:
        name = given.get(key) or phrases[key].name(levels[key]) + ("_by_id" if key in items else "")
        # The tool would call `abs` of a workbook `abs_`, since Python has one built in.
        if key in given or not (name in families or fix_reserved_words(name) != name):
            return name
        # `learningCourseActivities(…)` is called like the folder of the collection
        # `learningCourseActivities`.
        return f"{'get' if key[1] == 'get' and not iskeyword(name) else 'call'}_{name}"

    while True:
        names = {key: named(key) for key in phrases}
        often = Counter(names.values())
        alike = [
            key
            for key, name in names.items()
            if often[name] > 1 and name not in given.values() and levels[key] < phrases[key].levels
        ]
        if not alike:
            break
        mixed = {names[key] for key in alike if phrases[key].item} & {
            names[key] for key in alike if not phrases[key].item
        }
        for key in alike:
            if names[key] in mixed and key not in items:
                # `calendars/{id}` beside `calendar`.
                items |= {key} if phrases[key].item else set()
            else:
                levels[key] += 1
    for (path, method), name in names.items():
        entry = phrases[path, method]
        if (path, method) not in given and name not in {entry.name(), entry.name(1)}:
            resolve_by_rule(
                document, f"{method.upper()} {path}: {name}, for {entry.name(1)} is several"
            )
    return names
