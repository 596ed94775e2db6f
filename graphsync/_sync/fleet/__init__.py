# Derived from graphsync/_async/fleet/__init__.py by `python -m generator.unasync`: edit that file, not this one.
