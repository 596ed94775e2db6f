"""Values: fields that never change, without code that is compiled."""

from __future__ import annotations

import copy
import pickle
import sys
from typing import ClassVar, Generic, TypeVar

import pytest

from graphsync_client.types import Value

T = TypeVar("T")


class Point(Value, Generic[T]):
    """A value of two fields."""

    x: T
    y: int = 0
    _unshown: ClassVar[frozenset[str]] = frozenset({"y"})

    def _check(self) -> None:
        if self.y < 0:
            raise ValueError("y")


class Named(Value, kw_only=True):
    """A value whose fields are named, one of which does not count."""

    name: str
    note: str = ""
    _uncompared: ClassVar[frozenset[str]] = frozenset({"note"})


class Solid(Point[int]):
    """A value with a field more."""

    z: int = 3


def test_fields_are_given_by_place_or_by_name():
    assert (Point(1).x, Point(1).y, Point(1, y=2).y, Point(x=1, y=2)) == (1, 0, 2, Point(1, 2))
    assert Point[int](5) == Point(5)
    assert (Solid(1, 2, 4).z, Solid(1).z, Solid(1).x) == (4, 3, 1)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: Point(), "Point needs x"),
        (lambda: Point(1, 2, 3), "Point takes 2 positional arguments, 3 were given"),
        (lambda: Point(1, x=2), "Point got x twice"),
        (lambda: Point(1, yy=2), "unexpected keyword 'yy'; did you mean 'y'?"),
        (lambda: Point(1, entirely=2), "unexpected keyword 'entirely'$"),
        (lambda: Point(y=1), "Point needs x"),
        (lambda: Named("a"), "Named takes 0 positional arguments, 1 were given"),
        (lambda: Named(), "Named needs name"),
        (lambda: Point(1).evolve(z=1), "unexpected keyword 'z'"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(call, words):
    with pytest.raises(TypeError, match=words):
        call()


def test_nothing_can_be_set_or_deleted():
    point = Point(1)
    with pytest.raises(AttributeError, match=r"Point\.x cannot be set"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match=r"Point\.z cannot be set"):
        point.z = 2  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match=r"Point\.x cannot be deleted"):
        del point.x
    assert point == Point(1)


def test_a_changed_copy_is_checked_like_a_new_one():
    point = Point(1, 2)
    assert (point.evolve(x=5), point) == (Point(5, 2), Point(1, 2))
    with pytest.raises(ValueError, match="y"):
        point.evolve(y=-1)
    if sys.version_info >= (3, 13):
        assert copy.replace(point, x=5) == Point(5, 2)


def test_equality_is_of_one_class_and_of_the_fields_that_count():
    assert Point(1) != Solid(1)
    assert Point(1) != (1, 0)
    assert Named(name="a", note="b") == Named(name="a", note="c")
    assert len({Named(name="a", note="b"), Named(name="a"), Named(name="b")}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point([]))


def test_a_repr_shows_what_may_be_shown():
    assert repr(Point("a", 7)) == "Point(x='a')"
    assert repr(Named(name="a", note="b")) == "Named(name='a', note='b')"


def test_copies_and_pickles_are_equal():
    for value in (Point(1, 2), Solid(1), Named(name="a")):
        assert (
            pickle.loads(pickle.dumps(value)) == copy.copy(value) == copy.deepcopy(value) == value
        )


def test_a_match_takes_fields_by_name():
    match Point(1, 2):
        case Point(x=x, y=2):
            assert x == 1
        case _:
            pytest.fail("no match")
