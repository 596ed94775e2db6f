"""The file: what it may say, and how slips in it are reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync._core.config.reader import read_text
from graphsync.config import Configuration, ConfigurationInvalid

TEXT = """\
application: {display_name: Contoso Directory, template: customappsso}
job: {template: scim, state: running}
secrets: {BaseAddress: https://scim.contoso.com, SecretToken: ${env:SCIM_TOKEN}}
notifications: {address: it@contoso.com, on: [quarantine, accidental_deletions], deletion_threshold: 500}
assignments: [group:Contoso Users, user:ada@contoso.com, {to: user:eve@contoso.com, role: Admin}]
mappings:
  User:
    scope: ['department EQUALS Sales', 'country IS NOT NULL']
    flow: [create, update, delete]
    match: {userName: userPrincipalName}
    attributes:
      displayName: Join(" ", [givenName], [surname])
      title: ~
raw:
  - {at: /synchronizationRules/0/priority, value: 2}
"""


@pytest.fixture
def configuration():
    return Configuration.loads(TEXT, name="contoso.yaml")


def test_the_example_reads_as_it_looks(configuration):
    assert configuration.application.display_name == "Contoso Directory"
    assert (configuration.job.template, configuration.job.state) == ("scim", "running")
    assert configuration.notifications.on == ("quarantine", "accidental_deletions")
    assert [(one.kind, one.name, one.role) for one in configuration.assignments] == [
        ("group", "Contoso Users", None),
        ("user", "ada@contoso.com", None),
        ("user", "eve@contoso.com", "Admin"),
    ]
    assert configuration.mappings["User"]["attributes"]["title"] is None
    assert configuration.short_form["raw"] == [
        {"at": "/synchronizationRules/0/priority", "value": 2}
    ]


def test_it_is_written_the_same_each_time_and_reads_back(configuration):
    for format in ("yaml", "json"):
        text = configuration.dumps(format)
        again = Configuration.loads(text, format)
        assert again.to_dict() == configuration.to_dict()
        assert again.dumps(format) == text


def test_json_toml_and_yaml_say_the_same(tmp_path, configuration):
    (tmp_path / "a.json").write_text(configuration.dumps("json"))
    assert Configuration.load(tmp_path / "a.json").to_dict() == configuration.to_dict()
    (tmp_path / "b.toml").write_text(
        'application = {principal = "x"}\n[job]\ntemplate = "scim"\n[mappings.User]\nenabled = false\n'
    )
    assert Configuration.load(tmp_path / "b.toml").mappings == {"User": {"enabled": False}}
    with pytest.raises(ConfigurationInvalid, match="TOML is read, not written"):
        configuration.dumps("toml")


def test_no_secret_shows_and_none_is_written():
    held = Configuration.loads(TEXT.replace("${env:SCIM_TOKEN}", "hunter22"))
    assert "hunter22" not in repr(held)
    assert "hunter22" not in held.dumps()
    assert held.secrets["SecretToken"].resolve({}, Path()).reveal() == "hunter22"


def test_references_are_resolved_when_they_are_needed(tmp_path, configuration):
    reference = configuration.secrets["SecretToken"]
    assert reference.resolve({"SCIM_TOKEN": "s3cret"}, tmp_path).reveal() == "s3cret"
    with pytest.raises(ConfigurationInvalid, match="SCIM_TOKEN is not set"):
        reference.resolve({}, tmp_path)
    (tmp_path / "token").write_text("s3cret\n")
    kept = Configuration.loads(TEXT.replace("${env:SCIM_TOKEN}", "${file:token}")).secrets[
        "SecretToken"
    ]
    assert kept.resolve({}, tmp_path).reveal() == "s3cret"
    with pytest.raises(ConfigurationInvalid, match=r"the file token cannot be read: No such file"):
        kept.resolve({}, tmp_path / "elsewhere")


def replaced(old, new):
    assert old in TEXT
    return TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (replaced("assignments:", "asignments:"), r"^contoso\.yaml:5: asignments: .*did you mean 'assignments'\?"),
        (replaced("running", "runing"), r"^contoso\.yaml:2: job\.state: 'runing' is not a state; there are running, paused"),
        (replaced("[quarantine,", "[quarantin,"), r"^contoso\.yaml:4: notifications\.on: .*did you mean 'quarantine'\?"),
        (replaced("500", "0"), r"^contoso\.yaml:4: notifications\.deletion_threshold: 0 is not a number"),
        (replaced("500", "yes"), r"deletion_threshold: 'yes' is not a number"),
        (replaced("it@contoso.com", "it"), r"notifications\.address: 'it' is not a mail address"),
        (replaced("group:Contoso Users", "Contoso Users"), r"^contoso\.yaml:5: assignments\[0\]: 'Contoso Users' is not an assignment"),
        (replaced("template: scim, ", ""), r"^contoso\.yaml:2: job: must have a template"),
        (replaced("display_name: Contoso Directory, template: customappsso", "template: customappsso"), r"application: must name the application"),
        (replaced("${env:SCIM_TOKEN}", "12345"), r"^contoso\.yaml:3: secrets\.SecretToken: must be text, not int"),
        (replaced("${env:SCIM_TOKEN}", "${vault:x}"), r"a reference is \$\{env:NAME\}"),
        (replaced("title: ~", "title: ~\n      title: a"), r"^contoso\.yaml:14: the key 'title' appears twice"),
        (replaced("title: ~", "title: !!python/name:os.system x"), r"^contoso\.yaml:13: the tag .* is not read"),
        (replaced("title: ~", "title: &a x\n      b: *a"), r"anchors and aliases are not read"),
        (replaced("title: ~", "<<: {a: b}"), r"<< is not read"),
        (replaced("title: ~", "title: ["), r"^contoso\.yaml:\d+: not YAML"),
        (replaced("raw:\n  -", "raw:\n  - x\n  -"), r"raw: must be a list of entries"),
        ("", "the file holds nothing"),
        ("- a", "the file holds a list"),
        ("x", "the file holds one value"),
        ("mappings: {}", "application: is missing"),
        ("[" * 500, "nested|not YAML"),
        ("? [a]\n: b", "a key must be text"),
    ],
)  # fmt: skip
def test_slips_are_named_with_their_line(text, message):
    with pytest.raises(ConfigurationInvalid, match=message):
        Configuration.loads(text, name="contoso.yaml")


def test_files_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationInvalid, match="not UTF-8: byte 0"):
        Configuration.load(tmp_path / "a.yaml")
    with pytest.raises(
        ConfigurationInvalid, match=r"the ending '\.txt' is not known; there are \.yaml"
    ):
        Configuration.load(tmp_path / "a.txt")
    with pytest.raises(ConfigurationInvalid, match=r":1: not JSON"):
        Configuration.loads("{", "json", name="a.json")
    with pytest.raises(ConfigurationInvalid, match="the key 'a' appears twice"):
        read_text('{"a": 1, "a": 2}', "json")
    with pytest.raises(ConfigurationInvalid, match="not TOML"):
        read_text("a = ", "toml")


def test_words_that_other_readers_take_for_booleans_stay_text():
    found = read_text("on: yes\nno: [off, y, 'true']\nNull: 2024-01-01\n").content
    assert found == {"on": "yes", "no": ["off", "y", "true"], "Null": "2024-01-01"}
    assert read_text(Configuration.loads(TEXT).dumps()).content["notifications"]["on"] == [
        "quarantine",
        "accidental_deletions",
    ]


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["User", "on", "a: b", "1", "~", "null", "yes", '"', "[x]", "a.b"]),
        VALUES,
        max_size=4,
    )
)
def test_any_mappings_survive_the_way_through_yaml(mappings):
    held = Configuration.loads(
        '{"application": {"app_id": "x"}, "job": {"template": "scim"}}', "json"
    )
    content = {**held.to_dict(), "mappings": mappings}
    again = read_text(Configuration.from_dict(content).dumps()).content
    assert json.dumps(again.get("mappings", {}), sort_keys=True) == json.dumps(
        mappings, sort_keys=True
    )
