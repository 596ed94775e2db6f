"""Change where one attribute's value comes from, show what that changes, and write it.

The whole schema is read and written, because the service has no smaller step; but only the one
mapping differs.
"""

from __future__ import annotations

import difflib
import json
import sys

from graphsync import GraphClient, SynchronizationSchema


def pretty(schema: SynchronizationSchema) -> list[str]:
    """Return the schema's JSON as lines."""
    return json.dumps(schema.data.to_dict(), indent=2, ensure_ascii=False).splitlines(keepends=True)


def edit(
    schema: SynchronizationSchema, rule: str, mapping: str, target: str, expression: str
) -> list[str]:
    """Give an attribute a new expression and write the schema; return the difference as lines.

    Four requests: read, have the expression parsed, read again to see that nobody else has changed
    the schema, write.
    """
    schema.get()
    before = pretty(schema)
    attributes = schema.rules[rule].object_mappings[mapping].attribute_mappings
    attributes[target].set_expression(expression)
    schema.replace(expected_version=schema.version)
    return list(difflib.unified_diff(before, pretty(schema), "before", "after", n=2))


if __name__ == "__main__":
    tenant_id, client_id, secret, principal_id, job_id, rule, mapping, target, expression = (
        sys.argv[1:]
    )
    with GraphClient.with_credentials(tenant_id, client_id, secret) as graph:
        job = graph.service_principals[principal_id].synchronization.jobs[job_id]
        sys.stdout.writelines(edit(job.schema, rule, mapping, target, expression))
