"""Whose schema it is: a job's or a template's. The operations are the same, but for their names and paths."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from graphsync_client.api.directories.count_job_directories import count_job_directories
from graphsync_client.api.directories.count_template_directories import count_template_directories
from graphsync_client.api.directories.create_job_directory import create_job_directory
from graphsync_client.api.directories.create_template_directory import create_template_directory
from graphsync_client.api.directories.delete_job_directory import delete_job_directory
from graphsync_client.api.directories.delete_template_directory import delete_template_directory
from graphsync_client.api.directories.discover_job_directory import discover_job_directory
from graphsync_client.api.directories.discover_template_directory import discover_template_directory
from graphsync_client.api.directories.get_job_directory import get_job_directory
from graphsync_client.api.directories.get_template_directory import get_template_directory
from graphsync_client.api.directories.list_job_directories import list_job_directories
from graphsync_client.api.directories.list_template_directories import list_template_directories
from graphsync_client.api.directories.update_job_directory import update_job_directory
from graphsync_client.api.directories.update_template_directory import update_template_directory
from graphsync_client.api.schema.delete_job_schema import delete_job_schema
from graphsync_client.api.schema.delete_template_schema import delete_template_schema
from graphsync_client.api.schema.get_job_schema import get_job_schema
from graphsync_client.api.schema.get_template_schema import get_template_schema
from graphsync_client.api.schema.list_job_filter_operators import list_job_filter_operators
from graphsync_client.api.schema.list_job_functions import list_job_functions
from graphsync_client.api.schema.list_template_filter_operators import list_template_filter_operators
from graphsync_client.api.schema.list_template_functions import list_template_functions
from graphsync_client.api.schema.parse_job_expression import parse_job_expression
from graphsync_client.api.schema.parse_template_expression import parse_template_expression
from graphsync_client.api.schema.replace_job_schema import replace_job_schema
from graphsync_client.api.schema.replace_template_schema import replace_template_schema
from graphsync_client.models import (
    AttributeMappingFunctionSchemaCollectionResponse,
    DirectoryDefinition,
    DirectoryDefinitionCollectionResponse,
    FilterOperatorSchemaCollectionResponse,
    ParseExpressionRequest,
    ParseExpressionResponse,
    SynchronizationSchema,
)
from graphsync_client.types import Operation, Owner


@frozen
class SchemaOperations:
    """Build the operations of one schema."""

    owner: Owner
    id: str
    is_template: bool = False

    def get(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[SynchronizationSchema]:
        """Read the schema."""
        get = get_template_schema if self.is_template else get_job_schema
        return get(self.owner, self.id, select=select, expand=expand)

    def replace(self, body: SynchronizationSchema) -> Operation[None]:
        """Write the whole schema."""
        replace = replace_template_schema if self.is_template else replace_job_schema
        return replace(self.owner, self.id, body)

    def delete(self, if_match: str | None = None) -> Operation[None]:
        """Reset the schema to its default."""
        delete = delete_template_schema if self.is_template else delete_job_schema
        return delete(self.owner, self.id, if_match=if_match)

    def functions(self) -> Operation[AttributeMappingFunctionSchemaCollectionResponse]:
        """List the functions of expressions."""
        return (list_template_functions if self.is_template else list_job_functions)(self.owner, self.id)

    def filter_operators(self) -> Operation[FilterOperatorSchemaCollectionResponse]:
        """List the operators of scope filters."""
        operators = list_template_filter_operators if self.is_template else list_job_filter_operators
        return operators(self.owner, self.id)

    def parse(self, body: ParseExpressionRequest) -> Operation[ParseExpressionResponse]:
        """Parse an expression."""
        return (parse_template_expression if self.is_template else parse_job_expression)(self.owner, self.id, body)

    def directories(self) -> Operation[DirectoryDefinitionCollectionResponse]:
        """List the directories."""
        return (list_template_directories if self.is_template else list_job_directories)(self.owner, self.id)

    def count_directories(self, filter: str | None, search: str | None) -> Operation[int]:
        """Count the directories."""
        count = count_template_directories if self.is_template else count_job_directories
        return count(self.owner, self.id, filter=filter, search=search)

    def create_directory(self, body: DirectoryDefinition) -> Operation[DirectoryDefinition]:
        """Add a directory."""
        return (create_template_directory if self.is_template else create_job_directory)(self.owner, self.id, body)

    def directory(
        self, id: str, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[DirectoryDefinition]:
        """Read one directory."""
        get = get_template_directory if self.is_template else get_job_directory
        return get(self.owner, self.id, id, select=select, expand=expand)

    def update_directory(self, id: str, body: DirectoryDefinition) -> Operation[DirectoryDefinition | None]:
        """Change one directory."""
        update = update_template_directory if self.is_template else update_job_directory
        return update(self.owner, self.id, id, body)

    def delete_directory(self, id: str, if_match: str | None = None) -> Operation[None]:
        """Remove one directory."""
        delete = delete_template_directory if self.is_template else delete_job_directory
        return delete(self.owner, self.id, id, if_match=if_match)

    def discover(self, id: str) -> Operation[DirectoryDefinition]:
        """Have the service ask a directory what it holds."""
        return (discover_template_directory if self.is_template else discover_job_directory)(self.owner, self.id, id)
