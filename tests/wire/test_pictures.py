"""The pictures of the docs, drawn from the running program by headless Chromium: light, dark and printed."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from docs.images.__main__ import SIZE, browse, browser, draw, page

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    browser() is None, reason="no Chromium: install the package chromium to test the pictures"
)


def read(picture: Path) -> tuple[int, int, tuple[int, ...], float]:
    """Return width, height, the colour of the first pixel, and how many bytes differ from it."""
    data = picture.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    assert (depth, kind) in {(8, 2), (8, 6)}
    size = 3 if kind == 2 else 4
    at, packed = 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    rows = zlib.decompress(packed)
    stride = width * size + 1
    # What a filter leaves of a row that repeats its neighbours is zeros.
    drawn = sum(any(rows[start + 1 : start + stride]) for start in range(0, len(rows), stride))
    return width, height, tuple(rows[1:4]), drawn / height


def test_the_command_draws_the_picture_of_the_page(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "docs.images", str(tmp_path)], cwd=ROOT, check=True, timeout=240
    )
    width, height, first, drawn = read(tmp_path / "mapping-changes.png")
    assert (width, height) == SIZE
    assert first == (255, 255, 255)
    assert drawn > 0.5
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {path.name for path in (ROOT / "docs/images").glob("*.png")}
    for name in made:
        new, kept = read(tmp_path / name), read(ROOT / "docs/images" / name)
        assert new[:3] == kept[:3], name
        # Times, and words for them, differ from one day to another.
        assert abs(new[3] - kept[3]) < 0.1, name


def test_it_is_dark_where_people_want_it_dark(tmp_path: Path) -> None:
    draw(page(), tmp_path / "dark.png", dark=True)
    assert read(tmp_path / "dark.png")[2] == (13, 17, 23)


def test_it_can_be_printed(tmp_path: Path) -> None:
    browse(page(), f"--print-to-pdf={tmp_path / 'page.pdf'}")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "page.pdf").stat().st_size > 10_000
