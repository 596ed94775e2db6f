"""Paths and queries carry any id and option through, and no id can lead elsewhere."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, unquote_to_bytes, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graphsync_client.types import Owner, query, query_string, segment

UNICODE = st.text(st.characters(exclude_categories=["Cs"]))
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%")


@given(UNICODE)
def test_a_segment_is_one_segment_and_decodes_to_what_was_given(text):
    assume(text.strip() and text not in {".", ".."})
    encoded = segment(text, "the id")
    assert set(encoded) <= UNRESERVED
    assert unquote_to_bytes(encoded) == text.encode()
    assert urlsplit(f"https://graph.microsoft.com/v1.0/{encoded}/jobs").path.split("/")[2:] == [
        encoded,
        "jobs",
    ]


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u3000"])
def test_an_empty_id_is_refused(text):
    with pytest.raises(ValueError, match="the job_id is empty; pass the id"):
        segment(text, "the job_id")


@pytest.mark.parametrize("text", [".", ".."])
def test_an_id_that_would_climb_is_refused(text):
    with pytest.raises(
        ValueError, match=f"the job_id is '{text}', which would address another resource"
    ):
        segment(text, "the job_id")


@pytest.mark.parametrize(
    ("text", "encoded"),
    [("...", "..."), ("../x", "..%2Fx"), ("%2e%2e", "%252e%252e"), ("a;b", "a%3Bb")],
)
def test_ids_that_look_like_more_are_just_ids(text, encoded):
    assert segment(text, "the id") == encoded


@pytest.mark.parametrize("wrong", [None, 5, b"id", ["id"]])
def test_an_id_that_is_no_text_is_refused(wrong):
    with pytest.raises(TypeError, match=f"the job_id must be text, not {type(wrong).__name__}"):
        segment(wrong, "the job_id")


def test_characters_that_no_url_can_carry_are_refused():
    with pytest.raises(
        ValueError, match=r"the job_id has characters that no URL can carry: 'a\\ud800'"
    ):
        segment("a\ud800", "the job_id")
    with pytest.raises(
        ValueError, match=r"\$filter has characters that no URL can carry: 'a\\ud800'"
    ):
        query(("$filter", "a\ud800"))


NAMES = st.sampled_from(
    ["$filter", "$select", "$orderby", "$top", "x-custom", "@alias", "a b", "ü&="]
)


@given(st.lists(st.tuples(NAMES, UNICODE), max_size=5))
def test_a_query_decodes_to_what_was_given(options):
    text = query_string(tuple(options))
    assert parse_qsl(text, keep_blank_values=True, strict_parsing=bool(options)) == options
    assert text.isascii()
    assert not set(text) & set(' "<>#[]{}|\\^`+')
    decoded = (
        [tuple(map(unquote_to_bytes, pair.split("="))) for pair in text.split("&")]
        if options
        else []
    )
    assert decoded == [(name.encode(), value.encode()) for name, value in options]


def test_options_are_written_as_graph_reads_them():
    assert query(
        ("$select", ["id", "status"]),
        ("$orderby", ("id desc", "status")),
        ("$expand", "schema"),
        ("$count", True),
        ("other", False),
        ("$top", 5),
        ("$skip", 0),
        ("$search", None),
    ) == (
        ("$select", "id,status"),
        ("$orderby", "id desc,status"),
        ("$expand", "schema"),
        ("$count", "true"),
        ("other", "false"),
        ("$top", "5"),
        ("$skip", "0"),
    )
    assert query_string(
        query(("$filter", "templateId eq 'a&b' and x/y eq 1"), ("$select", ["a", "b"]))
    ) == ("$filter=templateId%20eq%20'a%26b'%20and%20x/y%20eq%201&$select=a,b")


@pytest.mark.parametrize("empty", [[], (), iter(())])
def test_an_empty_list_is_refused(empty):
    with pytest.raises(ValueError, match=r"\$select is an empty list; leave it out"):
        query(("$select", empty))


@pytest.mark.parametrize("wrong", [[1], ["a", None], [b"a"]])
def test_a_list_of_anything_but_text_is_refused(wrong):
    with pytest.raises(TypeError, match=r"\$select must be text or a list of text"):
        query(("$select", wrong))


@pytest.mark.parametrize(
    ("owner", "path"),
    [
        (Owner.service_principal("8e0f-1"), "/servicePrincipals/8e0f-1"),
        (Owner.application("a b/c%"), "/applications/a%20b%2Fc%25"),
        (Owner.service_principal_by_app_id("8e0f-1"), "/servicePrincipals(appId='8e0f-1')"),
        (Owner.application_by_app_id("it's a/b)"), "/applications(appId='it%27%27s%20a%2Fb%29')"),
    ],
)
def test_owners(owner, path):
    assert owner.path == path
    assert owner == Owner(path)
    assert hash(owner) == hash(Owner(path))
    assert path in repr(owner)


@given(UNICODE)
def test_a_key_in_quotes_ends_where_it_should(app_id):
    assume(app_id.strip() and app_id not in {".", ".."})
    path = unquote(Owner.application_by_app_id(app_id).path)
    prefix, suffix = "/applications(appId='", "')"
    assert path.startswith(prefix)
    assert path.endswith(suffix)
    inner = path[len(prefix) : -len(suffix)]
    assert "'" not in inner.replace("''", "")
    assert inner.replace("''", "'") == app_id


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (Owner.service_principal, "the service principal id"),
        (Owner.application, "the application id"),
        (Owner.service_principal_by_app_id, "the appId"),
        (Owner.application_by_app_id, "the appId"),
    ],
)
@pytest.mark.parametrize("wrong", ["", "..", None])
def test_owners_refuse_what_is_no_id(make, what, wrong):
    with pytest.raises((ValueError, TypeError), match=what):
        make(wrong)
