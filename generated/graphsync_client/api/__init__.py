"""Every operation of the synchronization API; a module is imported when its operation is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy

if TYPE_CHECKING:
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

__getattr__, __dir__ = lazy(
    __name__,
    {
        "acquire_access_token": "synchronization.acquire_access_token",
        "count_job_directories": "directories.count_job_directories",
        "count_jobs": "jobs.count_jobs",
        "count_secrets": "secrets.count_secrets",
        "count_template_directories": "directories.count_template_directories",
        "count_templates": "templates.count_templates",
        "create_job": "jobs.create_job",
        "create_job_directory": "directories.create_job_directory",
        "create_template": "templates.create_template",
        "create_template_directory": "directories.create_template_directory",
        "delete_bulk_upload": "bulk_upload.delete_bulk_upload",
        "delete_bulk_upload_content": "bulk_upload.delete_bulk_upload_content",
        "delete_job": "jobs.delete_job",
        "delete_job_directory": "directories.delete_job_directory",
        "delete_job_schema": "schema.delete_job_schema",
        "delete_synchronization": "synchronization.delete_synchronization",
        "delete_template": "templates.delete_template",
        "delete_template_directory": "directories.delete_template_directory",
        "delete_template_schema": "schema.delete_template_schema",
        "discover_job_directory": "directories.discover_job_directory",
        "discover_template_directory": "directories.discover_template_directory",
        "get_application": "applications.get_application",
        "get_application_template": "application_templates.get_application_template",
        "get_bulk_upload": "bulk_upload.get_bulk_upload",
        "get_bulk_upload_content": "bulk_upload.get_bulk_upload_content",
        "get_job": "jobs.get_job",
        "get_job_directory": "directories.get_job_directory",
        "get_job_schema": "schema.get_job_schema",
        "get_service_principal": "service_principals.get_service_principal",
        "get_synchronization": "synchronization.get_synchronization",
        "get_template": "templates.get_template",
        "get_template_directory": "directories.get_template_directory",
        "get_template_schema": "schema.get_template_schema",
        "instantiate_application_template": "application_templates.instantiate_application_template",
        "list_application_templates": "application_templates.list_application_templates",
        "list_applications": "applications.list_applications",
        "list_job_directories": "directories.list_job_directories",
        "list_job_filter_operators": "schema.list_job_filter_operators",
        "list_job_functions": "schema.list_job_functions",
        "list_jobs": "jobs.list_jobs",
        "list_provisioning_logs": "provisioning.list_provisioning_logs",
        "list_secrets": "secrets.list_secrets",
        "list_service_principals": "service_principals.list_service_principals",
        "list_template_directories": "directories.list_template_directories",
        "list_template_filter_operators": "schema.list_template_filter_operators",
        "list_template_functions": "schema.list_template_functions",
        "list_templates": "templates.list_templates",
        "parse_job_expression": "schema.parse_job_expression",
        "parse_template_expression": "schema.parse_template_expression",
        "pause_job": "jobs.pause_job",
        "perform_bulk_upload": "bulk_upload.perform_bulk_upload",
        "provision_on_demand": "jobs.provision_on_demand",
        "replace_bulk_upload_content": "bulk_upload.replace_bulk_upload_content",
        "replace_job_schema": "schema.replace_job_schema",
        "replace_secrets": "secrets.replace_secrets",
        "replace_synchronization": "synchronization.replace_synchronization",
        "replace_template_schema": "schema.replace_template_schema",
        "restart_job": "jobs.restart_job",
        "start_job": "jobs.start_job",
        "update_bulk_upload": "bulk_upload.update_bulk_upload",
        "update_job": "jobs.update_job",
        "update_job_directory": "directories.update_job_directory",
        "update_job_schema": "schema.update_job_schema",
        "update_template": "templates.update_template",
        "update_template_directory": "directories.update_template_directory",
        "update_template_schema": "schema.update_template_schema",
        "validate_credentials": "jobs.validate_credentials",
        "validate_job_credentials": "jobs.validate_job_credentials",
    },
)
