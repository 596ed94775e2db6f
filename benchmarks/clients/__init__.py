"""The same three pieces of work with each client.

A worker process imports one of these modules and no other.
"""
