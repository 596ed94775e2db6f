"""DELETE /{owner}/synchronization/templates/{template_id}/schema/directories/{directory_id}"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def delete_template_directory(
    owner: Owner,
    template_id: str,
    directory_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Remove a directory from a template's schema.

    Declared in the metadata, without a page in the reference; the documented way is
    `replace_template_schema`.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
    """
    operation = Operation[None](
        name="delete_template_directory",
        method="DELETE",
        path=owner.path
        + "/synchronization/templates/"
        + segment(template_id, "the template_id")
        + "/schema/directories/"
        + segment(directory_id, "the directory_id"),
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
