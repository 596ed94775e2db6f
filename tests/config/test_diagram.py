"""Pictures of mappings: they say what is there, load nothing, and show the text of others as text."""

from __future__ import annotations

import copy
import re
from html.parser import HTMLParser

import pytest

from graphsync._core.config.diagram import diagram, markdown
from graphsync.config import expand
from graphsync.emulator.gallery.templates import TEMPLATES

SCIM = TEMPLATES["scim"].schema()
SHORT = {
    "mappings": {
        "User": {
            "scope": ["department EQUALS Sales"],
            "flow": ["create", "update"],
            "attributes": {
                "title": "ToUpper([jobTitle])",
                "externalId": None,
                "nickName": '"x"',
                "active": {"flow": "always"},
            },
        }
    }
}
CHANGED = expand(SHORT, SCIM)


class Page(HTMLParser):
    """Collect what a page shows and what it would load or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "rect", "path"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in {"rect", "path"}:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_each_template_has_a_page_that_loads_and_runs_nothing(template):
    page = Page(diagram(TEMPLATES[template].schema(), title=template))
    assert page.open == []
    assert not {tag for tag, _ in page.elements} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "use",
        "image",
    }
    assert not [
        name
        for _, attributes in page.elements
        for name in attributes
        if name.startswith("on") or name in {"src", "href"}
    ]
    assert "url(" not in diagram(SCIM)


def test_every_mapping_is_there_in_the_picture_and_as_a_table():
    page = Page(diagram(SCIM))
    for rule in SCIM["synchronizationRules"]:
        for mapping in rule["objectMappings"]:
            for one in mapping["attributeMappings"]:
                assert page.texts.count(one["targetAttributeName"]) >= 1, one
    assert "1 userName" in page.texts
    labels = [attributes["aria-label"] for tag, attributes in page.elements if tag == "svg"]
    assert labels[0].endswith(
        "attribute mappings from User to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    )


def test_a_difference_is_marked_in_words_and_signs_not_in_colours_alone():
    texts = Page(diagram(CHANGED, SCIM)).texts
    assert {
        "~ active",
        "~ title",
        "+ nickName",
        "\u2212 externalId",
        "changed",
        "added",
        "removed",
    } <= set(texts)
    assert "flow: create, update (before: create, update, delete)" in texts
    assert "scope: department EQUALS Sales (before: none)" in texts


def test_markdown_of_a_difference_is_short():
    text = markdown(CHANGED, SCIM, title="Contoso")
    assert "| ~ | `title` | `ToUpper([jobTitle])` | `[jobTitle]` |" in text
    assert '| + | `nickName` | `"x"` |  |' in text
    assert "displayName" not in text
    assert "Nothing changed." in markdown(SCIM, copy.deepcopy(SCIM))


HOSTILE = '"><script>alert(1)</script>&{title}|`x` @contoso [a](b)'


def hostile():
    schema = copy.deepcopy(SCIM)
    rule = schema["synchronizationRules"][0]
    rule["name"] = HOSTILE
    mapping = rule["objectMappings"][0]
    mapping["sourceObjectName"] = mapping["targetObjectName"] = HOSTILE
    mapping["attributeMappings"][0]["targetAttributeName"] = HOSTILE
    mapping["attributeMappings"][1]["source"] = {"expression": HOSTILE, "type": "Function"}
    mapping["attributeMappings"][2]["defaultValue"] = HOSTILE
    mapping["scope"] = {
        "groups": [
            {"name": HOSTILE, "clauses": [{"sourceOperandName": HOSTILE, "operatorName": HOSTILE}]}
        ]
    }
    return schema


@pytest.mark.parametrize("before", [None, SCIM])
def test_names_of_others_are_text(before):
    page = Page(diagram(hostile(), before, title=HOSTILE))
    assert page.open == []
    assert "script" not in {tag for tag, _ in page.elements}
    assert any("<script>alert(1)</script>" in text for text in page.texts)


@pytest.mark.parametrize("before", [None, SCIM])
def test_names_of_others_stay_in_their_cell_in_markdown(before):
    text = markdown(hostile(), before, title=HOSTILE)
    outside = re.sub(r"(`+).*?(?<!`)\1(?!`)", "", text)
    assert not re.search(r"(?<!\\)<script|(?<!\\)@contoso|(?<!\\)\]\(", outside)
    for line in text.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) in {4, 5}, line
