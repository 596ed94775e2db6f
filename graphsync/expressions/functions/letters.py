"""Letters: upper and lower case by culture, title case, and letters without their accents."""

import unicodedata

# Letters that no decomposition splits, as the reference's table replaces them.
_REPLACED = {
    "æ": "ae",
    "Æ": "AE",
    "ø": "oe",
    "Ø": "OE",
    "œ": "oe",
    "Œ": "OE",
    "ß": "ss",
    "ł": "l",
    "Ł": "L",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "TH",
}
_LATIN_ENDS = "\u0250"
# Turkish and Azerbaijani have an i with a dot and one without.
_DOTTED = ("tr", "az")
_TO_LOWER = {
    "I": "\N{LATIN SMALL LETTER DOTLESS I}",
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}": "i",
}
_TO_UPPER = {
    "i": "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}",
    "\N{LATIN SMALL LETTER DOTLESS I}": "I",
}
# The categories that .NET's ToTitleCase takes for the end of a word.
_SEPARATORS = frozenset(
    ("Zs", "Zl", "Zp", "Cc", "Cf", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So")
)


def lowered(text: str, culture: str = "") -> str:
    """Return a text in lower case, by the rules of a culture such as `tr-TR`; else invariant."""
    special = _TO_LOWER if _is_dotted(culture) else {}
    return "".join(special.get(char) or _one(char, char.lower()) for char in text)


def raised(text: str, culture: str = "") -> str:
    """Return a text in upper case, by the rules of a culture such as `tr-TR`; else invariant."""
    special = _TO_UPPER if _is_dotted(culture) else {}
    return "".join(special.get(char) or _one(char, char.upper()) for char in text)


def _is_dotted(culture: str) -> bool:
    return culture.casefold().split("-")[0] in _DOTTED


def _one(char: str, changed: str) -> str:
    # .NET maps a character to one character: ß stays as it is.
    return changed if len(changed) == 1 else char


def title_case(text: str, separators: str | None) -> str:
    """Return a lower-case text with each word's first letter in upper case.

    Args:
        text: in lower case.
        separators: the characters between words; None for those of .NET's ToTitleCase, for which an
            apostrophe within a word does not end it.

    """
    result: list[str] = []
    begins = True
    for char in text:
        if separators is None:
            ends = char != "'" and unicodedata.category(char) in _SEPARATORS
            takes = char.isalpha()
        else:
            ends = char in separators
            takes = not ends
        if begins and takes:
            result.append(_one(char, char.title()))
            begins = False
        else:
            result.append(char)
            begins = begins or ends
    return "".join(result)


def without_diacritics(text: str) -> str:
    """Return a text whose Latin letters have lost their accents; other scripts stay as they are."""
    result: list[str] = []
    latin = False
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char):
            if not latin:
                result.append(char)
            continue
        latin = char < _LATIN_ENDS and char.isalpha()
        result.append(_REPLACED.get(char, char))
    return unicodedata.normalize("NFC", "".join(result))
