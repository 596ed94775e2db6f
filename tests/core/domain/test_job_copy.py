"""What a copy of a job carries over."""

from __future__ import annotations

from typing import Any

import pytest

from graphsync._core.domain.job_copy import (
    JobCopy,
    carried_schema,
    job_settings_left_out,
    same_schema,
    secrets_left_out,
    settings_to_write,
    target_job_id,
)
from graphsync._core.domain.secret_values import SecretValues
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import Refused
from graphsync_client import models


def rule(id: str | None, name: str, source: str = "a", **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "name": name,
        "sourceDirectoryName": source,
        "targetDirectoryName": "t",
        **more,
    }


def secrets(**values: str) -> SecretValues:
    pair = models.SynchronizationSecretKeyStringValuePair
    return SecretValues(
        [pair.from_dict({"key": key, "value": value}) for key, value in values.items()]
    )


@pytest.mark.parametrize(
    ("own", "theirs", "id"),
    [
        (rule("1", "one"), [rule("2", "one"), rule("1", "other")], "1"),
        (rule("1", "one"), [rule("2", "one"), rule("3", "other")], "2"),
        (rule("1", "one"), [rule("2", "x"), rule("3", "y", "b")], "2"),
        # Two lead the same way, and none is called like it.
        (rule("1", "one"), [rule("2", "x"), rule("3", "y")], "1"),
        (rule("1", "one"), [], "1"),
    ],
)
def test_a_rule_gets_the_id_of_its_like(
    own: dict[str, Any], theirs: list[dict[str, Any]], id: str
) -> None:
    made = carried_schema({"synchronizationRules": [own]}, {"synchronizationRules": theirs})
    assert made["synchronizationRules"] == [{**own, "id": id}]


def test_what_belongs_to_the_job_is_the_target_s() -> None:
    source = {
        "id": "source",
        "version": "6",
        "directories": [
            {"id": "1", "name": "Entra", "version": "v1", "discoveryDateTime": "d1", "objects": [1]}
        ],
    }
    target = {
        "id": "target",
        "version": "1",
        "directories": [{"id": "2", "name": "Entra", "version": "v2"}],
    }
    assert carried_schema(source, target) == {
        "id": "target",
        "version": "1",
        "directories": [{"id": "2", "name": "Entra", "version": "v2", "objects": [1]}],
        "synchronizationRules": [],
    }
    assert source["id"] == "source"


def test_annotations_are_no_difference() -> None:
    assert same_schema(
        {"@odata.context": "a", "rules": [{"@odata.type": "b", "x": 1}]}, {"rules": [{"x": 1}]}
    )
    assert not same_schema({"rules": [{"x": 1}]}, {"rules": [{"x": 2}]})


def test_only_settings_that_differ_and_that_anybody_may_see_are_carried() -> None:
    source = secrets(BaseAddress="a", SyncAll="true", SecretToken="*", Unheard="shown")
    target = secrets(BaseAddress="b", SyncAll="true")
    made = settings_to_write(source, target, {})
    assert {str(key): value.reveal() for key, value in made.items()} == {"BaseAddress": "a"}
    given = {models.SynchronizationSecret.BASE_ADDRESS: Hidden("c")}
    made = settings_to_write(source, target, given)
    assert {str(key): value.reveal() for key, value in made.items()} == {"BaseAddress": "c"}
    assert secrets_left_out(source, given) == ("SecretToken", "Unheard")


def test_the_job_s_own_settings_that_differ_are_named() -> None:
    def job(**settings: str) -> models.SynchronizationJob:
        pairs = [{"name": name, "value": value} for name, value in settings.items()]
        return models.SynchronizationJob.from_dict({"synchronizationJobSettings": pairs})

    assert job_settings_left_out(job(a="1", b="1", c="1"), job(a="1", b="2")) == ("b", "c")
    assert job_settings_left_out(models.SynchronizationJob(), job(a="1")) == ()


def test_the_job_to_write_to_is_found_or_refused() -> None:
    jobs = [("j1", "scim"), ("j2", "other"), ("j3", None)]
    assert target_job_id("new", jobs, None) is None
    assert target_job_id("scim", jobs, "j1") == "j1"
    with pytest.raises(Refused, match="already: j1; into='j1' writes to it"):
        target_job_id("scim", jobs, None)
    with pytest.raises(Refused, match=r"is of the template 'other'; .* in the target: j1\."):
        target_job_id("scim", jobs, "j2")
    with pytest.raises(Refused, match=r"that job is not there; .* in the target: none\."):
        target_job_id("new", jobs, "j9")


def test_a_copy_says_what_it_did() -> None:
    copy = JobCopy("j", True, False, (), ("SecretToken",), ("Lookahead",), ())
    assert str(copy) == (
        "job j created; schema was the same; left out, as the service does not show them:"
        " SecretToken; left out, as only the service changes them: Lookahead"
    )
