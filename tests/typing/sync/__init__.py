# Derived from tests/typing/aio/__init__.py by `python -m generator.unasync`: edit that file, not this one.
"""What checkers are asked about the public calls."""
