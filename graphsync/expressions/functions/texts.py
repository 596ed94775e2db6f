"""Functions on text."""

import base64
import binascii

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.functions.letters import lowered, raised, title_case, without_diacritics
from graphsync.expressions.functions.signature import Body, argument
from graphsync.expressions.limits import joined
from graphsync.expressions.value import Surroundings, Value, integer, text, texts

_SPECIAL = "@#$%^&*-_!+=[]{}|:',.?/`~();"
_LONGEST_RANDOM = 256
_ENCODINGS = {"unicode": "utf-16-le", "ascii": "ascii", "utf8": "utf-8"}


def _append(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else text(values[0]) + text(argument(values, 1))


def _prepend(_: Surroundings, values: list[Value]) -> Value:
    source = argument(values, 1)
    return None if source is None else text(values[0]) + text(source)


def _left(_: Surroundings, values: list[Value]) -> Value:
    count = integer(argument(values, 1), "Left")
    source = text(values[0])
    return source if count < 0 else source[:count]


def _mid(_: Surroundings, values: list[Value]) -> Value:
    if values[0] is None:
        return None
    source = text(values[0])
    start = integer(argument(values, 1), "Mid")
    length = integer(values[2], "Mid") if len(values) > 2 else len(source)  # to the end
    if start < 1 or length < 0:
        raise ExpressionError(
            f"Mid cannot take {length} characters from character {start}; the first is 1"
        )
    return source[start - 1 : start - 1 + length]


def _in_str(_: Surroundings, values: list[Value]) -> Value:
    source, part = text(values[0]), text(argument(values, 1))
    if text(argument(values, 3)) == "vbTextCompare":
        source, part = source.casefold(), part.casefold()
    start = integer(argument(values, 2) or "1", "InStr")
    return str(source.find(part, max(0, start - 1)) + 1)


def _word(_: Surroundings, values: list[Value]) -> Value:
    number, delimiters = integer(argument(values, 1), "Word"), set(text(argument(values, 2)))
    words, current = list[str](), ""
    for char in text(values[0]):
        if char in delimiters:
            words.append(current)
            current = ""
        else:
            current += char
    found = [word for word in [*words, current] if word]
    return found[number - 1] if 1 <= number <= len(found) else ""


def _p_case(_: Surroundings, values: list[Value]) -> Value:
    if values[0] is None:
        return None
    source, separators = text(values[0]).lower(), argument(values, 1)
    return title_case(source, None if separators is None else text(separators))


def _normalize(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else without_diacritics(text(values[0]))


def _split(_: Surroundings, values: list[Value]) -> Value:
    delimiter = text(argument(values, 1)) or ","
    return tuple(part.strip() for part in text(values[0]).split(delimiter) if part.strip())


def _join(_: Surroundings, values: list[Value]) -> Value:
    items = (item for value in values[1:] for item in texts(value) if item)
    return joined(text(values[0]), items, "Join")


def _random(around: Surroundings, values: list[Value]) -> Value:
    length, *least = (integer(argument(values, place), "RandomString") for place in range(5))
    if length > _LONGEST_RANDOM:
        raise ExpressionError(
            f"RandomString makes at most {_LONGEST_RANDOM} characters, and {length} were asked for"
        )
    if length < 1 or sum(least) > length or min(least) < 0:
        raise ExpressionError(f"RandomString cannot make {length} characters with minimums {least}")
    avoid = set(text(argument(values, 5)))
    lower = "abcdefghijklmnopqrstuvwxyz"
    pools = [
        "".join(char for char in pool if char not in avoid)
        for pool in ("0123456789", _SPECIAL, lower.upper(), lower)
    ]
    if any(count and not pool for count, pool in zip(least, pools, strict=True)) or not "".join(
        pools
    ):
        raise ExpressionError("RandomString has no characters left that it may use")
    chosen = [
        char
        for count, pool in zip(least, pools, strict=True)
        for char in around.random.choices(pool, k=count)
    ]
    chosen += around.random.choices("".join(pools), k=length - len(chosen))
    around.random.shuffle(chosen)
    return "".join(chosen)


def _lower(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else lowered(text(values[0]), text(argument(values, 1)))


def _upper(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else raised(text(values[0]), text(argument(values, 1)))


def _strip(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else text(values[0]).replace(" ", "")


def _trim(_: Surroundings, values: list[Value]) -> Value:
    if isinstance(values[0], tuple):
        return tuple(item.strip() for item in values[0])
    return None if values[0] is None else text(values[0]).strip()


def _from_base64(_: Surroundings, values: list[Value]) -> Value:
    if values[0] is None:
        return None
    name = text(argument(values, 1)) or "Unicode"
    encoding = _ENCODINGS.get(name.casefold())
    if encoding is None:
        raise ExpressionError(
            f"ConvertFromBase64 does not know the encoding '{name}'; there are Unicode, ASCII, UTF8"
        )
    try:
        return base64.b64decode(text(values[0]), validate=True).decode(encoding)
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise ExpressionError(
            f"ConvertFromBase64 cannot read '{text(values[0])[:100]}' as {name} in base64"
        ) from None


def _base64(_: Surroundings, values: list[Value]) -> Value:
    return base64.b64encode(text(values[0]).encode("utf-16-le")).decode()


def _hex(_: Surroundings, values: list[Value]) -> Value:
    return text(values[0]).encode().hex().upper()


BODIES: dict[str, Body] = {
    "Append": _append,
    "Prepend": _prepend,
    "Left": _left,
    "Mid": _mid,
    "InStr": _in_str,
    "Word": _word,
    "PCase": _p_case,
    "NormalizeDiacritics": _normalize,
    "Split": _split,
    "Join": _join,
    "RandomString": _random,
    "ToLower": _lower,
    "ToUpper": _upper,
    "StripSpaces": _strip,
    "Trim": _trim,
    "ConvertFromBase64": _from_base64,
    "ConvertToBase64": _base64,
    "ConvertToUTF8Hex": _hex,
}
