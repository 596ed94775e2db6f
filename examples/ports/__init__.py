"""Tasks that public scripts do, each in a tenth of their lines; `python -m examples.ports` counts
them.
"""
