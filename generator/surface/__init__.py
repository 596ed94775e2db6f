"""What programs see of a document: its classes, members, values and operations, by their Python
names.
"""
