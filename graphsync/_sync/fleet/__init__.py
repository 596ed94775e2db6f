# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/fleet/__init__.py
