# Derived from graphsync/_async/schema/__init__.py by `python -m generator.unasync`: edit that file, not this one.
