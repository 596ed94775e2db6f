"""DELETE /{owner}/synchronization/templates/{template_id}"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def delete_template(
    owner: Owner,
    template_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Delete a template.

    Declared in the metadata, without a page in the reference.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationtemplate
    """
    operation = Operation[None](
        name="delete_template",
        method="DELETE",
        path=owner.path + "/synchronization/templates/" + segment(template_id, "the template_id"),
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
