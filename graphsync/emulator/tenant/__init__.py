"""Everything a local tenant holds: directory, jobs, secrets, target systems, logs."""
