"""What models and operations are made of."""

from ._compare import differences
from ._convert import ANYTHING, BOOLEAN, DATE, DURATION, INTEGER, NUMBER, TEXT, TIMESTAMP
from ._enum import OpenEnum
from ._errors import DecodeError
from ._flags import OpenFlags
from ._json import Json
from ._model import ABSENT, Model, member
from ._operation import (
    Operation,
    Reads,
    read_bytes,
    read_count,
    read_json,
    read_list,
    read_location,
    read_text,
)
from ._owner import Owner
from ._path import Query, query, query_string, segment
from ._record import Codec, JsonObject, Member, received
from ._time import NO_INTERVAL
from ._typed import EnumOf, FlagsOf, ListOf, ModelOf
from ._value import Value

__all__ = [
    "ABSENT",
    "ANYTHING",
    "BOOLEAN",
    "DATE",
    "DURATION",
    "INTEGER",
    "NO_INTERVAL",
    "NUMBER",
    "TEXT",
    "TIMESTAMP",
    "Codec",
    "DecodeError",
    "EnumOf",
    "FlagsOf",
    "Json",
    "JsonObject",
    "ListOf",
    "Member",
    "Model",
    "ModelOf",
    "OpenEnum",
    "OpenFlags",
    "Operation",
    "Owner",
    "Query",
    "Reads",
    "Value",
    "differences",
    "member",
    "query",
    "query_string",
    "read_bytes",
    "read_count",
    "read_json",
    "read_list",
    "read_location",
    "read_text",
    "received",
    "segment",
]
