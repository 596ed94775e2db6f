"""What a slice offers to those who program against it: its operations, types and values, by
their Python names.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager

from attrs import frozen

from generator.document.original_place import original_place
from generator.document.overlay import Patch, apply_overlay
from generator.document.passes import cure
from generator.document.passes.owner_family import owners_of
from generator.document.passes.response_codes import response_codes
from generator.errors import GeneratorError, Problems, naming_document
from generator.openapi.walk import Node
from generator.surface.enums import EnumFacts, enum_facts
from generator.surface.models import ModelFacts, model_facts
from generator.surface.operations import OperationFacts, operation_facts
from generator.words.docs import Docs


@frozen
class Facts:
    """All that the templates look up, by the names the document has after the passes."""

    models: Mapping[str, ModelFacts]
    enums: Mapping[str, EnumFacts]
    operations: Mapping[str, OperationFacts]


@frozen
class Surface:
    """A slice with the overlay on it, cured, and as the templates see it."""

    document: Node
    cured: Node
    facts: Facts
    owners: Sequence[str]
    skipped: Sequence[str]
    """A line for each patch whose target the slice lacks."""
    misfits: Sequence[str]
    """A line for each patch that does not fit the slice, such as one that changes nothing any
    more.
    """
    name: str = ""
    """Which document the slice is of; errors name it."""

    @contextmanager
    def complaints(self) -> Generator[None]:
        """Let errors about the cured document, raised within, point into the one that was given."""
        with _complaints(self.document, self.owners, self.cured, self.name):
            yield

    @property
    def calls(self) -> int:
        """Count the operations as the document does: once for each owner."""
        return sum(
            len(entry.owners) or max(1, len(self.owners)) if entry.owned else 1
            for entry in self.facts.operations.values()
        )


def read_surface(
    document: Node, patches: Sequence[Patch], docs: Docs, *, lenient: bool = False, name: str = ""
) -> Surface:
    """Lay the patches over a slice and cure it; `document` itself is changed.

    A patch that does not fit is an error, unless the reader is `lenient`: two documents can be
    compared while the overlay fits only one of them. Errors point to what `document` has, and begin
    with its `name`.
    """
    skipped: list[str] = []
    misfits: list[str] = []
    problems = Problems()
    with naming_document(name):
        owners = owners_of(response_codes(document))
        for patch in patches:
            try:
                skipped += apply_overlay(document, [patch], owners)
            except GeneratorError as error:
                if lenient:
                    misfits.append(str(error))
                else:
                    with problems.noting(), naming_document(name):
                        raise
    # A patch that does not fit has changed nothing: what else is wrong is found all the same.
    with problems.noting(), _complaints(document, owners, None, name):
        cured = cure(document, owners)
    problems.check()
    with _complaints(document, owners, cured, name):
        models: Mapping[str, ModelFacts] = {}
        enums: Mapping[str, EnumFacts] = {}
        calls: Mapping[str, OperationFacts] = {}
        with problems.noting():
            models = model_facts(cured, docs)
        with problems.noting():
            enums = enum_facts(cured, docs)
        with problems.noting():
            calls = operation_facts(cured, docs)
        problems.check()
        facts = Facts(models, enums, calls)
    return Surface(document, cured, facts, owners, skipped, misfits, name)


@contextmanager
def _complaints(
    document: Node, owners: Sequence[str], cured: Node | None, name: str
) -> Generator[None]:
    with naming_document(name):
        try:
            yield
        except GeneratorError as error:
            raise error.moved(
                lambda place: original_place(document, owners, place, cured)
            ) from error
