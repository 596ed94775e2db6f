"""Bytes of whatever type are bytes, and a body is sent as the first type that is described."""

from __future__ import annotations

from copy import deepcopy

from generator.document.passes.binary_contents import binary_contents
from tests.generator.documents import answer, openapi, operation, ref

BINARY = {"schema": {"type": "string", "format": "binary"}}
PICTURES = {"image/bmp": BINARY, "image/png": BINARY}


def test_pictures_are_bytes_both_ways() -> None:
    read = operation({"2XX": {"description": "", "content": deepcopy(PICTURES)}})
    write = {**operation(), "requestBody": {"content": deepcopy(PICTURES)}}
    item = binary_contents(openapi(paths={"/logo": {"get": read, "put": write}}))["paths"]["/logo"]
    assert item["get"]["responses"]["2XX"]["content"] == {"application/octet-stream": BINARY}
    assert item["put"]["requestBody"]["content"] == {"application/octet-stream": BINARY}
    assert item["put"]["x-graphsync-content-type"] == "image/bmp"


def test_what_is_not_bytes_stays() -> None:
    given = operation(answer(ref("job")), body=ref("job"))
    document = openapi(paths={"/jobs": {"post": given}})
    assert binary_contents(deepcopy(document)) == document
