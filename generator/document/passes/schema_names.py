"""Schemas are named `microsoft.graph.synchronizationJob`; a class should be named
`SynchronizationJob`.

Observed: openapi-python-client turns the dotted name into 60-letter classes and modules.
"""

from __future__ import annotations

from collections import Counter

from openapi_python_client.strings import ClassName

from generator.document.names import module, pascal
from generator.document.resolved import resolve_by_rule
from generator.document.runtime_names import RUNTIME_NAMES
from generator.errors import GeneratorError, Problems
from generator.openapi.walk import SCHEMAS, Node, nodes, ref_name, schemas

_GRAPH = "microsoft.graph."


def schema_names(document: Node) -> Node:
    """Name every schema after the last part of its name; `x-graphsync-name` keeps Graph's own.

    Where two would be alike, the namespace goes before it: `group`, but `TermStoreGroup` of
    `termStore.group`.
    """
    renamed: dict[str, str] = {}
    taken: dict[str, str] = {}
    problems = Problems()
    alike = Counter(pascal(name, place).casefold() for name, place, _ in schemas(document))
    for name, place, schema in schemas(document):
        made = pascal(name, place)
        if alike[made.casefold()] > 1:
            namespace = name.removeprefix(_GRAPH).split(".")[:-1]
            made = "".join(pascal(part, place) for part in (*namespace, made))
        if made in RUNTIME_NAMES:
            resolve_by_rule(
                document, f"{name}: Graph{made}, for {made} is a name of the package itself"
            )
            made = f"Graph{made}"
        # The tool spells what has a digit in it its own way: `B2BInvitation`.
        spelled = str(ClassName(made, ""))
        if spelled != made and spelled.casefold() == made.casefold():
            resolve_by_rule(document, f"{name}: {spelled}, as openapi-python-client spells {made}")
            made = spelled
        # Classes must differ, and their modules too, on file systems that ignore case as well.
        clashes = {
            taken.setdefault(key, name) for key in (made.casefold(), module(made, place))
        } - {name}
        for clash in sorted(clashes):
            with problems.noting():
                raise GeneratorError(
                    place=place,
                    found=f"{name!r} becomes {made!r}, and so does {clash!r}",
                    expected="names that differ by more than case and underscores",
                )
        renamed[name] = made
        schema["x-graphsync-name"] = name.removeprefix(_GRAPH)
    problems.check()
    for place, node in nodes(document):
        ref = node.get("$ref")
        if isinstance(ref, str):
            target = ref_name(ref, place)
            if target not in renamed:
                raise GeneratorError(
                    place,
                    found=f"$ref {ref!r} points to nothing",
                    expected="a schema that the document has",
                )
            node["$ref"] = SCHEMAS + renamed[target]
    components = document.get("components", {})
    components["schemas"] = {
        renamed[name]: schema for name, schema in components.get("schemas", {}).items()
    }
    return document
