"""Mistakes that can be seen without a service."""

from __future__ import annotations

import copy
import json

import pytest

from graphsync._core.config.findings import to_annotations, to_sarif
from graphsync._core.config.lint import lint
from graphsync._core.config.regular_expressions import is_slow
from graphsync.config import Configuration
from graphsync.emulator.gallery.templates import TEMPLATES
from tests.config.mistakes import KINDS, corpus

SCIM = TEMPLATES["scim"].schema()
HEAD = "application: {display_name: Contoso}\njob: {template: scim}\n"


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_no_template_raises_an_alarm(template):
    assert lint(TEMPLATES[template].schema()) == []


def test_at_least_95_of_100_seeded_mistakes_are_found_by_their_rule():
    missed = []
    for rule, name, schema in corpus(200):
        rules = {one.rule for one in lint(schema)}
        if rule not in rules:
            missed.append(f"{rule}: {name}")
    assert len(missed) <= 10, missed


@pytest.mark.parametrize("rule", KINDS)
def test_each_rule_says_where_and_what_to_do(rule):
    _, _, schema = next(one for one in corpus(200) if one[0] == rule)
    found = next(one for one in lint(schema) if one.rule == rule)
    assert found.place.parts[0] == "mappings"
    assert found.message
    assert found.remedy
    assert str(found).endswith(f"[{rule}]")


def test_nearest_names_are_offered():
    schema = copy.deepcopy(SCIM)
    title = next(
        one
        for one in schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"]
        if one["targetAttributeName"] == "title"
    )
    title["source"]["expression"] = "[jobTitel]"
    title["targetAttributeName"] = "titel"
    remedies = {one.rule: one.remedy for one in lint(schema)}
    assert remedies["unknown-source-attribute"] == "did you mean jobTitle?"
    assert remedies["unknown-target-attribute"] == "did you mean title?"


def test_a_file_is_checked_with_its_lines_and_all_at_once():
    text = HEAD + (
        "secrets:\n"
        "  SecretToken: hunter22\n"
        "  BaseAdress: https://scim.contoso.com\n"
        "mappings:\n"
        "  User:\n"
        "    scope: [department EQUALS Sales, country]\n"
        "    attributes:\n"
        "      title: Join(\n"
        "      displayName: ToUper([displayName])\n"
        "      nickName: jobTitle\n"
        "  Grup: {}\n"
    )
    found = lint(Configuration.loads(text, name="contoso.yaml"), default=SCIM)
    assert {(one.rule, one.line) for one in found} == {
        ("secret-in-clear", 4),
        ("unknown-secret", 5),
        ("invalid-value", 8),
        ("invalid-value", 10),
        ("unknown-function", 11),
        ("unknown-target-attribute", 12),
        ("invalid-value", 13),
    }
    assert "hunter22" not in " ".join(map(str, found))


def test_without_the_template_only_the_file_is_checked():
    text = HEAD + "secrets: {Password: hunter22, UserName: ada}\nmappings: {Nothing: {}}\n"
    assert [one.rule for one in lint(Configuration.loads(text))] == ["secret-in-clear"]


def test_without_the_template_expressions_are_read_and_their_functions_looked_up():
    text = """\
application: {display_name: Contoso}
job: {template: scim}
mappings:
  User:
    match:
      userName: ToLowr([mail])
    attributes:
      title: 'ToUper([jobTitle])'
      nickName: {expression: 'Join("'}
      displayName: displayName
      active: ~
      name: 'Append([a])'
"""
    found = lint(Configuration.loads(text, name="contoso.yaml"))
    assert [(one.rule, one.line) for one in found] == [
        ("unknown-function", 6),
        ("unknown-function", 8),
        ("expression-syntax", 9),
        ("wrong-arguments", 12),
    ]
    assert "ToUpper" in found[1].remedy


def test_the_forms_for_pull_requests():
    text = HEAD + "mappings:\n  User:\n    attributes:\n      title: '[100%:x,y]'\n"
    found = lint(Configuration.loads(text, name="a,b:c.yaml"), default=SCIM)
    log = json.loads(json.dumps(to_sarif(found, version="1.2.3")))
    result = log["runs"][0]["results"][0]
    assert result["ruleId"] == "unknown-source-attribute"
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a,b:c.yaml"},
        "region": {"startLine": 6},
    }
    assert to_annotations(found).startswith(
        "::error file=a%2Cb%3Ac.yaml,line=6,title=unknown-source-attribute::mappings.User.attributes.title: "
    )
    assert "[100%25:x,y]" not in to_annotations(found)
    assert "100%25" in to_annotations(found)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(a|a)*",
        r"([a-z]+)*",
        r"(.*)*",
        r"(?:a*)*b",
        r"(\w|\d)+$",
        r"(x+x+)+y",
        r"(a{2,})+",
        r"(-?\d+)*",
    ],
)
def test_patterns_that_can_run_for_ever(pattern):
    assert is_slow(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(\w+\s)*x",
        r"(\d{3}-)+",
        r"^[a-z]+@contoso\.com$",
        r"^(?!.*foo)",
        r"(ab|cd)+",
        r".*a.*b",
        r"\(a+\)+",
        r"[(a+)+]",
    ],
)
def test_patterns_that_cannot(pattern):
    assert not is_slow(pattern)
