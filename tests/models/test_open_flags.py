"""Flags read any spelling, write Graph's, and keep names that this version does not know."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphsync_client
from graphsync_client import models
from graphsync_client.models import ObjectFlowTypes, ObjectMapping, SynchronizationJobRestartScope
from graphsync_client.types import DecodeError, OpenFlags

Scope = SynchronizationJobRestartScope
FLAGS = [name for name in dir(models) if issubclass(getattr(models, name), OpenFlags)]


def test_the_flags_of_the_slice():
    assert FLAGS == [
        "DirectoryDefinitionDiscoverabilities",
        "ObjectFlowTypes",
        "SynchronizationJobRestartScope",
    ]


def test_full_is_the_first_four_without_force_deletes():
    assert Scope.FULL.value == 15
    assert (
        Scope.FULL
        == Scope.CONNECTOR_DATA_STORE | Scope.ESCROWS | Scope.WATERMARK | Scope.QUARANTINE_STATE
    )
    assert Scope.FORCE_DELETES not in Scope.FULL
    assert str(Scope.FULL) == "Full"
    assert Scope.parse("Full") is Scope.FULL
    assert Scope.parse("QuarantineState, Watermark, Escrows, ConnectorDataStore") is Scope.FULL


@pytest.mark.parametrize(
    "text",
    [
        "Add, Update",
        "Add,Update",
        "update ,ADD",
        " Update,,Add,",
        "Add,Add,Update",
        "3",
        "1, Update",
    ],
)
def test_any_spelling_is_read(text):
    assert ObjectFlowTypes.parse(text) == ObjectFlowTypes.ADD | ObjectFlowTypes.UPDATE
    assert str(ObjectFlowTypes.parse(text)) == "Add, Update"


@pytest.mark.parametrize("name", FLAGS)
@given(data=st.data())
def test_what_is_written_is_read_again(name, data):
    cls = getattr(models, name)
    names = data.draw(st.lists(st.sampled_from([*cls.wire(), "BrandNew", "EvenNewer"])))
    value = cls.parse(",".join(names))
    assert cls.parse(str(value)) == value
    assert cls.parse(str(value).swapcase()) == value
    assert value == cls.parse(", ".join(reversed(names)))
    assert value.is_known is not ({"BrandNew", "EvenNewer"} & set(names) != set())
    assert cls(0) | value == value
    combined = cls(0)
    for bit in value:
        assert len(bit) == 1
        assert bit in value
        combined |= bit
    assert combined == value
    assert len(list(value)) == len(value)
    for copied in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value, 0))):
        assert copied == value


def test_unknown_names_are_kept_and_combined():
    value = ObjectFlowTypes.parse("Add, Merge")
    assert not value.is_known
    assert ObjectFlowTypes.ADD in value
    assert ObjectFlowTypes.parse("merge") in value
    assert ObjectFlowTypes.parse("Split") not in value
    assert str(value | ObjectFlowTypes.DELETE) == "Add, Delete, Merge"
    assert str(value & ObjectFlowTypes.parse("Merge, Delete")) == "Merge"
    assert value.names == ("Add", "Merge")
    assert repr(value) == "ObjectFlowTypes('Add, Merge')"
    assert [str(bit) for bit in value] == ["Add", "Merge"]
    assert hash(value) == hash(ObjectFlowTypes.parse("MERGE,add"))


def test_what_is_not_set_are_the_declared_names():
    assert ~ObjectFlowTypes.ADD == ObjectFlowTypes.UPDATE | ObjectFlowTypes.DELETE
    assert ~ObjectFlowTypes.parse("Add, Merge") == ~ObjectFlowTypes.ADD
    assert ~Scope.NONE == Scope.FULL | Scope.FORCE_DELETES
    assert str(~Scope.FULL) == "ForceDeletes"


def test_none_is_a_name_of_its_own():
    assert str(Scope.NONE) == "None"
    assert Scope.parse("None") is Scope.NONE is Scope.parse("")
    assert not Scope.NONE
    assert list(Scope.NONE) == []
    assert Scope.parse("None, Watermark") is Scope.WATERMARK


def test_numbers_without_a_name_are_kept():
    value = ObjectFlowTypes.parse("65")
    assert value.value == 65
    assert not value.is_known
    assert value.names == ("Add", "64")
    assert ObjectFlowTypes.parse(str(value)) == value


class Small(OpenFlags):
    """Flags of this test alone: unknown names are counted for each class."""

    ONE = 1

    @classmethod
    def wire(cls) -> Mapping[str, int]:
        return {"One": 1}


_BY_ANOTHER_PROCESS = """
import pickle, sys
from graphsync_client.models import ObjectFlowTypes
ObjectFlowTypes.parse("Other, Another")  # takes the numbers that the first process gave to Merge
value = pickle.loads(bytes.fromhex(sys.argv[1]))
assert value == ObjectFlowTypes.parse("Merge, Add"), value
sys.stdout.write(pickle.dumps(value | ObjectFlowTypes.parse("Another"), 2).hex())
"""


def test_pickles_carry_unknown_names_between_processes():
    value = ObjectFlowTypes.parse("Add, Merge")
    path = os.pathsep.join([str(Path(graphsync_client.__file__).parents[1])])
    done = subprocess.run(
        [sys.executable, "-c", _BY_ANOTHER_PROCESS, pickle.dumps(value).hex()],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert done.stderr == ""
    assert pickle.loads(bytes.fromhex(done.stdout)) == value | ObjectFlowTypes.parse("Another")


@pytest.mark.usefixtures("eager_switching")
def test_threads_that_meet_new_names_give_each_its_own_number():
    workers, rounds = 8, 100

    def fresh() -> type[Small]:
        class Raced(OpenFlags):
            ONE = 1
            wire = Small.wire

        return Raced  # type: ignore[return-value]

    raced = [fresh() for _ in range(rounds)]
    start = Barrier(workers)

    def parse(worker: int) -> list[Small]:
        found: list[Small] = []
        for flags in raced:
            start.wait()
            found.append(flags.parse(f"One, Own{worker}, Shared"))
        return found

    with ThreadPoolExecutor(workers) as pool:
        by_worker = list(pool.map(parse, range(workers)))
    for flags, *found in zip(raced, *by_worker, strict=True):
        shared = flags.parse("Shared")
        assert all(shared in value for value in found)
        assert [set(value.names) for value in found] == [
            {"One", f"Own{worker}", "Shared"} for worker in range(workers)
        ]


def test_more_unknown_names_than_anybody_needs_are_refused_and_harm_nothing():
    names = [f"Name{number}" for number in range(300)]
    with pytest.raises(
        ValueError, match="Small: more than 256 unknown flag names, the last 'Name256'"
    ):
        for name in names:
            Small.parse(name)
    assert str(Small.parse("Name0, One, name255")) == "One, Name0, Name255"


def test_a_model_reports_too_many_names_as_a_decode_error(monkeypatch):
    monkeypatch.setattr("graphsync_client._flags._MOST_UNKNOWN_NAMES", 0)
    mapping = ObjectMapping.from_dict({"flowTypes": "Add, NeverSeenBefore", "name": "users"})
    with pytest.raises(
        DecodeError, match=r"ObjectMapping\.flow_types: .*more than 0 unknown flag names"
    ):
        _ = mapping.flow_types
    assert mapping.name == "users"
    assert mapping.to_dict() == {"flowTypes": "Add, NeverSeenBefore", "name": "users"}
