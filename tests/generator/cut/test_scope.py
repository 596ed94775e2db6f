"""Rules for paths."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cut.scope import PathRule, Scope, load_scope
from generator.errors import GeneratorError

SYNCHRONIZATION = "/servicePrincipals/{id}/synchronization/**"


@pytest.mark.parametrize(
    ("rule", "path", "matches"),
    [
        (SYNCHRONIZATION, "/servicePrincipals/{servicePrincipal-id}/synchronization", True),
        (
            SYNCHRONIZATION,
            "/servicePrincipals/{x}/synchronization/jobs/{job-id}/microsoft.graph.pause",
            True,
        ),
        (SYNCHRONIZATION, "/servicePrincipals/{x}/synchronizationJobs", False),
        (SYNCHRONIZATION, "/servicePrincipals/{x}/{y}/synchronization", False),
        (SYNCHRONIZATION, "/servicePrincipals/x/synchronization", False),
        (SYNCHRONIZATION, "/me/servicePrincipals/{x}/synchronization", False),
        (SYNCHRONIZATION, "/servicePrincipals(appId='{appId}')/synchronization", False),
        (
            "/servicePrincipals(appId='{x}')/**",
            "/servicePrincipals(appId='{appId}')/synchronization",
            True,
        ),
        ("/auditLogs/provisioning", "/auditLogs/provisioning", True),
        ("/auditLogs/provisioning", "/auditLogs/provisioning/{id}", False),
        ("/auditLogs/provisioning", "/auditLogsXprovisioning", False),
        ("/auditLogs/*", "/auditLogs/{id}", True),
        ("/auditLogs/*", "/auditLogs/a/b", False),
        ("/users/delta()", "/users/delta()", True),
        ("/**", "/anything/at/all", True),
    ],
)
def test_a_rule_matches_whole_paths(rule: str, path: str, matches: bool):
    assert bool(PathRule(rule).expression().fullmatch(path)) is matches


@pytest.mark.parametrize("rule", ["", "users", "**", "/users/**/jobs"])
def test_a_rule_that_cannot_match_is_refused(rule: str):
    with pytest.raises(GeneratorError):
        PathRule(rule).expression()


def test_the_kept_paths_are_sorted_and_each_is_kept_once():
    scope = Scope((PathRule("/b"), PathRule("/*"), PathRule("/a/**")))
    assert scope.select(["/b", "/a/c", "/a"]) == ["/a", "/a/c", "/b"]


def test_every_rule_that_matches_nothing_is_named():
    scope = Scope((PathRule("/a"), PathRule("/nothing/**"), PathRule("/{gone}")))
    with pytest.raises(GeneratorError, match=r"/nothing/\*\* nor /\{gone\}") as error:
        scope.select(["/a", "/b"])
    assert error.value.place == "/paths"


@given(
    st.lists(
        st.sampled_from(["jobs", "{id}", "*", "x(a='{b}',c=@d)", "$count", "a*", ""]), min_size=1
    ),
    st.booleans(),
    st.data(),
)
def test_the_landmark_is_in_every_path_that_the_rule_matches(
    segments: list[str], below: bool, data: st.DataObject
):
    rule = PathRule("/" + "/".join(segments) + "/**" * below)
    path = data.draw(st.from_regex(rule.expression(), fullmatch=True))
    assert rule.expression().fullmatch(path)
    for spelling in (path, path.replace("'", "''")):
        assert rule.landmark() in spelling


def test_the_projects_own_scope_is_the_two_trees(scope: Scope):
    assert [rule.match for rule in scope.paths] == [
        SYNCHRONIZATION,
        "/applications/{id}/synchronization/**",
    ]
    assert all(rule.why for rule in scope.paths)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "no [[paths]]"),
        ("paths = []", "no [[paths]]"),
        ("paths = 'x'", "no [[paths]]"),
        ("paths = ['/x']", "'/x' as a rule"),
        ("[[paths]]", "as a rule"),
        ("[[paths]]\nmatch = 5", "as a rule"),
        ("[[paths]]\nmatch = '/x'\nwhy = 5", "as a rule"),
        ("[[paths]]\nmatch = '/x'\nwhat = 'y'", "unknown key 'what'"),
        ("[[paths]]\nmatch = '/x'\n[other]", "unknown key 'other'"),
        ("[[paths]]\nmatch = 'x'", "does not start with /"),
        ("[[paths", "not TOML"),
    ],
)
def test_a_scope_that_is_none_is_refused(tmp_path: Path, text: str, found: str):
    file = tmp_path / "scope.toml"
    file.write_text(text)
    with pytest.raises(GeneratorError, match=re.escape(found)):
        load_scope(file)


def test_a_scope_that_is_missing_is_refused(tmp_path: Path):
    with pytest.raises(GeneratorError, match=r"missing\.toml: cannot be read"):
        load_scope(tmp_path / "missing.toml")


def test_excluded_paths_are_left_out_and_a_rule_in_vain_is_an_error(tmp_path: Path) -> None:
    place = tmp_path / "scope.toml"
    place.write_text('exclude = ["/me/drives/**"]\n[[paths]]\nmatch = "/me/**"\n', "utf-8")
    scope = load_scope(place)
    assert scope.select(["/me", "/me/drives", "/me/drives/{id}", "/me/events"]) == [
        "/me",
        "/me/events",
    ]
    assert scope.digest != Scope(scope.paths).digest
    with pytest.raises(GeneratorError, match=r"no path matches /me/drives/\*\*"):
        scope.select(["/me"])
