"""What a change of the document means, as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from generator.report.change import Change, Weight
from generator.report.enum_changes import enum_changes
from generator.report.facade import FacadeGaps, facade_calls, facade_gaps
from generator.report.operation_changes import operation_changes
from generator.report.type_changes import sent_types, type_changes
from generator.report.version_step import BEFORE_1, before_1, next_version, version_of, version_step
from generator.report.wording_changes import wording_changes
from generator.surface.surface import Surface
from generator.words.docs import Docs

_HEADINGS = {
    Weight.BREAKING: "breaking: programs that use these must change",
    Weight.COMPATIBLE: "compatible: programs go on as they are",
    Weight.DOCUMENTATION: "documentation: no code differs",
}


@frozen
class Report:
    """The differences of two slices, and what they leave to do."""

    changes: Sequence[Change]
    gaps: FacadeGaps
    missing_words: Sequence[str]
    misfits: Sequence[str]
    """A line for each overlay patch that does not fit the new slice."""
    version: str
    skipped: Sequence[str] = ()
    """A line for each overlay patch whose target the new slice lacks."""
    lacking: Sequence[str] = ()
    """A line for each thing that a scope asks for and the new document lacks."""

    @classmethod
    def between(
        cls, old: Surface, new: Surface, docs: Docs, project: Path, lacking: Sequence[str] = ()
    ) -> Report:
        """Compare two slices, and the new one with the facade and the words in the folder
        `project`.
        """
        operations = new.facts.operations
        return cls(
            changes_between(old, new),
            facade_gaps(
                project / "graphsync", new.facts, facade_calls(project / "spec" / "facade.toml")
            ),
            docs.missing(new.document, list(operations)),
            new.misfits,
            version_of(project / "pyproject.toml"),
            new.skipped,
            lacking,
        )

    @classmethod
    def beside(
        cls, old: Surface, new: Surface, project: Path, lacking: Sequence[str] = ()
    ) -> Report:
        """Compare two slices of another scope: they have nothing to do with the facade and the
        words of `project`.
        """
        # Most of the overlay is about other paths; what fitted one of the two is not.
        skipped = [line for line in new.skipped if line not in old.skipped]
        return cls(
            changes_between(old, new),
            FacadeGaps((), ()),
            (),
            (),
            version_of(project / "pyproject.toml"),
            skipped,
            lacking,
        )

    @property
    def weight(self) -> Weight | None:
        """The weight of the heaviest change; None without any."""
        return max((change.weight for change in self.changes), default=None)

    @property
    def step(self) -> str:
        """Name the number of the version that the changes call to move."""
        return version_step(self.weight, self.version)

    def lines(self) -> Iterator[str]:
        """Yield the report as people read it."""
        for weight, heading in _HEADINGS.items():
            found = [change for change in self.changes if change.weight is weight]
            if found:
                yield f"{heading} ({len(found)})"
                signs = {"added": "+", "removed": "-", "changed": "~"}
                yield from (f"  {signs[change.what]} {change}" for change in found)
        for heading, names in (
            (
                "spec/facade.toml: operations without a verb and without a way",
                self.gaps.without_home,
            ),
            (
                "graphsync/: verbs without their operation, which raise NotAvailable",
                self.gaps.with_files(self.gaps.without_operation),
            ),
            (
                "graphsync/: types in use that the document does not have",
                self.gaps.with_files(self.gaps.without_type),
            ),
            ("spec/docs.yaml: no words", self.missing_words),
            ("left out, for the document does not have it", self.lacking),
            ("spec/overlay.yaml: patches that do not fit", self.misfits),
            ("spec/overlay.yaml: patches without their target", self.skipped),
        ):
            if names:
                yield f"{heading} ({len(names)})"
                yield from (f"  {name}" for name in names)
        if self.weight is None:
            yield "no change"
        else:
            why = f" ({BEFORE_1})" if before_1(self.version) else ""
            yield (
                f"suggested version: {self.step} step, {self.version} ->"
                f" {next_version(self.version, self.step)}{why}"
            )

    def json(self) -> str:
        """Return the report as JSON."""
        content = {
            "changes": [
                {
                    "kind": change.kind,
                    "name": change.name,
                    "what": change.what,
                    "weight": change.weight.name.lower(),
                    "detail": change.detail,
                }
                for change in self.changes
            ],
            "facade": {
                "operations_without_home": self.gaps.without_home,
                "verbs_without_operation": self.gaps.without_operation,
                "types_missing": self.gaps.without_type,
            },
            "missing_words": self.missing_words,
            "lacking": self.lacking,
            "overlay_misfits": self.misfits,
            "overlay_skipped": self.skipped,
            "version": {
                "now": self.version,
                "step": self.step,
                "next": next_version(self.version, self.step),
            },
        }
        return json.dumps(content, indent=2)


def changes_between(old: Surface, new: Surface) -> list[Change]:
    """Compare two slices; the order is that of weight, the heaviest first, then kind and name."""
    found = [
        *operation_changes(old.facts.operations, new.facts.operations),
        *type_changes(old.facts.models, new.facts.models, sent_types(new.cured)),
        *enum_changes(old.facts.enums, new.facts.enums),
    ]
    found += wording_changes(old, new)
    return sorted(
        found, key=lambda change: (-change.weight, change.kind, change.name, change.detail)
    )
