"""No regular expression that sees foreign text takes time that grows faster than the text.

Every compiled expression of the packages is found and tried on texts that are made to go wrong; so are the functions that make
expressions as they run. Only a ratio of times is looked at, and only where there is something to measure.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest

import graphsync
import graphsync_client
from graphsync._core.response.challenge import Challenge
from graphsync._core.response.evidence import Evidence
from graphsync._core.response.hints import advise
from graphsync._core.response.redaction import Redaction

SMALL, LARGE = 1_000, 4_000
SHORT = 0.01  # seconds: what takes no longer on the large text is not worth a look
MOST = 9.0  # of 4 for what grows with the text, and 16 for what grows with its square
UNITS = [
    "a", "0", " ", "\t", '"', "'", "\\", "/", ".", "-", "=", ",", "(", "[", "$", "&", "%", ";", "\n", "é",
    'a="', "a= ", "a=\\", "a ", "Bearer ", "\\\"", "a\\\"", "=\"\\", "/servicePrincipals/", "/servicePrincipals(appId=",
    "/synchronization/jobs/", "$select=", "(?<a", "${a", "$1", "%5C", "%255C", "&#92;", "&amp;", "&bsol;", "a.", "0.",
    "P1D", "-0", "0:", "2020-01-01T", "&H", "x0", "{", "}", "[a]", "<", "::", "ab12-",
]  # fmt: skip


def expressions() -> dict[str, re.Pattern[str]]:
    found = {}
    for package in (graphsync, graphsync_client):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".emulator" in info.name or info.name.endswith("__main__"):
                continue
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    found[f"{info.name}.{name}"] = value
    return found


def seconds(function, text) -> float:
    times = []
    for _ in range(3):
        began = time.perf_counter()
        function(text)
        times.append(time.perf_counter() - began)
        if times[-1] < SHORT:
            break
    return min(times)


def grows_too_fast(function) -> list[str]:
    wrong = []
    for unit in UNITS:
        for end in ("", "\x00"):
            large = seconds(function, unit * (LARGE // len(unit)) + end)
            if large < SHORT:
                continue
            small = seconds(function, unit * (SMALL // len(unit)) + end)
            if large > MOST * small:
                wrong.append(
                    f"{unit!r} and {end!r}: {large / small:.0f} times as long for 4 times the text"
                )
    return wrong


def test_the_measure_sees_a_square():
    assert grows_too_fast(re.compile(r"[A-Za-z_]+\s*=").search)


# These are matched with the whole text, or at one place where a failure ends the reading; never searched for.
ANCHORED = {
    "graphsync._core.config.configuration._REFERENCE",
    "graphsync.expressions.dotnet_regex._GROUP",
    "graphsync.expressions.evaluate._NUMBER",
}


@pytest.mark.parametrize("name", expressions())
def test_compiled_expressions(name):
    pattern = expressions()[name]

    def everything(text):
        pattern.fullmatch(text)
        if name not in ANCHORED:
            pattern.sub("", text)

    assert grows_too_fast(everything) == []


# Those that begin or end with what an expression may search for are the ones that could be slow.
SECRETS = ['a"b\\c', "\\\\\\", '"""x', "&#92;", "%5C%5C"]


@pytest.mark.parametrize("secret", SECRETS)
def test_the_expression_of_a_secret(secret):
    redaction = Redaction.of({"value": [{"key": "k", "value": secret}]})
    assert grows_too_fast(redaction.clean) == []


def test_challenges():
    assert grows_too_fast(Challenge.of) == []
    assert grows_too_fast(lambda text: Challenge.of("Bearer " + text)) == []


def test_hints():
    assert (
        grows_too_fast(
            lambda text: advise(
                404, "", text, "GET", f"/v1.0/servicePrincipals/{text}", {}, Evidence()
            )
        )
        == []
    )
