"""A check's results as a page that needs nothing else: the failures with what led to them."""

import json
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from graphsync.scim.remedies import remedy
from graphsync.scim.result import CheckReport, Outcome

_MOST_STEPS = 60
_LONGEST = 4_000


def as_html(report: CheckReport) -> str:
    """Return a report as one HTML page without scripts, pictures or links to elsewhere.

    Each failure has the last 60 requests and answers that led to it, each body up to 4,000
    characters, and what to mend.
    """
    counts = dict.fromkeys(Outcome, 0)
    for item in report.results:
        counts[item.outcome] += 1
    words = ", ".join(f"{number} {outcome.value}" for outcome, number in counts.items() if number)
    return _TEMPLATES.get_template("report.html").render(
        report=report, counts=words, most=_MOST_STEPS
    )


def _shown(text: str) -> str:
    """Return a text without characters that are invisible or turn the direction of writing."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter == "\n" else f"\\u{ord(letter):04x}"
        for letter in text
    )


def _body(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
    rest = len(text) - _LONGEST
    return _shown(text[:_LONGEST]) + (f"\n… {rest} more characters" if rest > 0 else "")


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters |= {"shown": _shown, "body": _body, "remedy": remedy}
