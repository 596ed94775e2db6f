"""DELETE /{owner}/synchronization/templates/{template_id}/schema"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def delete_template_schema(
    owner: Owner,
    template_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Reset the schema of a template to the default of its factory tag.

    Answers 204. All changes of the template's schema are lost.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-delete
    """
    operation = Operation[None](
        name="delete_template_schema",
        method="DELETE",
        path=owner.path + "/synchronization/templates/" + segment(template_id, "the template_id") + "/schema",
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
