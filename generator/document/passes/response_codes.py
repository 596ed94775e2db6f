"""Some documents say `200` or `201` where others say `2XX`.

Observed: published beta documents do, so that the same operation has another shape in each. Whether
something was made or found shows in the status of the answer itself; `204`, nothing to read, is
kept apart.
"""

from __future__ import annotations

from generator.openapi.walk import Node, as_node, operations


def response_codes(document: Node) -> Node:
    """Write the one code of an answer with content as `2XX`."""
    for _, _, _, operation in operations(document):
        answers = as_node(operation.get("responses"))
        codes = [str(code) for code in answers if str(code)[:1] == "2" and code != "204"]
        if len(codes) == 1 and codes[0].isdigit() and _has_content(document, answers[codes[0]]):
            operation["responses"] = {
                ("2XX" if code == codes[0] else code): answer for code, answer in answers.items()
            }
    return document


def _has_content(document: Node, answer: Node) -> bool:
    ref = answer.get("$ref", "")
    if ref:
        answer = as_node(
            document.get("components", {}).get("responses", {}).get(ref.rsplit("/", 1)[-1])
        )
    return bool(answer.get("content"))
