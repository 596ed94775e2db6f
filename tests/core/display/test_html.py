"""Tables: every text in them is escaped."""

from __future__ import annotations

from graphsync._core.display.html import folded, table

HOSTILE = "<script>alert(1)</script>\"'&"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;"


def test_headings_cells_and_caption_are_escaped():
    shown = table([HOSTILE], [[HOSTILE]], HOSTILE)
    assert shown == (
        f'<table><caption>{ESCAPED}</caption><thead><tr><th scope="col">{ESCAPED}</th></tr></thead>'
        f"<tbody><tr><td>{ESCAPED}</td></tr></tbody></table>"
    )


def test_an_empty_table_has_its_headings_and_no_caption():
    assert table(["A", "B"], []) == (
        '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody></tbody></table>'
    )


def test_a_summary_is_escaped_and_the_content_is_html():
    assert folded(HOSTILE, "<p></p>") == f"<details><summary>{ESCAPED}</summary><p></p></details>"
