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
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
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
