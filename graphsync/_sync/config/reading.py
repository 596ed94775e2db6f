# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/config/reading.py
"""What is there of an application's provisioning, read for a plan."""

from __future__ import annotations

from graphsync._core.config.configuration import ApplicationReference, Configuration, JobReference
from graphsync._core.config.current import Current, CurrentJob
from graphsync._core.request.ids import is_guid
from graphsync._core.secrecy.hidden import Hidden
from graphsync._sync.applications.service_principal import ServicePrincipal
from graphsync._sync.client import GraphClient
from graphsync._sync.config.assigning import read_assignments, resolve_assignments
from graphsync._sync.synchronization.job import SynchronizationJob
from graphsync.errors import ConfigurationInvalid, NoMatch, NotFound, SeveralMatches
from graphsync_client.types import Json


def find_principal(graph: GraphClient, wanted: ApplicationReference) -> ServicePrincipal | None:
    """Return the service principal that a configuration means, loaded.

    None where there is none yet. Raises `ConfigurationInvalid` where a name belongs to several.
    """
    principals = graph.service_principals
    if wanted.principal is not None:
        return _got(principals[wanted.principal])
    if wanted.app_id is not None:
        return _got(principals.by_app_id(wanted.app_id))
    try:
        found = principals.find(display_name=wanted.display_name)
    except NoMatch:
        return None
    except SeveralMatches as error:
        raise ConfigurationInvalid(
            f"several applications are called {wanted.display_name!r}: {', '.join(error.ids)};"
            " write principal: with one of these object ids",
            "application.display_name",
            ("application", "display_name"),
        ) from None
    return _got(found)


def _got(principal: ServicePrincipal) -> ServicePrincipal | None:
    try:
        return principal.get()
    except NotFound:
        return None


def find_gallery_id(graph: GraphClient, template: str | None) -> str | None:
    """Return the id of a template of the gallery, chosen by its id or its name.

    None where there is none.
    """
    if template is None:
        return None
    if is_guid(template):
        try:
            return (graph.application_templates[template].get()).id
        except NotFound:
            return None
    quoted = template.replace("'", "''")
    found = graph.application_templates.filter(f"displayName eq '{quoted}'").first()
    return None if found is None else found.id


def find_job(principal: ServicePrincipal, wanted: JobReference) -> SynchronizationJob | None:
    """Return the job that was made from a template; None where there is none.

    Raises `ConfigurationInvalid` where there are several.
    """
    jobs = [job for job in principal.synchronization.jobs if job.template_id == wanted.template]
    if len(jobs) > 1:
        raise ConfigurationInvalid(
            f"several jobs are made from the template {wanted.template!r}:"
            f" {', '.join(job.id for job in jobs)}",
            "job.template",
            ("job", "template"),
        )
    return jobs[0] if jobs else None


def default_schema(principal: ServicePrincipal, template_id: str) -> dict[str, Json] | None:
    """Return the JSON of a template's schema; None where the application has no such template."""
    try:
        schema = principal.synchronization.templates[template_id].schema.get()
    except NotFound:
        return None
    return schema.data.to_dict()


def read_current(
    graph: GraphClient, desired: Configuration, *, with_assignments: bool = False
) -> Current:
    """Return what is there of what a configuration speaks of; reads, and nothing else.

    Six requests, and one more for each further page. Where the configuration has assignments: one
    a page of those that are there, and one for fifteen users or groups.

    Args:
        graph: The client.
        desired: What should be there.
        with_assignments: Whether assignments are read although the configuration has none.

    """
    sent: list[str] = []
    reading = graph.read_only(on_request=lambda method, path: sent.append(f"{method} {path}"))
    principal = find_principal(reading, desired.application)
    assigned = None
    if principal is not None and (with_assignments or desired.assignments is not None):
        assigned = read_assignments(principal)
    wanted = resolve_assignments(reading, desired.assignments or (), principal, assigned)
    if principal is None:
        gallery_id = find_gallery_id(reading, desired.application.template)
        return Current(gallery_id=gallery_id, wanted_assignments=wanted, requests=len(sent))
    job = find_job(principal, desired.job)
    read_job = None
    if job is not None:
        schema = job.schema.get()
        state = job.schedule.state if job.schedule else None
        read_job = CurrentJob(
            id=job.id, state=str(state or "Disabled"), schema=schema.data.to_dict()
        )
    template = default_schema(principal, desired.job.template)
    values = principal.synchronization.secrets.list()
    return Current(
        principal_id=principal.id,
        app_id=principal.app_id,
        display_name=principal.display_name,
        job=read_job,
        default_schema=template,
        secrets=Hidden({str(key): value for key, value in values.items()}),
        assignments=assigned,
        wanted_assignments=wanted,
        requests=len(sent),
    )
