"""Write the table of all facts into the documentation: `python -m tests.emulator.facts.table`."""

from collections import Counter
from itertools import groupby
from pathlib import Path

from .rows import Row, Verdict, rows
from .tables import by_words

DOCS = Path(__file__).parents[3] / "docs"
PAGE = DOCS / "emulator-facts.md"
BEHAVIOUR = DOCS / "emulator-behaviour.md"
_BEGIN, _END = "## What is checked\n", "All 193 documented expressions"
_SECTIONS = {
    "0": "Sources",
    "1": "Operations",
    "2.1": "The types of a job",
    "2.2": "States of a job",
    "2.3": "What each call does",
    "2.4": "Scopes of a restart",
    "2.5": "Cycles, quarantine, deprovisioning",
    "3.1": "Ids and templates",
    "3.2": "A template",
    "3.3": "A schema",
    "3.4": "Limits of schemas",
    "4.1": "Secrets",
    "4.2": "Keys of secrets",
    "4.3": "What is masked",
    "4.4": "Writing secrets",
    "4.5": "Validating credentials",
    "4.6": "Acquiring a token",
    "5": "Provisioning on demand",
    "6": "Bulk upload",
    "7": "Queries, pages, batches",
    "8.1": "An error",
    "8.2": "Errors of this service",
    "8.3": "Limits",
    "8.4": "National clouds",
    "9": "The provisioning log",
    "10.1": "Expressions",
    "10.2": "Functions of expressions",
    "10.3": "Parsing an expression",
    "10.4": "The list of functions",
    "10.5": "Operators of scopes",
    "11": "What clients need",
    "12": "What is uncertain",
}
_HEAD = """# The collected facts, one by one

{count} facts about the service were collected from its metadata, its reference, its guides and what others published. Each has a
number: the section of the collection and its place there. This page says of each what the local Graph does, and what shows it.
`python -m tests.emulator.facts.table` writes it from the rows in `tests/emulator/facts`; a test compares the two, another
compares the rows with the collection itself where that is at hand.

- *holds*: a test shows it. Names in quotation marks are rows of the tables that `tests/emulator/test_facts.py` asks over
  HTTP; names with `::` are tests.
- *differs*: the local Graph does something else, with the reason.
- *not here*: the local Graph has nothing of the kind, with the reason.
- *not checkable*: no request shows it. It is about other programs, sources, the words of a page, or clouds that the local Graph
  does not stand for.

"""


def reason(row: Row) -> str:
    """Return why a fact does not hold, or what it is about."""
    (said,) = row.shown
    fact = by_words().get(said)
    return fact.differs if fact else said


def counts(every: list[Row]) -> str:
    """Return how many facts there are of each verdict, as a sentence."""
    of = Counter(row.verdict for row in every)
    return (
        f"Of {len(every)} facts {of['holds']} hold, {of['differs']} differ, {of['not here']} are"
        f" not here and {of['not checkable']} cannot be checked"
    )


def page() -> str:
    """Return the page with every fact."""
    every = rows()
    parts = [_HEAD.format(count=len(every)), f"{counts(every)}.\n"]
    wanting: tuple[Verdict, ...] = ("differs", "not here")
    parts.append("\n## What does not hold, and why\n\n| Fact | Here | Why |\n|---|---|---|\n")
    parts += [
        f"| {row.number}: {row.words} | {row.verdict} | {reason(row)} |\n"
        for row in every
        if row.verdict in wanting
    ]
    for section, group in groupby(every, lambda row: row.number.partition("-")[0]):
        title = f"\n## {_SECTIONS[section]} ({section})\n\n"
        parts.append(f"{title}| Number | Fact | Here | Shown by, or why |\n|---|---|---|---|\n")
        parts += [_line(row) for row in group]
    return "".join(parts)


def _line(row: Row) -> str:
    shown = reason(row) if row.verdict != "holds" else ", ".join(map(_shown, row.shown))
    cells = (row.number, row.words, row.verdict, shown)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _shown(name: str) -> str:
    return f"`{name}`" if "::" in name else f"“{name}”"


def section() -> str:
    """Return the section of the other page that counts the facts."""
    every = rows()
    asked = len(by_words())
    lines = [
        f"{_BEGIN}\n{counts(every)}: [the facts, one by one](emulator-facts.md). For {asked} statements",
        "`tests/emulator/test_facts.py` asks the local Graph over HTTP by the requests that show them; other facts are shown by tests of",
        "their own. What does not hold, and why:\n",
    ]
    lines += [
        f"- {row.number}, {row.words}: {reason(row)}."
        for row in every
        if row.verdict in {"differs", "not here"}
    ]
    return "\n".join(lines) + "\n\n"


def behaviour(text: str) -> str:
    """Return the other page with its section as it has to be."""
    before, _, rest = text.partition(_BEGIN)
    return f"{before}{section()}{_END}{rest.partition(_END)[2]}"


def main() -> None:
    PAGE.write_text(page(), "utf-8")
    BEHAVIOUR.write_text(behaviour(BEHAVIOUR.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
