"""Count the lines of the ports, and write the page that compares them with public scripts.

Run it as `python -m examples.ports > docs/reference/ports.md`.
"""

from __future__ import annotations

import tokenize
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

HERE = Path(__file__).parent
_NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}


@frozen
class Port:
    """A task, and how many lines a public script takes for it."""

    name: str
    task: str
    script: int

    @property
    def path(self) -> Path:
        """The file of the port."""
        return HERE / f"{self.name}.py"


PORTS = (
    Port("set_up", "Set up an application: secrets, test, job, start", 68),
    Port("csv_to_scim", "Upload people from a CSV file, attributes of your own, history", 653),
    Port("fleet_health", "Health of all jobs: CSV, page, mail", 733),
    Port("on_demand", "Provision one person on demand, with the verdict", 140),
    Port("backup", "Back up and restore", 230),
    Port("run_now", "Run a job now and wait for the cycle", 200),
)


def lines(path: Path) -> int:
    """Count the lines of a program that hold code: no blank ones, comments or docstrings."""
    with path.open("rb") as file:
        statement: list[tokenize.TokenInfo] = []
        counted: set[int] = set()
        for token in tokenize.tokenize(file.readline):
            if token.type not in _NO_CODE:
                statement.append(token)
            elif token.type == tokenize.NEWLINE:
                if [one.type for one in statement] != [tokenize.STRING]:
                    for one in statement:
                        counted |= {*range(one.start[0], one.end[0] + 1)}
                statement = []
    return len(counted)


def page() -> str:
    """Return the page."""
    return "\n".join((*_page(), ""))


def _page() -> Iterator[str]:
    yield "# Tasks of public scripts in few lines"
    yield ""
    yield "Each program in `examples/ports/` does the task of a public script in a tenth of"
    yield "its lines or less. Blank lines, comments and docstrings do not count. A test runs each"
    yield "program on the local Graph, and compares this page with what this prints:"
    yield "`python -m examples.ports`."
    yield ""
    yield "| Program | Task | Lines of the script | Lines of the port |"
    yield "|---|---|---|---|"
    for port in PORTS:
        yield f"| `{port.name}` | {port.task} | {port.script} | {lines(port.path)} |"


if __name__ == "__main__":
    print(page(), end="")
