"""`graphsync api`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from graphsync.cli.command import command, single
from graphsync.cli.exits import UsageMistake, nearest
from graphsync.cli.output import Form
from graphsync.cli.session import Run
from graphsync.errors import PagingLoop
from graphsync.expressions.json_shapes import is_array, is_object
from graphsync_client.types import Json

app = single()
_METHODS = ("GET", "POST", "PATCH", "PUT", "DELETE")


def _body(source: str | None) -> Json:
    if source is None:
        return None
    text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
    try:
        return json.loads(text)
    except ValueError as error:
        raise UsageMistake(
            f"the body is not JSON: {error}", 'correct it, such as {"key": "value"}'
        ) from None


def _param(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageMistake(f"--param {text!r} has no value", "write --param '$top=5'")
    return name, value


@command(app, "api", sends=("any",), needs=("those of the request",), writes=True)
def api(
    run: Run,
    method: Annotated[str, typer.Argument(help="GET, POST, PATCH, PUT or DELETE.")],
    path: Annotated[
        str, typer.Argument(help="Path below the version root, such as /servicePrincipals.")
    ],
    body: Annotated[
        str | None, typer.Option(help="File with the JSON body; - is standard input.")
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="Query option, such as '$top=5'. Repeatable."),
    ] = None,
    pages: Annotated[bool, typer.Option("--pages", help="Read all pages of a list.")] = False,
) -> None:
    """Send a request with the client's sign-in and retries, and write its answer as JSON."""
    wanted = method.upper()
    if wanted not in _METHODS:
        raise UsageMistake(f"there is no method {method!r}", nearest(wanted, _METHODS))
    if not path.startswith(("/", "https://", "http://")):
        raise UsageMistake(f"{path!r} is not a path", f"begin it with a slash: /{path}")
    params = dict(map(_param, param or []))
    sent = _body(body)
    if wanted == "GET":
        _write(
            run,
            (
                _all_pages(run, path, params)
                if pages
                else run.graph.request("GET", path, params=params)
            ),
        )
        return
    if run.dry_run:
        run.send(f"{wanted} {path}", run.graph.request, wanted, path, params=params, json=sent)
        return
    _write(run, run.graph.request(wanted, path, params=params, json=sent))
    run.did(f"{wanted} {path}")


def _all_pages(run: Run, path: str, params: dict[str, str]) -> Json:
    found = run.graph.request("GET", path, params=params)
    if not is_object(found) or not is_array(found.get("value")):
        return found
    items = [*found["value"]]
    seen: set[str] = set()
    while is_object(found) and isinstance(link := found.get("@odata.nextLink"), str):
        if link in seen:
            raise PagingLoop(f"the next links form a loop: {link}")
        seen.add(link)
        found = run.graph.request("GET", link)
        if is_object(found) and is_array(found.get("value")):
            items += found["value"]
    return {"value": items}


def _write(run: Run, found: Json) -> None:
    # An answer has no columns of its own, so that the table of other commands would not fit.
    if found is None:
        return
    if run.form is Form.TABLE:
        run.text(
            found if isinstance(found, str) else json.dumps(found, indent=2, ensure_ascii=False)
        )
    else:
        run.object(found if is_object(found) else {"value": found})
