"""Functions on text."""

import base64
import unicodedata

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.functions.signature import Body, argument
from graphsync.expressions.value import Surroundings, Value, integer, text, texts

_LETTERS = {
    "æ": "ae", "Æ": "AE", "ø": "oe", "Ø": "OE", "œ": "oe", "Œ": "OE", "ß": "ss", "ł": "l", "Ł": "L",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH",
}  # fmt: skip
_SPECIAL = "@#$%^&*-_!+=[]{}|:',.?/`~();"
_LONGEST_RANDOM = 256


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
    start, length = integer(argument(values, 1), "Mid"), integer(argument(values, 2), "Mid")
    if start < 1 or length < 0:
        raise ExpressionError(f"Mid cannot take {length} characters from character {start}; the first is 1")
    return text(values[0])[start - 1 : start - 1 + length]


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
    separators = argument(values, 1)
    source = text(values[0])
    if separators is None:
        # As .NET's ToTitleCase: a word in capitals counts as an acronym and stays.
        words = source.split(" ")
        return " ".join(
            word if word.isupper() and len(word) > 1 else word[:1].upper() + word[1:].lower() for word in words
        )
    result, start = "", True
    for char in source:
        result += char.upper() if start else char.lower()
        start = char in text(separators)
    return result


def _normalize(_: Surroundings, values: list[Value]) -> Value:
    if values[0] is None:
        return None
    replaced = "".join(_LETTERS.get(char, char) for char in text(values[0]))
    bare = (char for char in unicodedata.normalize("NFD", replaced) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", "".join(bare))


def _split(_: Surroundings, values: list[Value]) -> Value:
    delimiter = text(argument(values, 1)) or ","
    return tuple(part.strip() for part in text(values[0]).split(delimiter) if part.strip())


def _join(_: Surroundings, values: list[Value]) -> Value:
    return text(values[0]).join(item for value in values[1:] for item in texts(value) if item)


def _random(around: Surroundings, values: list[Value]) -> Value:
    length, *least = (integer(argument(values, place), "RandomString") for place in range(5))
    if not 0 < length <= _LONGEST_RANDOM or sum(least) > length or min(least) < 0:
        raise ExpressionError(f"RandomString cannot make {length} characters with minimums {least}")
    avoid = set(text(argument(values, 5)))
    lower = "abcdefghijklmnopqrstuvwxyz"
    pools = [
        "".join(char for char in pool if char not in avoid) for pool in ("0123456789", _SPECIAL, lower.upper(), lower)
    ]
    if any(count and not pool for count, pool in zip(least, pools, strict=True)) or not "".join(pools):
        raise ExpressionError("RandomString has no characters left that it may use")
    chosen = [char for count, pool in zip(least, pools, strict=True) for char in around.random.choices(pool, k=count)]
    chosen += around.random.choices("".join(pools), k=length - len(chosen))
    around.random.shuffle(chosen)
    return "".join(chosen)


def _lower(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else text(values[0]).lower()


def _upper(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else text(values[0]).upper()


def _strip(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else text(values[0]).replace(" ", "")


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
    "ConvertToBase64": _base64,
    "ConvertToUTF8Hex": _hex,
}
