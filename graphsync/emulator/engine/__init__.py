"""What the provisioning service does on its own: cycles, quarantine, provisioning of single
objects.
"""
