# ruff: noqa: E402  # reading is the work; what is hidden must be hidden first
"""Import httpx, make a client, and read the first page of jobs untyped."""

import sys

for developers_tool in (
    "click",
    "zstandard",
):  # httpx imports them where they are; those who use a client have neither
    sys.modules[developers_tool] = None  # type: ignore[assignment]

import httpx

with httpx.Client(headers={"authorization": "Bearer a-token"}) as client:
    for job in client.get(sys.argv[1]).raise_for_status().json()["value"]:
        job["id"], job["status"]["code"]
