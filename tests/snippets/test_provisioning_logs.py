"""The logs that the docs show are those of the local Graph as it is now."""

from docs.provisioning_logs import page

from .blocks import ROOT


def test_the_page_is_what_the_local_graph_logs() -> None:
    assert (ROOT / "docs" / "provisioning-logs.md").read_text(encoding="utf-8") == page()
