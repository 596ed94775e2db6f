"""The cures, one defect each, in the order in which they build on one another."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.passes.argument_aliases import argument_aliases
from generator.document.passes.binary_contents import binary_contents
from generator.document.passes.described_answers import described_answers
from generator.document.passes.enum_names import enum_names
from generator.document.passes.error_responses import error_responses
from generator.document.passes.flags import flags
from generator.document.passes.inline_answers import inline_answers
from generator.document.passes.inline_bodies import inline_bodies
from generator.document.passes.integers import integers
from generator.document.passes.nullable_refs import nullable_refs
from generator.document.passes.odata_type import odata_type
from generator.document.passes.open_objects import open_objects
from generator.document.passes.operation_names import operation_names
from generator.document.passes.option_values import option_values
from generator.document.passes.owner_family import owner_family
from generator.document.passes.path_parameters import path_parameters
from generator.document.passes.schema_names import schema_names
from generator.document.passes.secret_names import secret_names
from generator.document.passes.shared_parts import shared_parts
from generator.document.passes.untyped_arrays import untyped_arrays
from generator.document.structure import check_structure
from generator.errors import Problems
from generator.openapi.walk import Node, unshared

# Cures that leave the document a description of the same requests: what the service sends still
# fits it.
LEVELLING = (nullable_refs, odata_type, integers, untyped_arrays)


def level(document: Node) -> Node:
    """Return a copy with what OData leaves in OpenAPI cured, still the same API in the same
    paths.
    """
    cured: Node = unshared(document)
    for cure in LEVELLING:
        cured = cure(cured)
    return cured


def cure(document: Node, owners: Sequence[str]) -> Node:
    """Return a copy made ready for the parser: levelled, named, and folded to one tree for all
    owners.

    The names of paths, types, operations and values are about different parts of a document: all
    that are wrong are raised together.
    """
    check_structure(document)
    cured = option_values(shared_parts(open_objects(flags(level(document)))))
    cured = secret_names(cured)
    cured = binary_contents(argument_aliases(cured))
    cured = owner_family(error_responses(cured), owners)
    problems = Problems()
    with problems.noting():
        cured = inline_answers(schema_names(cured))
    with problems.noting():
        cured = operation_names(path_parameters(cured))  # an operation is named after its path
    if not problems:
        cured = described_answers(inline_bodies(cured))
    with problems.noting():
        cured = enum_names(cured)
    problems.check()
    return cured
