"""An answer that is a list, as the document shows it and as OData sends it."""

from __future__ import annotations

import pickle

import pytest

from graphsync_client.models import SynchronizationJob
from graphsync_client.types import DecodeError, Operation, Reads, read_list

OPERATION = Operation[list[SynchronizationJob]](
    name="list_all",
    method="POST",
    path="/x",
    reads=Reads.JSON,
    convert=read_list(SynchronizationJob.from_dict),
)


@pytest.mark.parametrize(
    "body", [[{"id": "a"}, {"id": "b"}], {"value": [{"id": "a"}, {"id": "b"}]}]
)
def test_both_shapes_are_read(body: object) -> None:
    assert [job.id for job in OPERATION.read(body)] == ["a", "b"]


@pytest.mark.parametrize("body", [{}, {"value": {}}, "text", 3, [3]])
def test_another_shape_is_refused(body: object) -> None:
    with pytest.raises(DecodeError):
        OPERATION.read(body)


def test_the_operation_can_be_pickled() -> None:
    copy = pickle.loads(pickle.dumps(OPERATION))
    assert [job.id for job in copy.read([{"id": "a"}])] == ["a"]
