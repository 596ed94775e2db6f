"""Export, apply to an empty application, read back: equal, for each template of the gallery."""

from __future__ import annotations

import copy
import random

import httpx
import pytest
from attrs import evolve

from graphsync import GraphClient, RetryPolicy
from graphsync.config import (
    ApplicationReference,
    Configuration,
    JobReference,
    apply,
    export,
    lint,
    plan,
    same,
)
from graphsync.emulator.gallery.templates import TEMPLATES

from .local import Local

SERVICE_MARKS = ("id", "version", "discoveryDateTime")


@pytest.fixture(scope="module")
def local():
    return Local(replication_delay=0.0)


@pytest.fixture(scope="module")
def graph(local):
    with GraphClient(
        "t",
        endpoint=local.root,
        transport=httpx.MockTransport(local),
        retry=RetryPolicy(attempts=1),
    ) as client:
        yield client


def edited(schema, seed):
    """Change a schema as an administrator would: expressions, scopes, mappings that go away."""
    chance = random.Random(seed)
    for rule in schema["synchronizationRules"]:
        for mapping in rule["objectMappings"]:
            attributes = mapping["attributeMappings"]
            matching = {
                item["targetAttributeName"] for item in attributes if item.get("matchingPriority")
            }
            loose = [item for item in attributes if item["targetAttributeName"] not in matching]
            if loose and chance.random() < 0.7:
                attributes.remove(chance.choice(loose))
            if chance.random() < 0.5:
                mapping["flowTypes"] = chance.choice(["Add", "Add,Update", "Add,Update,Delete"])
    return schema


def equal_but_for_marks(schema):
    found = copy.deepcopy(schema)
    for mark in SERVICE_MARKS:
        found.pop(mark, None)
    return found


def test_each_application_of_the_gallery_comes_back(local, graph):
    seen = []
    for number, template in enumerate(graph.application_templates.list()):
        first = template.instantiate(f"First {number}").service_principal
        for kind in first.synchronization.templates.list():
            if number and any(kind.id == other for other, _ in seen):
                continue
            job = first.synchronization.jobs.create(kind)
            schema = job.schema.get()
            document = edited(schema.data.to_dict(), number)
            graph.request("PUT", schema.resource_path, json=document)
            here = (ApplicationReference(principal=first.id), JobReference(template=kind.id))
            exported = export(graph, *here)
            assert plan(graph, exported).is_empty
            name = f"Second {number} {kind.id}"
            there = ApplicationReference(display_name=name, template=template.id)
            text = evolve(exported, application=there).dumps()
            desired = Configuration.loads(text)
            assert not [one for one in lint(desired) if one.severity == "error"], kind.id
            apply(graph, desired, validate=False)
            second = graph.service_principals.filter(f"displayName eq '{name}'").list()[0]
            copied = second.synchronization.jobs.list()[0].schema.get().data.to_dict()
            stored = job.schema.get(discard_edits=True).data.to_dict()
            assert same(equal_but_for_marks(copied), equal_but_for_marks(stored)), kind.id
            assert plan(graph, desired).is_empty
            seen.append((kind.id, len(text.splitlines())))
    assert {kind for kind, _ in seen} == set(TEMPLATES)
