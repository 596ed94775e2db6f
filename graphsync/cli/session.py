"""One run of a command: its options, its client, and what it has done so far."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar

import typer
from attrs import define, field

from graphsync.cli.exits import UsageMistake
from graphsync.cli.output import Form, Row, write_object, write_rows, write_text
from graphsync.cli.printable import printable

if TYPE_CHECKING:
    from graphsync import GraphClient
    from graphsync.cli.connection import Connection

T = TypeVar("T")
P = ParamSpec("P")


@define(kw_only=True)
class Run:
    """What a command gets: the client, where output goes, and how to change something."""

    form: Form = Form.TABLE
    columns: str | None = None
    profile: str | None = None
    options: dict[str, str | None] = field(factory=dict[str, "str | None"])
    verbose: bool = False
    debug: bool = False
    yes: bool = False
    dry_run: bool = False
    done: list[str] = field(factory=list[str])
    """What was changed so far, in words."""
    _client: GraphClient | None = field(default=None, init=False)

    @property
    def connection(self) -> Connection:
        """Where to connect, and as whom."""
        return self.connection_of(self.profile)

    def connection_of(self, profile: str | None) -> Connection:
        """Return where to connect and as whom by another profile; None for the default one."""
        from graphsync.cli.connection import connection
        from graphsync.cli.profile import read_profile

        return connection(self.options, read_profile(self.profiles_file, profile))

    @property
    def profiles_file(self) -> Path:
        """The file that the profiles stand in, whether it exists or not."""
        return Path(
            os.environ.get("GRAPHSYNC_CONFIG")
            or Path(typer.get_app_dir("graphsync")) / "config.toml"
        )

    @property
    def graph(self) -> GraphClient:
        """The client; it is made when it is first used."""
        if self._client is None:
            self._client = self.client_of(self.connection)
        return self._client.read_only() if self.dry_run else self._client

    def client_of(self, connection: Connection) -> GraphClient:
        """Return a client of its own, which the caller closes."""
        return connection.client(self._report if self.verbose else None)

    def _report(self, method: str, address: str) -> None:
        self.note(f"{method} {address}")

    def note(self, text: str) -> None:
        """Write a line for people to standard error."""
        sys.stderr.write(printable(text) + "\n")

    def rows(self, rows: Sequence[Row], *columns: str) -> None:
        """Write a list of objects that all have these keys."""
        write_rows(rows, columns, self.form, self.columns)

    def object(self, found: Row) -> None:
        """Write one object."""
        write_object(found, self.form, self.columns)

    def text(self, text: str) -> None:
        """Write text."""
        write_text(text)

    def confirm(self, question: str) -> None:
        """Ask before something that cannot be taken back.

        `--yes` and `--dry-run` answer for the user.
        """
        if self.yes or self.dry_run:
            return
        if not sys.stdin.isatty():
            raise UsageMistake(
                f"{question} There is no terminal to answer on",
                "pass --yes, or --dry-run to only look",
            )
        try:
            agreed = typer.confirm(printable(question), err=True)
        except typer.Abort:  # what Ctrl-C becomes there
            raise KeyboardInterrupt from None
        if not agreed:
            raise typer.Abort

    def send(self, what: str, verb: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Call a verb that changes something, and say so.

        A dry run shows the request and returns None.
        """
        if self.dry_run:
            request = self.graph.dry_run(verb, *args, **kwargs)
            self.note(f"would do: {what}")
            self.object({"method": request.method, "url": request.url, "body": request.json})
            return None
        result = verb(*args, **kwargs)
        self.did(what)
        return result

    def did(self, what: str) -> None:
        """Say that something was changed."""
        self.done.append(what)
        self.note(f"done: {what}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._client is not None:
            self._client.close()
