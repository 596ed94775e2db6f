"""The session of the command that the docs show is what the commands write now."""

from docs.session import COMMANDS, page

from .blocks import ROOT


def test_the_page_is_what_the_commands_write() -> None:
    assert (ROOT / "docs" / "reference" / "session.md").read_text(encoding="utf-8") == page()


def test_it_shows_more_than_ten_commands() -> None:
    assert len({line.split()[1] for line in COMMANDS}) >= 8
    assert len(COMMANDS) > 10
