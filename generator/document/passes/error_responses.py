"""Every operation lists the answers that are errors.

Observed: openapi-python-client returns them in a union with the result, so that a 404 is a value,
not an exception. Errors belong to the transport; the error types stay in the slice and in the
models.
"""

from __future__ import annotations

from generator.errors import GeneratorError
from generator.openapi.walk import Node, operations


def error_responses(document: Node) -> Node:
    """Leave each operation its successful answers only."""
    for _, _, place, operation in operations(document):
        answers = {
            code: answer for code, answer in operation["responses"].items() if code[:1] == "2"
        }
        if not answers:
            raise GeneratorError(
                place=f"{place}/responses",
                found="no successful answer",
                expected="a 2XX or numeric 2.. code",
            )
        operation["responses"] = answers
    return document
