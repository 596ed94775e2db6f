"""The commands, a module for each word after `graphsync`.

A module is imported when its word is used.
"""
