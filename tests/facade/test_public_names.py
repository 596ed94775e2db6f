"""The public surface, written down: a change of it is a change of this file."""

from __future__ import annotations

import importlib
import inspect
import re
import subprocess
import sys
from functools import cached_property
from pathlib import Path

import pytest

import graphsync
import graphsync.aio
from graphsync import auth, errors, models
from graphsync._core.state.members import Loaded
from graphsync_client.types import Value

PACKAGE = """
Application ApplicationServicePrincipal ApplicationTemplate AsyncGraphClient Cloud Correlation Cycle Explanation Group GraphClient GraphError NotLoaded
ObjectConnection Operation
Owner Page PreparedRequest Preview RetryPolicy Scope ServiceError ServicePrincipal Synchronization SynchronizationJob
SynchronizationSchema SynchronizationTemplate Timeouts User __version__ aio auth errors fleet fleet_of inbound models tasks
"""
AIO = """
Application ApplicationServicePrincipal ApplicationTemplate AsyncGraphClient Correlation Cycle Group ObjectConnection
ServicePrincipal Synchronization User
SynchronizationJob SynchronizationSchema SynchronizationTemplate fleet_of
"""
ERRORS = """
ApplyFailed PlanOutdated BadRequest Cause ClientClosed ConfigurationInvalid Conflict ConnectionFailed CopyFailed ExpressionInvalid FailedDependency Failure Forbidden ForeignOrigin
GraphError JobPaused JournalUnusable MaintenanceIncomplete MaskedSecrets NoMatch NotAcceptable NotAvailable NotDeferrable NotFound NotInScope NotLoaded RateLimitExceeded PagingLoop PreconditionFailed
ProvisioningFailed Quarantined RecordsInvalid Redirected Refused RepairFailed RotationFailed ServerFailure ServiceError SeveralMatches SignInFailed Throttled TimedOut TooManyPages
Unauthorized UnreadableAnswer UnreadableMember UnsentEdits UntrustedCertificate VersionMismatch WaitFailed WaitTimedOut WriteRefused
"""
OWN_MODELS = """
AppKey ConnectivityValues Member ProvisionOnDemandChange ProvisionOnDemandResult ProvisionOnDemandStep SecretValues SecretsReceipt SyncDomain
SyncNotificationSettings UploadReceipt
"""
TASKS = """
Check Compared ConnectionRepair CopyStep ExplainProgress Explanation JobCopy Preview RepairStep Result RotationStep Verdict WaitProgress
"""
AUTH = "certificate client_secret default device_code interactive managed_identity"
LISTING = """consistency_level expand filter first include_count list orderby pages resource_path resume search select
    skip top with_options"""
# Public members of what a program holds in its hands.
MEMBERS = {
    "client.GraphClient": """application_templates applications batch close correlations dry_run fleet groups is_closed maintenance
        principals_with_jobs
        organization provisioning_logs read_only users
        request endpoint send service_principals with_credentials with_options""",
    "applications.service_principals.ServicePrincipals": f"by_app_id {LISTING} find get_by_id",
    "applications.applications.Applications": f"by_app_id {LISTING} find get_by_id",
    "applications.service_principal.ServicePrincipal": """account_enabled app_roles assignments owners app_display_name app_id application_template_id data
        display_name execute_query get has_edits id is_loaded resource_path service_principal_type synchronization tags
        with_options""",
    "applications.application.Application": """app_id application_template_id created_date_time data display_name execute_query owners
        get has_edits id is_loaded publisher_domain resource_path sign_in_audience synchronization tags with_options""",
    "applications.application_templates.ApplicationTemplates": """consistency_level expand filter first get_by_id include_count
        list orderby pages resource_path resume search select skip top with_options""",
    "applications.application_template.ApplicationTemplate": """categories data description display_name execute_query get
        has_edits home_page_url id instantiate is_loaded logo_url publisher resource_path supported_provisioning_types
        supported_single_sign_on_modes with_options""",
    "applications.application_service_principal.ApplicationServicePrincipal": "application service_principal",
    "provisioning_logs.ProvisioningLogs": """consistency_level expand filter first include_count list orderby pages
        resource_path resume search select skip top with_options""",
    "synchronization.synchronization.Synchronization": """acquire_access_token connectivity_parameters data delete execute_query get has_edits id is_loaded
        jobs replace resource_path secrets templates with_options""",
    "synchronization.jobs.Jobs": """consistency_level count create expand filter first get_by_id include_count list orderby pages
        resource_path resume search select skip top validate_credentials with_options""",
    "synchronization.templates.Templates": """consistency_level count expand filter first get_by_id include_count list orderby
        pages resource_path resume search select skip top with_options""",
    "synchronization.job.SynchronizationJob": """bulk_upload copy_to data delete execute_query explain get has_edits id is_loaded
        object_connections pause preview
        provision_on_demand repair_connection resource_path restart run schedule schema settings start status synchronization_job_settings
        template_id upload validate_credentials wait_for_cycle wait_for_steady_state wait_until_healthy wait_until_visible
        with_options""",
    "tasks.cycle.Cycle": """began duration ended error escrowed execution exported id imported job_id logs state
        succeeded""",
    "synchronization.template.SynchronizationTemplate": """application_id data default delete description discoverable
        execute_query factory_tag get has_edits id is_loaded metadata resource_path schema update with_options""",
    "schema.schema.SynchronizationSchema": """data directories execute_query filter_operators functions get has_edits id
        is_loaded parse_expression replace reset resource_path rules synchronization_rules version with_options""",
    "schema.directory.DirectoryDefinition": """data delete discover discoverabilities discovery_date_time execute_query
        get has_edits id is_loaded name objects read_only resource_path update version with_options""",
    "schema.rule.Rule": "data id name object_mappings",
    "schema.object_mapping.ObjectMapping": "attribute_mappings data name",
    "schema.attribute_mapping.AttributeMapping": "data expression set_expression target_attribute_name",
    "synchronization.secrets.Secrets": "clear count list replace resource_path rotate update with_options",
    "synchronization.bulk_upload.BulkUpload": """data delete delete_content execute_query get get_content has_edits id is_loaded
        perform replace_content resource_path update with_options""",
    "fleet.maintenance.Maintenance": "close failures load open paused save",
    "fleet.fleet.Fleet": "list position",
    "batch.batch.Batch": "add send",
    "batch.batch_item.BatchItem": "depends_on error is_done next_link request result",
}


def names(text: str) -> list[str]:
    return sorted(text.split())


def test_the_package_exports_these_names():
    assert sorted(graphsync.__all__) == names(PACKAGE)
    assert set(names(PACKAGE)) <= set(dir(graphsync))
    for name in graphsync.__all__:
        assert getattr(graphsync, name) is not None


def test_modules_are_there_without_an_import_of_their_own():
    code = "import graphsync; assert graphsync.aio.AsyncGraphClient and graphsync.errors.NotFound"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_asynchronous_names_are_the_same_classes_in_their_own_module():
    assert sorted(graphsync.aio.__all__) == names(AIO)
    for name in set(names(AIO)) - {"AsyncGraphClient"}:
        assert getattr(graphsync.aio, name) is not getattr(graphsync, name)
    assert graphsync.aio.AsyncGraphClient is graphsync.AsyncGraphClient


def test_errors_are_one_tree_and_all_of_it_is_drawn():
    assert sorted(errors.__all__) == names(ERRORS)
    assert {*errors.__all__} <= {*dir(errors)}
    for name in {*errors.__all__} - {"Cause"}:
        kind = getattr(errors, name)
        assert name == "Failure" or issubclass(kind, errors.GraphError)
        assert name == "Failure" or f" {name} " in (errors.__doc__ or "").replace("\n", " ")
        assert kind.__doc__


def test_models_are_those_of_graph_and_a_few_of_our_own():
    from graphsync_client import models as generated

    assert set(dir(models)) == set(dir(generated)) | set(names(OWN_MODELS))
    for name in names(OWN_MODELS):
        assert getattr(models, name).__doc__
    assert models.SynchronizationJob is generated.SynchronizationJob


def test_what_tasks_return_can_be_imported():
    assert sorted(graphsync.tasks.__all__) == names(TASKS)
    assert {*graphsync.tasks.__all__} <= {*dir(graphsync.tasks)}
    for name in names(TASKS):
        assert getattr(graphsync.tasks, name).__doc__
    with pytest.raises(AttributeError, match="has no attribute 'Cheque'"):
        graphsync.tasks.Cheque  # noqa: B018


def test_ways_to_sign_in():
    ours = [
        name
        for name, thing in vars(auth).items()
        if inspect.isfunction(thing) and thing.__module__ == auth.__name__
    ]
    assert sorted(name for name in ours if not name.startswith("_")) == names(AUTH)


def members(place: str, package: str) -> list[str]:
    module, name = place.rsplit(".", 1)
    name = f"Async{name}" if (package, name) == ("_async", "GraphClient") else name
    kind = getattr(importlib.import_module(f"graphsync.{package}.{module}"), name)
    # The fields of a value stand in its class as annotations.
    every = {*dir(kind), *getattr(kind, "_defaults", ())} - {*dir(Value)}
    found = {member for member in every if not member.startswith("_")}
    if hasattr(kind, "_navigate"):
        found |= {"service_principals"}
    if name == "Maintenance":
        found |= {"failures", "paused"}
    if name == "Cycle":
        found |= {"execution", "job_id"}
    if name in {"Rule", "ObjectMapping", "AttributeMapping"}:
        found |= {"data"}
    return sorted(found)


def test_members_are_these_and_the_same_in_both_twins():
    for place, expected in MEMBERS.items():
        assert members(place, "_sync") == names(expected), place
        assert members(place, "_async") == names(expected), place


def test_every_public_member_says_what_it_does():
    for place in MEMBERS:
        module, name = place.rsplit(".", 1)
        kind = getattr(importlib.import_module(f"graphsync._sync.{module}"), name)
        assert kind.__doc__, place
        for member, thing in inspect.getmembers(kind):
            if not member.startswith("_") and (
                inspect.isfunction(thing) or isinstance(thing, (property, cached_property, Loaded))
            ):
                assert inspect.getdoc(thing), f"{place}.{member}"
                assert not isinstance(thing, Loaded) or inspect.getdoc(thing) != inspect.getdoc(
                    type(thing)
                ), member


def test_unknown_names_are_attribute_errors():
    import pytest

    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        graphsync.Nothing  # noqa: B018  # the look-up is the test
    with pytest.raises(AttributeError, match="Nothing"):
        models.Nothing  # noqa: B018  # as above


def test_the_checkers_are_asked_about_every_member():
    asked = (Path(__file__).parents[1] / "typing" / "aio" / "calls.py").read_text(encoding="utf-8")
    missing = [
        f"{place}.{member}"
        for place, members_of in MEMBERS.items()
        for member in members_of.split()
        if not re.search(rf"\.{member}\b", asked)
    ]
    assert missing == []
