"""People, groups and who is assigned to what: the calls beside synchronization that decide who
is provisioned.
"""
