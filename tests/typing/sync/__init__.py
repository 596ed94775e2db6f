# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/typing/aio/__init__.py
"""What checkers are asked about the public calls."""
