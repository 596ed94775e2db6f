"""Whose schema it is: a job's or a template's.

The operations are the same, but for their names and paths.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphsync_client import api, models
from graphsync_client.types import Operation, Owner, Value


class SchemaOperations(Value):
    """The operations of one schema."""

    owner: Owner
    id: str
    is_template: bool = False

    def get(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.SynchronizationSchema]:
        """Read the schema."""
        get = api.get_template_schema if self.is_template else api.get_job_schema
        return get(self.owner, self.id, select=select, expand=expand)

    def replace(self, body: models.SynchronizationSchema) -> Operation[None]:
        """Write the whole schema."""
        replace = api.replace_template_schema if self.is_template else api.replace_job_schema
        return replace(self.owner, self.id, body)

    def delete(self, if_match: str | None = None) -> Operation[None]:
        """Reset the schema to its default."""
        delete = api.delete_template_schema if self.is_template else api.delete_job_schema
        return delete(self.owner, self.id, if_match=if_match)

    def functions(self) -> Operation[models.AttributeMappingFunctionSchemaCollectionResponse]:
        """List the functions of expressions."""
        return (api.list_template_functions if self.is_template else api.list_job_functions)(
            self.owner, self.id
        )

    def filter_operators(self) -> Operation[models.FilterOperatorSchemaCollectionResponse]:
        """List the operators of scope filters."""
        operators = (
            api.list_template_filter_operators
            if self.is_template
            else api.list_job_filter_operators
        )
        return operators(self.owner, self.id)

    def parse(
        self, body: models.ParseExpressionRequest
    ) -> Operation[models.ParseExpressionResponse]:
        """Parse an expression."""
        return (api.parse_template_expression if self.is_template else api.parse_job_expression)(
            self.owner, self.id, body
        )

    def directories(self) -> Operation[models.DirectoryDefinitionCollectionResponse]:
        """List the directories."""
        return (api.list_template_directories if self.is_template else api.list_job_directories)(
            self.owner, self.id
        )

    def count_directories(self, filter: str | None, search: str | None) -> Operation[int]:
        """Count the directories."""
        count = api.count_template_directories if self.is_template else api.count_job_directories
        return count(self.owner, self.id, filter=filter, search=search)

    def create_directory(
        self, body: models.DirectoryDefinition
    ) -> Operation[models.DirectoryDefinition]:
        """Add a directory."""
        return (api.create_template_directory if self.is_template else api.create_job_directory)(
            self.owner, self.id, body
        )

    def directory(
        self, id: str, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.DirectoryDefinition]:
        """Read one directory."""
        get = api.get_template_directory if self.is_template else api.get_job_directory
        return get(self.owner, self.id, id, select=select, expand=expand)

    def update_directory(
        self, id: str, body: models.DirectoryDefinition
    ) -> Operation[models.DirectoryDefinition | None]:
        """Change one directory."""
        update = api.update_template_directory if self.is_template else api.update_job_directory
        return update(self.owner, self.id, id, body)

    def delete_directory(self, id: str, if_match: str | None = None) -> Operation[None]:
        """Remove one directory."""
        delete = api.delete_template_directory if self.is_template else api.delete_job_directory
        return delete(self.owner, self.id, id, if_match=if_match)

    def discover(self, id: str) -> Operation[models.DirectoryDefinition]:
        """Have the service ask a directory what it holds."""
        return (
            api.discover_template_directory if self.is_template else api.discover_job_directory
        )(self.owner, self.id, id)
