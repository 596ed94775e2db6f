"""Import msgraph-sdk, make a client, and read the first page of jobs."""

import sys

from benchmarks.clients.msgraph import Client

client = Client(sys.argv[1].partition("/v1.0/")[0])
assert client.first_page() == 100
client.close()
