"""Programs of one page: each is run in a process of its own, from the first import to the last
line.
"""
