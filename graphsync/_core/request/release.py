"""Which release this is.

A constant, because asking the installation for it takes 10 ms of a program's start.
"""

VERSION = "0.1.0"
