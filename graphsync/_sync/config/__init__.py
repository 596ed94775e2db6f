# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/config/__init__.py
