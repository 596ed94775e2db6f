"""The types of every public call, for the checkers to confirm; never run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, assert_type

from azure.identity import ClientSecretCredential

from graphsync import (
    Cloud,
    Explanation,
    GraphError,
    Page,
    PreparedRequest,
    Preview,
    RetryPolicy,
    Scope,
    Timeouts,
    auth,
    models,
)
from graphsync.aio import (
    Application,
    ApplicationServicePrincipal,
    ApplicationTemplate,
    AsyncGraphClient,
    Correlation,
    Cycle,
    Group,
    ObjectConnection,
    ServicePrincipal,
    Synchronization,
    SynchronizationJob,
    SynchronizationSchema,
    SynchronizationTemplate,
    User,
    fleet_of,
)
from graphsync.fleet import RULES, JobHealth
from graphsync.inbound import Outcome, RecordOutcome, UploadReport, read_csv
from graphsync.tasks import JobCopy
from graphsync_client.api.jobs.list_jobs import list_jobs
from graphsync_client.types import Owner


async def clients(azure: ClientSecretCredential) -> None:
    graph = AsyncGraphClient.with_credentials(
        "t", "c", "s", cloud=Cloud.US_GOV, timeout=30, verify="ca.pem"
    )
    assert_type(graph, AsyncGraphClient)
    AsyncGraphClient(azure, retry=RetryPolicy(attempts=1), timeout=Timeouts(total=5))
    AsyncGraphClient("token", endpoint="http://127.0.0.1:1/v1.0")
    AsyncGraphClient(
        lambda: "token", proxy="http://proxy.contoso.com", cert=("cert.pem", "key.pem")
    )
    AsyncGraphClient(auth.device_code("c"), authority="https://login.contoso.com", scope="x")
    AsyncGraphClient(7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # no credential
    AsyncGraphClient("token", tiemout=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # misspelt
    async with graph as entered:
        assert_type(entered, AsyncGraphClient)
    assert_type(graph.with_options(consistency=60), AsyncGraphClient)
    assert_type(graph.read_only(validate=True), AsyncGraphClient)
    assert_type(graph.is_closed, bool)
    assert_type(graph.endpoint.url, str)
    assert_type(await graph.close(), None)
    assert_type(await graph.request("GET", "/x"), Any)
    answer = await graph.send(list_jobs(Owner.application("a")))
    assert_type(answer, models.SynchronizationJobCollectionResponse)


async def navigation(graph: AsyncGraphClient) -> None:
    principal = graph.service_principals["p"]
    assert_type(principal, ServicePrincipal)
    assert_type(graph.service_principals.get_by_id("p"), ServicePrincipal)
    assert_type(graph.service_principals.by_app_id("a"), ServicePrincipal)
    assert_type(await graph.service_principals.find(display_name="x"), ServicePrincipal)
    assert_type(await graph.applications.find(app_id="x"), Application)
    assert_type(graph.applications["a"], Application)
    assert_type(await principal.get(), ServicePrincipal)
    assert_type(principal.id, str)
    assert_type(principal.app_id, str | None)
    assert_type(principal.display_name, str | None)
    assert_type(principal.account_enabled, bool | None)
    assert_type(principal.is_loaded, bool)
    assert_type(principal.app_display_name, str | None)
    assert_type(principal.application_template_id, str | None)
    assert_type(principal.service_principal_type, str | None)
    assert_type(principal.tags, list[str] | None)
    application = await graph.applications["a"].get()
    assert_type(application.data, models.Application)
    assert_type(application.created_date_time, datetime | None)
    assert_type(application.publisher_domain, str | None)
    assert_type(application.sign_in_audience, str | None)
    assert_type(principal.data, models.ServicePrincipal)
    assert_type(principal.synchronization, Synchronization)
    assert_type(
        [found async for found in graph.service_principals.filter("x")], list[ServicePrincipal]
    )
    assert_type(await graph.applications.first(), Application | None)
    assert_type(principal.resource_path, str)


async def people(graph: AsyncGraphClient, principal: ServicePrincipal) -> None:
    user = graph.users["ada@contoso.com"]
    assert_type(user, User)
    assert_type(await user.get(), User)
    assert_type(await graph.users.create(models.User()), User)
    assert_type([found async for found in graph.users.filter("x")], list[User])
    user.department = "Research"
    assert_type(await user.update(), None)
    assert_type(await user.manager.get(), User)
    assert_type(await user.manager.assign(user), None)
    assert_type(await user.app_role_assignments.list(), list[models.AppRoleAssignment])
    assert_type(await user.delete(), None)
    assert_type(await user.purge(), None)
    group = await graph.groups.create(models.Group())
    assert_type(group, Group)
    assert_type(await group.members.add(user), None)
    assert_type(await group.members.remove("id"), None)
    assert_type(await group.members.list(), list[models.Member])
    assert_type(await principal.assignments.assign(user, "User"), models.AppRoleAssignment)
    assert_type(await principal.assignments.unassign(group), int)
    assert_type(await principal.owners.list(), list[models.Member])
    assert_type(principal.app_roles, list[models.AppRole] | None)
    assert_type((await graph.organization.get()).display_name, str | None)


async def beta(graph: AsyncGraphClient, job: SynchronizationJob, sync: Synchronization) -> None:
    ada = graph.users["ada@contoso.com"]
    assert_type(await job.provision_on_demand(ada), models.ProvisionOnDemandResult)
    done = await job.provision_on_demand("rule", graph.groups["g"], members=[ada])
    assert_type(done.outcome, Outcome | None)
    assert_type(await job.object_connections["id"].get(), ObjectConnection)
    assert_type(await graph.correlations["id"].get(), Correlation)
    found = graph.correlations["id"].identities.with_status("uncorrelated")
    assert_type(await found.list(), list[models.CorrelatedIdentity])
    assert_type(await sync.connectivity_parameters.get(), models.ConnectivityValues)


async def gallery(graph: AsyncGraphClient) -> None:
    found = (
        graph.application_templates.filter("displayName eq 'x'")
        .select("id")
        .orderby("displayName")
        .search("x")
        .top(5)
    )
    assert_type(await found.first(), ApplicationTemplate | None)
    assert_type([template async for template in found], list[ApplicationTemplate])
    assert_type([page async for page in found.pages()], list[Page[ApplicationTemplate]])
    assert_type(graph.application_templates.get_by_id("t"), ApplicationTemplate)
    template = await graph.application_templates["t"].get(select=["id"])
    assert_type(template, ApplicationTemplate)
    assert_type(template.id, str)
    assert_type(template.data, models.ApplicationTemplate)
    assert_type(template.display_name, str | None)
    assert_type(template.publisher, str | None)
    assert_type(template.description, str | None)
    assert_type(template.home_page_url, str | None)
    assert_type(template.logo_url, str | None)
    assert_type(template.categories, list[str | None] | None)
    assert_type(template.supported_provisioning_types, list[str | None] | None)
    assert_type(template.supported_single_sign_on_modes, list[str | None] | None)
    template.publisher = "x"  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]  # not to be set
    made = await template.instantiate("x", service_management_reference="y")
    assert_type(made, ApplicationServicePrincipal)
    assert_type(made.application, Application)
    assert_type(made.service_principal, ServicePrincipal)
    assert_type(
        await made.service_principal.synchronization.jobs.create("scim"), SynchronizationJob
    )
    assert_type(graph.batch().add(template.instantiate, "x").result, ApplicationServicePrincipal)


async def logs(graph: AsyncGraphClient) -> None:
    records = graph.provisioning_logs.filter("jobId eq 'x'").top(50)
    assert_type([record async for record in records], list[models.ProvisioningObjectSummary])
    assert_type(await records.first(), models.ProvisioningObjectSummary | None)
    assert_type(await records.list(), list[models.ProvisioningObjectSummary])


async def synchronizations(sync: Synchronization) -> None:
    assert_type(await sync.get(), Synchronization)
    assert_type(sync.data, models.Synchronization)
    assert_type(await sync.acquire_access_token({"Oauth2ClientId": "x"}), None)
    assert_type(await sync.replace(models.Synchronization()), None)
    assert_type(await sync.delete(), None)
    assert_type(await sync.secrets.list(), models.SecretValues)
    assert_type(await sync.secrets.count(), int)
    assert_type(
        await sync.secrets.update({"SyncAll": "true"}, leave_out=("Password",), wait=30),
        models.SecretsReceipt,
    )
    assert_type(
        await sync.secrets.replace(
            {models.SynchronizationSecret.DOMAIN: models.SyncDomain(domain="x")}
        ),
        models.SecretsReceipt,
    )
    assert_type(await sync.secrets.clear("SyncAll"), models.SecretsReceipt)
    values = await sync.secrets.list()
    assert_type(values["SyncAll"], str)
    assert_type(values.notification_settings, models.SyncNotificationSettings | None)


async def lists(sync: Synchronization) -> None:
    jobs = (
        sync.jobs.filter("a eq 1")
        .select("id")
        .expand("schema")
        .orderby("id")
        .top(5)
        .skip(1)
        .search("x")
    )
    assert_type(await jobs.include_count().consistency_level().list(), list[SynchronizationJob])
    assert_type(await jobs.first(), SynchronizationJob | None)
    assert_type(await jobs.count(), int)
    assert_type([job async for job in jobs], list[SynchronizationJob])
    assert_type([page async for page in jobs.pages()], list[Page[SynchronizationJob]])
    assert_type([job async for job in jobs.resume("https://x")], list[SynchronizationJob])
    assert_type([item async for item in sync.templates], list[SynchronizationTemplate])
    schema = sync.jobs["j"].schema
    assert_type(await schema.functions.list(), list[models.AttributeMappingFunctionSchema])
    assert_type(await schema.filter_operators.first(), models.FilterOperatorSchema | None)


async def jobs(sync: Synchronization) -> None:
    job = await sync.jobs.create("scim")
    assert_type(job, SynchronizationJob)
    assert_type(sync.jobs["j"], SynchronizationJob)
    assert_type(sync.jobs.get_by_id("j"), SynchronizationJob)
    assert_type(await job.get(select=["id"], expand=["schema"]), SynchronizationJob)
    assert_type((await job.get()).execute_query(), SynchronizationJob)
    assert_type(job.with_options(timeout=5), SynchronizationJob)
    assert_type(job.id, str)
    assert_type(job.template_id, str | None)
    assert_type(job.status, models.SynchronizationStatus | None)
    assert_type(job.schedule, models.SynchronizationSchedule | None)
    assert_type(job.synchronization_job_settings, list[models.KeyValuePair] | None)
    assert_type(job.settings, Mapping[str, str | None])
    assert_type(job.data, models.SynchronizationJob)
    if job.status is not None and job.schedule is not None:
        assert_type(job.status.code, models.SynchronizationStatusCode | None)
        assert_type(job.schedule.interval, timedelta | None)
        assert_type(job.status.steady_state_first_achieved_time, datetime | None)
    assert_type(await job.start(), None)
    assert_type(await job.pause(), None)
    assert_type(await job.restart(), None)
    assert_type(await job.restart(Scope.WATERMARK | Scope.ESCROWS, dangerous=True), None)
    await job.restart("Watermark")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # text is no scope
    assert_type(await job.delete(if_match="x"), None)
    assert_type(await job.validate_credentials({"SecretToken": "x"}), None)
    assert_type(await sync.jobs.validate_credentials(template_id="scim"), None)
    result = await job.provision_on_demand("rule", "user", members=["m"], check=False)
    assert_type(result, models.ProvisionOnDemandResult)
    await job.provision_on_demand("ada@contoso.com")
    assert_type(result.status, str | None)
    assert_type(result.steps, tuple[models.ProvisionOnDemandStep, ...])
    assert_type(result.steps[0].timestamp, datetime | None)
    assert_type(result.modified_properties[0].new_value, str | None)
    job.template_identifier  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnusedExpression]  # noqa: B018  # no such member


async def waits(job: SynchronizationJob) -> None:
    cycle = await job.run(timeout=None, progress=lambda seen: assert_type(seen.waited, float))
    assert_type(cycle, Cycle)
    assert_type(cycle.duration, timedelta)
    assert_type(cycle.began, datetime | None)
    assert_type(cycle.ended, datetime | None)
    assert_type(cycle.error, models.SynchronizationError | None)
    assert_type(cycle.execution, models.SynchronizationTaskExecution)
    assert_type((cycle.imported, cycle.exported, cycle.escrowed), tuple[int, int, int])
    assert_type((cycle.id, cycle.job_id), tuple[str | None, str])
    assert_type(cycle.state, models.SynchronizationTaskExecutionResult | None)
    assert_type(cycle.succeeded, bool)
    assert_type([record async for record in cycle.logs()], list[models.ProvisioningObjectSummary])
    assert_type(await job.wait_for_cycle(since=cycle), Cycle)
    assert_type(await job.wait_for_steady_state(), datetime)
    assert_type(await job.wait_until_healthy(timeout=60), models.SynchronizationStatus)
    assert_type(await job.wait_until_visible(), None)


async def explanations(job: SynchronizationJob, user: User) -> None:
    explanation = await job.explain(user, timeout=30, progress=lambda seen: seen.read)
    assert_type(explanation, Explanation)
    assert_type(await job.explain("ada@contoso.com"), Explanation)
    repair = await job.repair_connection(
        user, rule="r", timeout=30, progress=lambda step: step.name
    )
    assert_type(repair.after, models.ObjectConnection | None)
    assert_type(repair.changed, bool)
    assert_type((explanation.answer, explanation.account), tuple[str, str | None])
    assert_type(explanation["scope"].found, str)
    assert_type(explanation.to_dict(), dict[str, Any])
    preview = await job.preview(user, compare=True)
    assert_type(preview, Preview)
    assert_type(preview.on_create, dict[str, Any])
    assert_type(preview["userName"].source, str)


async def copies(job: SynchronizationJob, target: Synchronization) -> None:
    copied = await job.copy_to(
        target,
        into="j",
        settings=False,
        secrets={"SecretToken": "t"},
        timeout=60,
        progress=lambda step: (step.name, step.found, step.waited),
    )
    assert_type(copied, JobCopy)
    assert_type(copied.secrets_left_out, tuple[str, ...])


async def fleets(graph: AsyncGraphClient) -> None:
    fleet = graph.fleet(
        principals=["p", graph.service_principals["q"]], rules=RULES[:2], timeout=60
    )
    assert_type([row async for row in fleet], list[JobHealth])
    assert_type(await fleet.list(), list[JobHealth])
    assert_type(fleet.position, str)
    search = graph.principals_with_jobs(resume=None, timeout=60)
    assert_type([found.principal async for found in search], list[ServicePrincipal])
    assert_type((await search.list())[0].jobs, tuple[SynchronizationJob, ...])
    assert_type(search.position, str)
    async with fleet_of({"contoso": graph}) as rows:
        assert_type([row async for row in rows], list[JobHealth])


async def windows(graph: AsyncGraphClient, sync: Synchronization, job: SynchronizationJob) -> None:
    async with graph.maintenance([job, graph.service_principals["p"]]) as window:
        assert_type(window.paused, list[SynchronizationJob])
        assert_type([one.error for one in window.failures], list[GraphError])
        assert_type(window.save("window.json"), None)
    assert_type(await graph.maintenance().load("window.json").close(), None)
    await window.open()
    assert_type(
        await sync.secrets.rotate(
            {"SecretToken": "x"}, old={"SecretToken": "y"}, progress=lambda step: step.name
        ),
        models.SecretsReceipt,
    )


async def uploads(job: SynchronizationJob) -> None:
    upload = job.bulk_upload
    assert_type(await upload.perform([{"externalId": "x"}]), models.UploadReceipt)
    assert_type(await upload.perform(models.BulkRequest()), models.UploadReceipt)
    assert_type(await upload.get_content(), bytes)
    assert_type(await upload.replace_content(b""), None)
    assert_type(await upload.delete_content(), None)
    assert_type(await upload.update(models.BulkUpload()), None)
    assert_type(await upload.delete(), None)


async def many_records(job: SynchronizationJob) -> None:
    report = await job.upload(
        read_csv("hr.csv", {"externalId": "Id"}), journal="hr.sqlite", only_changed=True
    )
    assert_type(report, UploadReport)
    assert_type(report.counts, Mapping[Outcome, int])
    assert_type(next(report.outcomes(Outcome.FAILED)), RecordOutcome)
    assert_type((report.is_complete, report.total, report.waiting_for), tuple[bool, int, str])
    await job.upload(
        [{"Id": "1"}],
        journal=Path("x"),
        mapping={"externalId": "Id", "active": lambda _: True},
        resume=False,
    )
    await job.upload([], journal="x", progress=lambda progress: print(progress.sent))  # noqa: T201  # an example
    await job.upload([])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # the journal is asked for


async def templates(sync: Synchronization) -> None:
    template = await sync.templates["t"].get()
    assert_type(template, SynchronizationTemplate)
    assert_type(template.id, str)
    assert_type(template.default, bool | None)
    assert_type(template.discoverable, bool | None)
    assert_type(template.application_id, str | None)
    assert_type(template.factory_tag, str | None)
    assert_type(template.metadata, list[models.SynchronizationMetadataEntry] | None)
    assert_type(await sync.templates.count(), int)
    assert_type(await template.update(), None)
    assert_type(await template.delete(), None)
    assert_type(template.schema, SynchronizationSchema)
    template.description = "new"
    template.description = 7  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]  # no text


async def schemas(schema: SynchronizationSchema) -> None:
    assert_type(await schema.get(discard_edits=True), SynchronizationSchema)
    assert_type(schema.version, str | None)
    assert_type(schema.has_edits, bool)
    assert_type(schema.synchronization_rules, list[models.SynchronizationRule] | None)
    rule = schema.rules["r"]
    assert_type(rule.data, models.SynchronizationRule)
    assert_type(rule.name, str | None)
    mapping = rule.object_mappings["User"]
    assert_type(mapping.data, models.ObjectMapping)
    assert_type(mapping.name, str | None)
    attribute = mapping.attribute_mappings["userName"]
    assert_type(attribute.data, models.AttributeMapping)
    assert_type(attribute.target_attribute_name, str | None)
    assert_type(attribute.expression, str | None)
    assert_type(await attribute.set_expression("[x]"), models.ParseExpressionResponse)
    assert_type(mapping.attribute_mappings.remove("x"), None)
    mapping.attribute_mappings.add(models.AttributeMapping(target_attribute_name="x"))
    mapping.attribute_mappings.add(models.ObjectMapping())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert_type(await schema.replace(expected_version="6.0"), None)
    assert_type(await schema.reset(), None)
    assert_type(await schema.parse_expression("[x]"), models.ParseExpressionResponse)
    directory = schema.directories["d"]
    assert_type(await directory.discover(), models.DirectoryDefinition)
    assert_type(directory.objects, list[models.ObjectDefinition] | None)
    assert_type(directory.name, str | None)
    assert_type(directory.read_only, bool | None)
    assert_type(directory.discoverabilities, models.DirectoryDefinitionDiscoverabilities | None)
    assert_type(directory.discovery_date_time, datetime | None)
    assert_type(await directory.update(), None)
    assert_type(await directory.delete(), None)
    assert_type(await schema.directories.count(), int)
    await schema.directories.create(models.DirectoryDefinition())


async def batches(graph: AsyncGraphClient, sync: Synchronization, job: SynchronizationJob) -> None:
    batch = graph.batch()
    assert_type(batch.add(job.get).result, SynchronizationJob)
    assert_type(batch.add(job.restart, Scope.WATERMARK).result, None)
    assert_type(
        batch.add(list_jobs(Owner.application("a"))).result,
        models.SynchronizationJobCollectionResponse,
    )
    first = batch.add(job.pause)
    assert_type(first.is_done, bool)
    assert_type(first.next_link, str | None)
    assert_type(first.request.id, str)
    assert_type(batch.add(sync.jobs.list).result, list[SynchronizationJob])
    assert_type(batch.add(sync.jobs.first).result, SynchronizationJob | None)
    assert_type(batch.add(graph.service_principals.find, display_name="x").result, ServicePrincipal)
    assert_type(batch.add(job.schema.replace).result, None)
    assert_type(batch.add(sync.secrets.replace, {"SyncAll": "true"}).result, models.SecretsReceipt)
    assert_type(first.error, Exception | None)
    assert_type(
        batch.add(job.provision_on_demand, "r", "u").depends_on(first).result,
        models.ProvisionOnDemandResult,
    )
    batch.add(job.restart, 7)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]  # no scope
    assert_type(len(await batch.send()), int)
    assert_type(graph.dry_run(job.restart, Scope.WATERMARK), PreparedRequest)
    assert_type(graph.dry_run(list_jobs(Owner.application("a"))), PreparedRequest)
