"""Pages, and the way from one to the next."""

from __future__ import annotations

import pytest

from graphsync._core.request.endpoint import Endpoint
from graphsync._core.response.pages import Page, Trail, following
from graphsync.errors import ForeignOrigin, PagingLoop
from graphsync_client.types import Operation

ENDPOINT = Endpoint.of("https://graph.microsoft.com/v1.0")
OPERATION = Operation[None](
    name="x", method="GET", path="/x", query=(("$top", "5"),), headers={"A": "b"}
)


def test_a_link_replaces_path_and_query_and_keeps_the_headers():
    operation = following(OPERATION, f"{ENDPOINT.url}/y?$skiptoken=a%20b", ENDPOINT)
    assert (operation.url, dict(operation.headers)) == ("/y?$skiptoken=a%20b", {"A": "b"})


def test_a_link_to_another_server_is_not_followed():
    with pytest.raises(ForeignOrigin):
        following(OPERATION, "https://contoso.com/v1.0/y", ENDPOINT)


@pytest.mark.parametrize(("before", "circle"), [(0, 1), (0, 2), (3, 1), (5, 7), (40, 3)])
def test_a_circle_of_links_ends(before, circle):
    trail = Trail()
    links = [f"/{number}" for number in range(before)]
    links += [f"/c{number % circle}" for number in range(20 * (before + circle))]
    with pytest.raises(PagingLoop, match="form a loop"):
        for link in links:
            trail.step(link)


def test_links_that_differ_are_followed():
    trail = Trail()
    for number in range(10_000):
        trail.step(f"/{number}")


def test_a_page_is_a_sequence_of_its_items():
    page = Page(["a", "b"], "/next", 9)
    assert (len(page), list(page), page.items, page.count) == (2, ["a", "b"], ("a", "b"), 9)
