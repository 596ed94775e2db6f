# Derived from graphsync/_async/people/__init__.py by `python -m generator.unasync`: edit that file, not this one.
