"""Every operation of Microsoft Graph's synchronization API; a module is imported when its operation is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy

if TYPE_CHECKING:
    from .app_role_assigned_to.create_app_role_assigned_to import (
        create_app_role_assigned_to as create_app_role_assigned_to,
    )
    from .app_role_assigned_to.delete_app_role_assigned_to import (
        delete_app_role_assigned_to as delete_app_role_assigned_to,
    )
    from .app_role_assigned_to.list_app_role_assigned_to import list_app_role_assigned_to as list_app_role_assigned_to
    from .app_role_assignments.create_group_app_role_assignment import (
        create_group_app_role_assignment as create_group_app_role_assignment,
    )
    from .app_role_assignments.create_user_app_role_assignment import (
        create_user_app_role_assignment as create_user_app_role_assignment,
    )
    from .app_role_assignments.delete_group_app_role_assignment import (
        delete_group_app_role_assignment as delete_group_app_role_assignment,
    )
    from .app_role_assignments.delete_user_app_role_assignment import (
        delete_user_app_role_assignment as delete_user_app_role_assignment,
    )
    from .app_role_assignments.list_group_app_role_assignments import (
        list_group_app_role_assignments as list_group_app_role_assignments,
    )
    from .app_role_assignments.list_user_app_role_assignments import (
        list_user_app_role_assignments as list_user_app_role_assignments,
    )
    from .application_templates.get_application_template import get_application_template as get_application_template
    from .application_templates.instantiate_application_template import (
        instantiate_application_template as instantiate_application_template,
    )
    from .application_templates.list_application_templates import (
        list_application_templates as list_application_templates,
    )
    from .applications.get_application import get_application as get_application
    from .applications.list_applications import list_applications as list_applications
    from .bulk_upload.delete_bulk_upload import delete_bulk_upload as delete_bulk_upload
    from .bulk_upload.delete_bulk_upload_content import delete_bulk_upload_content as delete_bulk_upload_content
    from .bulk_upload.get_bulk_upload import get_bulk_upload as get_bulk_upload
    from .bulk_upload.get_bulk_upload_content import get_bulk_upload_content as get_bulk_upload_content
    from .bulk_upload.perform_bulk_upload import perform_bulk_upload as perform_bulk_upload
    from .bulk_upload.replace_bulk_upload_content import replace_bulk_upload_content as replace_bulk_upload_content
    from .bulk_upload.update_bulk_upload import update_bulk_upload as update_bulk_upload
    from .connectivity_parameters.get_connectivity_parameters import (
        get_connectivity_parameters as get_connectivity_parameters,
    )
    from .correlations.get_correlation import get_correlation as get_correlation
    from .correlations.list_correlations import list_correlations as list_correlations
    from .deleted_items.delete_deleted_item import delete_deleted_item as delete_deleted_item
    from .deleted_items.get_deleted_item import get_deleted_item as get_deleted_item
    from .directories.count_job_directories import count_job_directories as count_job_directories
    from .directories.count_template_directories import count_template_directories as count_template_directories
    from .directories.create_job_directory import create_job_directory as create_job_directory
    from .directories.create_template_directory import create_template_directory as create_template_directory
    from .directories.delete_job_directory import delete_job_directory as delete_job_directory
    from .directories.delete_template_directory import delete_template_directory as delete_template_directory
    from .directories.discover_job_directory import discover_job_directory as discover_job_directory
    from .directories.discover_template_directory import discover_template_directory as discover_template_directory
    from .directories.get_job_directory import get_job_directory as get_job_directory
    from .directories.get_template_directory import get_template_directory as get_template_directory
    from .directories.list_job_directories import list_job_directories as list_job_directories
    from .directories.list_template_directories import list_template_directories as list_template_directories
    from .directories.update_job_directory import update_job_directory as update_job_directory
    from .directories.update_template_directory import update_template_directory as update_template_directory
    from .groups.create_group import create_group as create_group
    from .groups.delete_group import delete_group as delete_group
    from .groups.get_group import get_group as get_group
    from .groups.list_groups import list_groups as list_groups
    from .groups.update_group import update_group as update_group
    from .identities.list_correlated_identities import list_correlated_identities as list_correlated_identities
    from .jobs.count_jobs import count_jobs as count_jobs
    from .jobs.create_job import create_job as create_job
    from .jobs.delete_job import delete_job as delete_job
    from .jobs.get_job import get_job as get_job
    from .jobs.list_jobs import list_jobs as list_jobs
    from .jobs.pause_job import pause_job as pause_job
    from .jobs.provision_on_demand import provision_on_demand as provision_on_demand
    from .jobs.restart_job import restart_job as restart_job
    from .jobs.start_job import start_job as start_job
    from .jobs.update_job import update_job as update_job
    from .jobs.validate_credentials import validate_credentials as validate_credentials
    from .jobs.validate_job_credentials import validate_job_credentials as validate_job_credentials
    from .manager.assign_manager import assign_manager as assign_manager
    from .manager.get_manager import get_manager as get_manager
    from .manager.remove_manager import remove_manager as remove_manager
    from .members.add_member import add_member as add_member
    from .members.list_members import list_members as list_members
    from .members.remove_member import remove_member as remove_member
    from .object_connections.delete_object_connection import delete_object_connection as delete_object_connection
    from .object_connections.get_object_connection import get_object_connection as get_object_connection
    from .organization.list_organization import list_organization as list_organization
    from .owners.add_owner import add_owner as add_owner
    from .owners.list_owners import list_owners as list_owners
    from .owners.remove_owner import remove_owner as remove_owner
    from .provisioning.list_provisioning_logs import list_provisioning_logs as list_provisioning_logs
    from .schema.delete_job_schema import delete_job_schema as delete_job_schema
    from .schema.delete_template_schema import delete_template_schema as delete_template_schema
    from .schema.get_job_schema import get_job_schema as get_job_schema
    from .schema.get_template_schema import get_template_schema as get_template_schema
    from .schema.list_job_filter_operators import list_job_filter_operators as list_job_filter_operators
    from .schema.list_job_functions import list_job_functions as list_job_functions
    from .schema.list_template_filter_operators import list_template_filter_operators as list_template_filter_operators
    from .schema.list_template_functions import list_template_functions as list_template_functions
    from .schema.parse_job_expression import parse_job_expression as parse_job_expression
    from .schema.parse_template_expression import parse_template_expression as parse_template_expression
    from .schema.replace_job_schema import replace_job_schema as replace_job_schema
    from .schema.replace_template_schema import replace_template_schema as replace_template_schema
    from .schema.update_job_schema import update_job_schema as update_job_schema
    from .schema.update_template_schema import update_template_schema as update_template_schema
    from .secrets.count_secrets import count_secrets as count_secrets
    from .secrets.list_secrets import list_secrets as list_secrets
    from .secrets.replace_secrets import replace_secrets as replace_secrets
    from .service_principals.get_service_principal import get_service_principal as get_service_principal
    from .service_principals.list_service_principals import list_service_principals as list_service_principals
    from .synchronization.acquire_access_token import acquire_access_token as acquire_access_token
    from .synchronization.delete_synchronization import delete_synchronization as delete_synchronization
    from .synchronization.get_synchronization import get_synchronization as get_synchronization
    from .synchronization.replace_synchronization import replace_synchronization as replace_synchronization
    from .templates.count_templates import count_templates as count_templates
    from .templates.create_template import create_template as create_template
    from .templates.delete_template import delete_template as delete_template
    from .templates.get_template import get_template as get_template
    from .templates.list_templates import list_templates as list_templates
    from .templates.update_template import update_template as update_template
    from .users.create_user import create_user as create_user
    from .users.delete_user import delete_user as delete_user
    from .users.get_user import get_user as get_user
    from .users.list_users import list_users as list_users
    from .users.update_user import update_user as update_user

__getattr__, __dir__ = lazy(
    __name__,
    {
        "acquire_access_token": "synchronization.acquire_access_token",
        "add_member": "members.add_member",
        "add_owner": "owners.add_owner",
        "assign_manager": "manager.assign_manager",
        "count_job_directories": "directories.count_job_directories",
        "count_jobs": "jobs.count_jobs",
        "count_secrets": "secrets.count_secrets",
        "count_template_directories": "directories.count_template_directories",
        "count_templates": "templates.count_templates",
        "create_app_role_assigned_to": "app_role_assigned_to.create_app_role_assigned_to",
        "create_group": "groups.create_group",
        "create_group_app_role_assignment": "app_role_assignments.create_group_app_role_assignment",
        "create_job": "jobs.create_job",
        "create_job_directory": "directories.create_job_directory",
        "create_template": "templates.create_template",
        "create_template_directory": "directories.create_template_directory",
        "create_user": "users.create_user",
        "create_user_app_role_assignment": "app_role_assignments.create_user_app_role_assignment",
        "delete_app_role_assigned_to": "app_role_assigned_to.delete_app_role_assigned_to",
        "delete_bulk_upload": "bulk_upload.delete_bulk_upload",
        "delete_bulk_upload_content": "bulk_upload.delete_bulk_upload_content",
        "delete_deleted_item": "deleted_items.delete_deleted_item",
        "delete_group": "groups.delete_group",
        "delete_group_app_role_assignment": "app_role_assignments.delete_group_app_role_assignment",
        "delete_job": "jobs.delete_job",
        "delete_job_directory": "directories.delete_job_directory",
        "delete_job_schema": "schema.delete_job_schema",
        "delete_object_connection": "object_connections.delete_object_connection",
        "delete_synchronization": "synchronization.delete_synchronization",
        "delete_template": "templates.delete_template",
        "delete_template_directory": "directories.delete_template_directory",
        "delete_template_schema": "schema.delete_template_schema",
        "delete_user": "users.delete_user",
        "delete_user_app_role_assignment": "app_role_assignments.delete_user_app_role_assignment",
        "discover_job_directory": "directories.discover_job_directory",
        "discover_template_directory": "directories.discover_template_directory",
        "get_application": "applications.get_application",
        "get_application_template": "application_templates.get_application_template",
        "get_bulk_upload": "bulk_upload.get_bulk_upload",
        "get_bulk_upload_content": "bulk_upload.get_bulk_upload_content",
        "get_connectivity_parameters": "connectivity_parameters.get_connectivity_parameters",
        "get_correlation": "correlations.get_correlation",
        "get_deleted_item": "deleted_items.get_deleted_item",
        "get_group": "groups.get_group",
        "get_job": "jobs.get_job",
        "get_job_directory": "directories.get_job_directory",
        "get_job_schema": "schema.get_job_schema",
        "get_manager": "manager.get_manager",
        "get_object_connection": "object_connections.get_object_connection",
        "get_service_principal": "service_principals.get_service_principal",
        "get_synchronization": "synchronization.get_synchronization",
        "get_template": "templates.get_template",
        "get_template_directory": "directories.get_template_directory",
        "get_template_schema": "schema.get_template_schema",
        "get_user": "users.get_user",
        "instantiate_application_template": "application_templates.instantiate_application_template",
        "list_app_role_assigned_to": "app_role_assigned_to.list_app_role_assigned_to",
        "list_application_templates": "application_templates.list_application_templates",
        "list_applications": "applications.list_applications",
        "list_correlated_identities": "identities.list_correlated_identities",
        "list_correlations": "correlations.list_correlations",
        "list_group_app_role_assignments": "app_role_assignments.list_group_app_role_assignments",
        "list_groups": "groups.list_groups",
        "list_job_directories": "directories.list_job_directories",
        "list_job_filter_operators": "schema.list_job_filter_operators",
        "list_job_functions": "schema.list_job_functions",
        "list_jobs": "jobs.list_jobs",
        "list_members": "members.list_members",
        "list_organization": "organization.list_organization",
        "list_owners": "owners.list_owners",
        "list_provisioning_logs": "provisioning.list_provisioning_logs",
        "list_secrets": "secrets.list_secrets",
        "list_service_principals": "service_principals.list_service_principals",
        "list_template_directories": "directories.list_template_directories",
        "list_template_filter_operators": "schema.list_template_filter_operators",
        "list_template_functions": "schema.list_template_functions",
        "list_templates": "templates.list_templates",
        "list_user_app_role_assignments": "app_role_assignments.list_user_app_role_assignments",
        "list_users": "users.list_users",
        "parse_job_expression": "schema.parse_job_expression",
        "parse_template_expression": "schema.parse_template_expression",
        "pause_job": "jobs.pause_job",
        "perform_bulk_upload": "bulk_upload.perform_bulk_upload",
        "provision_on_demand": "jobs.provision_on_demand",
        "remove_manager": "manager.remove_manager",
        "remove_member": "members.remove_member",
        "remove_owner": "owners.remove_owner",
        "replace_bulk_upload_content": "bulk_upload.replace_bulk_upload_content",
        "replace_job_schema": "schema.replace_job_schema",
        "replace_secrets": "secrets.replace_secrets",
        "replace_synchronization": "synchronization.replace_synchronization",
        "replace_template_schema": "schema.replace_template_schema",
        "restart_job": "jobs.restart_job",
        "start_job": "jobs.start_job",
        "update_bulk_upload": "bulk_upload.update_bulk_upload",
        "update_group": "groups.update_group",
        "update_job": "jobs.update_job",
        "update_job_directory": "directories.update_job_directory",
        "update_job_schema": "schema.update_job_schema",
        "update_template": "templates.update_template",
        "update_template_directory": "directories.update_template_directory",
        "update_template_schema": "schema.update_template_schema",
        "update_user": "users.update_user",
        "validate_credentials": "jobs.validate_credentials",
        "validate_job_credentials": "jobs.validate_job_credentials",
    },
)
