"""The way back from text to the parser."""


class NotPlainError(Exception):
    """The document is written in a way that only a parser reads right; nothing is said about whether it is right."""
