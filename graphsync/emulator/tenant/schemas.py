"""Which schema a job or a template has: its own, or the one it falls back to."""

from graphsync.emulator.document import Document
from graphsync.emulator.gallery.templates import TEMPLATES, of_application
from graphsync.emulator.tenant.tenant import Tenant


def templates(tenant: Tenant, principal: Document) -> dict[str, Document]:
    """Return the templates of a principal's application by id, with the changes that were made
    to them.
    """
    changed = tenant.table("template", str(principal["id"]))
    found: dict[str, Document] = {}
    for template in of_application(str(principal.get("applicationTemplateId"))):
        document = changed.get(template.id)
        if document is None:
            found[template.id] = template.document()
        elif not document.get("deleted"):
            found[template.id] = document
    return found


def job_schema(tenant: Tenant, principal: Document, job_id: str, template_id: str) -> Document:
    """Return the schema of a job: what was put, else its template's.

    Copy it in depth before you change it.
    """
    own = tenant.table("schema", str(principal["id"])).get(job_id)
    if own is not None:
        return own
    template = tenant.table("template", str(principal["id"])).get(template_id)
    content: Document = (
        template["schema"] if template and "schema" in template else TEMPLATES[template_id].schema()
    )
    return {**content, "id": job_id, "version": content.get("version") or "6.0"}


def default_schema(template_id: str) -> Document:
    """Return what a template's schema is reset to."""
    return {"id": f"{template_id}.{'0' * 32}", "version": "6.0", **TEMPLATES[template_id].schema()}
