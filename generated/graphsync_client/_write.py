"""From a model back to JSON: what nobody touched as it came, and the rest as its members' types
are written.
"""

# The runtime shares one underscored name, so that all others are left to members.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from ._compare import differences
from ._json import Json, copy_json
from ._record import JsonObject, Record, Unfinished, assigned, held, loose, undeclared_names


def written(record: Record) -> dict[str, Json]:
    """Return the JSON object of a record; it is a copy."""
    unfinished = Unfinished()
    document = unfinished.begin(record)
    for found, target in unfinished:
        _fill(found, target, unfinished)
    return document


def changed(record: Record, since: JsonObject | None) -> dict[str, Json]:
    """Return the members that differ from `since`, or that were assigned or edited where it is
    None.
    """
    document = written(record)
    baseline = record._json if since is None else since
    names = {*differences(document, baseline)}
    if since is None:
        names |= {record.MEMBERS[name].wire for name in assigned(record)}
    return {wire: value for wire, value in document.items() if wire in names}


def _fill(record: Record, document: dict[str, Json], unfinished: Unfinished) -> None:
    """Write the members of one record; nested ones are left to `unfinished`."""
    values, undeclared, set_by_user = held(record), loose(record), assigned(record)
    for wire, raw in record._json.items():
        name = record.WIRES.get(wire)
        if name is None:
            document[wire] = copy_json(undeclared.get(wire, raw))
        elif name in values:
            document[wire] = _value(record, name, values[name], raw, unfinished)
        else:
            document[wire] = copy_json(raw)
    for name, entry in record.MEMBERS.items():
        if name in set_by_user and entry.wire not in document:
            document[entry.wire] = _value(record, name, values[name], None, unfinished)
    for wire in undeclared_names(record):
        if wire not in document:
            document[wire] = copy_json(undeclared[wire])


def _value(record: Record, name: str, value: object, raw: Json, unfinished: Unfinished) -> Json:
    codec = record.MEMBERS[name].codec
    is_assigned = name in assigned(record)
    if value is None:
        # A sentinel, such as year 1, reads as None and is not null.
        return None if is_assigned else copy_json(raw)
    if not codec.mutable and not is_assigned:
        return copy_json(raw)
    try:
        return codec.encode(value, raw, unfinished)
    except ValueError as error:
        raise ValueError(f"{type(record).__name__}.{name}: {error}") from None
