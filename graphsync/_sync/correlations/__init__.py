# Derived from graphsync/_async/correlations/__init__.py by `python -m generator.unasync`: edit that file, not this one.
