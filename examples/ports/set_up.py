"""Give an application of the gallery its credentials, test them, and start its first job.

PRINCIPAL, ADDRESS and TOKEN are read from the environment. It signs in as the machine does.
"""

from os import environ

from graphsync import GraphClient, auth

sync = GraphClient(auth.default()).service_principals[environ["PRINCIPAL"]].synchronization
sync.secrets.replace({"BaseAddress": environ["ADDRESS"], "SecretToken": environ["TOKEN"]})
sync.jobs.validate_credentials(template_id=(template := sync.templates.list()[0]).id)
sync.jobs.create(template).start()
