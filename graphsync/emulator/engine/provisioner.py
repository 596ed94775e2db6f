"""Provisioning of one object: import, scope, match, export."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graphsync.emulator.document import Document
from graphsync.emulator.engine.links import Links
from graphsync.emulator.engine.outcome import Outcome
from graphsync.emulator.switches import Switches
from graphsync.emulator.targets.target import Target, TargetClosed, TargetRefusal
from graphsync.expressions import ExpressionError
from graphsync.expressions.filters import Verdict
from graphsync.expressions.value import text
from graphsync.mapping import source as sources
from graphsync.mapping.flowing import Attributes, Mapper, ObjectIgnored, changed
from graphsync.mapping.schema import ObjectPlan
from graphsync.mapping.values import logged, stored


def _nothing(_source_id: str) -> Iterable[str]:
    return ()


@dataclass(slots=True)
class Provisioner:
    """The way of the objects of one job to its target.

    `entitled` says whether a source object is assigned, `roles` gives its app roles, `groups_of`
    the distinguished names of the groups that it is a direct member of, in lower case.
    """

    target: Target
    links: Links
    switches: Switches
    mapper: Mapper
    entitled: Callable[[str], bool]
    roles: Callable[[str], Iterable[str]] = _nothing
    groups_of: Callable[[str], Iterable[str]] = _nothing
    skip_out_of_scope: bool = False

    def provision(
        self,
        plan: ObjectPlan,
        source_id: str,
        source: Document | None,
        *,
        hold_removals: bool = False,
    ) -> Outcome:
        """Provision one object, None being one that was deleted.

        With `hold_removals` an account that has to go stays, and the outcome says that it has to.
        """
        name = str((source or {}).get("displayName") or "")
        outcome = Outcome(plan.kind, source_id, name, plan.source, plan.target)
        linked = self.links.account_of(source_id)
        try:
            account = self.target.get(plan.target, linked) if linked else None
            outcome.target_id = linked if linked and account is not None else ""
            if source is None:
                self._delete(plan, outcome, account, hold=hold_removals)
                return outcome
            attributes = sources.attributes(source, source_id, self.roles(source_id))
            verdict = self._judge(plan, outcome, source, attributes)
            if verdict.inside:
                outcome.entitled = True
                self._export(plan, outcome, attributes, account)
            elif not verdict.considered or account is None:
                outcome.status = "skipped"
            else:
                self._leave_scope(plan, outcome, attributes, account, hold=hold_removals)
        except ObjectIgnored as ignored:
            outcome.action = "other"
            outcome.status, outcome.code = "skipped", "IgnoreObjectFlow"
            outcome.reason = f"The mapping of {ignored} takes the object out of the flow."
        except TargetRefusal as error:
            outcome.status, outcome.reason, outcome.code = "failure", str(error), error.code
            outcome.retry_after = error.retry_after
        except TargetClosed as error:
            outcome.status, outcome.reason, outcome.code = "failure", str(error), error.code
            outcome.closed = True
        except ExpressionError as error:
            outcome.status, outcome.reason = "failure", str(error)
            outcome.code = "AttributeMappingExpressionFailure"
        return outcome

    def _judge(
        self, plan: ObjectPlan, outcome: Outcome, source: Document, attributes: Document
    ) -> Verdict:
        active = source.get("accountEnabled", True) is not False
        active = active and not source.get("isSoftDeleted", False)
        assigned = self.entitled(outcome.source_id)
        verdict = plan.scope.judge(attributes)
        if not self._contained(plan, outcome.source_id, source):
            verdict = Verdict(False, verdict.considered, verdict.clauses)
        named = attributes.get("userPrincipalName") or source.get("userName")
        outcome.reportable = str(named or outcome.source_name)
        outcome.scoping = {
            "Active in the source system": str(active),
            "Assigned to the application": str(assigned),
            "User has the required role": str(assigned),
            "Scoping filter evaluation passed": str(verdict.inside),
            "ScopeEvaluationResult": json.dumps(verdict.clauses),
        }
        if active and assigned and verdict.inside:
            return verdict
        outcome.code = "NotInScope" if assigned else "NotEffectivelyEntitled"
        reasons = {
            "inactive": not active,
            "not assigned": not assigned,
            "filtered": not verdict.inside,
        }
        said = ", ".join(word for word, holds in reasons.items() if holds)
        outcome.reason = f"The object is not in scope: {said}"
        return Verdict(False, verdict.considered, verdict.clauses)

    def _contained(self, plan: ObjectPlan, source_id: str, source: Document) -> bool:
        """Return whether an object passes the container and group filters of its rule."""
        name = str(source.get("distinguishedName") or "").casefold()
        if plan.containers and not any(
            name == container or name.endswith(f",{container}") for container in plan.containers
        ):
            return False
        if not plan.groups:
            return True
        return name in plan.groups or bool(set(plan.groups) & set(self.groups_of(source_id)))

    def _leave_scope(
        self,
        plan: ObjectPlan,
        outcome: Outcome,
        attributes: Document,
        account: Attributes,
        *,
        hold: bool,
    ) -> None:
        """Do to an account what the mapping of the object's state says."""
        active = outcome.scoping["Active in the source system"] == "True"
        assigned = outcome.scoping["Assigned to the application"] == "True"
        outcome.status = "skipped"
        if (self.skip_out_of_scope and active) or not self.links.is_managed(outcome.source_id):
            return
        if not plan.state_flows and self.switches.without_soft_delete == "delete":
            self._delete(plan, outcome, account, hold=hold)
            return
        state = sources.leaving(attributes)
        wanted = self.mapper.flowing(plan.state_flows, outcome.references, state, account)
        changes = changed(plan.state_flows, account, wanted)
        if changes and not plan.updates:
            outcome.code = "FlowTypeNotEnabled"
            return
        if changes:
            outcome.code = outcome.reason = ""
            outcome.action, outcome.status = "disable", "warning" if hold else "success"
            if hold:
                return
            self._change(outcome, account, changes)
        if not assigned:
            self.links.manage(outcome.source_id, managed=False)

    def _delete(
        self, plan: ObjectPlan, outcome: Outcome, account: Attributes | None, *, hold: bool
    ) -> None:
        outcome.status = "skipped"
        if account is None or not self.links.is_managed(outcome.source_id):
            outcome.code = outcome.code or "RedundantExport"
            self.links.discard(outcome.source_id)
            return
        if not plan.deletes:
            outcome.code = "FlowTypeNotEnabled"
            return
        outcome.code = outcome.reason = ""
        outcome.action, outcome.status = "delete", "warning" if hold else "success"
        if not hold:
            self.target.delete(plan.target, outcome.target_id)
            self.links.discard(outcome.source_id)

    def _export(
        self, plan: ObjectPlan, outcome: Outcome, attributes: Document, account: Attributes | None
    ) -> None:
        self.links.manage(outcome.source_id, managed=True)
        if account is None:
            account = self._match(plan, outcome, attributes)
        # A mapping that fails from here on is a creation or an update that failed.
        if account is None and plan.adds:
            outcome.action = "create"
        elif account is not None and plan.updates:
            outcome.action = "update"
        wanted = self.mapper.flowing(plan.flows, outcome.references, attributes, account)
        if account is None:
            self._create(plan, outcome, wanted)
            return
        outcome.imported = "Update"
        changes = changed(plan.flows, account, wanted)
        if not changes:
            outcome.action = "other"
            outcome.status, outcome.code = "skipped", "RedundantExport"
        elif not plan.updates:
            outcome.status, outcome.code = "skipped", "FlowTypeNotEnabled"
        else:
            self._change(outcome, account, changes)

    def _change(self, outcome: Outcome, account: Attributes, changes: Attributes) -> None:
        outcome.changes = [
            (name, account.get(name), logged(value)) for name, value in changes.items()
        ]
        written = {name: stored(value) for name, value in changes.items()}
        self.target.update(outcome.target_type, outcome.target_id, written)

    def _create(self, plan: ObjectPlan, outcome: Outcome, wanted: Attributes) -> None:
        if not plan.adds:
            outcome.status, outcome.code = "skipped", "FlowTypeNotEnabled"
            return
        outcome.action = "create"
        names = [flow.target for flow in plan.matching]
        if names and not any(wanted.get(name) for name in names):
            without = f"No matching attribute has a value: {', '.join(names)}."
            raise TargetRefusal("MissingValues", without)
        outcome.changes = [
            (name, None, logged(value)) for name, value in wanted.items() if value is not None
        ]
        written = {name: stored(value) for name, value in wanted.items()}
        outcome.target_id = self.target.create(plan.target, written)
        self._link(plan, outcome)

    def _match(self, plan: ObjectPlan, outcome: Outcome, attributes: Document) -> Attributes | None:
        for flow in plan.matching:
            value = text(self.mapper.value(flow, attributes))
            found = self.target.find(plan.target, flow.target, value) if value else []
            if len(found) > 1:
                several = f"{len(found)} accounts have this {flow.target}."
                raise TargetRefusal("DuplicateTargetEntries", several)
            if found:
                self._refuse_shared(found[0], flow.target, outcome)
                outcome.target_id = found[0]
                self._link(plan, outcome)
                return self.target.get(plan.target, found[0])
        return None

    def _refuse_shared(self, account_id: str, attribute: str, outcome: Outcome) -> None:
        owner = self.links.owner_of(account_id)
        if owner in {None, outcome.source_id} or self.switches.shared_accounts == "share":
            return
        message = (
            f"The source object '{owner}' has the same value of the matching attribute {attribute};"
            " make it unique, or match by another attribute."
        )
        raise TargetRefusal("DuplicateSourceEntries", message)

    def _link(self, plan: ObjectPlan, outcome: Outcome) -> None:
        flow = f"{plan.source} to {plan.target}"
        self.links.put(outcome.source_id, outcome.target_id, flow)
        outcome.linked = True
