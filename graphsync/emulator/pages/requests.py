"""The page of the requests seen, and of the permissions that they needed."""

from dataclasses import asdict

from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.pages.overview import HEADERS, TEMPLATES
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.requests.exports import curl
from graphsync.emulator.requests.least import needed
from graphsync.emulator.requests.shown import search

_MOST = 100
_LONGEST = 20_000


def requests_page(graph: LocalGraph, query: dict[str, str]) -> Reply:
    """Answer the newest requests in which the query's `q` occurs; with `live` it loads itself
    again.
    """
    text, asked = query.get("q", ""), query.get("direction", "")
    direction = asked if asked in {"in", "out"} else ""
    found = search(graph.shown(), text, direction)
    least = needed(graph.requests)
    html = TEMPLATES.get_template("requests.html").render(
        tenant=graph.tenant.profile,
        q=text,
        direction=direction,
        live=bool(query.get("live")),
        number=len(found),
        requests=[
            {
                **asdict(item),
                "body": item.body[:_LONGEST],
                "answer": item.answer[:_LONGEST],
                "curl": curl(item)[:_LONGEST],
            }
            for item in found[: -_MOST - 1 : -1]
        ],
        permissions=[
            ("A program on its own", least["application"]),
            ("A program that owns the service principals", least["owningApplication"]),
            ("A program that somebody signs in to", least["person"]),
        ],
    )
    return Reply(200, html.encode("utf-8", "replace"), dict(HEADERS), "text/html; charset=utf-8")
